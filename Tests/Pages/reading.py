"""Reads a bulletin by keyboard alone, as a person would: `reading.py BULLETIN.HTML…`.

Real key events go to Chromium; nothing is clicked, and no script moves the focus. Each step tells what it expects.
"""

import pathlib
import re
import sys

from selenium.webdriver.common.keys import Keys

import markup
from reader import Reader

# The data attributes of all entries, which say what a filter must leave.
ENTRIES = (f"return [...document.querySelectorAll('{markup.ENTRY}')].map(entry => ({{id: entry.id, ...entry.dataset}}))")


def check(page, steps=None):
    own = [skip_link, contents, choose_and_return, all_filters, term, narrow_term, permalink, filtered_contents]
    with Reader(page) as reader:
        for step in steps or own:
            try:
                step(reader)
            except Exception as problem:  # A part that is missing must not hide what the other steps find.
                reader.fault(f"{step.__name__}: {type(problem).__name__}: {str(problem).splitlines()[0]}")
        reader.asked_for()
        return list(dict.fromkeys(reader.faults))


def skip_link(reader):
    """The first Tab shows the skip link, and it leads into the main part."""
    reader.open()
    reader.press(Keys.TAB)
    stop = reader.focus(markup.SKIP)
    reader.expect(stop and stop["matches"] and stop["uppermost"] and stop["drawn"], f"first Tab: {stop}")
    reader.press(Keys.ENTER)
    reader.leads_to(markup.MAIN, "the skip link")
    reader.press(Keys.TAB)
    reader.expect(reader.focus(f"{markup.MAIN} *")["matches"], "after the skip link Tab goes on outside the main part")


def contents(reader):
    """Each line of the contents leads to its section."""
    reader.open()
    anchors = reader.run(f"return [...document.querySelectorAll('{markup.CONTENTS_LINK}')].map(link => link.hash)")
    sections = reader.run(f"return [...document.querySelectorAll('{markup.SECTION}')].map(part => '#' + part.id)")
    reader.expect(sections and set(sections) <= set(anchors), "sections are missing in the contents")
    for anchor in anchors:
        reader.open()
        if not reader.tab_to(f'{markup.CONTENTS_LINK}[href="{anchor}"]'):
            continue
        reader.press(Keys.ENTER)
        reader.leads_to(anchor, "a line of the contents")


def choose(reader, name, value):
    """Tabs to a choice of the filter and makes it with the arrow keys."""
    if not reader.tab_to(markup.select(name)):
        return
    position = f"const select = document.querySelector(\"{markup.select(name)}\");"
    wanted = "[...select.options].findIndex(option => option.value === arguments[0])"
    steps = reader.run(f"{position} return {wanted} - select.selectedIndex", value)
    reader.press(*([Keys.ARROW_DOWN] * steps))
    reader.expect(reader.run(position + "return select.value") == value, f"the arrow keys do not choose {value}")


def matching(entries, query):
    """Ids of the entries that a query must leave."""
    fits = {
        "country": lambda entry, code: entry.get("country") == code,
        "theme": lambda entry, code: entry.get("theme") == code,
        "kind": lambda entry, code: entry.get("kind") == code,
        "stage": lambda entry, code: code in entry.get("stages", "").split(),
    }
    return [entry["id"] for entry in entries
            if all(fits[name](entry, code) for name, code in query.items() if name in fits and code)]


def expect_view(reader, entries, query, when):
    """The entries shown, the groups around them and the count are what the query says."""
    wanted = matching(entries, query)
    as_wanted = reader.wait(lambda: reader.shown() == wanted)
    reader.expect(as_wanted, f"{when}: shown are {reader.shown()[:5]}…, not {wanted[:5]}…")
    count = reader.run(f"return document.querySelector('{markup.COUNT}').textContent")
    numbers = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", count)]
    right = [numbers[:1], numbers[-1:]] == [[len(wanted)], [len(entries)]]
    reader.expect(right, f"{when}: the count says “{count}” of {len(wanted)} of {len(entries)}")
    idle = reader.run(
        f"return [...document.querySelectorAll('{markup.SECTION}, {markup.COUNTRY_GROUP}')]"
        f".filter(part => part.checkVisibility() && part.querySelector('{markup.ENTRY}')"
        f" && ![...part.querySelectorAll('{markup.ENTRY}')].some(entry => entry.checkVisibility())).map(part => part.id)")
    reader.expect(not idle, f"{when}: parts without a match are shown: {idle[:5]}")
    for name in ["country", "theme", "kind", "stage"]:
        value = reader.run(f"return document.querySelector(\"{markup.select(name)}\").value")
        reader.expect(value == query.get(name, ""), f"{when}: the choice of {name} says “{value}”")


def choose_and_return(reader):
    """Country, then theme; the address makes the same view in another window; Back and Forward go through the views."""
    reader.open()
    entries = reader.run(ENTRIES)
    first = telling(entries)
    wanted = {"country": first["country"], "theme": first["theme"]}
    expect_view(reader, entries, {}, "at first")
    choose(reader, "country", wanted["country"])
    expect_view(reader, entries, {"country": wanted["country"]}, "with a country")
    choose(reader, "theme", wanted["theme"])
    expect_view(reader, entries, wanted, "with country and theme")
    query = {name: value for name, value in reader.query().items() if value}
    reader.expect(query == wanted, f"the address says {query}, not {wanted}")
    address = reader.run("return location.href")
    another_window(reader, entries, wanted, address)
    steps = 0
    while reader.query() and steps < 60:
        reader.driver.back()
        steps += 1
        if not reader.expect(reader.run("return location.protocol") == "file:", "Back leaves the page with the filter on"):
            return
        expect_view(reader, entries, reader.query(), "after Back")
    for _ in range(steps):
        reader.driver.forward()
    expect_view(reader, entries, wanted, "after Forward")
    reader.expect(reader.run("return location.href") == address, "Forward does not lead to the same address")
    reader.run("scrollTo({top: 0, behavior: 'instant'})")
    if reader.tab_to(markup.RESET):
        reader.press(Keys.ENTER)
        expect_view(reader, entries, {}, "after the reset")
        reader.expect(not any(reader.query().values()), "the address keeps the filter after the reset")


def telling(entries):
    """An entry whose country and theme both leave more than the two together, if there is one."""
    def score(entry):
        both = len(matching(entries, {"country": entry["country"], "theme": entry["theme"]}))
        return (len(matching(entries, {"country": entry["country"]})) > both) + (
            len(matching(entries, {"theme": entry["theme"]})) > both)
    return max((entry for entry in entries if entry["country"] != "EU"), key=score)


def another_window(reader, entries, wanted, address):
    home = reader.driver.current_window_handle
    reader.driver.switch_to.new_window("window")
    reader.size(1280, 900)
    reader.driver.get(address)
    expect_view(reader, entries, wanted, "in another window")
    reader.driver.close()
    reader.driver.switch_to.window(home)


def all_filters(reader):
    """Addresses alone make each view, alone and joined; what no entry has shows none."""
    reader.open()
    entries = reader.run(ENTRIES)
    some = entries[len(entries) // 2]
    stage = some["stages"].split()[-1]
    for query in [{"country": "EU"}, {"kind": some["kind"]}, {"stage": stage}, {"theme": some["theme"]},
                  {"country": some["country"], "theme": some["theme"], "kind": some["kind"], "stage": stage}]:
        offered = reader.run(
            "return arguments[0].every(([name, value]) => "
            f"[...document.querySelector('{markup.FILTER}').elements[name].options].some(option => option.value === value))",
            list(query.items()))
        if not offered and not matching(entries, query):
            continue
        reader.open("?" + "&".join(f"{name}={value}" for name, value in query.items()))
        expect_view(reader, entries, query, f"opened with {query}")


def tip_shown(reader):
    return reader.run(
        f"return !!document.getElementById('{markup.TIP}')"
        "?.checkVisibility({visibilityProperty: true, opacityProperty: true})")


def term(reader):
    """The focus opens a term's explanation, Escape closes it; the pointer may go onto it; Enter leads to the annex."""
    reader.open()
    if not reader.run(f"return document.querySelector('{markup.TERM}') !== null"):
        return
    reader.tab_to(markup.TERM)
    reader.expect(reader.wait(lambda: tip_shown(reader)), "the focus on a term shows no explanation")
    expect_definition(reader)
    reader.press(Keys.ESCAPE)
    reader.expect(reader.wait(lambda: not tip_shown(reader)), "Escape does not close the explanation")
    reader.expect(reader.focus(markup.TERM)["matches"], "Escape takes the focus from the term")
    anchor = reader.run("return document.activeElement.hash")
    reader.press(Keys.ENTER)
    reader.leads_to(anchor, "a term")
    reader.open()
    link = reader.find(markup.TERM)
    reader.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", link)
    reader.hover(link)
    reader.expect(reader.wait(lambda: tip_shown(reader)), "the pointer on a term shows no explanation")
    if tip_shown(reader):
        reader.hover(reader.find("#" + markup.TIP))
        reader.wait(lambda: False, 0.8)
        reader.expect(tip_shown(reader), "the explanation goes when the pointer moves onto it")
        reader.run("scrollTo({top: 0, behavior: 'instant'})")
        reader.hover(reader.find("h1"))
        reader.expect(reader.wait(lambda: not tip_shown(reader)), "the explanation stays when the pointer has gone")


def expect_definition(reader):
    described, term, tip, definition, box = reader.run(
        "const words = text => text.replace(/\\s+/g, ' ').trim();"
        f"const link = document.activeElement, tip = document.getElementById('{markup.TIP}');"
        "const title = document.getElementById(link.hash.slice(1)); const parts = []; let part = title?.nextElementSibling;"
        "while (part && part.tagName === 'DD') { parts.push(words(part.textContent)); part = part.nextElementSibling; }"
        "const {left, right, top, bottom} = tip.getBoundingClientRect();"
        "return [(link.getAttribute('aria-describedby') ?? '').split(' '), words(title.textContent),"
        " words(tip.textContent), parts.join(' '), [left, top, innerWidth - right, innerHeight - bottom]]")
    reader.expect(markup.TIP in described, "the term is not tied to its explanation")
    # The term itself may stand above its explanation, and the annex may add a source to it.
    own = tip.removeprefix(term).lstrip(" :.")
    reader.expect(own and own in definition, f"“{tip}” explains what the annex explains so: “{definition}”")
    reader.expect(min(box) >= -1, f"the explanation reaches out of the window: {box}")
    role = reader.run(f"return document.getElementById('{markup.TIP}').getAttribute('role')")
    reader.expect(role == "tooltip", "the explanation is no tooltip")


def narrow_term(reader):
    """The explanation fits into a narrow window, too."""
    reader.size(320, 640)
    reader.open()
    if reader.run(f"return document.querySelector('{markup.TERM}') !== null"):
        reader.tab_to(markup.TERM)
        reader.expect(reader.wait(lambda: tip_shown(reader)), "in a narrow window a term shows no explanation")
        expect_definition(reader)
    reader.size(1280, 900)


def permalink(reader):
    """Enter on a permalink puts the entry into the address; that address shows the entry, whatever a filter says."""
    reader.open()
    entries = reader.run(ENTRIES)
    reader.tab_to(markup.PERMALINK)
    identifier = reader.run(f"return document.activeElement.closest('{markup.ENTRY}').id")
    reader.press(Keys.ENTER)
    reader.leads_to("#" + identifier, "a permalink")
    reader.expect(reader.run("return location.href").endswith("#" + identifier), "a permalink is not what the address says")
    last = entries[-1]["id"]
    for chosen in dict.fromkeys([identifier, last]):
        reader.open("#" + chosen)
        reader.expect(reader.wait(lambda: reader.in_view(chosen)), f"#{chosen} opened anew is not in view")
        own = next(entry for entry in entries if entry["id"] == chosen)
        others = [entry["country"] for entry in entries if entry["country"] != own["country"]]
        if others:
            reader.open(f"?country={others[0]}#{chosen}")
            reader.expect(reader.wait(lambda: reader.in_view(chosen)), f"a filter keeps #{chosen} out of view")
            expect_view(reader, entries, {}, f"opened with a filter that hides #{chosen}")


def filtered_contents(reader):
    """A line of the contents shows its part even when a filter hides it; so does an address with both."""
    reader.open()
    entries = reader.run(ENTRIES)
    query = f"?country={entries[-1]['country']}"
    reader.open(query)
    hidden = reader.run(
        f"return [...document.querySelectorAll('{markup.CONTENTS_LINK}')].map(link => link.hash)"
        ".filter(hash => !document.getElementById(decodeURIComponent(hash.slice(1))).checkVisibility())")
    # What stands before the first section and the last that is hidden: all other sections are as the last.
    for anchor in dict.fromkeys([*hidden[:2], *hidden[-1:]]):
        reader.open(query)
        if reader.tab_to(f'{markup.CONTENTS_LINK}[href="{anchor}"]'):
            reader.press(Keys.ENTER)
            reader.leads_to(anchor, "with a filter a line of the contents")
            expect_view(reader, entries, {}, f"after a line of the contents that leads to {anchor}")
        reader.open(query + anchor)
        reader.expect(reader.wait(lambda: reader.in_view(anchor[1:])), f"a filter keeps {anchor} out of view")
        expect_view(reader, entries, {}, f"opened with a filter that hides {anchor}")


if __name__ == "__main__":
    found = [fault for page in sys.argv[1:] for fault in check(pathlib.Path(page))]
    print(*found, f"{len(found)} faults", sep="\n")
    sys.exit(1 if found else 0)
