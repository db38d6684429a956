"""The whole way of a submission: written in the form, sent, seen by the editor, decided, compiled, found in the bulletin."""

import html
import re

from desk import PACKAGE
from office import Office
from sending import Sender
from writer import TEXTS, Writer

PERIOD = "2016-Q2"


class Colleague(Sender, Writer):
    """Somebody who writes and sends, and then sits at the editor's desk."""

    def sign_in_anew(self, part, holder):
        self.driver.delete_all_cookies()
        self.open(part)
        # That nobody is signed in yet is said with a status of its own.
        self.quiet()
        self.sign_in(self.office.tokens[holder])


def from_the_form_to_the_issue(executable, folder, pictures):
    """Three developments, one of them under a theme that the editor overrules."""
    office = Office(executable, folder, ["NO", "editor"])
    with office.opened(), Colleague(office, "the whole way", pictures) as guest:
        guest.sign_in_anew("send", "NO")
        write(guest)
        send(guest)
        guest.sign_in_anew("issue", "editor")
        edit(guest)
        compiled(guest)
        guest.asked_for()
        return guest.faults


def write(guest):
    guest.begin(period=PERIOD)
    for place, text in enumerate(TEXTS, 1):
        if place > 1:
            guest.press_button("add d")
        guest.develop(place, *text)
        guest.fill(f"d{place}-theme", "borders-visas" if place == 3 else "integration" if place == 1 else "return")
    guest.fill("status", "final")
    guest.press_button("check")
    draft = guest.office.data / "drafts" / PERIOD / "NO.xml"
    guest.expect("Norway" in guest.find(".signed").text, "the form does not say who is signed in")
    guest.expect(draft.is_file() and TEXTS[2][0] in draft.read_text(encoding="utf-8"), "the desk keeps no draft")
    guest.inspect("write, signed in", height=2400)
    not_kept(guest, draft.parents[1])


def not_kept(guest, drafts):
    """That the desk cannot keep a draft is told at the head and where somebody writes, until it can."""
    away = drafts.with_name("away")
    drafts.rename(away)
    drafts.write_text("a file in the place of the folder")
    for is_told in [True, False]:
        # A blank at the end is typing, and changes nothing.
        guest.fill("d1-headline", " ")
        told = lambda: (bool(guest.find("#write-unkept").text), guest.exists("#write-unkept-here + .input #d1-headline"))
        guest.expect(guest.wait(lambda: told() == (is_told, is_told), 10), f"of a draft is told {told()}, not {is_told}")
        if is_told:
            guest.inspect("write, draft not kept", height=2400)
            drafts.unlink()
            away.rename(drafts)


def send(guest):
    guest.press_button("send")
    guest.expect(guest.wait(lambda: guest.exists("form[action='/send']")), "the form offers nothing to send")
    guest.inspect("write, to be sent", height=2400)
    guest.find("form[action='/send'] button").click()
    guest.wait(lambda: guest.exists("#remedy") or guest.heading() == "Received")
    confirm = guest.driver.find_elements("css selector", "form:has(input[name='confirmed']) button")
    if confirm:
        confirm[0].click()
    guest.expect(guest.wait(lambda: guest.heading() == "Received"), f"sent, the form leads to “{guest.heading()}”")
    text = guest.office.inputs(PERIOD, "NO").decode()
    guest.expect(all(headline in text for headline, *_ in TEXTS), "what was received is not what was written")


def edit(guest):
    guest.paste("#period", PERIOD)
    guest.go(lambda: guest.find(".ask button").click(), "Editors’ file")
    guest.paste("#text", (PACKAGE / "inputs" / PERIOD / "issue.xml").read_text(encoding="utf-8"))
    guest.go(guest.find(".ask button").click, "Overview")
    guest.expect("Norway" in guest.find("main").text, "the editor does not see who has submitted")
    guest.driver.get(guest.page.address + f"issue/{PERIOD}/themes")
    cards = len(guest.driver.find_elements("css selector", ".card"))
    guest.expect(cards > 0, "no theme is to be decided")
    for _ in range(cards):
        guest.tab_to(".card button")
        before = len(guest.driver.find_elements("css selector", ".card"))
        guest.press("2")
        guest.wait(lambda: len(guest.driver.find_elements("css selector", ".card")) < before)
    text = guest.office.inputs(PERIOD, "issue").decode()
    guest.decided = re.findall(r'<set-theme country="NO" id="([^"]+)" theme="([^"]+)">', text)
    guest.expect(len(guest.decided) == cards, f"{guest.decided} is decided of {cards}")


def compiled(guest):
    guest.driver.get(guest.page.address + f"issue/{PERIOD}")
    guest.find("#compile button").click()
    guest.wait(lambda: "Compiled:" in guest.find("main").text)
    page = guest.office.data / "output" / PERIOD / "bulletin.html"
    guest.expect(page.is_file(), "nothing is compiled")
    if not page.is_file():
        return
    text = html.unescape(page.read_text(encoding="utf-8"))
    for headline, *_ in TEXTS:
        guest.expect(headline in text, f"“{headline}” is not in the bulletin")
    for entry, theme in guest.decided:
        found = re.search(rf'<article[^>]*id="no-{re.escape(entry)}"[^>]*data-theme="([^"]+)"', text)
        guest.expect(found and found[1] == theme, f"{entry} stands in the bulletin under {found and found[1]}, not {theme}")
