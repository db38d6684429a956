"""The editions of every issue in the inputs, and the rules that the text edition keeps."""

import pathlib
import re
import subprocess
from xml.etree import ElementTree

import wcwidth

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def compile_all(executable, output):
    periods = sorted(path.parent.name for path in PACKAGE.glob("inputs/*/issue.xml"))
    return [compile_one(executable, period, output, "inputs") for period in periods]


def compile_one(executable, period, output, inputs, *options):
    """The folder of the compiled issue."""
    outcome = subprocess.run(
        [executable, "compile", period, "--quiet", "--inputs", inputs, "--output", output, *options], cwd=PACKAGE,
        capture_output=True, text=True)
    if outcome.returncode != 0:
        raise SystemExit(f"{period}: exit status {outcome.returncode}: {outcome.stderr[-2000:]}")
    return pathlib.Path(output) / period


def published(folder):
    """When the issue in this folder of inputs was published, as its file says."""
    return ElementTree.parse(folder / "issue.xml").getroot().get("published")


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
