"""How the form for a submission is used."""

import pathlib
import subprocess
import tempfile

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

import mistakes
from desk import PACKAGE
from writer import HEADLINES, TEXTS, Writer


def write_three(address, pictures, program):
    """Three developments from nothing: told and mended, proposed, duplicated, moved, removed and put back, kept, sent out."""
    with Writer(address, "three developments", pictures) as guest, tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        guest.downloads(folder)
        guest.open("write")
        guest.inspect("write")
        Select(guest.find("#country")).select_by_value("NO")
        guest.run("document.getElementById('period').value = ''")
        guest.fill("period", "2016-Q2" + Keys.ENTER)
        guest.expect(guest.wait(lambda: guest.exists("#d1-headline")), "the form does not open")
        guest.inspect("write, blank")
        mend_what_is_told(guest)
        for place, text in enumerate(TEXTS, 1):
            if place > 1:
                guest.press_button("add d")
                guest.expect(guest.has_focus(f"d{place}-headline"), f"the focus is not in development {place}")
            guest.develop(place, *text)
        guest.expect(guest.wait(lambda: "Return" in guest.find("#d2-theme-proposed").text, 10), "no theme is proposed")
        proposal = guest.find("#d2-theme-proposed").text
        guest.expect("because of" in proposal and "readmission" in proposal, f"the proposal says {proposal}")
        guest.press_button("take d2")
        guest.expect(Select(guest.find("#d2-theme")).first_selected_option.text == "Return", "the theme is not taken")
        guest.fill("status", "final")
        guest.press_button("check")
        guest.expect(guest.has_focus("write-outcome"), "the focus is not on what was found")
        guest.inspect("write, three developments", height=2400)
        change_parts(guest)
        restore(guest)
        send_out(guest, folder, program)
        guest.asked_for()
        return guest.faults


def mend_what_is_told(guest):
    """Nothing is told of fields that nobody has been to; a wrong number is told beside its field, and no longer once mended."""
    guest.expect(not guest.run("return document.querySelectorAll('.told').length"), "findings are told before anything is typed")
    guest.press_button("add d1-act")
    guest.expect(guest.has_focus("d1-act1-title1"), "the focus is not in the act")
    guest.fill("d1-act1-title1", "Immigration Act")
    guest.tab_to("#d1-act1-celex")
    guest.press("32016X")
    guest.expect(guest.wait(lambda: "not a CELEX number" in guest.told("d1-act1-celex"), 10), "the wrong number is not told")
    guest.expect(guest.find("#d1-act1-celex").get_attribute("aria-invalid") == "true", "the field is not marked as wrong")
    guest.expect(guest.told("d1-kind") == "", "a field that nobody has been to is told of")
    guest.inspect("write, a finding")
    guest.find("#d1-act1-celex").send_keys(Keys.BACKSPACE, "R1624")
    guest.expect(guest.wait(lambda: not guest.told("d1-act1-celex"), 10), "the mended number is still told")
    guest.expect(guest.wait(lambda: guest.exists("#d1-act1-celex-read a"), 10), "the number leads nowhere")
    guest.expect(not guest.find("#d1-act1-celex").get_attribute("aria-invalid"), "the field is still marked as wrong")
    guest.press_button("remove d1-act1")
    guest.expect(not guest.exists("#d1-act1"), "the act is still there")


def change_parts(guest):
    first, second, third = [text[0] for text in TEXTS]
    headlines = lambda: guest.run(HEADLINES)
    guest.press_button("copy d1")
    guest.expect(headlines() == [first, first, second, third], f"duplicated: {headlines()}")
    guest.expect(guest.has_focus("d2-headline"), "the focus is not in the copy")
    guest.press_button("remove d2")
    guest.expect(headlines() == [first, second, third], f"removed: {headlines()}")
    guest.expect(guest.has_focus("undo"), "the focus is not on what takes it back")
    guest.expect("was removed" in guest.said(), f"said is {guest.said()}")
    guest.inspect("write, removed")
    guest.press_button("remove d1")
    guest.press(Keys.ENTER)
    guest.expect(guest.wait(lambda: headlines() == [first, second, third], 10), f"put back: {headlines()}")
    guest.press_button("down d1")
    guest.expect(headlines() == [second, first, third], f"moved: {headlines()}")
    guest.expect(guest.has_focus("d2-down"), "the focus is not on the button of what moved")
    guest.press(Keys.ENTER)
    guest.expect(guest.wait(lambda: headlines() == [second, third, first], 10), f"moved again: {headlines()}")
    guest.expect(guest.has_focus("d3-up"), "at the end, the focus is not on the other button")
    for _ in range(2):
        before = headlines()
        guest.press(Keys.ENTER)
        guest.wait(lambda: headlines() != before, 10)
    guest.expect(headlines() == [first, second, third], f"moved back: {headlines()}")


def restore(guest):
    """A text that was kept is offered when the page is opened again, and comes back whole."""
    guest.find("#d3-more summary").click()
    guest.fill("d3-note", "Ask us about the third centre.")
    guest.expect(guest.wait(lambda: "Kept in this browser" in guest.find("#write-kept").text, 10), "nothing is said of keeping")
    guest.expect(guest.keeps() == ["bulletin-desk/write/NO/2016-Q2"], f"kept is {guest.keeps()}")
    guest.begin()
    guest.expect(guest.find("#write-offer").is_displayed(), "the kept text is not offered")
    guest.expect(guest.run(HEADLINES) == [""], "the form is filled before anybody asks")
    guest.inspect("write, offered")
    guest.open("write")
    guest.expect("Norway" in guest.find("#write-offer").text, f"offered is {guest.find('#write-offer').text}")
    guest.find("#write-offer button").click()
    guest.expect(guest.wait(lambda: len(guest.run(HEADLINES)) == 3, 10), f"restored: {guest.run(HEADLINES)}")
    note = guest.run("return document.getElementById('d3-note').value")
    guest.expect(note == "Ask us about the third centre.", f"the note is {note}")


def send_out(guest, folder, program):
    """What is downloaded is valid, and fills the form again to give the same file."""
    path = guest.download(folder)
    guest.expect(path and path.name == "NO.xml", f"the file is called {path}")
    first = path.read_bytes()
    run = subprocess.run([program, "validate", "--quiet", path], capture_output=True, text=True)
    guest.expect(run.returncode == 0, f"what was written is not valid: {run.stdout}{run.stderr}")
    copy = folder.parent / "again.xml"
    copy.write_bytes(first)
    guest.open("write")
    guest.find("#file").send_keys(str(copy))
    guest.find("form[method='post'] button").click()
    guest.expect(guest.wait(lambda: guest.exists("#d3-headline"), 10), "the file does not fill the form")
    again = guest.download(folder)
    guest.expect(again and again.read_bytes() == first, "the file that filled the form comes back otherwise")
    copy.unlink()
    guest.run("localStorage.clear()")


def without_script(address, pictures, program):
    """With scripting off, the form is filled, added to, checked, and downloaded by its buttons alone."""
    with Writer(address, "writing without script", pictures) as guest, tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        guest.downloads(folder)
        guest.scripting(False)
        guest.begin()
        guest.expect(not guest.find(".tools").is_displayed(), "tools are offered that do nothing")
        guest.develop(1, *TEXTS[0])
        guest.press_button("add d")
        guest.expect(guest.has_focus("d2-headline"), "the focus is not in what was added")
        guest.expect(guest.run("return document.getElementById('d1-headline').value") == TEXTS[0][0], "what was typed is lost")
        guest.press_button("check")
        guest.expect("still blank" in guest.told("d2-kind"), f"told of a blank kind is “{guest.told('d2-kind')}”")
        link = guest.find("#write-outcome a[href='#d2-kind']")
        guest.run("arguments[0].scrollIntoView()", link)
        link.click()
        guest.leads_to("#d2-kind", "a finding")
        guest.scripting(True)
        guest.inspect("write, without script", height=2400)
        guest.scripting(False)
        guest.press_button("remove d2")
        guest.expect(guest.has_focus("undo") and not guest.exists("#d2"), "development 2 is not removed")
        guest.press_button("undo")
        guest.expect(guest.exists("#d2"), "development 2 is not put back")
        guest.press_button("remove d2")
        path = guest.download(folder)
        run = subprocess.run([program, "validate", "--quiet", path], capture_output=True, text=True)
        guest.expect(run.returncode == 0, f"what was written is not valid: {run.stdout}{run.stderr}")
        guest.asked_for()
        return guest.faults


def harmful(address, pictures, program):
    """Script in every field does not run, and stands in the file as it was typed."""
    attack = "</textarea></select>'\"><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    with Writer(address, "harmful", pictures) as guest:
        guest.begin()
        for sort in ["act", "euact", "figure", "source", "follows", "stage"]:
            guest.press_button(f"add d1-{sort}")
        guest.run(
            "for (const field of document.querySelectorAll('#write input:not([type=hidden]):not([type=checkbox]), #write textarea'))"
            " if (field.name !== 'period') { field.value = arguments[0]; field.dispatchEvent(new Event('input', {bubbles: true})); }",
            attack)
        guest.expect(guest.wait(lambda: guest.run("return document.querySelectorAll('.told').length") > 5, 10), "nothing is told")
        guest.run("document.getElementById('write-preview').open = true")
        guest.press_button("check")
        guest.inspect("write, harmful", height=2400)
        guest.begin()
        guest.find("#write-offer button").click()
        guest.expect(guest.wait(lambda: guest.run(HEADLINES) == [attack], 10), "the text does not come back as it was")
        guest.expect("taken" not in guest.driver.title and not guest.exists("#page-main img"), "markup was let in")
        guest.run("localStorage.clear()")
        guest.asked_for()
        return guest.faults


def other_states(address, pictures, program):
    """A file with more than the form shows, one that is no XML, a browser without room, a text that is discarded."""
    with Writer(address, "other states of writing", pictures) as guest:
        guest.open("write")
        text = mistakes.submission().replace("<headline>", "<!-- ours -->\n<headline>").replace('kind="policy"', 'kind="polcy"')
        guest.paste("#text", text)
        guest.find("form[method='post'] button").click()
        guest.expect(guest.wait(lambda: guest.exists("#write"), 10), "the text does not fill the form")
        guest.expect("<!-- ours -->" in guest.run("return document.querySelector('.keeps pre').textContent"), "a comment is lost")
        guest.expect("polcy" in guest.told("d1-kind"), f"told is {guest.told('d1-kind')}")
        guest.inspect("write, filled", height=2400)
        guest.press_button("forget")
        guest.expect(not guest.exists(".keeps"), "what is kept is still there")
        earlier = guest.run("return [...document.querySelectorAll('#d1-earlier optgroup')].map(group => group.label)")
        guest.expect(earlier == ["October to December 2015"], f"earlier periods are {earlier}")
        Select(guest.find("#d1-earlier")).select_by_index(1)
        guest.press_button("follow d1")
        guest.expect(guest.exists("#d1-follows1-id"), "the reference is not there")
        guest.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
        guest.fill("d1-note", "one more")
        guest.expect(guest.wait(lambda: "no room" in guest.find("#write-kept").text, 10), "a full browser is not told of")
        guest.expect(guest.exists("#d1-more #write-full"), "a full browser is not told of where somebody writes")
        guest.inspect("write, no room")
        guest.begin("NO", "2016-Q1")
        guest.driver.find_elements(By.CSS_SELECTOR, "#write-offer button")[1].click()
        guest.expect(guest.keeps() == [], f"what was discarded is still kept: {guest.keeps()}")
        guest.expect("Discarded" in guest.find("#write-offer").text, "nothing is said of discarding")
        mark_words(guest)
        guest.run("localStorage.clear()")
        guest.open("write")
        guest.paste("#text", "<submission>&")
        guest.find("form[method='post'] button").click()
        guest.inspect("write, blocked")
        guest.find("#page-main form button").click()
        guest.expect(guest.wait(lambda: guest.exists("#mend"), 10), "the check does not take it")
        guest.paste("#text", mistakes.submission())
        guest.find("#mend button[formaction='/write']").click()
        guest.expect(guest.wait(lambda: guest.exists("#d2-headline"), 10), "the check does not lead into the form")
        guest.asked_for()
        return guest.faults


def mark_words(guest):
    """Selected words get a mark by a button."""
    guest.fill("d1-body", "Rules on family reunification changed.")
    guest.run("document.getElementById('d1-body').setSelectionRange(9, 29)")
    guest.find("#d1-body").find_element(By.XPATH, "preceding-sibling::div[@role='group']/button[1]").click()
    value = guest.run("return document.getElementById('d1-body').value")
    guest.expect(value == "Rules on [family reunification](term) changed.", f"marked is {value}")


STEPS = [write_three, without_script, harmful, other_states]
