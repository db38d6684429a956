"""A folder of inputs with an issue that has been compiled, and whether its output is whole."""

import hashlib
import json
import pathlib
import shutil

from document import PACKAGE
from running import run

PERIOD = "2016-Q1"
# The issue, and the one before it to which it refers.
PERIODS = [PERIOD, "2015-Q4"]
# A change that shows in the editions.
CHANGE = (b"Refugee status could", b"Refugee status might")


def prepare(executable, folder):
    """Inputs with one compiled issue, to be copied for each trial."""
    for period in PERIODS:
        shutil.copytree(PACKAGE / "inputs" / period, folder / "inputs" / period)
        # What is on record of a published issue would have a say in what its next compilation gives.
        (folder / "inputs" / period / "published.json").unlink(missing_ok=True)
    outcome = compile_issue(executable, folder)
    if outcome.status != 0:
        raise SystemExit(f"The issue that all is tried on does not compile: {outcome.said.decode()}")
    return folder


def compile_issue(executable, folder, *options, **limits):
    return run([executable, "compile", PERIOD, *options], folder=folder, **limits)


def change(folder):
    """Changes a submission, so that the next issue differs from the one that is there."""
    path = folder / "inputs" / PERIOD / "NO.xml"
    path.write_bytes(path.read_bytes().replace(*CHANGE))


def contents(folder):
    """The bytes of all files below a folder, hidden ones too, by their names in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(pathlib.Path(folder).rglob("*"))
            if path.is_file() and not path.is_symlink()}


def output(folder):
    return contents(folder / "output") if (folder / "output").exists() else {}


def differences(before, after):
    """What was lost, changed or left behind, and how many bytes of what was there are gone."""
    faults = [f"{name} is gone from the output" for name in before if name not in after]
    faults += [f"{name} in the output has changed" for name in before if after.get(name, before[name]) != before[name]]
    faults += [f"{name} was left behind in the output" for name in after if name not in before]
    return faults


def whole(folder):
    """An issue is whole when its manifest tells the digests of the files beside it."""
    place = folder / "output" / PERIOD
    try:
        manifest = json.loads((place / "manifest.json").read_bytes())
        told = {entry["name"]: entry["sha256"] for entry in manifest["outputs"]}
        found = {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name in told}
    except (OSError, ValueError, KeyError) as problem:
        return [f"the output is not whole: {type(problem).__name__}: {problem}"]
    mixed = sorted(name for name in told if told[name] != found[name])
    return [f"the output is a mix of two issues: {', '.join(mixed)} are not those of the manifest"] if mixed else []


def copied(prepared, folder):
    """A copy for one trial."""
    return pathlib.Path(shutil.copytree(prepared, folder))
