"""Runs the program under limits, and says what came of it."""

import os
import resource
import select
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

# What one run may write before it is read no further.
MOST_SAID = 32 << 20
# A run is ended at so many times its bound: the measure is what it took, not that it was ended.
PATIENCE = 1.2
# Its own address space, which holds the executable and its libraries too: a guard of the machine, not a measure.
MOST_ADDRESSES = 4 << 30


@dataclass
class Run:
    """How a run ended, what it took and what it said."""

    status: int
    seconds: float
    processor: float
    peak: int
    out: bytes
    err: bytes
    was_ended: bool = False
    command: list = field(default_factory=list)

    @property
    def said(self):
        return self.out + self.err


def run(command, seconds=20, processor=None, folder=None, source=subprocess.DEVNULL, **popen):
    """Runs a command to its end, or ends it after so many seconds, of the clock or of a processor.

    The peak of memory is the system's own count. It begins with what this script holds when it starts the command.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        popen = {"stdout": out, "stderr": err, **popen}
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdin=source, **popen)
        limit(process.pid, processor)
        was_ended = not wait(process.pid, seconds)
        if was_ended:
            process.kill()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - start
        return Run(process.returncode, took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024,
                   said(out), said(err), was_ended, command)


def limit(pid, processor):
    """A child that has ended already needs no limit; one that runs as somebody else cannot be given one everywhere."""
    try:
        resource.prlimit(pid, resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
        if processor:
            seconds = int(processor * PATIENCE) + 1
            resource.prlimit(pid, resource.RLIMIT_CPU, (seconds, seconds))
    except (ProcessLookupError, PermissionError):
        pass


def wait(pid, seconds):
    """Whether a process ends in so many seconds."""
    descriptor = os.pidfd_open(pid)
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def said(file):
    file.seek(0)
    return file.read(MOST_SAID)


def bounds(outcome, processor, peak):
    """What a run took beyond its bounds, in seconds of a processor and bytes."""
    faults = []
    if outcome.processor > processor:
        faults.append(f"took more than {processor} s of a processor ({outcome.processor:.1f} s)")
    if outcome.peak > peak:
        faults.append(f"took {outcome.peak >> 20} MiB of memory, more than {peak >> 20} MiB")
    return faults


def ending(outcome, statuses):
    """A run ends by itself, with one of these statuses."""
    if outcome.was_ended:
        return [f"did not end by itself in {outcome.seconds:.0f} s"]
    if outcome.status < 0:
        return [f"was ended by signal {-outcome.status}"]
    if outcome.status not in statuses:
        return [f"ended with {outcome.status}, not {' or '.join(map(str, sorted(statuses)))}: {words(outcome)}"]
    return []


def words(outcome):
    """The beginning of what a run said, for a fault's line."""
    return (outcome.err or outcome.out)[:160].decode("utf-8", "replace").replace("\n", " ¶ ")
