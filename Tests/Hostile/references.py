"""Hostile text in the reference files that stand beside the inputs, and in names of files.

Who writes reference files is trusted with words, not with markup: all that stands in labels, headings, names and the
glossary comes out as text.
"""

import itertools
import re
import subprocess

import fields
import reports
import samples
import schemas
import texts
from payloads import escaped, squeezed

DATA = schemas.FOLDER.parent / "Data"
STAGE = '<stage type="adopted" date="2023-01-10"/>'


def development(number, theme, inner):
    return (f'<development id="entry-{number}" kind="policy" theme="{theme}"><headline>Household words {number}</headline>{STAGE}'
            f"<body><p>{inner}</p></body>{fields.TAIL}</development>")


def write_issue(folder, developments):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "NO.xml").write_text('<submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="2023-Q1" status="final">'
                                   + "\n".join(developments) + "</submission>", encoding="utf-8")
    (folder / "issue.xml").write_text('<issue xmlns="urn:emn:bulletin:issue:1" edition="42" period="2023-Q1"><title>Household bulletin</title>'
                                      "<about>x</about><colophon><p>x</p></colophon></issue>", encoding="utf-8")


def compile_with(executable, folder, where):
    """The folder of the compiled issue, or none and what is wrong."""
    outcome = subprocess.run([executable, "compile", "2023-Q1", "--inputs", folder / "inputs", "--output", folder / "output", "--quiet"],
                             capture_output=True, timeout=120)
    faults = reports.terminal(f"{where}, messages", outcome.stdout + outcome.stderr)
    if outcome.returncode not in (0, 1):
        faults.append(f"{where}: exit status {outcome.returncode}: {ascii(outcome.stderr[-200:].decode())}")
    return (folder / "output" / "2023-Q1" if outcome.returncode == 0 else None), faults


def look_at(look, folder, where, wanted):
    """Both pages and the text of an issue, and that certain texts stand in its page as they are."""
    made = look.page(f"{where}: bulletin.html", folder / "bulletin.html")
    look.page(f"{where}: report.html", folder / "report.html")
    whole = squeezed(made["whole"])
    faults = [f"{where}: {ascii(text[:40])} is not shown" for text in wanted if squeezed(text) not in whole]
    return faults + texts.plain_text(f"{where}: bulletin.txt", (folder / "bulletin.txt").read_text(encoding="utf-8"))


def glossary(executable, work, look, all_samples):
    """A glossary in which each text is a name, a definition, the title of a source and a place."""
    folder = work / "glossary"
    sources = "".join(f'<source id="s{sample.number}" href="https://stress.eu/{sample.number}">{escaped(sample.text)}</source>' for sample in all_samples)
    terms = "".join(
        f'<term id="a{sample.number}"><name>{escaped(sample.text)} term{sample.number}</name><form>formword{sample.number}</form><except>{escaped(sample.text)} except{sample.number}</except>'
        f'<definition>{escaped(sample.text)}</definition><source of="s{sample.number}" place="{escaped(sample.text)}"/></term>' for sample in all_samples)
    (folder / "inputs" / "reference").mkdir(parents=True)
    (folder / "inputs" / "reference" / "glossary.xml").write_text(
        f'<glossary xmlns="urn:emn:bulletin:glossary:1" version="test"><sources>{sources}</sources>{terms}</glossary>', encoding="utf-8")
    write_issue(folder / "inputs" / "2023-Q1", [
        development(number, samples.THEMES[number % len(samples.THEMES)], " and ".join(f"formword{sample.number}" for sample in all_samples[number::20]) + ".") for number in range(20)])
    output, faults = compile_with(executable, folder, "the glossary")
    if output is None:
        return [*faults, "the glossary: not taken"]
    return faults + look_at(look, output, "the glossary", [sample.text for sample in all_samples])


def labels(executable, work, look, all_samples):
    """Labels of themes, kinds and stages, headings and names of countries, so many texts at a time."""
    faults = []
    for number, batch in enumerate(all_samples[start:start + 24] for start in range(0, len(all_samples), 24)):
        folder = work / "labels" / str(number)
        write_issue(folder / "inputs" / "2023-Q1", [development(place, theme, fields.WORDS) for place, theme in enumerate(samples.THEMES)])
        (folder / "inputs" / "reference").mkdir()
        turn = itertools.cycle([escaped(sample.text) for sample in batch])
        for name, pattern in [("taxonomy", r'(label=")[^"]*(")'), ("sections", r'(heading=")[^"]*(")'), ("network", r"(<name[^>]*>)[^<]*(</name>)")]:
            text = re.sub(pattern, lambda found: found[1] + next(turn) + found[2], (DATA / f"{name}.xml").read_text(encoding="utf-8"))
            text = re.sub(r'version="[^"]*"', 'version="test"', text, count=2 if "?xml" in text[:9] else 1).replace('<?xml version="test"', '<?xml version="1.0"', 1)
            (folder / "inputs" / "reference" / f"{name}.xml").write_text(text, encoding="utf-8")
        output, found = compile_with(executable, folder, f"labels {number}")
        faults += found
        faults += [f"labels {number}: not taken"] if output is None else look_at(look, output, f"labels {number}", [])
    return faults


# Names that a folder can hold.
NAMES = ["<img src=x onerror=window.hostile=1>.xml", "\u001b[31mred.xml", "line\nX-Forged: yes.xml", "\u202elmx.on", "\" onmouseover=\"window.hostile=1.xml", "&lt;.xml",
         "{{title}}.xml", "%s%n.xml", "$(touch hostile).xml", "-rf.xml", "=1+1.xml", "\u009b2J.xml", "a\rb.xml", "NO .xml", "nul\u200b.xml", "]]>.xml", "::error::x.xml"]


def names(executable, work, look):
    """Files with hostile names in the folder of an issue."""
    folder = work / "names" / "inputs" / "2023-Q1"
    write_issue(folder, [development(0, "return", fields.WORDS)])
    page, _ = compile_with(executable, work / "names", "proper names")
    look.learn(page / "bulletin.html")
    reports.learn(executable, look, work, folder)
    for name in NAMES:
        (folder / name).write_text((folder / "NO.xml").read_text(encoding="utf-8"), encoding="utf-8")
    faults = reports.forms(executable, "hostile names", folder)
    faults += reports.forms(executable, "files of hostile names", *[folder / name for name in NAMES])
    faults += reports.pages(executable, look, work, [folder], "hostile names")
    output, found = compile_with(executable, work / "names", "hostile names")
    if output is not None:
        faults += look_at(look, output, "hostile names", [])
    for path in (work / "names" / "output").rglob("*"):
        faults += [f"{path.name} is named as an input is" for name in NAMES if name == path.name]
    return faults + found
