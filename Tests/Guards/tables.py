"""The tables of guards, as values."""

import tomllib
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """What in a source makes a guard one that can be removed; `{stands}` in the new text asks whether it is in place."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Guard:
    """A guard, what it guards against, and the check that must fail without it.

    A check is a part of the tests against harm, with words that choose among its trials behind a colon.
    """

    name: str
    against: str
    check: str
    edits: tuple


def guards(folder):
    """All guards of the tables in a folder."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            edits = tuple(Edit(edit["file"], edit["old"], edit["new"]) for edit in entry["edits"])
            found.append(Guard(name, entry["against"], entry["check"], edits))
    names = [guard.name for guard in found]
    assert len(names) == len(set(names)), "two guards of one name"
    return found
