"""Measures the bulletin beside its peers on generated archives: `bench.py EXECUTABLE [--readme] [--large] …`.

Prints tables and writes them into `output/bench/results.json`; with `--readme` into the README, too. `make bench` sets
up what is needed. Beside that file lies what is generated and built on the way, until the end.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

from generate import MOST_ISSUES, PROJECT, write_archive
from lines import again, against_peers, growth, modules, small, verify
from measure import own_peak
from results import each, line_rows, machine, markdown, stage_rows, targets, write_into_readme, write_json
from subjects import Archive, Bulletin

ISSUES = 56
SIZES = [10, 100, 1000]


def options():
    parser = argparse.ArgumentParser(description="Measure the bulletin beside its peers.")
    parser.add_argument("executable", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each comparison")
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",")], default=SIZES,
                        help="issues of the archives by which growth is measured, such as 10,100,1000")
    parser.add_argument("--large", action="store_true",
                        help=f"measure growth up to {MOST_ISSUES} issues, too (as far as edition numbers go)")
    parser.add_argument("--readme", action="store_true", help="put the tables into the README")
    parser.add_argument("--output", type=pathlib.Path, default=PROJECT / "output/bench")
    return parser.parse_args()


def prepare(folder, bulletin):
    """The generated archive that all lines but those of growth work on."""
    inputs = folder / "inputs"
    files, size = write_archive(inputs, issues=ISSUES)
    tell(f"{ISSUES} issues, {files} submissions, {size / 1e6:.1f} MB")
    schema = folder / "submission.xsd"
    schema.write_text(bulletin.said("schema", "submission"), encoding="utf-8")
    # Generated files without a fault are the condition of every comparison.
    subprocess.run([bulletin.executable, "validate", "--quiet", inputs], check=True)
    return Archive(inputs, folder / "scratch", schema), {"issues": ISSUES, "submissions": files, "bytes": size}


def tell(text):
    print(text, file=sys.stderr, flush=True)


def measured(bulletin, archive, chosen):
    """All series, in the order of the table."""
    tell("the archive, beside peers")
    core, stages = against_peers(bulletin, archive, chosen.rounds)
    tell("shares")
    shares = modules(bulletin, archive)
    tell("one issue, one file, start-up")
    little = small(bulletin, archive, chosen.rounds * 3)
    tell("with the site, and again")
    repeated = again(bulletin, archive, max(3, chosen.rounds // 2))
    proof = verify(bulletin, archive, 3)
    sizes = chosen.sizes + ([MOST_ISSUES] if chosen.large else [])
    tell(f"growth: {', '.join(map(str, sizes))} issues")
    return core, stages, shares, little, repeated, proof, growth(bulletin, archive, sizes, 3)


def tables(core, stages, shares, little, repeated, proof, grown, aims):
    lines = [*core.items(), *little.items(), *repeated.items(), *proof.items(),
             *((f"growth, {size} issues", series) for size, series in grown.items())]
    yield markdown(("what", "figure", "target", ""), [aim.row() for aim in aims])
    yield markdown(("line", "median", "spread", "peak memory"), line_rows(lines, own_peak()))
    yield markdown(("issues", "time a development"),
                   [(str(size), f"{each(grown, size) * 1e6:.1f} µs") for size in grown])
    if stages:
        yield markdown(("stage", "time", "share"), stage_rows(stages))
    yield markdown(("module", "share of instructions"), [(name, f"{share:.1%}") for name, share in shares.items()])


def main():
    chosen = options()
    folder = chosen.output
    bulletin = Bulletin(chosen.executable.resolve())
    archive, generated = prepare(folder, bulletin)
    try:
        core, stages, shares, little, repeated, proof, grown = measured(bulletin, archive, chosen)
    finally:
        for leftover in (archive.inputs, archive.scratch):
            shutil.rmtree(leftover, ignore_errors=True)
    aims = targets(core, little, repeated, grown, bulletin.core_name)
    facts = machine()
    everything = {**core, **little, **repeated, **proof,
                  **{f"growth, {size} issues": series for size, series in grown.items()}}
    write_json(folder / "results.json", {
        "machine": facts, "archive": generated, "floorOfPeakBytes": own_peak(),
        "targets": [aim.record() for aim in aims],
        "lines": {name: series.record() for name, series in everything.items()}, "stageSeconds": stages,
        "moduleShares": {name: round(share, 4) for name, share in shares.items()},
        "secondsPerDevelopment": {size: each(grown, size) for size in grown},
    })
    head = (f"Measured on {facts['date']} on {facts['processors']} processors ({facts['processor']}): "
            f"{generated['submissions']} submissions of {generated['issues']} issues, "
            f"{generated['bytes'] / 1e6:.1f} MB.")
    report = "\n\n".join([head, *tables(core, stages, shares, little, repeated, proof, grown, aims)])
    print(report)
    if chosen.readme:
        write_into_readme(PROJECT / "README.md", report)


if __name__ == "__main__":
    main()
