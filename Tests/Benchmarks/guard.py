"""Fails when the bulletin has become much slower, measured in instructions: `guard.py EXECUTABLE [--renew]`.

callgrind counts what the bulletin and xmllint execute on the same generated submissions. Counts differ by less than a
hundredth of a percent from run to run, whatever else the machine does; and what is compared is their ratio, so another
libxml2 or machine moves it little. Two ratios are looked at: `whole`, start-up included, and `files`, what the second
of two issues costs. Each may be half as much again as the one kept in `guard.json`. Whoever makes the bulletin slower
for a reason, or faster, renews that file: `--renew`.
"""

import argparse
import json
import pathlib
import shutil
import sys
import tempfile

from generate import write_archive
from instructions import instructions, stripped
from subjects import Archive, Bulletin, xmllint

KEPT = pathlib.Path(__file__).with_name("guard.json")
NOTE = ("Instructions of the bulletin to those of xmllint on the same files, as callgrind counts them. "
        "To renew: python3 Tests/Benchmarks/guard.py .build/release/bulletin --renew")
WORSE = 1.5
# All but the site; an executable that cannot leave the site out is measured with it.
CORE, WHOLE = "archive build --shard 1/1", "archive build"
COUNTRIES = 8


def counts(bulletin, folder, issues):
    """The instructions of both on an archive of so many issues."""
    write_archive(folder / "inputs", issues=issues, countries=COUNTRIES)
    schema = folder / "submission.xsd"
    schema.write_text(bulletin.said("schema", "submission"), encoding="utf-8")
    archive = Archive(folder / "inputs", folder, schema)
    archive.empty()
    return instructions(bulletin.core(archive)), instructions(xmllint(archive, archive.submissions))


def ratios(executable):
    """What is compared, and the command that it was measured with."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        bulletin = Bulletin(stripped(executable, folder))
        (own_one, peer_one), (own_two, peer_two) = (counts(bulletin, folder, issues) for issues in (1, 2))
        command = CORE if bulletin.knows_shards else WHOLE
        return command, {"files": (own_two - own_one) / (peer_two - peer_one), "whole": own_two / peer_two}


def renew(kept, command, found):
    kept = {"note": NOTE, **kept, command: {name: round(ratio, 2) for name, ratio in found.items()}}
    KEPT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(f"{KEPT.name} renewed: {kept[command]}")


def main():
    parser = argparse.ArgumentParser(description="Fail when the bulletin has become much slower beside xmllint.")
    parser.add_argument("executable", type=pathlib.Path)
    parser.add_argument("--renew", action="store_true", help="keep the ratios as they are now")
    chosen = parser.parse_args()
    if not shutil.which("valgrind"):
        raise SystemExit("valgrind is missing; `make setup-tests` installs it.")
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    command, found = ratios(chosen.executable)
    if chosen.renew:
        return renew(kept, command, found)
    if command not in kept:
        print(f"{KEPT.name} has no figures for `{command}` yet; those of `{WHOLE}`, which does more, stand in. {NOTE}")
    bounds = kept.get(command) or kept[WHOLE]
    worse = [name for name, ratio in found.items() if ratio > WORSE * bounds[name]]
    for name, ratio in found.items():
        print(f"instructions to xmllint's, {name}: {ratio:.2f}, kept {bounds[name]:.2f}"
              + (": worse by more than half" if name in worse else ""))
    if command in kept and any(ratio < bounds[name] / WORSE for name, ratio in found.items()):
        print(f"The bulletin has become faster; the guard watches better with newer figures. {NOTE}")
    sys.exit(1 if worse else 0)


main()
