"""A reader at a real Chromium who has nothing but a keyboard, and a pointer that can hover."""

import json
import time

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By

import browser
from markup import ENTRY

# What is told of the element that has the focus. The outline must be drawn, and some point of it must be uppermost.
FOCUS = """
const element = document.activeElement;
if (!element || element === document.body) return null;
const style = getComputedStyle(element);
const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
const spots = [...element.getClientRects()].flatMap(box => [0.5, 0.1, 0.9].flatMap(part => [
  [box.left + box.width * part, box.top + box.height / 2], [box.left + box.width / 2, box.top + box.height * part]]));
const uppermost = spots.some(([x, y]) => {
  const hit = document.elementFromPoint(x, y);
  return hit && (element.contains(hit) || hit.contains(element) && hit.tagName === 'SELECT');
});
return {html: element.outerHTML.slice(0, 120), drawn, uppermost, matches: element.matches(arguments[0])};
"""

# Ids of the entries that can be seen.
SHOWN = f"return [...document.querySelectorAll('{ENTRY}')].filter(entry => entry.checkVisibility()).map(entry => entry.id)"


class Reader:
    def __init__(self, page, **options):
        self.page = page.resolve()
        self.driver = browser.open_browser(**options)
        self.faults = []
        # Pages that glide to their place would be measured on the way.
        self.media(**{"prefers-reduced-motion": "reduce"})
        self.size(1280, 900)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def fault(self, text):
        self.faults.append(f"{self.page.parent.name}/{self.page.name}: {text}")

    def expect(self, condition, text):
        if not condition:
            self.fault(text)
        return bool(condition)

    def media(self, **features):
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": name, "value": value} for name, value in features.items()]})

    def size(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def open(self, rest=""):
        """Opens the page from its beginning, with a query or an anchor. Another page in between makes it load anew."""
        self.driver.get("about:blank")
        self.driver.get(self.page.as_uri() + rest)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def press(self, *keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def hover(self, element):
        """Moves the pointer onto an element; of a link that goes over two lines, onto its first line."""
        across, down = self.run(
            "const [line] = arguments[0].getClientRects();"
            "return [line.left + line.width / 2, line.top + line.height / 2]", element)
        pointer = ActionBuilder(self.driver, duration=50)
        pointer.pointer_action.move_to_location(round(across), round(down))
        pointer.perform()

    def find(self, selector):
        """The first element that matches; one that a page is about to have is waited for."""
        self.wait(lambda: self.driver.find_elements(By.CSS_SELECTOR, selector))
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def focus(self, selector="*"):
        return self.run(FOCUS, selector)

    def tab_to(self, selector, limit=1000):
        """Presses Tab until what matches has the focus; each stop on the way must be seen to have it."""
        for _ in range(limit):
            self.press("\ue004")
            stop = self.focus(selector)
            if stop is None:
                break
            self.expect(stop["drawn"], f"the focus is not drawn on {stop['html']}")
            self.expect(stop["uppermost"], f"something covers what has the focus: {stop['html']}")
            if stop["matches"]:
                return True
        self.fault(f"Tab does not come to {selector}")
        return False

    def wait(self, condition, seconds=3):
        """Whether a condition comes true in so many seconds. It is not yet while one page gives way to another."""
        end = time.monotonic() + seconds
        while True:
            is_late = time.monotonic() >= end
            try:
                if condition():
                    return True
            except (NoSuchElementException, StaleElementReferenceException):
                pass
            if is_late:
                return False
            time.sleep(0.05)

    def shown(self):
        return self.run(SHOWN)

    def in_view(self, identifier):
        """Whether the top of the element with this id stands in the upper part of the window, or the page ends there."""
        return self.run(
            "const box = document.getElementById(arguments[0])?.getBoundingClientRect();"
            "const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;"
            "return !!box && box.height > 0 && box.top > -2 && box.top < innerHeight * (end ? 1 : 0.6)", identifier)

    def leads_to(self, anchor, what):
        """Whether the page has gone to an anchor and shows it there."""
        self.expect(self.wait(lambda: self.hash() == anchor), f"{what} leads to “{self.hash()}”, not {anchor}")
        self.expect(self.wait(lambda: self.in_view(anchor[1:])), f"{what} does not bring {anchor} into view")

    def hash(self):
        return self.run("return decodeURIComponent(location.hash)")

    def query(self):
        return self.run("return Object.fromEntries(new URLSearchParams(location.search))")

    def asked_for(self):
        """All that the browser asked for beside the page itself, and all that it complained of."""
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        own = (self.page.as_uri(), "about:", "data:")
        self.faults += [f"{self.page}: asks for {url}" for url in asked if not url.startswith(own)]
        self.faults += [f"{self.page}: the browser says {entry['message']}" for entry in self.driver.get_log("browser")]
