"""The exit statuses that are promised: 0 done, 1 the input has errors, 2 the job could not be done, 64 wrong usage."""

import shutil

from issue import PERIOD, differences, output
from running import ending, run
from saying import safe

FILE = f"inputs/{PERIOD}/NO.xml"
WITH_WARNING = (b"Refugee status could be withdrawn", b"Refugee status could under these terms then be withdrawn for good")
WITH_ERROR = (b'kind="policy"', b'kind="polic"')

# Commands on inputs that are as they should be.
COMMANDS = {
    0: [["--version"], ["--help"], ["compile", PERIOD], ["compile", "--quiet"], ["validate", FILE], ["validate", "inputs"],
        ["validate", f"inputs/{PERIOD}", "--format", "json"], ["classify", FILE], ["explain"], ["explain", "doctype"],
        ["schema"], ["schema", "issue"], ["new", "submission", "--country", "NO", "--period", PERIOD]],
    2: [["validate", "nowhere.xml"], ["validate", "inputs/nowhere/NO.xml"], ["validate", FILE, "nowhere.xml"],
        ["validate", f"{FILE}/x"], ["compile", "2030-Q1"], ["compile", PERIOD, "--inputs", "nowhere"],
        ["compile", PERIOD, "--output", FILE], ["compile", PERIOD, "--output", "/proc"], ["classify", "nowhere.xml"],
        ["evaluate", "nowhere.tsv"], ["new", "submission", "--country", "NO", "--period", PERIOD, "-o", FILE],
        ["new", "submission", "--country", "NO", "--period", PERIOD, "-o", "nowhere/NO.xml"]],
    64: [["nothing"], ["compile", "2016-Q5"], ["compile", "2016-Q1", "2016-Q2"], ["compile", "--nothing"], ["validate"],
         ["validate", FILE, "--format", "xml"], ["explain", "--nothing"], ["schema", "nothing"],
         ["new", "submission", "--nothing"],
         ["compile", "\x1b[31m"], ["x" * 100_000], ["compile", ""]],
}


def promised(executable, folder):
    before = output(folder)
    faults = []
    for status, commands in COMMANDS.items():
        for command in commands:
            outcome = run([executable, *command], folder=folder)
            found = ending(outcome, {status}) + safe(outcome.said) + differences(before, output(folder))
            if status and not outcome.err.strip():
                found.append("says nothing on standard error")
            faults += [f"bulletin {' '.join(command)[:60]!r}: {fault}" for fault in found]
    return faults


def with_findings(executable, folder):
    """Warnings pass unless they count as errors; errors do not. What was published stays."""
    path = folder / FILE
    good = path.read_bytes()
    faults = []
    for name, change_, usual in [("a warning", WITH_WARNING, 0), ("an error", WITH_ERROR, 1)]:
        assert change_[0] in good
        path.write_bytes(good.replace(*change_))
        for job in [["validate", FILE], ["validate", "inputs"], ["compile", PERIOD]]:
            for options, status in [([], usual), (["--quiet"], usual), (["--strict"], 1)]:
                before = output(folder)
                outcome = run([executable, *job, *options], folder=folder)
                found = ending(outcome, {status})
                if status:
                    found += differences(before, output(folder))
                    if not outcome.said.strip():
                        found.append("says nothing")
                faults += [f"{name}, {' '.join(job + options)}: {fault}" for fault in found]
        path.write_bytes(good)
    return faults


def missing_parts(executable, folder):
    """Inputs with parts missing: findings where the editors can mend them, else a sentence."""
    faults = []
    for name, status in [("issue.xml", 1), ("*.xml", 1), ("", 2)]:
        before = output(folder)
        place = folder / "inputs" / PERIOD
        for path in [*place.glob(name)] if name else [place]:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        outcome = run([executable, "compile", PERIOD], folder=folder)
        found = ending(outcome, {status}) + differences(before, output(folder))
        faults += [f"without {name or 'its folder'}: {fault}" for fault in found]
    return faults


TRIALS = {"promised statuses": promised, "warnings and errors": with_findings, "missing parts": missing_parts}
