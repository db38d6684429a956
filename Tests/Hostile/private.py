"""What is nobody else's business: marks in all that is private, for which every output is searched.

Private are contact, notes, remarks and processing instructions in files, reasons of decisions, addresses of mail outside
the message, drafts, and all of the machine: names of folders and files, of the user and of the host, the environment.
"""

import os
import pathlib
import shutil
import socket
import subprocess

import fields

# Each mark with the outputs that may hold it: the report is the editors' own, the message is addressed.
MARKS = {
    "zq1organisation": (), "zq2person": (), "zq3mail": (), "zq4phone": (), "zq5submissionnote": (), "zq6developmentnote": (), "zq7remark": (),
    "zq8instruction": (), "zq9issuenote": (), "zq10reason": ("report.html",), "zq11leftout": ("report.html",), "zq12sender": ("bulletin.eml",),
    "zq13receiver": ("bulletin.eml",), "zq14draft": (), "zq15folder": (), "zq16user": (), "zq17environment": (), "zq18unknownfile": ("report.html",),
    "zq19temporary": (), "zq20host": (), "zq21output": (), "zq22remarkbehind": (), "zq23home": (), "zq24editorsremark": (), "zq25draftcontact": ()}
# What takes a guard out of a program that was built to prove its tests (`make guards`).
REMOVED = {name: os.environ[name] for name in ["GUARD_REMOVED"] if name in os.environ}
DRAFT_MARK = "DRAFT – not for publication"
STAGE = '<stage type="adopted" date="2023-01-10"/>'


def development(identifier, headline, more=""):
    return (f'<development id="{identifier}" kind="policy" theme="return"><headline>{headline}</headline>{STAGE}{fields.PLAIN}{fields.TAIL}\n{more}\n</development>\n')


def files():
    contact = ("<contact><organisation>zq1organisation</organisation><name>zq2person</name><email>zq3mail@example.org</email>"
               "<phone>zq4phone</phone></contact><note>zq5submissionnote</note>")
    start = '<submission xmlns="urn:emn:bulletin:submission:1" country="{}" period="2023-Q1" status="{}">'
    return {
        "NO.xml": "<!-- zq7remark --><?zq8instruction zq8instruction?>\n" + start.format("NO", "final") + contact
        + development("first", "Household <!-- zq7remark --><?zq8instruction?> words", "<note>zq6developmentnote</note>")
        + development("second", "Household things") + development("third", "zq11leftout") + "</submission><!-- zq22remarkbehind -->",
        "SE.xml": start.format("SE", "draft") + contact.replace("zq2person", "zq25draftcontact") + development("first", "zq14draft") + "</submission>",
        "zq18unknownfile.txt": "words", "issue.xml":
        '<!-- zq24editorsremark --><issue xmlns="urn:emn:bulletin:issue:1" edition="42" period="2023-Q1"><title>Household bulletin</title><about>Words.</about>'
        '<decisions><leave-out country="NO" id="third">zq10reason</leave-out></decisions><colophon><p>Words <!-- zq24editorsremark --></p></colophon>'
        '<mail><from name="zq12sender">zq12sender@example.org</from><to name="zq13receiver">zq13receiver@example.org</to></mail><note>zq9issuenote</note></issue>'}


def run(executable, work, *arguments):
    """The program in a folder, for a user and on a machine whose names are marks."""
    environment = {"PATH": os.environ["PATH"], "USER": "zq16user", "LOGNAME": "zq16user", "USERNAME": "zq16user", "SECRET": "zq17environment",
                   "TMPDIR": str(work / "zq19temporary"), "HOSTNAME": "zq20host", "HOME": str(work / "zq23home"), "LANG": "zq17environment", "TZ": "zq17environment",
                   "EMAIL": "zq17environment@example.org", "EDITOR": "zq17environment", **REMOVED}
    for name in ["zq19temporary", "zq23home"]:
        (work / name).mkdir(exist_ok=True)
    return subprocess.run([executable, *arguments, "--inputs", str(work / "zq15folder"), "--output", str(work / "zq21output")],
                          cwd=work, env=environment, capture_output=True, text=True)


ARCHIVE = ["archive", "build", "--base-url", "https://example.org/archive/"]
COMMANDS = [["compile", "2023-Q1", "--mail"], ["annual", "2023"], ["factsheet", "NO", "--from", "2023-Q1", "--to", "2023-Q1"],
            ["digest", "return", "--from", "2023-Q1", "--to", "2023-Q1"]]


def make(executable, work, commands):
    """Outputs of one issue. Gives faults."""
    faults = []
    for command in commands:
        outcome = run(executable, work, *command)
        if outcome.returncode != 0:
            faults.append(f"{' '.join(command)}: exit status {outcome.returncode}: {outcome.stderr[-300:]}")
    return faults


def search(folder, marks):
    """Marks in the contents and names of all files in a folder, where they may not be."""
    faults, count = [], 0
    names = [name for name in {socket.gethostname(), str(pathlib.Path.home())} if len(name) > 4]
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        held = path.read_bytes() if path.is_file() else b""
        count += path.is_file()
        # Parts of the archive pass between machines with the report in them.
        allowed_as = "report.html" if path.suffix == ".part" else path.name
        faults += [f"{relative} holds {mark}" for mark, allowed in marks.items()
                   if allowed_as not in allowed and (mark.encode() in held or mark in str(relative))]
        faults += [f"{relative} holds the machine's {name}" for name in names if name.encode() in held]
    return faults, count


def check(executable, work, look):
    """Faults, and how many files were searched."""
    inputs = work / "zq15folder" / "2023-Q1"
    inputs.mkdir(parents=True)
    for name, text in files().items():
        (inputs / name).write_text(text, encoding="utf-8")
    faults = make(executable, work, [*COMMANDS, ARCHIVE])
    found, count = search(work / "zq21output", {**MARKS, str(work): ()})
    faults += found
    pages = sorted((work / "zq21output").rglob("*.html"))
    faults += [f"{path.relative_to(work)} is marked as a draft" for path in pages if DRAFT_MARK in path.read_text(encoding="utf-8")]
    return faults + drafts(executable, work, look), count


def drafts(executable, work, look):
    """With the option, the draft is there, and each page and text says so where a reader begins; the archive takes none."""
    output = work / "zq21output"
    shutil.rmtree(output)
    faults = make(executable, work, [[*command, "--draft"] for command in COMMANDS])
    for path in sorted(output.rglob("*")):
        if path.suffix == ".html":
            look.open(path.as_uri())
            head = look.driver.execute_script("return document.body.innerText.slice(0, 600)")
        elif path.suffix == ".txt":
            head = path.read_text(encoding="utf-8").partition("\n")[0]
        elif path.suffix == ".eml":
            head = path.read_text(encoding="utf-8")[:3000]
        else:
            continue
        if "draft" not in head.lower():
            faults.append(f"{path.relative_to(output)} is not marked as a draft")
    if "zq14draft" not in (output / "2023-Q1" / "bulletin.html").read_text(encoding="utf-8"):
        faults.append("the draft is not in the issue that lets drafts in")
    found, _ = search(output, {mark: allowed for mark, allowed in MARKS.items() if mark != "zq14draft"} | {str(work): ()})
    faults += found + make(executable, work, [ARCHIVE])
    return faults + search(output / "archive", {**MARKS, str(work): ()})[0]
