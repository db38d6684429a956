"""Runs commands in turn and takes their wall time and peak memory."""

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field


@dataclass
class Series:
    """What the rounds of one line took: seconds, the peak of memory in bytes, and what the last one said."""

    seconds: list = field(default_factory=list)
    peak: int = 0
    said: str = ""

    @property
    def median(self):
        return statistics.median(self.seconds)

    def record(self):
        """The figures for the file of results."""
        return {"median": round(self.median, 6), "least": round(min(self.seconds), 6),
                "most": round(max(self.seconds), 6), "rounds": len(self.seconds), "peakBytes": self.peak}


@dataclass
class Line:
    """One line of the table: commands that run one after the other, and what is put in order before, untimed."""

    name: str
    commands: list
    before: object = None
    # Whether what is written to standard error is kept.
    listens: bool = False


def run(command, listens=False):
    """Runs a command: seconds, peak in bytes, and its standard error if that is wanted.

    The peak is the system's own count for the process. It begins with what this script holds itself when it starts the
    command, so nothing below `own_peak` can be seen.
    """
    with tempfile.TemporaryFile() as said:
        error = said if listens else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=error)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"This ended with {process.returncode}: {' '.join(map(str, command[:8]))} …")
        said.seek(0)
        return seconds, usage.ru_maxrss * 1024, said.read().decode() if listens else ""


def own_peak():
    """The memory of this script, below which no command's peak can be told."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


def in_turn(lines, rounds, warm=True, patience=60):
    """Runs all lines in each round, so that whatever else the machine does falls on all of them; the series by name.

    No further round begins after `patience` seconds, but one there is in any case.
    """
    series = {line.name: Series() for line in lines}
    start = time.perf_counter()
    for number in range(-1 if warm else 0, rounds):
        if number > 0 and time.perf_counter() - start > patience:
            break
        for line in lines:
            if line.before:
                line.before()
            results = [run(command, line.listens) for command in line.commands]
            # The first round only warms the caches.
            if number >= 0:
                series[line.name].seconds.append(sum(seconds for seconds, _, _ in results))
                series[line.name].peak = max([series[line.name].peak, *(peak for _, peak, _ in results)])
                series[line.name].said = results[-1][2]
    return series
