"""How a bulletin stands other settings: no script, large or wide-set text, forced colours: `layout.py BULLETIN.HTML…`."""

import pathlib
import sys

import markup
from reader import Reader

# Text that its box cuts off. A box that can be scrolled cuts nothing off; one of a pixel is for screen readers alone.
CUT_OFF = """
return [...document.body.querySelectorAll('*')].filter(element => {
  const style = getComputedStyle(element);
  const cuts = axis => ['hidden', 'clip'].includes(style['overflow' + axis]);
  return element.clientWidth > 1 && element.checkVisibility() && !element.closest('svg') && (
    cuts('X') && element.scrollWidth > element.clientWidth + 1 ||
    cuts('Y') && element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))
"""
# The text spacing that WCAG 1.4.12 has a reader set.
SPACING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'
  + ' p { margin-bottom: 2em !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
"""


def check(page):
    faults = []
    with Reader(page) as reader:
        for step in [links, numbers, spacing, forced_colours, no_script]:
            try:
                step(reader)
            except Exception as problem:  # A part that is missing must not hide what the other steps find.
                reader.fault(f"{step.__name__}: {type(problem).__name__}: {str(problem).splitlines()[0]}")
        faults += reader.faults
    with Reader(page, preferences={"webkit.webprefs.default_font_size": 32}) as reader:
        for width in [1280, 640]:
            expect_no_loss(reader, width, "with text of twice the size")
        faults += reader.faults
    return list(dict.fromkeys(faults))


def expect_no_loss(reader, width, when, style=""):
    reader.size(width, 900)
    reader.open()
    reader.run("document.querySelectorAll('details').forEach(part => part.open = true);" + style)
    wide = reader.run("return document.documentElement.scrollWidth - innerWidth")
    reader.expect(wide <= 0, f"{when}, at {width} px, the page is {wide} px wider than the window")
    reader.faults += [f"{when}, at {width} px, text is cut off in {html}" for html in reader.run(CUT_OFF)[:5]]


def spacing(reader):
    for width in [320, 1280]:
        expect_no_loss(reader, width, "with wide-set text", SPACING)


def links(reader):
    """Each link within the page has its target, and the overview's counts are true and lead to what they count."""
    reader.open()
    lost = reader.run(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map(link => decodeURIComponent(link.hash.slice(1)))"
        ".filter(id => !document.getElementById(id))")
    reader.expect(not lost, f"links lead nowhere: {lost[:5]}")
    counted = reader.run(
        f"return [...document.querySelectorAll('{markup.MATRIX} td a')].map(link => {{"
        "const group = document.getElementById(link.hash.slice(1));"
        f"const part = group?.matches('{markup.ENTRY}') ? group.parentElement : group;"
        f"return [link.hash, Number(link.textContent), part ? part.querySelectorAll('{markup.ENTRY}').length : null]}})")
    reader.faults += [f"the overview counts {said} for {anchor}, which has {there}"
                      for anchor, said, there in counted if said != there]
    total = reader.run(f"return document.querySelectorAll('{markup.ENTRY}').length")
    reader.expect(sum(said for _, said, _ in counted) == total, f"the overview's counts do not add up to {total}")


def numbers(reader):
    """Nothing is told by a bar's length or a cell's colour alone."""
    reader.open()
    silent = reader.run(
        f"return [...document.querySelectorAll('{markup.BAR}')].filter(bar => "
        "!/\\d/.test(bar.closest('tr')?.textContent ?? '') || bar.getAttribute('aria-hidden') !== 'true').length")
    reader.expect(silent == 0, f"{silent} bars stand without their number, or are read out")
    silent = reader.run(
        f"return [...document.querySelectorAll('{markup.MATRIX} td')].filter(cell => cell.querySelector('a') && "
        "!/\\d/.test(cell.textContent)).length")
    reader.expect(silent == 0, f"{silent} cells of the overview have no number")


def forced_colours(reader):
    """Where the system sets the colours, bars differ from what is behind them."""
    reader.media(**{"forced-colors": "active"})
    reader.open()
    if reader.expect(reader.run("return matchMedia('(forced-colors: active)').matches"), "forced colours are not emulated"):
        unseen = reader.run(
            f"return [...document.querySelectorAll('{markup.BAR}')].filter(bar => {{"
            "const shapes = [...bar.querySelectorAll('rect, path, line')];"
            "const clear = colour => colour === 'none' || /^rgba.* 0\\)$/.test(colour);"
            "let ground = bar; while (ground && clear(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;"
            "const behind = ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';"
            "return shapes.length > 0 && shapes.every(shape => ['fill', 'stroke'].map(name => getComputedStyle(shape)[name])"
            ".every(colour => colour === behind || clear(colour)))}).length")
        reader.expect(unseen == 0, f"{unseen} bars cannot be seen in forced colours")
    reader.media(**{"prefers-reduced-motion": "reduce"})


def no_script(reader):
    """Without scripts all is there but the filter, and terms lead to the annex."""
    reader.open()
    with_script = reader.run(f"return [...document.querySelectorAll('{markup.ENTRY}')].map(entry => entry.id)")
    reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    reader.open()
    reader.expect(with_script and reader.shown() == with_script, "without scripts entries are missing")
    listed = reader.run(
        f"return [...document.querySelectorAll('{markup.COUNTRY_INDEX} a')].filter(link => link.checkVisibility())"
        ".map(link => link.hash.slice(1))")
    missing = [identifier for identifier in with_script if identifier not in listed]
    reader.expect(not missing, f"without scripts the index by country lacks {missing[:5]}")
    offered = reader.run(f"return document.querySelector('{markup.FILTER}').checkVisibility()")
    reader.expect(not offered, "without scripts a filter is offered that does nothing")
    hidden = reader.run(
        "return [...document.querySelectorAll('main section, main p, main dl, main table, main li')]"
        f".filter(part => !part.checkVisibility() && !part.closest('{markup.FILTER}, details, #{markup.TIP}'))"
        ".map(part => part.outerHTML.slice(0, 100))")
    reader.expect(not hidden, f"without scripts parts are hidden: {hidden[:3]}")
    terms = reader.run(
        f"return [...document.querySelectorAll('{markup.TERM}')].filter(link => "
        f"!document.querySelector('{markup.GLOSSARY}')?.contains(document.getElementById(link.hash.slice(1)))).length")
    reader.expect(terms == 0, f"{terms} terms do not lead to the glossary")
    reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


if __name__ == "__main__":
    found = [fault for page in sys.argv[1:] for fault in check(pathlib.Path(page))]
    print(*found, f"{len(found)} faults", sep="\n")
    sys.exit(1 if found else 0)
