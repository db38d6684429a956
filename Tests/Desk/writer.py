"""Somebody who writes in the form for a submission."""

import time

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from checking import Guest

TEXTS = [
    ("Minimum age of 24 set for family formation", "legislative", "in-force", "1 April 2016",
     "Rules on family formation that applied from 1 April 2016 set a minimum age of 24 for both partners. An exception "
     "could be made where it was obvious that the two had married of their own free will.",
     "EMN Norway, country factsheet 2016, p. 2"),
    ("Readmission agreement with Iraq applied to voluntary returns", "agreement", "signed", "May 2016",
     "Norway and Iraq agreed on the return and readmission of irregular migrants whose applications for asylum had been "
     "rejected. Before, returns had been possible only where the person agreed to them in writing.",
     "Ministry of Justice and Public Security"),
    ("Three reception centres for asylum seekers closed", "institutional", "decided", "2016",
     "The Directorate of Immigration closed three reception centres for applicants for asylum, as fewer persons applied for "
     "international protection than in the year before. Their residents moved to centres nearby.",
     "Directorate of Immigration"),
]
HEADLINES = "return [...document.querySelectorAll('#write input[name$=\"-headline\"]')].map(field => field.value)"


class Writer(Guest):
    """A guest of the desk who writes."""

    def begin(self, country="NO", period="2016-Q2"):
        self.open(f"write?country={country}&period={period}")

    def fill(self, name, text):
        field = self.find(f"#{name}")
        if field.tag_name == "select":
            Select(field).select_by_value(text)
        else:
            field.send_keys(text)

    def develop(self, place, headline, kind, stage, date, body, source):
        self.fill(f"d{place}-headline", headline)
        self.fill(f"d{place}-kind", kind)
        self.fill(f"d{place}-stage1-type", stage)
        self.fill(f"d{place}-stage1-date", date)
        self.fill(f"d{place}-body", body)
        self.fill(f"d{place}-source1-title", source)

    def press_button(self, value, wait=True):
        """Presses a button of the form; with scripts, waits until what it asked for is there."""
        button = self.driver.find_elements(By.CSS_SELECTOR, f"#write button[value='{value}']")[0]
        before = self.find("#write")
        self.run("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()
        if wait:
            self.expect(self.wait(lambda: self.find("#write") != before, 10), f"nothing comes of “{value}”")

    def told(self, field):
        """What is told beside a field."""
        return self.run("return document.getElementById(arguments[0])?.textContent ?? ''", f"{field}-found")

    def said(self):
        return self.run("return document.getElementById('write-said').textContent")

    def has_focus(self, name):
        return self.wait(lambda: self.run("return document.activeElement.id") == name)

    def downloads(self, folder):
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})

    def download(self, folder):
        """The file that the button for it gives."""
        for old in folder.glob("*"):
            old.unlink()
        self.find("#write button[formaction='/write/download']").click()
        done = lambda: [path for path in folder.glob("*.xml")]
        self.expect(self.wait(done, 10), "nothing is downloaded")
        time.sleep(0.1)
        return done()[0] if done() else None

    def keeps(self):
        return self.run("return Object.keys(localStorage).filter(key => key.startsWith('bulletin-desk/write/'))")
