"""Disks that are full or can only be read, files that may not be read or that vanish, two runs at once."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import threading
import time

from issue import CHANGE, PERIOD, change, compile_issue, contents, differences, output, whole
from running import ending, run, words
from saying import safe

NOBODY = 65534


class Skipped(Exception):
    """Says why a trial cannot be made here."""


def refused(outcome, before, after, *sayings):
    """The job could not be done: status 2, a sentence, and all is as it was."""
    faults = ending(outcome, {2}) + differences(before, after) + safe(outcome.said)
    if outcome.status == 2 and not any(saying in outcome.err.decode() for saying in sayings):
        faults.append(f"does not say “{sayings[0]}” but: {words(outcome)}")
    return faults


@contextlib.contextmanager
def mounted(place, *arguments):
    """A mount for as long as the trial takes; only the system's keeper may make one."""
    outcome = subprocess.run(["mount", *arguments, place], capture_output=True, check=False)
    if outcome.returncode != 0:
        raise Skipped(f"mounting is not permitted: {outcome.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


def full_disk(executable, folder):
    """A disk that has room for a part of the new issue only."""
    place = folder / "output"
    kept = folder / "kept"
    place.rename(kept)
    place.mkdir()
    faults = []
    with mounted(place, "-t", "tmpfs", "-o", "size=2M", "none"):
        shutil.copytree(kept, place, dirs_exist_ok=True)
        change(folder)
        for room in [0, 4 << 10, 100 << 10, 200 << 10, 300 << 10, 364 << 10]:
            fill(place / "filler", room)
            before = contents(place)
            outcome = compile_issue(executable, folder)
            # The last steps may leave enough.
            found = refused(outcome, before, contents(place), "the disk is full") if outcome.status else whole(folder)
            faults += [f"{room >> 10} KiB left: {fault}" for fault in found]
    return faults


def fill(path, room):
    """Takes all of a disk but so many bytes."""
    path.unlink(missing_ok=True)
    disk = os.statvfs(path.parent)
    path.write_bytes(bytes(max(disk.f_bavail * disk.f_frsize - room, 0)))


def largest_file(executable, folder):
    """Files may not become larger than a limit, which the system says as an error where its signal is ignored."""
    change(folder)
    before = output(folder)
    faults = []
    for most in [0, 4096, 100_000]:
        # What is said goes through a pipe, as a file would fall under the limit too.
        script = f"trap '' XFSZ; set -o pipefail; prlimit --fsize={most} \"$@\" 2>&1 | cat >&2"
        outcome = run(["bash", "-c", script, "-", executable, "compile", PERIOD], folder=folder)
        found = refused(outcome, before, output(folder), "could not be written")
        faults += [f"{most} bytes a file: {fault}" for fault in found]
    return faults


def read_only(executable, folder):
    """A folder that can only be read."""
    change(folder)
    before = output(folder)
    place = folder / "output"
    with mounted(place, "--bind", place):
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
        outcome = compile_issue(executable, folder)
    return refused(outcome, before, output(folder), "the disk can only be read")


def unprivileged(executable, folder):
    """The executable as run by nobody: rights mean nothing to the system's keeper."""
    if os.getuid() != 0:
        return [executable]
    if not shutil.which("setpriv"):
        raise Skipped("setpriv is not there, and rights mean nothing to the system's keeper")
    for path in [folder, *folder.parents]:
        if path.stat().st_uid == os.getuid() and len(path.parts) > 2:
            path.chmod(path.stat().st_mode | 0o055)
    prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if run([*prefix, executable, "--version"]).status != 0:
        raise Skipped("the executable lies where nobody else may run it")
    return [*prefix, executable]


def no_right_to_write(executable, folder):
    change(folder)
    before = output(folder)
    command = [*unprivileged(executable, folder), "compile", PERIOD]
    (folder / "output" / PERIOD).chmod(0o555)
    outcome = run(command, folder=folder)
    (folder / "output" / PERIOD).chmod(0o755)
    return refused(outcome, before, output(folder), "permission is denied")


def no_right_to_read(executable, folder):
    faults = []
    before = output(folder)
    command = unprivileged(executable, folder)
    for name in [f"{PERIOD}/NO.xml", f"{PERIOD}/issue.xml", PERIOD, ""]:
        path = folder / "inputs" / name
        mode = path.stat().st_mode
        path.chmod(0)
        for job in [["compile", PERIOD], ["validate", f"inputs/{name}"]]:
            found = refused(run([*command, *job], folder=folder), before, output(folder), "permission is denied")
            faults += [f"{job[0]}, inputs/{name}: {fault}" for fault in found]
        path.chmod(mode)
    return faults


def vanishing(executable, folder):
    """A submission that comes and goes while the program looks: it is there, it is not, or the job cannot be done."""
    path = folder / "inputs" / PERIOD / "NO.xml"
    aside = folder / "aside"
    stop = threading.Event()

    def come_and_go():
        while not stop.wait(0.0003):
            path.rename(aside)
            stop.wait(0.0003)
            aside.rename(path)

    thread = threading.Thread(target=come_and_go)
    thread.start()
    faults = []
    try:
        for _ in range(20):
            before = output(folder)
            outcome = compile_issue(executable, folder)
            faults += ending(outcome, {0, 1, 2}) + whole(folder)
            if outcome.status:
                faults += differences(before, output(folder))
    finally:
        stop.set()
        thread.join()
    return faults


def at_once(executable, folder):
    """Several runs at once: each does its job or says that another is under way, and what is there is whole."""
    faults = []
    change(folder)
    for _ in range(5):
        processes = [
            subprocess.Popen([executable, "compile", PERIOD], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for _ in range(6)]
        ends = [(process.communicate()[1].decode(), process.returncode) for process in processes]
        faults += [f"ended with {status}: {said}" for said, status in ends if status not in {0, 2}]
        faults += [f"does not say why: {said}" for said, status in ends if status == 2 and "another run" not in said]
        if not any(status == 0 for _, status in ends):
            faults.append("none of the runs did its job")
        faults += whole(folder)
    if CHANGE[1] not in output(folder)[f"{PERIOD}/bulletin.txt"]:
        faults.append("the last issue is not there")
    return faults


def held(executable, folder):
    """A run that finds another one in the middle of its work."""
    change(folder)
    before = output(folder)
    descriptor = os.open(folder / "output" / PERIOD, os.O_DIRECTORY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    outcome = compile_issue(executable, folder)
    os.close(descriptor)
    return refused(outcome, before, output(folder), "another run")


def put_away(executable, folder):
    """A run that has opened the folder of its issue, in whose place another run then puts a new one and holds it."""
    if not shutil.which("strace"):
        raise Skipped("strace is not there")
    change(folder)
    place, aside = folder / "output" / PERIOD, folder / "aside"
    # The inputs are locked first, the outputs second.
    with subprocess.Popen(["strace", "-f", "-qq", "-e", "trace=flock", "-e", "inject=flock:delay_enter=3000000:when=2", "-o", "/dev/null",
                           executable, "compile", PERIOD], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        time.sleep(1.5)
        place.rename(aside)
        shutil.copytree(aside, place)
        before = output(folder)
        descriptor = os.open(place, os.O_DIRECTORY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        said = process.communicate()[1].decode()
        os.close(descriptor)
    faults = differences(before, output(folder))
    if process.returncode != 2 or "another run" not in said:
        faults.append(f"ended with {process.returncode} and not for the other run: {said[-160:]}")
    return faults


def behind_a_link(executable, folder):
    """A folder of outputs that is a link stays one, and the issue goes where it leads."""
    place, elsewhere = folder / "output" / PERIOD, folder / "elsewhere"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)
    change(folder)
    outcome = compile_issue(executable, folder)
    faults = ending(outcome, {0}) + whole(folder)
    if not place.is_symlink():
        faults.append("the link has become a folder")
    if CHANGE[1] not in (elsewhere / "bulletin.txt").read_bytes():
        faults.append("the new issue is not where the link leads")
    return faults


def earlier_message(executable, folder):
    """A message is of the editions beside it, or is not there."""
    compile_issue(executable, folder, "--mail")
    change(folder)
    faults = [] if (folder / "output" / PERIOD / "bulletin.eml").exists() else ["there was no message"]
    faults += ending(compile_issue(executable, folder), {0}) + whole(folder)
    return faults + ["the message of the earlier run is still there"] * (folder / "output" / PERIOD / "bulletin.eml").exists()


def being_put_in_place(executable, folder):
    """A submission that is half there while the folder of its issue is locked by who writes it: it is waited for."""
    place = folder / "inputs" / PERIOD
    good = (place / "NO.xml").read_bytes()
    (place / "NO.xml").write_bytes(good[:len(good) // 2])
    descriptor = os.open(place, os.O_DIRECTORY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)

    def finish():
        (place / "NO.xml").write_bytes(good)
        os.close(descriptor)

    timer = threading.Timer(1, finish)
    timer.start()
    outcome = compile_issue(executable, folder)
    timer.join()
    return ending(outcome, {0}) + whole(folder)


TRIALS = {
    "a full disk": full_disk, "a limit on the size of files": largest_file, "a disk that can only be read": read_only,
    "no right to write": no_right_to_write, "no right to read": no_right_to_read, "a submission that vanishes": vanishing,
    "six runs at once": at_once, "another run under way": held, "a folder put away by another run": put_away,
    "a message of an earlier run": earlier_message, "an output behind a link": behind_a_link, "files that are just being put in place": being_put_in_place,
}
