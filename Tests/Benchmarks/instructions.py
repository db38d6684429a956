"""Counts what a command executes, with callgrind."""

import os
import pathlib
import re
import subprocess

# The order of Swift's hash tables is else another one in each run.
ENVIRONMENT = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}


def stripped(executable, folder):
    """A copy that valgrind can run: it cannot read the debug information of a Swift executable."""
    copy = pathlib.Path(folder) / "bulletin"
    subprocess.run(["strip", "-g", "-o", copy, executable], check=True)
    return copy


def instructions(command, profile="/dev/null"):
    """The number of instructions of a command; `profile` takes what callgrind writes."""
    callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", *command]
    answer = subprocess.run(callgrind, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    counted = re.search(r"Collected : (\d+)", answer.stderr)
    if answer.returncode != 0 or not counted:
        raise SystemExit(f"callgrind could not count: {answer.stderr[-2000:]}")
    return int(counted[1])
