"""How contact points sign in and send, in a browser."""

import pathlib
import tempfile

from selenium.webdriver.common.keys import Keys

import mistakes
from checking import Guest
from office import digest, submission

HEADING = "return document.querySelector('h1').textContent.trim()"


class Sender(Guest):
    def __init__(self, office, name, pictures=None):
        super().__init__(office.address, name, pictures)
        self.office = office

    def go(self, press, heading):
        """Whether a click leads to a page with a heading."""
        press()
        return self.expect(self.wait(lambda: self.heading().endswith(heading)), f"“{self.heading()}”, not “{heading}”")

    def heading(self):
        return self.run("return document.querySelector('h1')?.textContent.trim() ?? ''")

    def sign_in(self, token):
        self.paste("#token", token)
        self.find("#sign-in button").click()
        self.wait(lambda: self.exists(".signed") or self.exists("#token-error"))

    def quiet(self):
        """What the browser says of a status other than 200 is no fault of the page."""
        self.driver.get_log("browser")


def send_and_keep(office, pictures):
    """A token that is wrong, a file with mistakes, the mended file, its receipt, the same file again, a draft."""
    with Sender(office, "sending", pictures) as sender:
        sender.open("send")
        sender.inspect("sign in")
        sender.sign_in("emn-no-" + "0" * 52)
        sender.expect(sender.exists("#token-error"), "a wrong token is not told")
        sender.inspect("sign in, refused")
        sender.quiet()
        sender.sign_in(office.tokens["NO"])
        sender.expect(sender.run(HEADING) == "Send a submission", "signed in, but not at the page for sending")
        sender.inspect("send")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "NO.xml"
            path.write_text(mistakes.broken(), encoding="utf-8")
            sender.find("#file").send_keys(str(path))
            sender.go(sender.find("#send button").click, "10 errors to mend")
        sender.expect("10 errors have to be mended" in sender.find("#objection").text, sender.find("#objection").text)
        sender.inspect("send, refused")
        sender.find("#result-findings .finding .place a").click()
        sender.expect(sender.run("return getSelection().toString()") == "finished", "a finding does not lead to its place")
        sender.quiet()
        text = submission()
        sender.paste("#text", text)
        sender.go(sender.find("#remedy button").click, "Received")
        sender.inspect("receipt")
        page = sender.find("main").text
        sender.expect(digest(text) in page, "the receipt has not the digest of the text")
        sender.expect(office.version("2016-Q1", "NO", 1) == text.encode() == office.inputs("2016-Q1", "NO"), "another text is kept")
        first = sender.driver.current_url
        sender.open("send")
        sender.paste("#text", text)
        sender.go(sender.find("#send button").click, "Received")
        sender.expect(sender.driver.current_url == first, "the same text makes another version")
        sender.open("send")
        sender.paste("#text", submission(status="draft"))
        sender.find("#send button").click()
        sender.expect(sender.wait(lambda: sender.exists("#objection")), "a draft takes the place of a final version unasked")
        sender.expect("nothing of yours goes into" in sender.find("#objection").text, sender.find("#objection").text)
        sender.inspect("send, a draft after a final version")
        sender.go(sender.find("#remedy button").click, "Received")
        sender.expect("does not go into the bulletin" in sender.find(".verdict").text, "a draft is not said to be one")
        sender.inspect("receipt of a draft")
        sender.open("send")
        listed = [item.text for item in sender.driver.find_elements("css selector", ".sent li")]
        sender.expect(len(listed) == 2 and "draft" in listed[0] and "final" in listed[1], f"listed is {listed}")
        sender.inspect("sent")
        sender.find(".signed button").click()
        sender.expect(sender.wait(lambda: not sender.exists(".signed")), "nobody is signed out")
        sender.driver.get(first)
        sender.expect(sender.exists("#sign-in"), "a receipt is shown to whoever has its address")
        sender.quiet()
        sender.asked_for()
        return sender.faults


def with_warnings(office, pictures):
    """Warnings are shown first; a text that was changed after that is looked at again."""
    with Sender(office, "warnings", pictures) as sender:
        sender.open("send")
        sender.sign_in(office.tokens["SE"])
        text = warned()
        sender.paste("#text", text)
        sender.find("#send button").click()
        sender.expect(sender.wait(lambda: sender.exists("#objection")), "nothing is said of a warning")
        sender.expect("one warning" in sender.find("#objection").text, sender.find("#objection").text)
        sender.inspect("send, warned")
        sender.paste("#text", text.replace("2016-01-01", "1 January"))
        sender.find("#remedy button").click()
        sender.expect(sender.wait(lambda: "It was not sent" in sender.find("#objection").text), "a confirmed text was changed and taken")
        sender.quiet()
        sender.paste("#text", text)
        sender.find("#remedy button").click()
        sender.expect(sender.wait(lambda: "not sent yet" in sender.find("#objection").text), "warnings need no second look")
        sender.go(sender.find("#remedy button").click, "Received")
        sender.expect(office.inputs("2016-Q1", "SE") == text.encode(), "another text is kept")
        sender.asked_for()
        return sender.faults


def warned():
    """A text with one warning."""
    return submission("SE").replace("of their own free", "of their own own free")


def without_script_by_keyboard(office, pictures):
    """All of it works with scripting off, and with nothing but keys."""
    with Sender(office, "sending by keyboard", pictures) as sender:
        sender.scripting(False)
        sender.open("send")
        sender.tab_to("#token")
        sender.press(office.tokens["FI"], Keys.ENTER)
        sender.expect(sender.wait(lambda: sender.exists("#send")), "Enter does not sign in")
        for selector in ["#file", "#text"]:
            sender.tab_to(selector)
        sender.paste("#text", submission("FI"))
        sender.tab_to("#send button")
        sender.press(Keys.ENTER)
        sender.expect(sender.wait(lambda: sender.exists(".facts")), f"not received: {sender.find('main').text[:300]}")
        sender.expect(not sender.find("button[data-copies]").is_displayed(), "copying is offered where it does nothing")
        for selector in [".signed button", "#receipt-text", ".buttons a"]:
            sender.tab_to(selector)
        sender.asked_for()
        return sender.faults


def states(office):
    """The pages for sending in all states, for the checker of markup."""
    stranger, team, editor = office.visitor(), office.visitor("NO"), office.visitor("editor")
    other = office.visitor("SE")
    received = team.send(submission(status="draft", remark="markup"))[1]
    fields = {"key": team.key}
    return {
        "sign-in": stranger.ask("/send")[2],
        "sign-in-refused": stranger.ask("/sign-in", {"token": "emn-no-0"})[2],
        "sign-in-empty": stranger.ask("/sign-in", {"token": ""})[2],
        "send": team.ask("/send")[2],
        "send-empty": team.ask("/send", fields)[2],
        "send-refused": team.ask("/send", {**fields, "text": mistakes.broken()})[2],
        "send-warned": other.ask("/send", {"key": other.key, "text": warned()})[2],
        "send-editor": editor.ask("/send")[2],
        "receipt": team.ask(received)[2],
        "signed-out": stranger.ask("/send", fields)[2],
        "not-yours": editor.ask("/send", {"key": editor.key, "text": submission()})[2],
        "receipt-missing": team.ask("/receipt/2016-Q1/NO/9999")[2],
    }


STEPS = [send_and_keep, with_warnings, without_script_by_keyboard]
