"""Checks side by side, each of which gives a list of faults."""

import concurrent.futures
import os


def at_once(check, items):
    """The faults of all items, in their order. A check that breaks off is a fault, too."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return [fault for faults in pool.map(lambda item: attempt(check, item), items) for fault in faults]


def attempt(check, item):
    try:
        return check(item)
    except Exception as problem:
        return [f"{getattr(item, 'name', item)}: a check broke off: {type(problem).__name__}: {problem}"]
