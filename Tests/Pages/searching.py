"""Searches the archive's site as a reader would, from a folder and without a server: `searching.py SITE`.

SITE has `search.html`, its folder `search`, and the editions beside it. What the search must find is read from the
editions themselves.
"""

import pathlib
import sys
import time
import urllib.parse

from selenium.webdriver.common.keys import Keys

import browser
import markup
from document import Document
from reader import Reader

COUNT = "return document.getElementById('page-count').textContent"
RESULTS = ("return [...document.querySelectorAll('#page-list a')].map(link => ({href: link.getAttribute('href'),"
           " headline: link.textContent, marked: [...link.querySelectorAll('mark')].map(mark => mark.textContent)}))")
# The entries of an edition: what the filters go by, and the text of each.
ENTRIES = (f"return [...document.querySelectorAll('{markup.ENTRY}')].map(entry => ({{...entry.dataset, id: entry.id,"
           " body: [...entry.querySelectorAll(':scope > p:not(.standing)')].map(part => part.textContent).join(' ')}))")


def check(site):
    site = pathlib.Path(site).resolve()
    page = site / "search.html"
    editions = sorted(path.parent.name for path in site.glob("*/bulletin.html"))
    faults = browser.nu_checker([page]) + weigh_script(site)
    with Search(page) as reader:
        entries = {period: entries_of(reader, site / period / "bulletin.html") for period in editions}
        steps = [opens_newest_first, finds_words_of_bodies, folds, filters, counts_acts, shares_addresses, goes_back,
                 by_keyboard, shows_more, says_what_to_try, survives_hostile_queries, without_index, narrow]
        for step in steps:
            try:
                step(reader, entries)
            except Exception as problem:  # A part that is missing must not hide what the other steps find.
                reader.fault(f"{step.__name__}: {type(problem).__name__}: {str(problem).splitlines()[0]}")
        reader.complaints()
        faults += reader.faults
    return faults + without_script(page) + accessibility(page)


class Search(Reader):
    def put(self, **state):
        """Opens the page with a state in its address and waits for the answer."""
        self.open("?" + urllib.parse.urlencode(state) if state else "")
        return self.answered()

    def answered(self):
        self.wait(lambda: self.run(COUNT) != "", 10)
        return self.results()

    def results(self):
        return self.run(RESULTS)

    def found(self):
        return [result["href"] for result in self.results()]

    def number(self):
        first = self.run(COUNT).split(" ")[0]
        return int(first) if first.isdigit() else 0

    def complaints(self):
        """What the browser says that nobody asked for: one file was taken away on purpose."""
        for entry in self.driver.get_log("browser"):
            if "away-" not in entry["message"]:
                self.fault(f"the browser says {entry['message']}")


def entries_of(reader, edition):
    reader.driver.get(edition.as_uri())
    return reader.run(ENTRIES)


def address(period, entry):
    return f"{period}/bulletin.html#{entry['id']}"


def total(entries):
    return sum(map(len, entries.values()))


def weigh_script(site):
    size = (site / "search" / "search.js").stat().st_size
    return [f"{site}: the script weighs {size} bytes"] if size > 9000 else []


def opens_newest_first(reader, entries):
    """Without words and filters all developments are there, those of the newest issue first."""
    reader.put()
    newest = max(entries)
    reader.expect(reader.number() == total(entries), f"{reader.number()} developments instead of {total(entries)}")
    expected = [address(newest, entry) for entry in entries[newest]][:20]
    reader.expect(reader.found() == expected[:len(reader.found())] and len(reader.found()) == min(20, total(entries)),
                  "the first results are not the newest issue's first entries")


def finds_words_of_bodies(reader, entries):
    """A few words from the middle of a body find its development."""
    for period, all_entries in entries.items():
        entry = all_entries[len(all_entries) // 2]
        words = entry["body"].split()
        query = " ".join(words[len(words) // 2:][:6])
        reader.put(q=query)
        reader.expect(address(period, entry) in reader.found(), f"“{query}” does not find {period} {entry['id']}")


def folds(reader, entries):
    """Case, accents and plurals do not matter; the words found are marked in the headlines."""
    lower = reader.put(q="residence permit ")
    upper = reader.put(q="RÉSIDENCE Permits ")
    reader.expect(lower and lower == upper, "case, accents or plurals change what is found")
    marked = [result for result in lower if result["marked"]]
    reader.expect(marked and all(mark.lower().startswith(("residence", "permit"))
                                 for result in marked for mark in result["marked"]), "the words found are not marked")
    reader.expect(lower[0]["marked"], "a development with the words in its headline does not come first")


def filters(reader, entries):
    """Each filter leaves what the editions say, alone and with another."""
    every = [(period, entry) for period, all_entries in entries.items() for entry in all_entries]
    country = every[0][1]["country"]
    theme = every[0][1]["theme"]
    cases = [
        ({"country": country}, lambda period, entry: entry["country"] == country),
        ({"year": "2016"}, lambda period, entry: period.startswith("2016")),
        ({"kind": "policy"}, lambda period, entry: entry["kind"] == "policy"),
        ({"stage": "in-force"}, lambda period, entry: "in-force" in entry["stages"].split()),
        ({"country": country, "year": "2016", "kind": "legislative"},
         lambda period, entry: (entry["country"], period[:4], entry["kind"]) == (country, "2016", "legislative")),
    ]
    for state, fits in cases:
        reader.put(**state)
        wanted = [address(*pair) for pair in every if fits(*pair)]
        reader.expect(reader.number() == len(wanted), f"{state}: {reader.number()} instead of {len(wanted)}")
        reader.expect(set(reader.found()) <= set(wanted), f"{state} shows what it should not")
    # A theme finds what stands under it, and what touches it beside another.
    reader.put(theme=theme)
    under = [address(*pair) for pair in every if pair[1]["theme"] == theme]
    reader.expect(reader.number() >= len(under) > 0, f"{theme}: {reader.number()} instead of {len(under)} or more")
    reader.put(theme=theme, country=country, q="a")
    reader.expect(set(reader.found()) <= {address(*pair) for pair in every if pair[1]["country"] == country},
                  "theme and country together show another country")


def counts_acts(reader, entries):
    """Each act that is offered has a development, and its number as a word finds it too."""
    reader.put()
    acts = reader.run("return [...document.querySelectorAll('#page-act option')].map(option => option.value)")[1:]
    reader.expect(acts, "no act of the EU is offered")
    for act in acts[:: max(1, len(acts) // 5)]:
        reader.put(act=act)
        by_filter = reader.number()
        reader.put(q=act)
        reader.expect(0 < by_filter <= reader.number(), f"{act}: {by_filter} by the filter, {reader.number()} by the word")


def shares_addresses(reader, entries):
    """What was typed and chosen stands in the address, and the address shows the same in another window."""
    reader.put()
    reader.find("#page-q").send_keys("asylum")
    reader.wait(lambda: reader.query().get("q") == "asylum")
    choose(reader, "year", "2016")
    reader.wait(lambda: reader.query().get("year") == "2016")
    time.sleep(0.3)
    shown, query = reader.results(), reader.query()
    reader.expect(query == {"q": "asylum", "year": "2016"}, f"the address says {query}")
    reader.expect(reader.put(**query) == shown and shown, "the address does not show the same again")
    reader.expect(reader.run("return document.getElementById('page-year').value") == "2016", "the choice is not shown")
    reader.expect(reader.run("return document.title").startswith("asylum · 2016 · "), "the title does not tell the search")


def goes_back(reader, entries):
    """Back and forward go through words and choices, a word a step."""
    reader.put(q="visa")
    before = reader.results()
    choose(reader, "year", "2016")
    reader.wait(lambda: reader.query().get("year") == "2016")
    field = reader.find("#page-q")
    field.send_keys(" r")
    reader.wait(lambda: reader.query().get("q") == "visa r")
    field.send_keys("ules", Keys.ENTER)
    reader.wait(lambda: reader.query().get("q") == "visa rules")
    for wanted in [{"q": "visa", "year": "2016"}, {"q": "visa"}]:
        reader.driver.back()
        reader.expect(reader.wait(lambda: reader.query() == wanted), f"back leads to {reader.query()}, not {wanted}")
    reader.expect(reader.wait(lambda: reader.results() == before), "back does not show the earlier results")
    reader.driver.forward()
    reader.expect(reader.wait(lambda: reader.query().get("year") == "2016"), "forward leads nowhere")


def choose(reader, name, value):
    reader.run(
        "const field = document.getElementById(arguments[0]); field.value = arguments[1];"
        "field.dispatchEvent(new Event('change', {bubbles: true}))", "page-" + name, value)


def by_keyboard(reader, entries):
    """With nothing but a keyboard: to the field, a word, Enter, past all filters, to the first result and into its entry."""
    reader.put()
    if not reader.tab_to("#page-q"):
        return
    reader.press(*"return", Keys.ENTER)
    reader.wait(lambda: reader.query().get("q") == "return")
    reader.expect(reader.wait(lambda: any(result["marked"] for result in reader.results())), "typing finds nothing")
    for name in ["country", "year", "kind", "theme", "stage", "act"]:
        reader.tab_to(f"#page-{name}", 2)
    reader.tab_to("button[type=reset]", 1)
    first = reader.found()[0]
    if reader.tab_to("#page-list a", 2):
        reader.press(Keys.ENTER)
        anchor = "#" + first.split("#")[1]
        reader.expect(reader.wait(lambda: reader.hash() == anchor), "the first result does not lead to its entry")
        reader.expect(reader.wait(lambda: reader.in_view(anchor[1:])), "the edition does not show the entry")
    reader.driver.back()
    reader.expect(reader.wait(lambda: len(reader.results()) > 0), "back from an entry, the results are gone")
    reader.expect(reader.query().get("q") == "return", "back from an entry, the words are gone")


def shows_more(reader, entries):
    """The button shows the next twenty and moves the focus to the first of them."""
    reader.put()
    if total(entries) <= 20:
        return
    reader.tab_to("#page-more", 60)
    reader.press(Keys.ENTER)
    reader.expect(reader.wait(lambda: len(reader.results()) == min(40, total(entries))), "no more results are shown")
    reader.expect(reader.run(
        "return [...document.querySelectorAll('#page-list a')].indexOf(document.activeElement)") == 20,
        "the focus does not go to the first new result")


def says_what_to_try(reader, entries):
    reader.put(q="zzyzxq")
    reader.expect("Try" in reader.run(COUNT) and not reader.results(), "nothing found, and nothing said")
    reader.put(q="visa", year="2016", country="EU", kind="programme", stage="repealed")
    reader.expect("without them" in reader.run(COUNT), "what the filters hide is not said")
    role = reader.run("return document.getElementById('page-count').getAttribute('role')")
    reader.expect(role == "status", "the count is not told to screen readers")


def survives_hostile_queries(reader, entries):
    """No query is taken for markup, for a pattern or for a name of the language."""
    for query in ["<img src=x onerror=alert(1)>", "\\", "(.*", "__proto__ constructor", "%00", "'\"", "a" * 3000, "é" * 500]:
        reader.put(q=query)
        reader.expect(reader.run("return document.querySelectorAll('main img').length") == 0, "a query became an element")
        reader.expect("could not" not in reader.run(COUNT), f"the query {query[:20]} breaks the search")
    for state in [{"country": "__proto__"}, {"year": "0"}, {"act": "<b>"}]:
        reader.put(**state)
        reader.expect(reader.number() == total(entries), f"{state} is taken for a choice")


def without_index(reader, entries):
    """A file that is missing is told, and the page goes on."""
    reader.put()
    reader.run("document.getElementById('page-search').dataset.version = '1'; "
               "const append = document.head.append.bind(document.head);"
               "document.head.append = script => { script.src = script.src.replace('words-', 'away-'); append(script) }")
    reader.find("#page-q").send_keys("asylum")
    reader.expect(reader.wait(lambda: "could not be loaded" in reader.run(COUNT)), "a missing file is not told")


def narrow(reader, entries):
    for width in [320, 1280]:
        reader.size(width, 900)
        reader.put(q="asylum")
        reader.expect(not reader.run("return document.documentElement.scrollWidth > innerWidth"),
                      f"the page is wider than {width} px")
    reader.size(1280, 900)


def without_script(page):
    """A reader without scripts is told where else to look, and sees no form that does nothing."""
    with Reader(page, preferences={"profile.managed_default_content_settings.javascript": 2}) as reader:
        reader.open()
        text = reader.find("main").text
        reader.expect("country" in text and "theme" in text, "without scripts nothing is said")
        reader.expect(not reader.find("#page-search").is_displayed(), "without scripts the form is shown")
        faults = reader.faults
    links = {attributes.get("href") for attributes, _ in Document(page).named("a")}
    return faults + [f"{page}: no link to {link}" for link in ["countries/index.html", "themes/index.html"]
                     if link not in links]


def accessibility(page):
    """axe on the results, light and dark, narrow and wide."""
    faults = []
    with browser.a_browser() as driver:
        for scheme, width in browser.SETTINGS:
            browser.show(driver, page, scheme, width)
            driver.execute_script("history.replaceState(null, '', '?q=asylum'); dispatchEvent(new Event('popstate'))")
            time.sleep(1)
            faults += browser.run_axe(driver, f"{page.name} ({scheme}, {width} px)", {})
    return faults


if __name__ == "__main__":
    begun = time.monotonic()
    found = check(sys.argv[1])
    print(*found, sep="\n")
    print(f"search: {len(found)} faults, {time.monotonic() - begun:.0f} seconds")
    sys.exit(1 if found else 0)
