"""The lines of the benchmark, each a comparison in one go: all work on generated archives."""

import pathlib

from generate import PROJECT, write_archive
from instructions import stripped
from measure import Line, in_turn, run
from shares import shares
from subjects import Archive, Bulletin, python, stages, xmllint, xsltproc


def against_peers(bulletin, archive, rounds):
    """The whole archive: the bulletin, xmllint, xmllint and xsltproc, Python."""
    files = archive.submissions
    series = in_turn([
        Line("xmllint", [xmllint(archive, files)]),
        Line("xmllint and xsltproc", [xmllint(archive, files), xsltproc(files)]),
        Line("Python", [python(archive, files)], before=archive.empty),
        Line(bulletin.core_name, [bulletin.core(archive)], before=archive.empty, listens=True),
    ], rounds)
    return series, stages(series[bulletin.core_name].said)


def modules(bulletin, archive):
    """The share of each of the bulletin's modules in what it executes, on the first two issues."""
    write_archive(archive.scratch / "two", issues=2)
    two = Archive(archive.scratch / "two", archive.scratch, archive.schema)
    two.empty()
    bare = Bulletin(stripped(bulletin.executable, archive.scratch))
    # Folders of stages have their numbers before their names.
    return shares(bare.core(two), {folder.name.split("-")[-1] for folder in (PROJECT / "Sources").iterdir()})


def small(bulletin, archive, rounds):
    """One issue, one file, start-up, each beside xmllint."""
    period = archive.periods[len(archive.periods) // 2]
    files = archive.issue(period)
    executable = bulletin.executable
    return in_turn([
        Line("one issue, bulletin compile", [bulletin.compile(archive, period)], before=archive.empty),
        Line("one issue, xmllint", [xmllint(archive, files)]),
        Line("one issue, bulletin validate", [[executable, "validate", *files]]),
        Line("one file, bulletin validate", [[executable, "validate", files[3]]]),
        Line("one file, xmllint", [xmllint(archive, files[3:4])]),
        Line("start-up, bulletin", [[executable, "--version"]]),
        Line("start-up, xmllint", [["xmllint", "--version"]]),
    ], rounds)


def again(bulletin, archive, rounds):
    """Builds with the site: the first, one with nothing changed, one with one submission changed."""
    changed = pathlib.Path(archive.issue(archive.periods[len(archive.periods) // 2])[3])
    original = changed.read_bytes()
    versions = iter(range(rounds + 1))
    build = bulletin.build(archive)

    def change():
        # Each round has another headline, so that there is always something to do.
        word = f"<headline>Changed {next(versions)} ".encode()
        changed.write_bytes(original.replace(b"<headline>", word, 1))

    try:
        return in_turn([
            Line("first build with the site", [build], before=archive.empty),
            Line("second build, nothing changed", [build]),
            Line("build after one submission changed", [build], before=change),
        ], rounds)
    finally:
        changed.write_bytes(original)


def verify(bulletin, archive, rounds):
    """The proof that an archive comes out again, once all issues are on record."""
    try:
        for period in archive.periods:
            run([bulletin.executable, "archive", "accept", period, "--inputs", archive.inputs, "--quiet"])
        command = [bulletin.executable, "archive", "verify", "--inputs", archive.inputs]
        return in_turn([Line("archive verify", [command])], rounds)
    finally:
        for record in archive.inputs.glob("*/published.json"):
            record.unlink()


def growth(bulletin, archive, sizes, rounds):
    """The bulletin alone over archives of so many issues, in turn; the series by their number of issues."""
    lines = []
    for size in sizes:
        inputs = archive.scratch / f"grown-{size}"
        write_archive(inputs, issues=size)
        grown = Archive(inputs, archive.scratch, archive.schema)
        lines.append(Line(size, [bulletin.core(grown)], before=grown.empty))
    # What was just written needs no round to warm the caches.
    return in_turn(lines, rounds, warm=False)
