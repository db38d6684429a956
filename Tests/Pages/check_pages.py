"""Checks what readers get from the program, by independent readers: `check_pages.py EXECUTABLE`.

The Nu HTML checker and axe (WCAG 2.2 A and AA, light and dark, narrow and wide, in headless Chromium) must find
nothing in any page of the inputs and of issues made to strain the program; no page may ask for anything outside
itself; a reader with nothing but a keyboard must come to everything, and one without scripts must see everything; the
text edition must keep to 72 columns by a terminal's measure and say what the page says; the message must hold both;
findings as SARIF and JUnit must be what their readers expect.
"""

import pathlib
import sys
import tempfile

import archive
import browser
import editions
import findings
import layout
import mail
import metadata
import printing
import reading
import same_content
import searching_both
import stress
import weight
from jobs import at_once, timed

# The issue that is read closely; it is the largest of the inputs.
CLOSELY = "2022-Q4"


def main():
    executable = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        real = editions.compile_all(executable, work / "output")
        stress.write_all(work / "inputs")
        strained = {
            period: editions.compile_one(
                executable, period, work / "strained", work / "inputs", *(["--draft"] if period == stress.DRAFT else []))
            for period in stress.PERIODS}
        findings.broken_inputs(work / "broken")
        reports = findings.write_pages(executable, work / "broken")
        folders = [*real, *strained.values()]
        pages = [folder / name for folder in folders for name in ["bulletin.html", "report.html"]] + reports
        crowd = strained[stress.CROWD] / "bulletin.html"
        # The longest first, so that none of them is begun when all others are done.
        jobs = [*crowd_jobs(crowd), *close_jobs(real, strained), lambda: browser.nu_checker(pages)]
        jobs += [lambda page=page: browser.axe(page, settings(page)) for page in pages if page.parent != crowd.parent]
        site, products = archive.build(executable, work / "whole")
        jobs += archive.jobs(site, products)
        jobs.append(lambda: searching_both.check(executable, site))
        faults = at_once(jobs)
        faults += archive.records(site, products, archive.corrected(executable, work / "corrected"))
        faults += records(real, strained, work / "inputs")
        faults += mail.check_mail(executable, editions.PACKAGE, real)
        faults += editions.check_stress(executable)
        faults += findings.check_reports(executable, work / "broken")
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(folders)} texts and the reports of findings checked, {len(faults)} faults")
    sys.exit(1 if faults or not real else 0)


def settings(page):
    return browser.SETTINGS if page.name == "bulletin.html" else browser.CROSSWISE


def crowd_jobs(page):
    jobs = [lambda setting=setting: browser.axe_crowd(page, *setting) for setting in browser.CROSSWISE]
    jobs += [lambda: browser.axe_sample(page), lambda: reading.check(page, [reading.all_filters]), lambda: layout.check(page)]
    return jobs


def close_jobs(real, strained):
    """What is done by keyboard, without scripts, on paper: on the largest issue, and on one with a single entry."""
    pages = [folder / "bulletin.html" for folder in real if folder.name == CLOSELY]
    pages.append(strained[stress.ALONE] / "bulletin.html")
    return [lambda check=check, page=page: check(page)
            for page in pages for check in [reading.check, layout.check, printing.check]]


def records(real, strained, stress_inputs):
    """Text editions, metadata and weights."""
    faults = []
    for folder in [*real, *strained.values()]:
        inputs = editions.PACKAGE / "inputs" if folder in real else stress_inputs
        faults += editions.text_edition(folder / "bulletin.txt")
        faults += same_content.same_content(folder)
        faults += metadata.check(folder / "bulletin.html", editions.published(inputs / folder.name))
        faults += weight.check(folder / "bulletin.html", limited=folder in real)
    return faults


if __name__ == "__main__":
    timed(main)
