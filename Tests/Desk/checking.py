"""How the page for checking a submission is used."""

import tempfile
import pathlib

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import browser
import mistakes
from desk import Page
from reader import Reader

FINDINGS = "return document.querySelectorAll('#result-findings .finding').length"
VERDICT = "return document.querySelector('h1').textContent.trim()"
# Puts a text into a field as pasting it would.
PASTE = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"


class Guest(Reader):
    """A reader of the desk, who looks at a page in all settings."""

    def __init__(self, address, name, pictures=None):
        super().__init__(Page(address, name))
        self.pictures = pictures
        # A page that is left is no fault of the next one.
        self.driver.get_log("performance")

    def paste(self, selector, text):
        self.run(PASTE, self.find(selector), text)

    def scripting(self, is_on):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not is_on})

    def inspect(self, state, height=900):
        """Looks at the page as it is in each setting; it is not loaded anew."""
        self.run("document.querySelectorAll('details').forEach(part => part.open = true)")
        for scheme, width in browser.SETTINGS:
            self.media(**{"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"})
            self.size(width, height)
            where = f"desk, {state} ({scheme}, {width} px)"
            if self.run("return document.documentElement.scrollWidth > innerWidth"):
                self.faults.append(f"{where}: the page is wider than the window")
            self.faults += browser.run_axe(self.driver, where, {})
            if self.pictures:
                self.run("scrollTo(0, 0)")
                self.driver.save_screenshot(str(self.pictures / f"{state}-{scheme}-{width}.png"))
        self.media(**{"prefers-reduced-motion": "reduce"})
        self.size(1280, height)

    def checked_again(self, press):
        """Whether the page says something new after a key or a click, without being loaded anew."""
        before = self.run("return document.getElementById('result-findings')") if self.exists("#result-findings") else None
        press()
        return self.wait(lambda: self.exists("#result-findings") and self.find("#result-findings") != before)

    def exists(self, selector):
        return bool(self.driver.find_elements(By.CSS_SELECTOR, selector))


def mend_ten_mistakes(address, pictures):
    """A file with ten mistakes, chosen from the disk, is mended where its findings lead, one by one, to none."""
    with Guest(address, "ten mistakes", pictures) as guest, tempfile.TemporaryDirectory() as folder:
        guest.open()
        guest.inspect("check")
        path = pathlib.Path(folder) / "NO.xml"
        path.write_text(mistakes.broken(), encoding="utf-8")
        guest.find("#file").send_keys(str(path))
        guest.find("#check button").click()
        guest.expect(guest.wait(lambda: guest.run(FINDINGS) == 10), f"{guest.run(FINDINGS)} findings instead of ten")
        guest.expect(guest.run(VERDICT).endswith("10 errors to mend"), guest.run(VERDICT))
        guest.inspect("ten mistakes")
        for place, (right, wrong) in enumerate(mistakes.MISTAKES):
            mend(guest, right, wrong)
            left = guest.run(FINDINGS)
            guest.expect(left == 9 - place, f"{left} findings after {place + 1} are mended")
        guest.expect(guest.run(VERDICT).endswith("Ready to send"), guest.run(VERDICT))
        guest.expect(guest.run("return document.getElementById('outcome').textContent") == "Ready to send", "it is not said")
        text = guest.run("return document.getElementById('text').value")
        guest.expect(text == mistakes.submission(), "the mended text is not the one without mistakes")
        shown = guest.shown()
        guest.expect(shown == ["no-refugee-status-home-visits", "no-family-formation-age-24"], f"the preview has {shown}")
        guest.expect("own free will" in guest.run("return document.querySelector('.plain').textContent"), "no text edition")
        guest.inspect("ready")
        guest.asked_for()
        return guest.faults


def mend(guest, right, wrong):
    """The first finding leads to its line, which has the mistake; what is wrong is overwritten as by typing."""
    guest.find("#result-findings .finding .place a").click()
    line, start = guest.run(
        "const field = document.activeElement; const value = field.value ?? '', at = field.selectionStart ?? 0;"
        "const from = value.lastIndexOf('\\n', at - 1) + 1; const to = value.indexOf('\\n', at);"
        "return [value.slice(from, to), from]")
    if not guest.expect(wrong in line, f"the finding about {wrong} leads to “{line}”"):
        guest.run("document.getElementById('text').focus()")
    in_view = guest.run(
        "const box = document.getElementById('text').getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight")
    guest.expect(in_view, f"the finding about {wrong} does not bring the text into view")
    guest.run(
        "const field = document.getElementById('text'); const [wrong, from] = arguments;"
        "const at = field.value.indexOf(wrong, from); field.setSelectionRange(at, at + wrong.length)", wrong, start)
    guest.find("#text").send_keys(right)
    if "titel" in wrong:
        guest.paste("#text", guest.run("return document.getElementById('text').value").replace("</titel>", "</title>"))
    button = guest.find("#mend button")
    guest.expect(guest.checked_again(button.click), f"nothing comes of mending {wrong}")


def without_script(address, pictures):
    """With scripting off a text is checked by paste, findings lead to numbered lines, and it is checked again."""
    with Guest(address, "without script", pictures) as guest:
        guest.scripting(False)
        guest.open()
        guest.expect(not guest.find("#drop-help").is_displayed(), "dropping a file is offered where it does nothing")
        guest.paste("#text", mistakes.broken())
        guest.find("#check button").click()
        guest.expect(guest.wait(lambda: guest.run(FINDINGS) == 10), f"{guest.run(FINDINGS)} findings instead of ten")
        guest.expect(guest.find("#listing").is_displayed(), "the text is not listed")
        marked = guest.run("return [...document.querySelectorAll('.lines li.error mark')].map(mark => mark.textContent)")
        guest.expect("1 January 2016" in marked and "internatonal-protection" in marked, f"marked is {marked}")
        guest.find("#result-findings .finding .place a").click()
        guest.leads_to("#line-2", "the first finding")
        guest.find("#line-2 a.flag").click()
        guest.leads_to("#finding-1-1", "the line")
        # The checker is a script itself; those of a page that is there already stay as they are.
        guest.scripting(True)
        guest.inspect("without script")
        guest.scripting(False)
        guest.paste("#text", mistakes.submission())
        guest.find("#mend button").click()
        guest.expect(guest.wait(lambda: guest.run(VERDICT).endswith("Ready to send")), guest.run(VERDICT))
        guest.asked_for()
        return guest.faults


def by_keyboard(address, pictures):
    """A text is checked and mended with nothing but keys, and the focus can be seen all the way."""
    with Guest(address, "by keyboard", pictures) as guest:
        guest.open()
        guest.tab_to("#file")
        guest.tab_to("#text")
        guest.paste("#text", mistakes.submission().replace('status="final"', 'status="finl"'))
        guest.tab_to("#check button")
        guest.press(Keys.ENTER)
        guest.expect(guest.wait(lambda: guest.exists("#mend")), "the button does nothing")
        guest.tab_to(".place a")
        guest.press(Keys.ENTER)
        guest.expect(guest.focus("#text")["matches"], "a finding does not lead into the text")
        guest.expect(guest.run("return getSelection().toString()") == "finl", "the place is not selected")
        guest.press("final")
        guest.expect(guest.checked_again(lambda: guest.find("#text").send_keys(Keys.CONTROL, Keys.ENTER)), "Ctrl-Enter does nothing")
        guest.expect(guest.run(VERDICT).endswith("Ready to send"), guest.run(VERDICT))
        for selector in ["#mend button", "#mend button.lesser", "#mend .buttons a", "#result-preview summary"]:
            guest.tab_to(selector)
        guest.asked_for()
        return guest.faults


def other_states(address, pictures):
    """A file that is no XML, words that try to be markup, a page that is not there, a text that has become too large."""
    with Guest(address, "other states", pictures) as guest:
        guest.open("nowhere")
        guest.inspect("not found")
        # The status itself is told by the browser, and is no fault.
        guest.driver.get_log("browser")
        guest.open()
        guest.paste("#text", "</textarea><script>document.title = 'taken'</script><b>bold</b>")
        guest.find("#check button").click()
        guest.expect(guest.wait(lambda: guest.exists("#mend")), "no answer")
        guest.expect("taken" not in guest.driver.title and not guest.exists("#page-main b:not(.severity)"), "markup was let in")
        guest.inspect("no submission")
        guest.paste("#text", "x" * 300_000)
        guest.find("#mend button").click()
        guest.expect(guest.wait(lambda: guest.exists("#failure")), "nothing is said of a text that is too large")
        guest.expect("256 KiB" in guest.find("#failure").text, guest.find("#failure").text)
        guest.paste("#text", "still there")
        guest.inspect("failed")
        guest.driver.get_log("browser")
        guest.asked_for()
        return guest.faults


def dropped(address, pictures):
    """A file that is dropped anywhere is checked."""
    with Guest(address, "dropped", pictures) as guest:
        guest.open()
        guest.expect(guest.find("#drop-help").is_displayed(), "dropping is not offered")
        guest.run(
            "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'SE.xml'));"
            "for (const type of ['dragover', 'drop'])"
            " document.querySelector('h1').dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}))",
            mistakes.submission())
        guest.expect(guest.wait(lambda: guest.exists("#mend")), "nothing comes of dropping a file")
        rules = guest.run("return [...document.querySelectorAll('.finding .place code')].map(rule => rule.textContent)")
        guest.expect(rules == ["country-file-mismatch"], f"findings are {rules}")
        guest.asked_for()
        return guest.faults


STEPS = [mend_ten_mistakes, without_script, by_keyboard, other_states, dropped]
