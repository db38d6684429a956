"""All attacks, and what must come of each: `check` gives the faults of one."""

import os
import pathlib
import re
import shutil
import tempfile

import attacks_fetching
import attacks_large
import attacks_things
from attack import SECRET, Trap
from issue import PERIOD, copied, differences, output, whole
from running import bounds, ending, run
from saying import findings, headed, safe

FAMILIES = [attacks_large, attacks_things, attacks_fetching]
# A busy machine may let a run wait; what it takes is measured at the processor.
SECONDS = 60
# From so many seconds of a processor on, an attack is not tried in a third form.
COSTLY = 0.5
# What an answer may have: a thousand findings, each with its line and with those beneath it.
MOST_SAID = 2 << 20
# The most findings of one file, with one that says that there are more, and the most bytes of a sentence.
MOST_FINDINGS, MOST_WORDS = 1001, 8 << 10
STRACE = shutil.which("strace")
# What the program may open beside its inputs and outputs: libraries and the system's own files.
OWN = re.compile(r"/(lib|lib64|usr/lib|usr/local/lib|proc|sys|dev)/|/etc/ld\.so")
OPENED = re.compile(r'\bopen(?:at)?\((?:AT_FDCWD|\d+(?:<[^>]*>)?), "((?:[^"\\]|\\.)*)"')


def attacks():
    return [attack for family in FAMILIES for attack in family.attacks()]


def check(executable, attack, prepared, folder):
    """The faults of what the program does with an attack, by each command that reads it."""
    copied(prepared, folder)
    before = output(folder)
    trap = Trap(folder)
    try:
        path = folder / "inputs" / attack.target
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        stop = attack.make(path, trap)
        try:
            faults, took = [], 0
            for name, command, statuses in commands(executable, attack):
                # What takes long does so by the other commands too, and the test has to end.
                if took > attack.bounds[0] or took > COSTLY and name == "validate as JSON":
                    continue
                found, took = one_command(attack, command, statuses, folder, trap, before)
                faults += [f"{attack.name}, {name}: {fault}" for fault in found]
                # What waits does so by the other commands too.
                if took is None:
                    break
        finally:
            if stop:
                stop()
        return faults
    finally:
        trap.close()
        shutil.rmtree(folder)


def commands(executable, attack):
    validate = [executable, "validate", f"inputs/{attack.target}"]
    # A reference file that is not as it should be keeps any job from being done.
    statuses = attack.statuses | (attack.compiled or set() if attack.target.startswith("reference/") else set())
    yield "validate", validate, statuses
    if not attack.traced:
        yield "validate as JSON", [*validate, "--format", "json"], statuses
    yield "compile", [executable, "compile", PERIOD], attack.compiled or attack.statuses


def one_command(attack, command, statuses, folder, trap, before):
    """Its faults, and the seconds of a processor that it took; none when it had to be ended."""
    with source(attack) as given:
        outcome = run(command, SECONDS, attack.bounds[0], folder, given)
    faults = ending(outcome, statuses)
    if not faults and outcome.status in {1, 2} and not outcome.said.strip():
        faults.append("does not say why it ended so")
    faults += bounds(outcome, *attack.bounds) + spoken(outcome, command)
    if len(outcome.said) > MOST_SAID:
        faults.append(f"says {len(outcome.said) >> 10} KiB, more than {MOST_SAID >> 10} KiB")
    if attack.traced and not outcome.was_ended:
        faults += fetched(command, folder, trap)
    if trap.was_called():
        faults.append("called the listener")
    if SECRET.encode() in outcome.said:
        faults.append("told the secret")
    return faults + kept(outcome, folder, before, "compile" in command), None if outcome.was_ended else outcome.processor


def source(attack):
    """Standard input: a pipe's worth of bytes, or nothing."""
    file = tempfile.TemporaryFile()
    file.write(attack.source or b"")
    file.seek(0)
    return file


def spoken(outcome, command):
    """What was said is fit for a terminal; findings have rules and places."""
    if outcome.status not in {0, 1}:
        return safe(outcome.said)
    if "json" in command:
        found, faults = findings(outcome.out)
        return faults + numerous([one for finding in found for one in [finding, *finding.get("folded", [])]]) + safe(outcome.said)
    return headed(outcome.said) + safe(outcome.said)


def numerous(found):
    """Findings are not without end, and neither is what one of them says."""
    longest = max((len(finding["message"].encode()) for finding in found), default=0)
    return [f"has {len(found)} findings"] * (len(found) > MOST_FINDINGS) + [f"has a sentence of {longest} bytes"] * (longest > MOST_WORDS)


def kept(outcome, folder, before, compiled):
    """What lay in the output is there as it was, or a whole new issue is."""
    after = output(folder)
    faults = ["wrote the secret"] if any(SECRET.encode() in data for data in after.values()) else []
    if compiled and outcome.status == 0:
        return faults + whole(folder)
    return faults + differences(before, after)


def fetched(command, folder, trap):
    """What the program opened or connected to that is none of its business, as the system saw it."""
    if not STRACE:
        return []
    trace = folder / "trace"
    run([STRACE, "-f", "-qq", "-e", "trace=connect,open,openat", "-o", trace, *command], SECONDS, folder=folder)
    if not trace.exists():
        return ["could not be traced"]
    text = trace.read_text(encoding="utf-8", errors="replace")
    trace.unlink()
    faults = [f"connects: {line}" for line in text.split("\n") if "connect(" in line]
    # The loader looks for libraries beside the executable.
    mine = ("inputs", "output", str(pathlib.Path(command[0]).parent))
    for path in OPENED.findall(text):
        # Where a path leads shows only without its steps back.
        straight = os.path.normpath(path)
        if not (straight in mine or straight.startswith(tuple(folder + "/" for folder in mine)) or OWN.match(straight)):
            faults.append(f"opens {path}")
    return faults
