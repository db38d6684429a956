"""How the editor makes an issue at the desk, in a browser and by requests; what a compile there gives beside the command line's."""

import fcntl
import json
import os
import pathlib
import re
import subprocess
import threading
import time

from desk import PACKAGE
from office import PERIOD, Office, digest, submission, value
from sending import Sender

REMARK = "<!-- The editors agreed on this by telephone. -->"
KEY = "refugee-status-home-visits"


def doubtful(country="NO"):
    """A submission whose first entry stands under a theme that the software is sure is another."""
    return submission(country).replace('theme="international-protection"', 'theme="borders-visas"', 1)


def issue_file():
    text = (PACKAGE / "inputs" / PERIOD / "issue.xml").read_text(encoding="utf-8")
    return text.replace("  <colophon>", f"  {REMARK}\n  <colophon>")


def prepare(executable, folder):
    """A desk for the editor and three countries."""
    return Office(executable, folder, ["NO", "SE", "FI", "editor"])


def fill(office):
    """Three countries send, one of them a draft, one with a theme that is doubtful."""
    for country, text in [("NO", doubtful()), ("SE", submission("SE")), ("FI", submission("FI", status="draft"))]:
        status, _, page = office.visitor(country).send(text)
        assert status == 303, page[:2000]


class Editor(Sender):
    def decisions(self):
        """The decisions in the editors' file, as the elements that they are."""
        text = self.office.inputs(PERIOD, "issue").decode()
        return re.findall(r"<(?:set-theme|leave-out|merge|place) [^>]*>", text)

    def says(self, words):
        return self.wait(lambda: self.run("return document.querySelector('main')?.textContent.includes(arguments[0])", words), 10)


def make_an_issue(office, pictures):
    """A period is opened, its file written, a theme overruled by one key, an entry left out, the issue compiled."""
    with Editor(office, "editing", pictures) as editor:
        editor.open("issue")
        editor.inspect("sign in as the editor")
        editor.sign_in(office.tokens["editor"])
        editor.expect(editor.heading() == "Issues", editor.heading())
        editor.inspect("issues")
        editor.paste("#period", PERIOD)
        editor.go(lambda: editor.find(".ask button").click(), "Editors’ file")
        editor.inspect("editors file, new")
        editor.paste("#text", issue_file().replace('number="287100"', 'number="many"'))
        editor.find(".ask button").click()
        editor.expect(editor.wait(lambda: editor.exists("#objection")), "a file with errors is kept")
        editor.inspect("editors file, refused")
        editor.quiet()
        editor.paste("#text", issue_file())
        editor.go(editor.find("#remedy button").click, "Overview")
        editor.inspect("issue")
        facts = editor.find(".tasks").text
        editor.expect("3 of 2" in facts and "Themes to decide\n1" in facts, facts)
        editor.expect("Finland" not in editor.run("return document.querySelector('#reminder-missing').value"), "who has sent is reminded")
        editor.expect("Finland" in editor.run("return document.querySelector('#reminder-draft').value"), "a draft is not reminded of")
        by_one_key(editor)
        about_an_entry(editor)
        placed(editor)
        special_note(editor)
        compiled(editor)
        editor.asked_for()
        return editor.faults


def by_one_key(editor):
    editor.driver.get(editor.page.address + f"issue/{PERIOD}/themes")
    editor.inspect("themes")
    editor.tab_to(".card button")
    buttons = editor.run("return [...document.querySelectorAll('.card button')].map(button => button.value)")
    editor.expect(buttons[0] == "borders-visas", f"buttons are {buttons}")
    editor.press(str(buttons.index("international-protection") + 1))
    editor.expect(editor.wait(lambda: not editor.exists(".card")), "a key decides nothing")
    wanted = f'<set-theme country="NO" id="{KEY}" theme="international-protection">'
    editor.expect(editor.decisions() == [wanted], f"decided is {editor.decisions()}")
    has_focus = "return document.activeElement.matches('#decided button')"
    editor.expect(editor.wait(lambda: editor.run(has_focus)), "the focus is lost after the last theme")
    editor.expect("International protection" in editor.find("#count").text, "nothing is said of the decision")
    editor.inspect("themes, decided")
    editor.find("#decided button").click()
    editor.expect(editor.wait(lambda: editor.exists(".card")), "nothing is taken back")
    editor.expect(editor.decisions() == [], f"decided is {editor.decisions()}")
    editor.expect(editor.office.inputs(PERIOD, "issue").decode() == issue_file(), "taking back leaves something behind")
    editor.tab_to(".card button")
    editor.press(str(buttons.index("international-protection") + 1))
    editor.wait(lambda: not editor.exists(".card"))


def about_an_entry(editor):
    address = editor.page.address + f"issue/{PERIOD}/"
    editor.driver.get(address + "entries")
    editor.inspect("entries")
    editor.find(f'a[href$="/entry/SE/{KEY}"]').click()
    editor.expect(editor.wait(lambda: editor.heading() == "Sweden"), editor.heading())
    editor.inspect("entry")
    editor.find("input[value='leave-out'] ~ button").click()
    editor.expect(editor.run("return document.querySelector('#leave-out-reason').matches(':invalid:focus')"), "the lack of a reason is not shown")
    editor.run("document.querySelector('#leave-out-reason').required = false")
    editor.find("input[value='leave-out'] ~ button").click()
    editor.expect(editor.says("needs a reason"), "an entry is left out for no reason")
    editor.quiet()
    editor.driver.get(address + f"entry/SE/{KEY}")
    editor.paste("#leave-out-reason", "Reported before, in <issue> 13 & \"elsewhere\".")
    editor.find("input[value='leave-out'] ~ button").click()
    editor.expect(editor.says("left out."), "nothing is said of a decision")
    editor.inspect("entry, left out")
    editor.expect(f'<leave-out country="SE" id="{KEY}">' in editor.decisions(), f"decided is {editor.decisions()}")
    editor.driver.get(address + f"entry/NO/{KEY}")
    editor.paste("#merge-reason", "Two parts of one act.")
    editor.find("input[value='merge'] ~ button").click()
    editor.says("goes into")
    editor.expect(f'<merge country="NO" id="{KEY}" into="family-formation-age-24">' in editor.decisions(), f"{editor.decisions()}")
    editor.find("#decided form:has(input[value='merge']) button").click()
    editor.says("taken back")
    editor.expect(len(editor.decisions()) == 2, f"decided is {editor.decisions()}")


def placed(editor):
    """An entry is put under the theme of another, and then before it."""
    other = "family-formation-age-24"
    address = editor.page.address + f"issue/{PERIOD}/entry/NO/{other}"
    editor.driver.get(address)
    editor.run("document.getElementById('set-theme-value').value = 'international-protection'")
    editor.find("input[value='set-theme'] ~ button").click()
    editor.wait(lambda: any("set-theme" in decision and other in decision for decision in editor.decisions()))
    editor.driver.get(address)
    editor.run("document.getElementById('place-value').value = arguments[0]", KEY)
    editor.paste("#place-reason", "The more important of the two.")
    editor.find("input[value='place'] ~ button").click()
    editor.expect(editor.says("stands before"), "nothing is said of an entry that was placed")
    editor.expect(f'<place country="NO" id="{other}" before="{KEY}">' in editor.decisions(), f"decided is {editor.decisions()}")
    editor.order = (other, KEY)


def special_note(editor):
    editor.driver.get(editor.page.address + f"issue/{PERIOD}/note")
    editor.inspect("special note")
    before = editor.run("return document.getElementById('body').value")
    editor.expect('<cite celex="32016R0369">' in before, "marks of the note are not shown")
    editor.paste("#body", before + "\n\nR&D on <asylum> came in a <link href=\"http//wrong\">wrong link</link>.")
    editor.find(".ask button").click()
    editor.expect(editor.wait(lambda: editor.exists(".fault")), "a link that is none is kept")
    editor.inspect("special note, refused")
    editor.quiet()
    editor.paste("#body", before + "\n\nThe ministries of two countries met in Oslo & in Vienna.")
    editor.go(editor.find(".ask button").click, "Overview")
    text = editor.office.inputs(PERIOD, "issue").decode()
    editor.expect("<p>The ministries of two countries met in Oslo &amp; in Vienna.</p>" in text, "the note is not kept")
    editor.expect(REMARK in text, "a comment of the editors is lost")


def compiled(editor):
    office = editor.office
    editor.driver.get(editor.page.address + f"issue/{PERIOD}")
    editor.find("#compile button").click()
    editor.expect(editor.says("Compiled:"), "nothing is compiled")
    editor.inspect("compiled")
    output = office.data / "output" / PERIOD
    page = (output / "bulletin.html").read_text(encoding="utf-8")
    editor.expect('id="no-refugee-status-home-visits"' in page, "an entry is not in the issue")
    editor.expect('id="se-refugee-status-home-visits"' not in page, "an entry that was left out is in the issue")
    anchors = re.findall(r'<article[^>]* id="no-([^"]+)"', page)
    own, next_one = editor.order
    editor.expect((own, next_one) in zip(anchors, anchors[1:]), f"{own} was placed before {next_one}, but {anchors} is the order")
    editor.expect("met in Oslo &amp; in Vienna" in page, "the note is not in the issue")
    section = page[:page.index('id="no-refugee-status-home-visits"')].rindex("<h2")
    editor.expect("Common European Asylum System" in page[section:section + 400], f"the entry stands under {page[section:section + 200]}")
    editor.faults += as_the_command_line(office)
    for name in ["preview/bulletin.html", "output/bulletin.html", "output/report.html", "preview/bulletin.txt"]:
        editor.driver.get(editor.page.address + f"issue/{PERIOD}/{name}")
        colour = editor.run("return getComputedStyle(document.querySelector('h1, pre')).color")
        editor.expect(colour != "rgb(0, 0, 0)" or name.endswith("txt"), f"{name} is shown without its style")


def as_the_command_line(office):
    """The outputs of the desk are those of the command line, byte for byte."""
    other = office.data.parent / "other-output"
    command = pathlib.Path(office.executable).with_name("bulletin")
    run = subprocess.run(
        [command, "compile", PERIOD, "--inputs", str(office.data / "inputs"), "--output", str(other)], capture_output=True, text=True)
    if run.returncode:
        return [f"desk, compile: the command line says {run.stderr}"]
    own, theirs = office.data / "output" / PERIOD, other / PERIOD
    names = sorted(path.name for path in own.iterdir())
    if names != sorted(path.name for path in theirs.iterdir()):
        return [f"desk, compile: {names} are written"]
    return [f"desk, compile: {name} differs" for name in names if (own / name).read_bytes() != (theirs / name).read_bytes()]


def by_forms(office):
    """Themes are confirmed and whole submissions left out by forms alone; others may do nothing of it."""
    faults = []

    def expect(condition, text):
        if not condition:
            faults.append(f"desk, editing by forms: {text}")

    editor, team, stranger = office.visitor("editor"), office.visitor("NO"), office.visitor()
    editor.key = value(editor.ask("/issue")[2], "key")
    path = f"/issue/{PERIOD}"
    for view in ["", "/themes", "/entries", "/note", "/file", f"/entry/NO/{KEY}", "/preview/bulletin.html", "/output/bulletin.html"]:
        expect(editor.ask(path + view)[0] == 200, f"{view} is not shown")
        expect(team.ask(path + view)[0] == 403 and stranger.ask(path + view)[0] == 403, f"{view} is shown to others")
    before = office.inputs(PERIOD, "issue")
    decision = {"country": "FI", "action": "leave-out", "id": "", "reason": "Withdrawn.", "back": "overview"}
    for fields in [decision, {**decision, "key": team.key}, {**decision, "key": "x" * 64}]:
        expect(editor.ask(path + "/decide", fields)[0] == 403, f"taken is {fields}")
    expect(team.ask(path + "/decide", {**decision, "key": team.key})[0] == 403, "a country decides")
    expect(team.ask(path + "/compile", {"key": team.key})[0] == 403, "a country compiles")
    for wrong in [
        {"country": "XX"}, {"action": "delete"}, {"id": "../../etc"}, {"id": "nowhere"},
        {"action": "set-theme", "id": "nowhere", "value": "return"},
    ]:
        status = editor.ask(path + "/decide", {**decision, **wrong, "key": editor.key})[0]
        expect(status == 400, f"{status} for {wrong}")
    for wrong in ["../..", "..%2f..%2fetc", "2016-Q9", "2030-Q1", "desk.sqlite"]:
        expect(editor.ask(f"/issue/{wrong}")[0] in (400, 404), f"/issue/{wrong} is shown")
        expect(editor.ask(f"{path}/output/{wrong}")[0] in (400, 404), f"output {wrong} is shown")
    expect(office.inputs(PERIOD, "issue") == before, "a refused decision is kept")
    status, location, _ = editor.ask(path + "/decide", {**decision, "key": editor.key})
    expect(status == 303 and "Finland: the submission is left out." in editor.ask(location)[2], "a submission is not left out")
    expect(office.inputs(PERIOD, "issue") != before, "nothing is written")
    attack = "</p><script>alert(1)</script>"
    editor.ask(path + "/decide", {**decision, "reason": attack, "key": editor.key})
    for view in ["", "/entries", "/file"]:
        expect("<script>alert" not in editor.ask(path + view)[2], f"markup is let into {view}")
    undo = {**decision, "key": editor.key, "back-out": "1"}
    expect(editor.ask(path + "/decide", undo)[0] == 303 and office.inputs(PERIOD, "issue") == before, "it is not taken back")
    expect(editor.ask("/issue", {"key": editor.key, "period": "../../x"})[0] == 422, "a folder is made by any name")
    audit = office.command("audit", "verify")
    expect(audit.returncode == 0, audit.stdout)
    lines = [json.loads(line) for line in (office.data / "audit.jsonl").read_text().splitlines()]
    changes = [line for line in lines if line["action"] == "issue-changed"]
    expect(changes[-1]["before"] == "leave-out" and changes[-1]["decision"] == "none", f"logged is {changes[-1]}")
    expect(all("Withdrawn" not in json.dumps(line) for line in lines), "reasons are in the log")
    for line in changes:
        expect(digest(office.version(PERIOD, "issue", line["version"])) == line["sha256"], f"version {line['version']} is another")
    return faults


def one_lock(office):
    """While somebody has the lock on the folder of a period, a compile and an upload wait, and then do what they are to."""
    faults = []
    folder = os.open(office.data / "inputs" / PERIOD, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    threading.Timer(1, lambda: fcntl.flock(folder, fcntl.LOCK_UN)).start()
    begun = time.monotonic()
    command = pathlib.Path(office.executable).with_name("bulletin")
    inputs, output = office.data / "inputs", office.data.parent / "lock-output"
    compiling = subprocess.Popen([command, "compile", PERIOD, "--inputs", inputs, "--output", output, "--quiet"])
    status = office.visitor("SE").send(submission("SE", remark="locked"))[0]
    sent = time.monotonic() - begun
    compiling.wait()
    if status != 303 or sent < 0.9:
        faults.append(f"desk, lock: an upload was answered with {status} after {sent:.1f} seconds")
    if compiling.returncode or time.monotonic() - begun < 0.9:
        faults.append(f"desk, lock: a compile ended with {compiling.returncode} after {time.monotonic() - begun:.1f} seconds")
    os.close(folder)
    return faults


def states(office):
    """The pages for editing, for the checker of markup."""
    editor = office.visitor("editor")
    key = value(editor.ask("/issue")[2], "key")
    path = f"/issue/{PERIOD}"
    pages = {f"issue-{view or 'overview'}": editor.ask(f"{path}/{view}".rstrip("/"))[2] for view in ["", "themes", "entries", "note", "file"]}
    pages["issues"] = editor.ask("/issue")[2]
    pages["issue-entry"] = editor.ask(f"{path}/entry/NO/{KEY}")[2]
    pages["issue-refused"] = editor.ask(path + "/file", {"key": key, "text": "<issue/>"})[2]
    pages["issue-half-note"] = editor.ask(path + "/note", {"key": key, "headline": "Half", "body": ""})[2]
    pages["issue-no-period"] = editor.ask("/issue", {"key": key, "period": "soon"})[2]
    return pages
