"""Measures the desk under load beside the least that its server can do: `load.py DESK HELLO [--seconds N] [--requests N]`.

A check of a typical submission (10 developments, about 13 KB in, the whole page out) is asked for with wrk over 32
connections on this machine, in turn with Hummingbird's own “Hello”. With `--requests` the desk is asked so many times
more, and its memory is taken on the way. `--least SHARE` makes the program fail when the desk gives less than that share
of the requests, or when its memory grows.
"""

import argparse
import contextlib
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from desk import fetch, form, running

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Benchmarks"))

from generate import write_archive  # noqa: E402

CONNECTIONS = 32
SCRIPT = """
local file = io.open(os.getenv("LOAD_BODY"), "rb")
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "multipart/form-data; boundary=cut"
file:close()
"""
# By so much may the memory of the desk grow after the first tenth of the requests.
GROWTH = 1.1


def main():
    chosen = options()
    with tempfile.TemporaryDirectory() as work, contextlib.ExitStack() as servers:
        work = pathlib.Path(work)
        submission = typical(work)
        (work / "body").write_bytes(form({"file": submission}))
        (work / "post.lua").write_text(SCRIPT)
        desk, place = servers.enter_context(running(
            [chosen.desk.resolve(), "--port", "0", "--data", str(work / "data"), "--forms-per-minute", "0"]))
        hello, greeting = servers.enter_context(running([chosen.hello.resolve()]))
        check = place + "check"
        page = fetch(check, {"file": submission})
        print(f"A check takes in {len(submission)} bytes and gives a page of {len(page)}.")
        rounds = [(ask(greeting, chosen.seconds), ask(check, chosen.seconds, work)) for _ in range(chosen.rounds)]
        share = told(rounds)
        growth = remembered(desk, check, work, chosen.requests) if chosen.requests else 1
    sys.exit(1 if share < chosen.least or growth > GROWTH else 0)


def options():
    parser = argparse.ArgumentParser(description="Measure the desk under load.")
    parser.add_argument("desk", type=pathlib.Path)
    parser.add_argument("hello", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=10, help="how long each is asked, a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--requests", type=int, default=0, help="how often the desk is asked while its memory is watched")
    parser.add_argument("--least", type=float, default=0, help="the share of requests below which this fails")
    return parser.parse_args()


def typical(work):
    """The median submission, by size, of an issue of the benchmark's archive."""
    write_archive(work / "archive", issues=1)
    files = sorted((work / "archive").glob("*/??.xml"), key=lambda file: file.stat().st_size)
    return files[len(files) // 2].read_bytes()


def ask(address, seconds, work=None):
    """Asks an address as often as it answers: requests a second, and the 50th and 99th of a hundred in milliseconds."""
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s", "--latency"]
    if work:
        command += ["--script", str(work / "post.lua")]
    said = subprocess.run([*command, address], env={**os.environ, "LOAD_BODY": str(work and work / "body")},
                          check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"Not every request was answered well:\n{said}")
    rate = float(re.search(r"Requests/sec: *([\d.]+)", said)[1])
    half, most = (milliseconds(re.search(rf"{share}% +(\S+)", said)[1]) for share in (50, 99))
    return rate, half, most


def milliseconds(duration):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", duration).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def told(rounds):
    """Prints the medians; the share of the greeting's requests that the check reaches."""
    greeting, check = ([statistics.median(figures) for figures in zip(*series)] for series in zip(*rounds))
    share = statistics.median(check[0] / greeting[0] for greeting, check in rounds)
    for name, (rate, half, most) in (("hello", greeting), ("check", check)):
        print(f"{name}: {rate:,.0f} requests a second, half in {half:.1f} ms, 99 of 100 in {most:.1f} ms")
    print(f"a check comes to 1/{1 / share:.1f} of the greeting's requests")
    return share


def remembered(desk, address, work, requests):
    """Asks so many times, a second at a time, and prints the memory on the way; how it grew after the first tenth."""
    counts, sizes = 0, []
    while counts < requests:
        counts += int(ask(address, 1, work)[0])
        sizes.append((counts, resident(desk)))
        if len(sizes) == 1 or counts // (requests // 10) > sizes[-2][0] // (requests // 10):
            print(f"after {counts:,} requests: {sizes[-1][1] / 1e6:.1f} MB")
    first = next(size for count, size in sizes if count >= requests / 10)
    return sizes[-1][1] / first


def resident(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024


if __name__ == "__main__":
    main()
