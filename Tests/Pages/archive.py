"""The archive's site and the other products, made of the inputs: `archive.check_all(EXECUTABLE, FOLDER)`."""

import json
import pathlib
import subprocess
from xml.etree import ElementTree

import jsonschema

import browser
import editions
import searching
from document import Document

ATOM = "{http://www.w3.org/2005/Atom}"
PRODUCTS = [
    ["annual", "2016"], ["factsheet", "NO", "--from", "2016-Q1", "--to", "2016-Q4"],
    ["digest", "return", "--from", "2015-Q4", "--to", "2022-Q4"]]


def build(executable, folder):
    """The folder of the site, and the pages and texts of the products."""
    for arguments in [["archive", "build"], *PRODUCTS]:
        subprocess.run(
            [executable, *arguments, "--quiet", "--output", str(folder)], cwd=editions.PACKAGE, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    products = [path for name in ["annual", "factsheet", "digest"] for path in folder.glob(f"{name}-*/{name}.html")]
    return folder / "archive", products


def jobs(site, products):
    """What a browser and the Nu checker look at: every page once, one of each sort closely."""
    own = [path for path in sorted(site.rglob("*.html")) if path.name != "bulletin.html"]
    close = [site / "index.html", site / "countries" / "index.html", site / "countries" / "no.html",
             site / "themes" / "return.html", site / "threads" / "index.html", max((site / "threads").glob("??-*.html"))]
    return ([lambda: browser.nu_checker([*own, *products]), lambda: searching.check(site)]
            + [lambda page=page: browser.axe(page, browser.CROSSWISE) for page in [*close, *products]])


def records(site, products):
    """Links lead to what is there; feeds and data are well-formed and as their schema says; texts keep their width."""
    faults = []
    for product in products:
        faults += editions.text_edition(product.with_suffix(".txt"))
    schema = json.loads((site / "schema" / "issue.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    count = 0
    for path in sorted(site.glob("*/issue.json")):
        issue = json.loads(path.read_text())
        count += len(issue["entries"])
        for error in jsonschema.Draft202012Validator(schema).iter_errors(issue):
            faults.append(f"{path}: {error.message[:200]}")
    lines = [json.loads(line) for line in (site / "developments.jsonl").read_text().splitlines()]
    if len(lines) != count or count == 0:
        faults.append(f"developments.jsonl has {len(lines)} lines for {count} developments")
    for path in sorted((site / "feeds").glob("*.atom")):
        feed = ElementTree.parse(path).getroot()
        ids = [entry.findtext(ATOM + "id") for entry in feed.findall(ATOM + "entry")]
        if feed.tag != ATOM + "feed" or not ids or len(set(ids)) != len(ids):
            faults.append(f"{path.name}: not a feed, empty, or ids that are not unique")
        faults += [f"{path.name}: lacks {name}" for name in ["id", "title", "updated"] if not feed.findtext(ATOM + name)]
    return faults + dead_links(site.resolve())


def dead_links(site):
    faults = []
    pages = {}
    for path in sorted(site.rglob("*.html")):
        elements = [found for _, found, _ in Document(path).elements]
        pages[path.resolve()] = ({found["id"] for found in elements if found.get("id")},
                                 [found["href"] for found in elements if found.get("href")])
    for path, (_, links) in pages.items():
        for link in links:
            if "://" in link or link.startswith(("mailto:", "data:")):
                continue
            place, _, anchor = link.partition("#")
            target = (path.parent / place.partition("?")[0]).resolve() if place else path
            if target not in pages and not target.is_file():
                faults.append(f"{path.relative_to(site)}: leads to {link}, which is not there")
            elif anchor and target in pages and anchor not in pages[target][0]:
                faults.append(f"{path.relative_to(site)}: leads to {link}, which has no such place")
    return faults
