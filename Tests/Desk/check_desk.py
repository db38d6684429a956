"""Checks the desk as people use it, in a real Chromium: `check_desk.py EXECUTABLE [FOLDER FOR SCREENSHOTS]`.

The Nu HTML checker and axe (light and dark, narrow and wide) must find nothing in any page in any state; no page may ask
for anything of another host; a file with ten mistakes is mended one by one; with scripting off a text is checked by paste;
contact points send and get receipts, the editor decides and compiles; what must not be taken is refused, and a desk that is
killed loses nothing; all can be done by keyboard. A submission of three developments is written in the form, from nothing,
and fills it again.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))

import browser
import checking
import desk
import editing
import mistakes
import office
import refusing
import sending
import whole
import writing
from jobs import at_once, timed


WAYS = len(checking.STEPS) + len(writing.STEPS) + len(sending.STEPS) + 3


def main():
    executable = str(pathlib.Path(sys.argv[1]).resolve())
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "writing").mkdir()
        (work / "writing" / "inputs").symlink_to(desk.PACKAGE / "inputs")
        with desk.open_desk(executable, work / "data", "--forms-per-minute", "0", "--largest-file", "256") as address, \
                desk.open_desk(executable, work / "data", "--forms-per-minute", "1") as strict, \
                desk.open_desk(executable, work / "writing", "--forms-per-minute", "0") as other:
            pages = save_pages(address, strict, work) + save_forms(other, work)
            jobs = [lambda step=step: step(address, pictures) for step in checking.STEPS]
            program = pathlib.Path(executable).with_name("bulletin")
            jobs += [lambda step=step: step(other, pictures, program) for step in writing.STEPS]
            faults = at_once([*jobs, lambda: browser.nu_checker(pages)])
        if (work / "data").exists():
            faults.append("the desk kept something of a check")
        faults += check_office(executable, work, pictures)
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages of the desk and {WAYS} ways to use it checked, {len(faults)} faults")
    sys.exit(1 if faults else 0)


def check_office(executable, work, pictures):
    """Signing in, sending and editing: by people in browsers, then by requests that must fail, then by force."""
    there = office.Office(executable, work / "office")
    with there.opened():
        faults = at_once(lambda step=step: step(there, pictures) for step in sending.STEPS)
        faults += browser.nu_checker(save(sending.states(there), work))
        for step in [refusing.refusals, refusing.replays, refusing.the_commission, refusing.scripts, refusing.at_the_same_time]:
            faults += step(there)
    faults += refusing.behind_proxy(there)
    other = editing.prepare(executable, work / "editing")
    with other.opened():
        editing.fill(other)
        faults += at_once([
            lambda: editing.make_an_issue(other, pictures),
            lambda: whole.from_the_form_to_the_issue(executable, work / "whole", pictures)]) + editing.by_forms(other) + editing.one_lock(other)
        faults += browser.nu_checker(save(editing.states(other), work))
    return faults + refusing.finished(executable, work / "finished") + refusing.killed(executable, work / "killed")


def save_pages(address, strict, work):
    """The pages in all states, as files for the checker of markup."""
    issue = (desk.PACKAGE / "inputs" / "2016-Q1" / "issue.xml").read_bytes()
    states = {
        "check": desk.fetch(address),
        "ready": desk.fetch(address + "check", {"file": mistakes.submission().encode()}),
        "errors": desk.fetch(address + "check", {"text": mistakes.broken().encode()}),
        "issue": desk.fetch(address + "check", {"file": issue}),
        "word": desk.fetch(address + "check", {"file": b"PK\x03\x04\x00\x01\xff" * 40}),
        "script": desk.fetch(address + "check", {"text": b"</textarea><script>alert(1)</script>", "name": b"<b>\"'"}),
        "not-found": desk.fetch(address + "nowhere"),
        "empty": desk.fetch(address + "check", {"text": b""}),
        "too-large": desk.fetch(address + "check", {"text": b"x" * 300_000}),
        "too-often": [desk.fetch(strict + "check", {"text": b"<a/>"}) for _ in range(2)][1],
    }
    return save(states, work)


def save_forms(address, work):
    """The form for a submission in all states that a single request gives."""
    text = mistakes.submission()
    broken = text.replace("<headline>", "<!-- ours --><headline>").replace('date="2016-01-01"', 'date="1 January"')
    shown = {"country": b"NO", "period": b"2016-Q1", "d1": b"1", "d1-headline": b"<b>\"'&", "d1-body": b"[x](y)"}
    removed = {**shown, "d2": b"2", "d2-headline": b"", "do": b"remove d1"}
    states = {
        "write": desk.fetch(address + "write"),
        "write-blank": desk.fetch(address + "write?country=NO&period=2016-Q2"),
        "write-odd": desk.fetch(address + "write?country=%22%3E%3Cb%3E&period=%00%22"),
        "write-filled": desk.fetch(address + "write", {"do": b"open", "text": broken.encode()}),
        "write-checked": desk.fetch(address + "write", {**shown, "do": b"check"}),
        "write-removed": desk.fetch(address + "write", removed),
        "write-blocked": desk.fetch(address + "write", {"do": b"open", "text": b"<submission>&"}),
        "write-empty": desk.fetch(address + "write", {"do": b"open", "text": b""}),
    }
    return save(states, work)


def save(states, work):
    """Pages as files."""
    pages = []
    for name, page in states.items():
        pages.append(work / f"{name}.html")
        pages[-1].write_bytes(page if isinstance(page, bytes) else page.encode())
    return pages


if __name__ == "__main__":
    timed(main)
