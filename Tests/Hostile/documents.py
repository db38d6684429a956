"""All documents, and what the program must say of each: `check` gives the faults of one."""

import documents_broken
import documents_characters
import documents_doctype
import documents_encodings
import documents_markup
import documents_names
from running import bounds, ending, run, words
from saying import ILL_FORMED, UNCLEAR, findings, headed, safe

FAMILIES = [documents_characters, documents_markup, documents_names, documents_encodings, documents_doctype,
            documents_broken]
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
            seen.setdefault(made.name, made)
    return list(seen.values())


def check(executable, made, folder):
    """The faults of what the program does with a document, as lines that begin with its name."""
    folder.mkdir()
    path = folder / "NO.xml"
    path.write_bytes(made.data)
    shown = run([executable, "validate", "NO.xml"], SECONDS, PROCESSOR, folder)
    told = run([executable, "validate", "NO.xml", "--format", "json"], SECONDS, PROCESSOR, folder)
    faults = [f"as text: {fault}" for fault in endings(shown, made)] + [f"as JSON: {fault}" for fault in endings(told, made)]
    if not faults:
        found, faults = findings(told.out)
        faults += headed(shown.out) + safe(shown.said) + safe(told.said)
        faults += verdict(made, told.status, found)
        if shown.status != told.status:
            faults.append(f"ends with {shown.status} as text and with {told.status} as JSON")
    return [f"{made.name}: {fault}" for fault in faults]


def endings(outcome, made):
    """Every document is read to a verdict: 2 would say that the job could not be done."""
    faults = ending(outcome, {0, 1}) + bounds(outcome, PROCESSOR, PEAK)
    if outcome.err:
        faults.append(f"writes to standard error: {words(outcome)}")
    return faults


def verdict(made, status, found):
    """What the findings say of well-formedness, beside what is certain."""
    rules = {finding["rule"] for finding in found if finding["severity"] == "error"}
    if bool(rules) != (status == 1):
        return [f"ended with {status} and has the errors {sorted(rules)}"]
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
