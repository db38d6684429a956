"""Proves that each guard against harm has a test that sees its loss: `check_guards.py [GUARD…]`.

The guards stand in the tables beside this program. In a copy of the sources each is made so that it is gone when the
environment variable GUARD_REMOVED has its name, and the program is built from that, once. Then each guard's check is
run, which must pass with all guards in place and fail without that one. It ends with 1 when the loss of a guard goes
unnoticed, and with 2 when the proof could not be made, as when a source has moved on from what a table says of it.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import time

import schemata
import tables

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = PACKAGE / "Tests" / "Hostile"
PYTHON = PACKAGE / ".venv" / "bin"
# A check that does not end by then has seen something.
SECONDS = 600


def main():
    parser = argparse.ArgumentParser(description="Prove that the loss of each guard is noticed.")
    parser.add_argument("names", nargs="*", metavar="GUARD", help="names or parts of names (default: all guards)")
    parser.add_argument("--scratch", type=pathlib.Path, default=PACKAGE / ".build-guards", help="the folder of the copy")
    parser.add_argument("--python", type=pathlib.Path, default=PYTHON, help="the folder of the Python of the checks")
    parser.add_argument("--say", action="store_true", help="tell what the checks said first")
    parser.add_argument("--list", action="store_true", help="list the guards, see that the sources are as they say, and end")
    options = parser.parse_args()
    guards = tables.guards(pathlib.Path(__file__).parent)
    chosen = [guard for guard in guards if not options.names or any(name in guard.name for name in options.names)]
    if options.list or not chosen:
        print("\n".join(f"{guard.name}: {guard.against}" for guard in chosen) or "There is no such guard.")
        if not chosen:
            sys.exit(2)
    try:
        if options.list:
            schemata.changed(PACKAGE, guards)
            sys.exit(0)
        executable = schemata.build(PACKAGE, options.scratch.resolve(), guards)
    except schemata.Unfit as problem:
        print(problem)
        sys.exit(2)
    run = Runner(executable, options.python.resolve(), options.say)
    if not all([run.passes(check) for check in dict.fromkeys(guard.check for guard in chosen)]):
        print("A check fails with all guards in place: so its failing without one would say nothing.")
        sys.exit(2)
    unnoticed = [guard for guard in chosen if not run.notices(guard)]
    print(f"{len(chosen)} guards, {len(chosen) - len(unnoticed)} whose loss is noticed")
    for guard in unnoticed:
        print(f"{guard.name}: its loss goes unnoticed by “{guard.check}”")
    sys.exit(1 if unnoticed else 0)


class Runner:
    """Runs checks on an executable."""

    def __init__(self, executable, python, tells):
        self.executable, self.python, self.tells = executable, python, tells

    def command(self, check):
        part, _, words = check.partition(": ")
        only = ["--only", words] if words else []
        if part == "payloads":
            return [self.python / "python", HOSTILE / "check_payloads.py", self.executable, *only]
        return [sys.executable, HOSTILE / "check_documents.py", self.executable, part, *only]

    def run(self, check, removed=None):
        """The exit status of a check, what it said, and how many seconds it took."""
        environment = {**os.environ, "PATH": f"{self.python}:{os.environ['PATH']}"}
        environment.pop(schemata.VARIABLE, None)
        if removed:
            environment[schemata.VARIABLE] = removed
        begun = time.monotonic()
        try:
            outcome = subprocess.run(self.command(check), env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
            status, said = outcome.returncode, outcome.stdout + outcome.stderr
        except subprocess.TimeoutExpired as problem:
            status, said = None, problem.stdout or b""
        return status, said.decode("utf-8", "replace"), time.monotonic() - begun

    def passes(self, check):
        status, said, seconds = self.run(check)
        print(f"all guards in place | {check} | {'passes' if status == 0 else 'FAILS'} | {seconds:.0f} s", flush=True)
        if status != 0:
            print(said[-2000:])
        return status == 0

    def notices(self, guard):
        status, said, seconds = self.run(guard.check, guard.name)
        # The last lines of a traceback would be the check's own mistake, and no finding.
        noticed = status != 0 and "Traceback" not in said
        verdict = "seen failing" if noticed else "the check broke off" if status != 0 else "UNNOTICED"
        print(f"{guard.name} | {guard.against} | {guard.check} | {verdict} | {seconds:.0f} s", flush=True)
        if self.tells or not noticed:
            print("\n".join("    " + line[:200] for line in said.strip().split("\n")[:4]), flush=True)
        return noticed


if __name__ == "__main__":
    main()
