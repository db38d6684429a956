"""Checks side by side, each of which takes nothing and gives a list of faults."""

import concurrent.futures
import os


def at_once(jobs):
    """All their faults, in the order of the jobs. One that breaks off is a fault, too."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return [fault for faults in pool.map(attempt, jobs) for fault in faults]


def attempt(job):
    try:
        return job()
    except Exception as problem:
        return [f"a check broke off: {type(problem).__name__}: {problem}"]
