"""Tries the program with texts that mean harm: `check_payloads.py EXECUTABLE`, or with all of them: `… EXECUTABLE --all`,
or with some of them: `… EXECUTABLE --only WORD`.

Every text stands in every field of a submission and of an issue's file, an issue for each text. What the rules refuse
must be told harmlessly, with a rule and a place; all else must come out as it was typed, and nothing more: no page may
be built of it, run it or ask for it, no terminal or mail program may take it for an order, no program that reads data
may get another text. What is private must be in no output.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import addresses
import bound
import fields
import pages
import private
import references
import reports
import samples
import texts
from payloads import OFTEN, PAYLOADS

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))

from jobs import at_once, timed  # noqa: E402

PLAIN_WORDS = "Household words about asylum seekers and victims of trafficking"
ANNUAL = 2030
PRODUCTS = [["factsheet", "NO", "--from", "2023-Q1", "--to", "2033-Q4"], ["digest", "return"]]
# Every so many issues are opened and touched; all are taken apart.
OPENED = 40
# So many issues' findings make a page.
TOGETHER = 20


def main():
    parser = argparse.ArgumentParser(description="Try the program with texts that mean harm.")
    parser.add_argument("executable", type=pathlib.Path)
    parser.add_argument("--all", action="store_true", help="try all texts, not every other one")
    parser.add_argument("--only", default="", metavar="WORD", help="of all texts, try the one of this name, or those with this word in it")
    options = parser.parse_args()
    executable = str(options.executable.resolve())
    chosen = PAYLOADS if options.all or options.only else OFTEN
    if options.only:
        chosen = {name: text for name, text in chosen.items() if name == options.only or options.only not in PAYLOADS and options.only in name}
    tried = [samples.Sample(number, name, text) for number, (name, text) in enumerate([("plain", PLAIN_WORDS), *chosen.items()])]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        faults = fields.check()
        lines = {sample.period: samples.write(sample, work / "all" / "inputs") for sample in tried}
        faults += reports.refuse(executable, work / "all" / "inputs", tried, lines)
        for sample in tried:
            samples.write(sample, work / "taken" / "inputs")
        annual = ["annual", str(min(ANNUAL, samples.YEAR + tried[-1].number // 4))]
        faults += build(executable, work / "taken", ["archive", "build", "--base-url", "https://example.org/a/"], annual, *PRODUCTS)
        plain(executable, work / "plain")
        counts = collections.Counter()
        faults += at_once([
            lambda: look_at_issues(work, tried, counts), lambda: look_at_site(executable, work, tried, counts),
            lambda: written(executable, work / "taken", tried), lambda: refused(executable, work, tried[1:], counts)])
    for fault in gathered(faults):
        print(fault)
    refusals = sum(len(sample.refused) for sample in tried)
    places = len(fields.DEVELOPMENT) + len(fields.CONTACT) + len(fields.ISSUE) + 1
    print(f"{len(chosen)} texts in {places} fields, {places * len(chosen)} combinations, {refusals} refused; "
          f"{counts['bound']} values refused that have a form; {counts['parsed']} pages taken apart, {counts['opened']} opened; "
          f"{counts['private']} files searched for what is private; {len(faults)} faults")
    sys.exit(1 if faults else 0)


def build(executable, folder, *commands):
    """Runs the program over the inputs of a folder; what it says must be harmless."""
    faults = []
    for command in commands:
        outcome = subprocess.run([executable, *command, "--inputs", folder / "inputs", "--output", folder / "output"], capture_output=True)
        where = " ".join(command[:2])
        faults += reports.terminal(f"{where}, messages", outcome.stdout + outcome.stderr)
        if outcome.returncode != 0:
            faults.append(f"{where}: exit status {outcome.returncode}: {ascii(outcome.stderr[-300:].decode('utf-8', 'replace'))}")
    return faults


def plain(executable, folder):
    """A small archive of plain words, whose pages show what pages may be made of."""
    for number in range(8):
        sample = samples.Sample(number, "plain", PLAIN_WORDS)
        sample.refused = {(file, place) for file in ["NO.xml", "issue.xml"] for place, slot in enumerate(samples.slots(file)) if slot.place in fields.INSTEAD}
        samples.write(sample, folder / "inputs")
    build(executable, folder, ["archive", "build"], ["annual", "2023"], ["factsheet", "NO"], ["digest", "return"])


def learned(look, folder):
    """A look that has seen all pages of plain words."""
    output = folder / "output"
    for path in [output / "2023-Q1" / "bulletin.html", output / "2023-Q1" / "report.html", output / "archive" / "search.html"]:
        look.learn(path)
    for path in [*output.glob("*-*/*.html"), *(output / "archive").rglob("*.html")]:
        look.kinds |= set(look.parse(path.read_text(encoding="utf-8"))["kinds"])
    # How dark a cell is depends on what stands in the others.
    look.kinds |= {f"xhtml td s{shade}" for shade in range(5)}
    # Stands at a term for as long as it is pointed at.
    look.kinds.add("a @aria-describedby")
    addresses.learn(look, output / "archive" / "search.html")
    return look


def look_at_issues(work, tried, counts):
    output = work / "taken" / "output"
    with pages.Look() as look:
        learned(look, work / "plain")
        for sample in tried:
            pages.issue_pages(look, output / sample.period, sample)
        for sample in tried[::OPENED]:
            pages.opened_pages(look, output / sample.period, sample)
        look.asked()
    # And once as readers have them, with their own policy, of which the browser may have nothing to say.
    with pages.Look(own_policy=True) as guarded:
        guarded.kinds = look.kinds
        for sample in tried[::OPENED]:
            guarded.touch(f"{sample.name}: bulletin.html under its policy", (output / sample.period / "bulletin.html").as_uri())
        guarded.asked()
    return looked(look, counts) + looked(guarded, counts)


def looked(look, counts):
    counts["parsed"] += look.parsed
    counts["opened"] += look.opened
    return look.faults


def look_at_site(executable, work, tried, counts):
    """The archive's own pages, the other products, the search, reference files, findings, and what is private."""
    output = work / "taken" / "output"
    site = output / "archive"
    with pages.Look() as look:
        learned(look, work / "plain")
        for path in [*sorted(site.rglob("*.html")), *output.glob("annual-*/*.html"), *output.glob("factsheet-*/*.html"), *output.glob("digest-*/*.html")]:
            if path.name != "bulletin.html":
                look.page(str(path.relative_to(output)), path)
        addresses.typed_in(look, site / "search.html", tried)
        addresses.in_addresses(look, site / "search.html", tried, ["q", "country", "act"])
        addresses.in_addresses(look, output / "2023-Q1" / "bulletin.html", tried, ["country", "theme"])
        faults = references.glossary(executable, work, look, tried)
        faults += references.labels(executable, work, look, tried)
        reports.learn(executable, look, work)
        faults += references.names(executable, work, look)
        folders = [work / "all" / "inputs" / sample.period for sample in tried]
        for start in range(0, len(folders), TOGETHER):
            reports.pages(executable, look, work, folders[start:start + TOGETHER], f"{tried[start].name} and others")
        found, counts["private"] = private.check(executable, work, look)
        look.asked()
    return faults + found + looked(look, counts)


def written(executable, folder, tried):
    """Text editions, messages, data and feeds."""
    output = folder / "output"
    faults = texts.lines_of_data(output / "archive" / "developments.jsonl", tried) + texts.feeds(output / "archive" / "feeds", tried)
    for path in output.glob("*-*/*.txt"):
        faults += texts.plain_text(str(path.relative_to(output)), path.read_text(encoding="utf-8"))
    for sample in tried:
        faults += build(executable, folder, ["compile", sample.period, "--mail"])
        faults += texts.edition(output / sample.period, sample) + texts.message(output / sample.period, sample)
        faults += texts.issue_data(output / "archive" / sample.period / "issue.json", sample)
    return faults


def refused(executable, work, tried, counts):
    """What the program says of all that it refuses."""
    faults, counts["bound"], _ = bound.check(executable, work, tried)
    faults += reports.forms(executable, "all fields", work / "all" / "inputs")
    return faults + bound.forbidden(executable, work)


def gathered(faults):
    """Equal faults of many texts on one line, with some of the texts."""
    groups = collections.defaultdict(list)
    for fault in faults:
        found = re.match(r"(\w+-\d+|plain): (.*)", fault, re.S)
        groups[found[2] if found else fault].append(found[1] if found else "")
    for words, names in groups.items():
        distinct = sorted(set(filter(None, names)))
        more = f", {len(distinct) - 8} more" if len(distinct) > 8 else ""
        yield words + (f" [{', '.join(distinct[:8])}{more}]" if distinct else "")


if __name__ == "__main__":
    timed(main)
