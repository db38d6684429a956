"""Checks what readers get from the program, by independent readers: `check_pages.py EXECUTABLE`.

The Nu HTML checker and axe (WCAG 2.2 A and AA, light and dark, narrow and wide, in headless Chromium) must find
nothing in any page; no page may ask for anything outside itself; the text edition must keep to 72 columns by a
terminal's measure and say what the page says; the message must hold both; findings as SARIF and JUnit must be what their readers expect.
"""

import pathlib
import sys
import tempfile

import browser
import editions
import findings
import mail
import same_content


def main():
    executable = str(pathlib.Path(sys.argv[1]).resolve())
    faults = []
    with tempfile.TemporaryDirectory() as output, tempfile.TemporaryDirectory() as broken:
        folders = editions.compile_all(executable, output)
        pages = [folder / name for folder in folders for name in ["bulletin.html", "report.html"]]
        findings.broken_inputs(pathlib.Path(broken))
        pages += findings.write_pages(executable, pathlib.Path(broken))
        faults += browser.nu_checker(pages)
        driver = browser.open_browser()
        try:
            source = browser.axe_source()
            for page in pages:
                faults += browser.axe(driver, page, source)
        finally:
            driver.quit()
        for folder in folders:
            faults += editions.text_edition(folder / "bulletin.txt")
            faults += same_content.same_content(folder)
        faults += mail.check_mail(executable, editions.PACKAGE, folders)
        faults += editions.check_stress(executable)
        faults += findings.check_reports(executable, pathlib.Path(broken))
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(folders)} texts, their messages and the reports of findings checked, {len(faults)} faults")
    sys.exit(1 if faults or not folders else 0)


main()
