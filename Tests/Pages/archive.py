"""The archive's site and the other products, made of the inputs: `archive.check_all(EXECUTABLE, FOLDER)`."""

import json
import pathlib
import re
import shutil
import subprocess

import jsonschema

import browser
import editions
import feeds
import printing
import searching
from document import Document

PRODUCTS = [
    ["annual", "2016"], ["factsheet", "NO", "--from", "2016-Q1", "--to", "2016-Q4"],
    ["factsheet", "FR", "--from", "2016-Q1", "--to", "2016-Q4"], ["digest", "return", "--from", "2015-Q4", "--to", "2022-Q4"]]


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
            + [lambda page=page: browser.axe(page, browser.CROSSWISE) for page in [*close, *products]]
            + [lambda page=page: printing.one_sheet(page) for page in products if page.name == "factsheet.html"])


def corrected(executable, folder):
    """The site of two issues, the second of which was published and then corrected: an entry changed, another withdrawn.

    It has an address, so that its feeds have absolute links.
    """
    inputs = folder / "inputs"
    for period in ["2015-Q4", "2016-Q1"]:
        shutil.copytree(editions.PACKAGE / "inputs" / period, inputs / period)

    def bulletin(*arguments):
        subprocess.run([executable, *arguments, "--quiet"], cwd=folder, check=True, stdout=subprocess.DEVNULL)

    bulletin("archive", "accept", "2016-Q1")
    submission = inputs / "2016-Q1" / "NO.xml"
    text = submission.read_text(encoding="utf-8")
    ids = re.findall(r'<development id="([^"]+)"', text)
    text = text.replace("</headline>", " as corrected</headline>", 1)
    submission.write_text(text, encoding="utf-8")
    issue = inputs / "2016-Q1" / "issue.xml"
    decision = f'<decisions><leave-out country="NO" id="{ids[-1]}">Withdrawn.</leave-out></decisions>'
    issue.write_text(issue.read_text(encoding="utf-8").replace("<colophon>", decision + "<colophon>"), encoding="utf-8")
    bulletin("archive", "accept", "2016-Q1", "--correct", "A correction & <its reason>", "--on", "2016-09-30")
    bulletin("archive", "build", "--base-url", "https://example.org/archive/")
    return folder / "output" / "archive"


def records(site, products, changed):
    """Links lead to what is there; feeds and data are as their grammar and schema say; texts keep their width.

    The changed site is one that has a correction.
    """
    faults = []
    for product in products:
        faults += editions.text_edition(product.with_suffix(".txt"))
    for place in [site, changed]:
        faults += feeds.check(place) + data(place) + dead_links(place.resolve())
    for name in ["issues", "country-no"]:
        if "2016-09-30T00:00:00Z" not in (changed / "feeds" / f"{name}.atom").read_text(encoding="utf-8"):
            faults.append(f"the feed {name} does not tell of a correction")
    issue = json.loads((changed / "2016-Q1" / "issue.json").read_text())
    if len(issue["corrections"]) != 1 or len(issue["withdrawn"]) != 1:
        faults.append("the data do not tell of a correction and of what it withdrew")
    return faults


def data(site):
    """Each issue's data against the schema that is published with them, and each line of the whole."""
    faults = []
    schema = json.loads((site / "schema" / "issue.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = jsonschema.Draft202012Validator(schema)
    line = jsonschema.Draft202012Validator({"$ref": "#/$defs/development", "$defs": schema["$defs"]})
    count = 0
    for path in sorted(site.glob("*/issue.json")):
        issue = json.loads(path.read_text())
        count += len(issue["entries"])
        faults += [f"{path}: {error.message[:200]}" for error in whole.iter_errors(issue)]
    lines = [json.loads(text) for text in (site / "developments.jsonl").read_text().splitlines()]
    for number, development in enumerate(lines, 1):
        faults += [f"developments.jsonl:{number}: {error.message[:200]}" for error in line.iter_errors(development)]
    if len(lines) != count or count == 0:
        faults.append(f"developments.jsonl has {len(lines)} lines for {count} developments")
    else:
        broken = [{**lines[0], "corrected": "yesterday"}, {key: lines[0][key] for key in lines[0] if key != "anchor"}]
        faults += ["the schema takes a line that is broken" for development in broken if line.is_valid(development)]
    return faults


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
