"""Looks at pages of hostile text in headless Chromium: nothing runs, nothing is asked for, nothing is built of it.

A page may be made only of the elements and attributes of which pages of plain words are made. Every page is taken
apart by the browser's own parser; those that are opened are pointed at and clicked all over, with their own policy
switched off, so that whatever came through would run.
"""

import json
import pathlib
import re
import sys

import fields
import page_scripts
import samples
import texts
from payloads import is_balanced, squeezed, typed

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))

import browser  # noqa: E402

LEADS = {"https:", "http:", "file:"}
# What a page has as often as another of its sort, whatever is written in it.
FRAME = ["html", "head", "title", "meta", "base", "link", "script", "style", "body", "main", "h1", "form", "iframe", "header", "footer"]
# The browser may not find any host, nor look for news of its own.
CLOSED = ["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update"]


BARRED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff"
                    "\u202a-\u202e\u2066-\u2069]")
# What a page may do: run and show what is its own, known by its digest, and nothing else.
POLICY = re.compile("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+'")


def places_of(text):
    """What stands right before the first few such characters, by element."""
    found = {re.findall("<([a-z0-9]+)", text[:match.start()])[-1] for match in BARRED.finditer(text)}
    return "in " + ", ".join(f"<{name}>" for name in sorted(found))


class Look:
    """A browser, the kinds of elements that plain pages have, and what was found wrong."""

    def __init__(self, own_policy=False):
        self.driver = browser.open_browser(more=CLOSED)
        self.driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": not own_policy})
        self.kinds, self.frames, self.faults, self.opened, self.parsed = set(), {}, [], 0, 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def fault(self, where, text):
        self.faults.append(f"{where}: {text}")

    def learn(self, path):
        """What a page of plain words is made of, all pages may be made of; untouched, touched and filtered."""
        made = self.parse(path.read_text(encoding="utf-8"))
        self.kinds |= set(made["kinds"])
        self.frames[path.name] = {name: made["counts"].get(name, 0) for name in FRAME}
        self.open(path.as_uri())
        for script in ["", page_scripts.TOUCH]:
            self.driver.execute_script(script)
            self.kinds |= set(self.driver.execute_script(page_scripts.OPEN)["kinds"])
        self.kinds.add("xhtml body filtered")

    def open(self, address):
        self.driver.get(address)
        self.opened += 1

    def parse(self, text):
        self.parsed += 1
        return self.driver.execute_script(page_scripts.PARSED, text)

    def page(self, where, path, own=None):
        """A page taken apart. What turns the direction of writing may go on to the end of a text of its `own`."""
        text = path.read_text(encoding="utf-8")
        # HTML allows no control characters anywhere (HTML Living Standard, "preprocessing the input stream"), and what turns
        # the direction of writing is left out.
        if BARRED.search(text):
            self.fault(where, f"holds characters that may stand in no page: {places_of(text)}")
        made = self.parse(text)
        self.made(where, made)
        counts = {name: made["counts"].get(name, 0) for name in FRAME}
        if own is not None and counts != self.frames.get(path.name, counts):
            self.fault(where, f"has another frame than a plain page: {counts}")
        for name, rest in made["turned"]:
            if own is not None and not is_balanced(rest) and not typed(own).endswith(rest):
                self.fault(where, f"words turn round what stands behind them in their <{name}>")
        return made

    def touch(self, where, address):
        """A page opened, and touched all over."""
        self.open(address)
        self.made(where, self.driver.execute_script(page_scripts.OPEN))
        self.driver.execute_script(page_scripts.TOUCH)
        self.made(f"{where}, touched", self.driver.execute_script(page_scripts.OPEN))

    def made(self, where, made):
        odd = sorted(set(made["kinds"]) - self.kinds)
        if odd:
            self.fault(where, f"is made of what no plain page is made of: {odd[:6]}")
        leads = sorted(set(made["schemes"]) - LEADS)
        if leads:
            self.fault(where, f"leads to {leads[:4]}")
        if made.get("ran") is not None:
            self.fault(where, "a script of theirs has run")

    def asked(self):
        """What the browser asked for, complained of or opened since it was asked last."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            address = message["params"].get("request", {}).get("url", "") if message["method"] == "Network.requestWillBeSent" else ""
            if address and not address.startswith(("file:", "about:", "data:,")):
                self.fault(message["params"].get("documentURL", ""), f"asks for {address[:120]}")
            if message["method"] == "Page.javascriptDialogOpening":
                self.fault(message["params"]["url"], f"opens a dialog: {message['params']['message'][:80]}")
        for entry in self.driver.get_log("browser"):
            self.fault("the browser says", entry["message"][:300])


def issue_pages(look, folder, sample):
    """An issue's two pages, and that its texts are shown as they were typed, each where it belongs."""
    where = f"{sample.name}: bulletin.html"
    made = look.page(where, folder / "bulletin.html", sample.text)
    found = made["policy"]
    if len(found) != 1 or not POLICY.fullmatch(found[0]):
        look.fault(where, f"has another policy: {found}")
    look.page(f"{sample.name}: report.html", folder / "report.html", sample.text)
    sought = squeezed(sample.text)
    shown = texts.accepted(sample, fields.SHOWN)
    for file, _, slot in shown:
        if file == "NO.xml" and sought not in squeezed(made["texts"].get("no-" + samples.identifier(slot, sample), "")):
            look.fault(where, f"{slot.place} is not shown as typed")
    if sought and squeezed(made["whole"]).count(sought) < len(shown):
        look.fault(where, f"shows the text {squeezed(made['whole']).count(sought)} times of {len(shown)}")


def opened_pages(look, folder, sample):
    """The same pages opened, with every entry to be seen."""
    look.touch(f"{sample.name}: report.html", (folder / "report.html").as_uri())
    look.touch(f"{sample.name}: bulletin.html", (folder / "bulletin.html").as_uri())
    look.open((folder / "bulletin.html").as_uri())
    seen = look.driver.execute_script(page_scripts.SEEN)
    for file, _, slot in texts.accepted(sample, fields.SHOWN):
        identifier = "no-" + samples.identifier(slot, sample)
        if file == "NO.xml" and squeezed(sample.text) not in squeezed(seen.get(identifier, "")):
            look.fault(f"{sample.name}: bulletin.html, opened", f"{slot.place} is not shown as typed")
