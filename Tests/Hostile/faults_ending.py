"""A run that is ended in the middle, and calls to the system that fail: the output is the old issue or the new one."""

import random
import shutil
import signal
import subprocess
import time

from faults_files import Skipped
from issue import PERIOD, change, compile_issue, contents, differences, output
from running import ending, run
from saying import safe

STRACE = shutil.which("strace")
KILLS = 20
# Calls that fail, and how.
FAILURES = {"write": "ENOSPC", "rename": "EIO", "unlink": "EROFS", "flock": "EWOULDBLOCK", "renameat2": "EIO"}
# Files and folders of which a call fails each time.
INPUTS = ["inputs", "inputs/2016-Q1", "inputs/2016-Q1/NO.xml", "inputs/2016-Q1/issue.xml", "inputs/2015-Q4/BG.xml"]
DRAFTS = [f"output/.{PERIOD}.new/{name}" for name in ["bulletin.html", "manifest.json"]]
AT_PATHS = [(path, *failure) for path in INPUTS for failure in [("openat", "EMFILE"), ("openat", "EACCES"), ("read", "EIO")]]
AT_PATHS += [(path, *failure) for path in DRAFTS for failure in [("openat", "EROFS"), ("write", "EIO"), ("close", "ENOSPC")]]


def old_and_new(executable, folder):
    """The files of the issue as it is and as it will be; the folder is left with the old output and the new inputs."""
    old = contents(folder / "output")
    change(folder)
    if compile_issue(executable, folder, "--output", "new").status != 0:
        raise RuntimeError("the changed issue does not compile")
    return old, contents(folder / "new")


def put_back(folder, old):
    shutil.rmtree(folder / "output")
    for name, data in old.items():
        path = folder / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def either(folder, old, new):
    """What can be seen in the output is all old or all new; hidden leavings are the next run's to clear away."""
    found = {name: data for name, data in output(folder).items()
             if not any(part.startswith(".") for part in name.split("/"))}
    if found in (old, new):
        return []
    mixed = sorted(name for name in found if found[name] != old.get(name))
    lost = sorted(name for name in old if name not in found)
    halves = sorted(name for name in found if found[name] not in (old.get(name), new.get(name)))
    return [f"the output is neither the old issue nor the new one: new are {mixed}, missing {lost}, half written {halves}"]


def mended(executable, folder, new):
    """The next run makes the whole issue and leaves nothing beside it."""
    outcome = compile_issue(executable, folder)
    return ending(outcome, {0}) + [f"after the next run, {fault}" for fault in differences(new, output(folder))]


def killed_by_lot(executable, folder):
    """Ended at moments by lot, over the time that a run takes."""
    old, new = old_and_new(executable, folder)
    took = min(compile_issue(executable, folder, "--output", "new").seconds for _ in range(3))
    chance = random.Random(time.time_ns())
    faults = []
    for _ in range(KILLS):
        put_back(folder, old)
        moment = chance.uniform(0, took * 1.1)
        with subprocess.Popen([executable, "compile", PERIOD], cwd=folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
        faults += [f"killed after {moment * 1000:.1f} ms: {fault}" for fault in either(folder, old, new)]
    return faults + mended(executable, folder, new)


def traced(executable, folder, injection, *options):
    if not STRACE:
        raise Skipped("strace is not there")
    trace = folder / "trace"
    outcome = run([STRACE, "-f", "-qq", "-e", "trace=" + injection.partition(":")[0], "-e", f"inject={injection}", "-o", trace,
                   *options, executable, "compile", PERIOD], folder=folder)
    lines = outcome.err.splitlines(keepends=True)
    outcome.err = b"".join(line for line in lines if b"strace: Requested path" not in line)
    return outcome, trace.read_text(encoding="utf-8", errors="replace")


def at(folder, path):
    """What has only calls at a path met. One that is not there yet is known by its whole name once it is open."""
    return ["-P", path, "-P", str(folder.resolve() / path)]


def killed_at_calls(executable, folder):
    """Ended right at each of the calls by which files take their places, and at some of those before."""
    old, new = old_and_new(executable, folder)
    faults = []
    for call, number in [("rename", 1), ("rename", 2), ("rename", 3), ("rename", 4), ("unlink", 1), ("write", 1), ("write", 2),
                         ("write", 3), ("write", 4), ("renameat2", 1)]:
        put_back(folder, old)
        traced(executable, folder, f"{call}:signal=KILL:when={number}")
        faults += [f"killed at {call} {number}: {fault}" for fault in either(folder, old, new)]
    return faults + mended(executable, folder, new)


def failing_calls(executable, folder):
    """Calls that fail: the job is done, or something of it is not and is told; the issue is all old or all new."""
    old, new = old_and_new(executable, folder)
    faults = []
    for call, error in FAILURES.items():
        for number in range(1, 9):
            put_back(folder, old)
            outcome, trace = traced(executable, folder, f"{call}:error={error}:when={number}")
            if "(INJECTED)" not in trace:
                break
            found = without(outcome, folder, old, new, {0, 2})
            faults += [f"{call} {number} fails with {error}: {fault}" for fault in found]
    return faults


def failing_files(executable, folder):
    """Files that cannot be read or written, whatever they hold: no verdict on them is possible."""
    old, new = old_and_new(executable, folder)
    faults = []
    for path, call, error in AT_PATHS:
        put_back(folder, old)
        outcome, trace = traced(executable, folder, f"{call}:error={error}", *at(folder, path))
        if "(INJECTED)" in trace:
            found = without(outcome, folder, old, new, {2})
            faults += [f"{call} of {path} fails with {error}: {fault}" for fault in found]
        elif path in DRAFTS:
            faults.append(f"{call} of {path} was not met")
    return faults


def interrupted_calls(executable, folder):
    """Calls that a signal has interrupted are made again, and nobody hears of it."""
    old, new = old_and_new(executable, folder)
    faults = []
    for call, path in [("read", INPUTS[2]), ("read", INPUTS[3]), ("write", DRAFTS[0]), ("write", DRAFTS[1])]:
        put_back(folder, old)
        outcome, trace = traced(executable, folder, f"{call}:error=EINTR:when=1", *at(folder, path))
        found = ending(outcome, {0}) + differences(new, output(folder))
        if "(INJECTED)" not in trace:
            found.append("was not met")
        faults += [f"{call} of {path}, interrupted: {fault}" for fault in found]
    return faults


def no_second_thread(executable, folder):
    """A system that gives no more threads: the one that there is does the work."""
    _, new = old_and_new(executable, folder)
    outcome, trace = traced(executable, folder, "clone,clone3:error=EAGAIN")
    if "(INJECTED)" not in trace:
        raise Skipped("there is but one processor")
    return ending(outcome, {0}) + safe(outcome.said) + differences(new, output(folder))


def without(outcome, folder, old, new, statuses):
    """A run for which something was not to be had."""
    faults = ending(outcome, statuses) + safe(outcome.said)
    if outcome.status == 2 and not outcome.err.strip():
        faults.append("does not say why")
    return faults + (either(folder, old, new) if 0 in statuses else differences(old, output(folder)))


def signals(executable, folder):
    """Ended by a request or by the terminal: as by any other end, nothing is half done."""
    old, new = old_and_new(executable, folder)
    faults = []
    for number in [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]:
        for moment in [0.01, 0.03, 0.05]:
            put_back(folder, old)
            with subprocess.Popen([executable, "compile", PERIOD], cwd=folder, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                time.sleep(moment)
                process.send_signal(number)
            faults += [f"ended by {number.name}: {fault}" for fault in either(folder, old, new)]
    return faults


def stale_leavings(executable, folder):
    """What a run that was ended left behind is in nobody's way."""
    old, new = old_and_new(executable, folder)
    place = folder / "output" / PERIOD
    (place / ".bulletin.html.new").write_bytes(b"half")
    (place / ".manifest.json.new").write_bytes(b"half")
    return mended(executable, folder, new)


TRIALS = {"killed at moments by lot": killed_by_lot, "killed at calls": killed_at_calls, "calls that fail": failing_calls,
          "files that fail": failing_files, "interrupted calls": interrupted_calls, "no second thread": no_second_thread,
          "asked to end": signals, "leavings of an earlier run": stale_leavings}
