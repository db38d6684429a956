"""Tries on the program what it must withstand: `check_documents.py EXECUTABLE [PART…] [--only WORDS]`.

A thousand small documents, well-formed and not, are each read to a verdict that is true; files that mean harm cost
little and get nothing; and whatever goes wrong around a run, it ends by itself, says how it went, and leaves either the
old issue or the new one. Everything happens in a temporary folder, and nothing is asked of another host. The parts are
`documents`, `attacks` and `faults`; without one, all are tried. With words, only what has them in its name is tried.
"""

import argparse
import functools
import pathlib
import sys
import tempfile
import time

# Behind the folder of this program, which has modules of the same names.
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))

import attacks
import documents
import faults
import issue
from faults_files import Skipped
from jobs import at_once

PARTS = ["documents", "attacks", "faults"]


def main():
    parser = argparse.ArgumentParser(description="Try on the program what it must withstand.")
    parser.add_argument("executable", type=pathlib.Path)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument("--only", default="", metavar="WORDS", help="try only what has these words in its name")
    chosen = parser.parse_args()
    executable = str(chosen.executable.resolve())
    found = []
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        issue.prepare(executable, work / "prepared")
        for part in chosen.parts or PARTS:
            begun = time.monotonic()
            count, lines = {"documents": try_documents, "attacks": try_attacks, "faults": try_faults}[part](executable, work, chosen.only)
            print(f"{count} {part} tried in {time.monotonic() - begun:.0f} seconds, {len(lines)} faults")
            found += lines
    for line in found:
        print(line.encode("unicode_escape").decode("ascii") if not line.isprintable() else line)
    sys.exit(1 if found else 0)


def try_documents(executable, work, only):
    made = list(enumerate(document for document in documents.documents() if only in document.name))
    lines = at_once(
        (functools.partial(documents.check, executable, document, work / f"document-{number}") for number, document in made),
        [document.name for _, document in made])
    return len(made), lines


def try_attacks(executable, work, only):
    made = list(enumerate(attack for attack in attacks.attacks() if only in attack.name))
    lines = at_once(
        (functools.partial(attacks.check, executable, attack, work / "prepared", work / f"attack-{number}")
         for number, attack in made), [attack.name for _, attack in made])
    if not attacks.STRACE:
        print("skipped: strace is not there, so what the program opens was not watched; the listener was")
    return len(made), lines


def try_faults(executable, work, only):
    """One after the other, since rights, mounts and moments are shared by all that runs."""
    lines = []
    trials = {name: trial for name, trial in faults.faults().items() if only in name}
    for number, (name, trial) in enumerate(trials.items()):
        folder = issue.copied(work / "prepared", work / f"fault-{number}")
        try:
            lines += [f"{name}: {fault}" for fault in trial(executable, folder)]
        except Skipped as reason:
            print(f"skipped: {name}: {reason}")
        except Exception as problem:
            lines.append(f"{name}: the trial broke off: {type(problem).__name__}: {problem}")
    return len(trials), lines


if __name__ == "__main__":
    main()
