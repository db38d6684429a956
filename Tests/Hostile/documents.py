"""All documents, and what the program must say of each: `check` gives the faults of one."""

import dataclasses

import documents_broken
import documents_characters
import documents_doctype
import documents_encodings
import documents_markup
import documents_names
from running import bounds, ending, run, words
from saying import ILL_FORMED, UNCLEAR, findings, headed, rules, safe

FAMILIES = [documents_characters, documents_markup, documents_names, documents_encodings, documents_doctype,
            documents_broken]
# Where the bytes themselves are odd, they must be harmless in the form for scripts too.
IN_BOTH_FORMS = {"documents_characters", "documents_encodings"}
# What one small document may take: seconds of a processor, bytes of memory, and seconds of the clock at a busy machine.
PROCESSOR, PEAK, SECONDS = 2, 256 << 20, 20
# What may be said of a document that is well-formed: an encoding need not be known, and a type declaration is refused.
TOLERATED = {"encoding-unknown"}
# What says that a document with a type declaration was refused for it.
REFUSED = {"doctype"}


def documents():
    """All documents, each with a name of its own."""
    seen = {}
    for family in FAMILIES:
        for made in family.documents():
            seen.setdefault(made.name, dataclasses.replace(made, family=family.__name__))
    return list(seen.values())


def check(executable, made, folder):
    """The faults of what the program does with a document, as lines that begin with its name."""
    folder.mkdir()
    (folder / "NO.xml").write_bytes(made.data)
    shown = run([executable, "validate", "NO.xml"], SECONDS, PROCESSOR, folder)
    faults = endings(shown, made)
    if not faults:
        faults = headed(shown.out) + safe(shown.said) + verdict(made, shown.status, rules(shown.out))
    if made.family in IN_BOTH_FORMS:
        faults += as_json(executable, made, folder, shown)
    return [f"{made.name}: {fault}" for fault in faults]


def as_json(executable, made, folder, shown):
    """The form for scripts says the same, and is safe to show as well."""
    told = run([executable, "validate", "NO.xml", "--format", "json"], SECONDS, PROCESSOR, folder)
    faults = endings(told, made)
    if not faults:
        found, faults = findings(told.out)
        faults += safe(told.said)
        said = {finding["rule"] for finding in found if finding["severity"] == "error"}
        if (told.status, said) != (shown.status, rules(shown.out)):
            as_text = f"as text with {shown.status} and {sorted(rules(shown.out))}"
            faults.append(f"ends with {told.status} and {sorted(said)}, {as_text}")
    return [f"as JSON, {fault}" for fault in faults]


def endings(outcome, made):
    """Every document is read to a verdict: 2 would say that the job could not be done."""
    faults = ending(outcome, {0, 1}) + bounds(outcome, PROCESSOR, PEAK)
    if outcome.err:
        faults.append(f"writes to standard error: {words(outcome)}")
    return faults


def verdict(made, status, rules):
    """What the rules of the errors say of well-formedness, beside what is certain."""
    if bool(rules) != (status == 1):
        return [f"ended with {status} and has the errors {sorted(rules)}"]
    if made.rule and made.rule not in rules:
        return [f"has the errors {sorted(rules)} and not {made.rule}"]
    ill_formed = rules & ILL_FORMED
    has_type = b"<!DOCTYPE" in made.data
    if made.well_formed is False and not rules & (ILL_FORMED | UNCLEAR | REFUSED):
        return [f"is not well-formed, and the findings do not say so: {sorted(rules)}"]
    if made.well_formed and ill_formed - TOLERATED:
        return [f"is well-formed, but is called {sorted(ill_formed)}"]
    if made.valid and rules:
        return [f"is a valid submission, but has the errors {sorted(rules)}"]
    if made.name.startswith("doctype") and has_type and not rules & (ILL_FORMED | REFUSED):
        return ["has a type declaration and was not refused"]
    return []
