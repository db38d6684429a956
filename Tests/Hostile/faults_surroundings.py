"""Surroundings of a run: clock, language, time zone, limits, streams. The output is the same, byte for byte."""

import os
import shutil

from faults_files import Skipped
from issue import PERIOD, compile_issue, differences, output, whole
from running import ending, run
from saying import safe

LANGUAGES = ["xx_YY.UTF-8", "C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "", "/", "x" * 5000]
ZONES = ["Pacific/Kiritimati", "America/Los_Angeles", "Nowhere/Nowhere", ":/etc/passwd", "UTC+99", ""]


def same(executable, folder, before, **popen):
    """Compiles anew in other surroundings; the output is made again from nothing."""
    shutil.rmtree(folder / "output")
    outcome = compile_issue(executable, folder, **popen)
    return ending(outcome, {0}) + differences(before, output(folder)) + safe(outcome.said)


def surroundings(executable, folder):
    before = output(folder)
    faults = []
    for name in LANGUAGES:
        variables = {**os.environ, "LC_ALL": name, "LANG": name, "LANGUAGE": name}
        faults += [f"LC_ALL={name[:40]}: {fault}" for fault in same(executable, folder, before, env=variables)]
    for zone in ZONES:
        faults += [f"TZ={zone}: {fault}" for fault in same(executable, folder, before, env={**os.environ, "TZ": zone})]
    faults += [f"no variables: {fault}" for fault in same(executable, folder, before, env={})]
    odd = {"HOME": "/nowhere", "TMPDIR": "/nowhere", "PATH": "", "XML_CATALOG_FILES": "/nowhere http://127.0.0.1:9/",
           "XML_DEBUG_CATALOG": "1", "COLUMNS": "1", "NO_COLOR": "", "TERM": "xterm"}
    faults += [f"odd variables: {fault}" for fault in same(executable, folder, before, env=odd)]
    faults += [f"umask 077: {fault}" for fault in same(executable, folder, before, umask=0o077)]
    return faults


def clock(executable, folder):
    """A clock that is wrong by decades."""
    if not shutil.which("faketime"):
        raise Skipped("faketime is not there")
    before = output(folder)
    faults = []
    for moment in ["1970-01-02 00:00:00", "2038-01-20 00:00:00", "2099-12-31 23:59:59"]:
        shutil.rmtree(folder / "output")
        outcome = run(["faketime", moment, executable, "compile", PERIOD], folder=folder)
        faults += [f"{moment}: {fault}" for fault in ending(outcome, {0}) + differences(before, output(folder))]
    return faults


def old_files(executable, folder):
    """Inputs with dates of long ago and of times to come."""
    before = output(folder)
    faults = []
    for moment in [0, 4_000_000_000]:
        for path in (folder / "inputs").rglob("*"):
            os.utime(path, (moment, moment))
        faults += [f"files dated {moment}: {fault}" for fault in same(executable, folder, before)]
    return faults


def open_files(executable, folder):
    """Few files may be open at once. With too few for any work, the job cannot be done, and nothing is lost."""
    before = output(folder)
    faults = []
    for most in [1024, 64, 16]:
        outcome = run(["prlimit", f"--nofile={most}", executable, "compile", PERIOD], folder=folder)
        faults += [f"{most} open files: {fault}" for fault in ending(outcome, {0}) + differences(before, output(folder))]
    for most in [5, 4]:
        outcome = run(["prlimit", f"--nofile={most}", executable, "compile", PERIOD], folder=folder)
        faults += [f"{most} open files: {fault}" for fault in ending(outcome, {0, 2}) + differences(before, output(folder))]
    return faults


def memory(executable, folder):
    """Little memory and no second thread: the job is done, or is not and nothing is lost."""
    before = output(folder)
    outcome = run(["prlimit", "--nproc=1", executable, "compile", PERIOD], folder=folder)
    faults = [f"one thread: {fault}" for fault in ending(outcome, {0}) + differences(before, output(folder))]
    outcome = run(["prlimit", f"--as={300 << 20}", executable, "compile", PERIOD], folder=folder)
    return faults + [f"300 MiB of addresses: {fault}" for fault in ending(outcome, {0, 2}) + differences(before, output(folder))]


CLOSED = {"input": "<&-", "output": ">&-", "errors": "2>&-", "output and errors": ">&- 2>&-", "all": "<&- >&- 2>&-"}


def closed_streams(executable, folder):
    """Streams that are closed: what is opened later must not be taken for one of them."""
    before = output(folder)
    faults = []
    for name, form in CLOSED.items():
        shutil.rmtree(folder / "output")
        outcome = run(["sh", "-c", f'exec "$0" compile {PERIOD} {form}', executable], folder=folder)
        # Without its output, a job whose results are files may count as done.
        faults += [f"closed {name}: {fault}" for fault in ending(outcome, {0, 2}) + differences(before, output(folder))]
        told = run(["sh", "-c", f'exec "$0" validate inputs/{PERIOD}/NO.xml {form}', executable], folder=folder)
        expected = {2} if "output" in name or name == "all" else {0}
        faults += [f"closed {name}, validate: {fault}" for fault in ending(told, expected)]
    return faults


def lost_readers(executable, folder):
    """A pipe that nobody reads any longer, and a disk that takes nothing: the job ends by itself and says how it went."""
    faults = []
    jobs = {"compile": ["compile", PERIOD], "validate": ["validate", "inputs"], "explain": ["explain"],
            "as JSON": ["validate", "inputs", "--format", "json"], "schema": ["schema", "submission"]}
    before = output(folder)
    for name, job in jobs.items():
        reader, writer = os.pipe()
        os.close(reader)
        outcome = run([executable, *job], folder=folder, stdout=writer)
        os.close(writer)
        found = ending(outcome, {0, 2}) + differences(before, output(folder))
        faults += [f"{name} into a closed pipe: {fault}" for fault in found]
        with open("/dev/full", "wb") as full:
            outcome = run([executable, *job], folder=folder, stdout=full)
        # The results of compiling are files, and they are there; of the others nothing is.
        found = ending(outcome, {0, 2} if name == "compile" else {2}) + differences(before, output(folder)) + whole(folder)
        if outcome.status == 2 and not outcome.err.strip():
            found.append("does not say why")
        faults += [f"{name} onto a full disk: {fault}" for fault in found]
    return faults


def standard_input(executable, folder):
    """Standard input that gives something else than a submission, or never ends."""
    faults = []
    for name, (form, statuses) in {"nothing": ("</dev/null", {1}), "closed": ("<&-", {2}), "a folder": ("<.", {2}),
                                   "no end": ("</dev/zero", {2})}.items():
        outcome = run(["sh", "-c", f'exec "$0" validate - {form}', executable], 20, 4, folder)
        faults += [f"{name}: {fault}" for fault in ending(outcome, statuses) + safe(outcome.said)]
        if not outcome.said.strip():
            faults.append(f"{name}: does not say why")
    return faults


TRIALS = {"language, time zone and other variables": surroundings, "a wrong clock": clock, "dates of files": old_files,
          "few open files": open_files, "little memory": memory, "closed streams": closed_streams,
          "lost readers": lost_readers, "standard input": standard_input}
