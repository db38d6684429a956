"""Puts figures together: ratios and whether they meet their targets, a table for people, a file for programs."""

import datetime
import json
import os
import platform
import re
import subprocess

DEVELOPMENTS = 32 * 10
MEGABYTE = 1e6


class Target:
    """A figure that is to stay below a bound."""

    def __init__(self, name, value, bound, unit=""):
        self.name, self.value, self.bound, self.unit = name, value, bound, unit

    @property
    def is_met(self):
        return self.value <= self.bound

    def row(self):
        met = "met" if self.is_met else "missed"
        return self.name, f"{figure(self.value)}{self.unit}", f"{self.bound:g}{self.unit}", met

    def record(self):
        return {"name": self.name, "value": round(self.value, 4), "target": self.bound, "met": self.is_met}


def figure(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def targets(core, small, again, growth, core_name):
    """What is to be reached, of the series that were measured."""
    own = core[core_name].median
    found = [Target(f"archive, to {peer}", own / core[peer].median, bound)
             for peer, bound in [("xmllint", 2.0), ("xmllint and xsltproc", 0.4), ("Python", 0.1)]]
    found += [
        Target("one issue of 32 files, compile", small["one issue, bulletin compile"].median * 1000, 40, " ms"),
        Target("one file, validate", small["one file, bulletin validate"].median * 1000, 12, " ms"),
    ]
    found += [Target(f"peak memory, {size} issues", series.peak / MEGABYTE, 80, " MB")
              for size, series in growth.items()]
    base = each(growth, 100) if 100 in growth else None
    found += [Target(f"time a development, {size} issues to 100", each(growth, size) / base, 1.1)
              for size in growth if base and size > 100]
    first = again["first build with the site"].median
    return found + [Target("second build, nothing changed, to the first",
                           again["second build, nothing changed"].median / first, 0.1),
                    Target("build after one change, to the first",
                           again["build after one submission changed"].median / first, 0.2)]


def each(growth, size):
    """The seconds of one development."""
    return growth[size].median / (size * DEVELOPMENTS)


def machine():
    """What the figures depend on."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        models = re.findall(r"^model name\s*: (.*)$", info.read(), re.MULTILINE)
    return {
        "date": datetime.date.today().isoformat(), "processor": models[0] if models else platform.machine(),
        "processors": os.cpu_count(), "load": round(os.getloadavg()[0], 2),
        "xmllint": first_line(["xmllint", "--version"]), "xsltproc": first_line(["xsltproc", "--version"]),
        "python": platform.python_version(), "libc": " ".join(platform.libc_ver()),
    }


def first_line(command):
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return (answer.stdout or answer.stderr).splitlines()[0]


def line_rows(groups, floor):
    """Each line's median, spread and peak; a peak at the floor could be anything below."""
    for name, series in groups:
        scale, unit = (1000, "ms") if series.median < 1 else (1, "s")
        spread = f"{figure(min(series.seconds) * scale)}–{figure(max(series.seconds) * scale)}"
        hidden = series.peak <= floor * 1.05
        peak = f"under {floor / MEGABYTE + 1:.0f} MB" if hidden else f"{series.peak / MEGABYTE:.0f} MB"
        yield name, f"{figure(series.median * scale)} {unit}", f"{spread} {unit}", peak


def stage_rows(stages):
    """The time of each stage as the build itself tells it, and its share of their sum (they may overlap)."""
    for name, seconds in stages.items():
        yield name, f"{seconds * 1000:.0f} ms", f"{seconds / sum(stages.values()):.0%}"


def markdown(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def write_json(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_into_readme(path, table):
    """Puts the table between the marks that stand in the README for it."""
    begin, end = "<!-- bench -->", "<!-- /bench -->"
    before, rest = path.read_text(encoding="utf-8").split(begin)
    path.write_text(before + begin + "\n" + table + "\n" + end + rest.split(end)[1], encoding="utf-8")
