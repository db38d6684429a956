"""What comes out of the printer: `printing.py BULLETIN.HTML…`."""

import base64
import io
import pathlib
import re
import sys

import pypdf

from reader import Reader

# Titles of all parts and entries, in their order; those of countries come out of the printer in many places.
HEADINGS = """
return [...document.querySelectorAll('h2, h3, h4, h5')].filter(title => title.checkVisibility()).map(title =>
  [title.closest('article.entry') !== null, title.textContent])
"""


def check(page):
    with Reader(page) as reader:
        reader.open()
        reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        headings = reader.run(HEADINGS)
        title = reader.run("return document.querySelector('h1').textContent")
        pdf = printed(reader)
        reader.faults += paper(pdf.pages, plain(title), [(entry, plain(text)) for entry, text in headings])
        return [f"{page.parent.name}/{page.name}, printed: {fault}" for fault in reader.faults]


def one_sheet(page):
    """A factsheet of a year fits on both sides of a sheet."""
    with Reader(page) as reader:
        reader.open()
        count = len(printed(reader).pages)
        return [f"{page.parent.name}, printed: {count} pages, not 2"] if count > 2 else []


def printed(reader):
    """The page that a reader has before it, as a PDF."""
    pdf = reader.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
    return pypdf.PdfReader(io.BytesIO(base64.b64decode(pdf["data"])))


def plain(text):
    """Letters and digits alone: printing sets blanks, hyphens and capitals anew."""
    return re.sub(r"[\W_]+", "", text).casefold()


def paper(pages, title, headings):
    texts = [page.extract_text() for page in pages]
    numbered = list(enumerate(texts, 1))
    if unnumbered := [number for number, text in numbered if f"page{number}of{len(texts)}" not in plain(text)]:
        yield f"pages do not say which of {len(texts)} they are: {unnumbered}"
    if headless := [number for number, text in numbered if title not in plain(text)]:
        yield f"pages have no running head: {headless}"
    whole = "".join(plain(body(text, title)) for text in texts)
    for is_entry, heading in headings:
        if heading and heading not in whole:
            yield f"a title is missing: {heading}"
    # Pages may end with the name of a country in a table; the titles of entries and parts are told from it by length.
    last = {heading for is_entry, heading in headings if is_entry or len(heading) > 14}
    # The index by country is a list of titles.
    index = [number for number, text in numbered if has_line(text, "bycountry")][-1:]
    after = [number for number, text in numbered if has_line(text, "annex") or has_line(text, "contactpoints")][-1:]
    listed = range(index[0], after[0] + 1) if index and after else []
    for number, text in [page for page in numbered[:-1] if page[0] not in listed]:
        ending = plain(body(text, title))
        stray = [heading for heading in last if heading and ending.endswith(heading)]
        if stray:
            yield f"page {number} ends with a title: {stray[0]}"


def has_line(text, words):
    return any(plain(line) == words for line in text.split("\n"))


def body(text, title):
    """A page's text without its head and foot."""
    lines = [line for line in text.split("\n") if not re.search(r"page\s*\d+\s*of\s*\d+", line, re.IGNORECASE)]
    return "\n".join(line for line in lines if not (plain(line).startswith(title) and len(line) < 90))


if __name__ == "__main__":
    found = [fault for page in sys.argv[1:] for fault in check(pathlib.Path(page))]
    print(*found, f"{len(found)} faults", sep="\n")
    sys.exit(1 if found else 0)
