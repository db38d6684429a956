"""Checks side by side, each of which takes nothing and gives a list of faults."""

import concurrent.futures
import os
import time
import traceback


def at_once(jobs, names=None):
    """All their faults, in the order of the jobs. One that breaks off is a fault, too, told with its name where it has one."""
    jobs = list(jobs)
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return [fault for faults in pool.map(attempt, jobs, names or [""] * len(jobs)) for fault in faults]


def attempt(job, name):
    try:
        return job()
    except Exception as problem:
        # The last place in the checks themselves, not in a library.
        own = [frame for frame in traceback.extract_tb(problem.__traceback__) if "/Tests/" in frame.filename][-1]
        where = f"{os.path.basename(own.filename)}:{own.lineno}"
        return [f"{name}{': ' if name else ''}a check broke off at {where}: {type(problem).__name__}: {problem}"]


def timed(main):
    """Runs a program and says at its end how long it took."""
    begun = time.monotonic()
    try:
        main()
    finally:
        print(f"{time.monotonic() - begun:.0f} seconds")
