"""What the program says must be text that is safe to show, with a rule and a place for each finding."""

import json
import re

# Rules that say that a document is not well-formed, among them those on namespaces and on the bytes themselves.
# `unexplained` leaves open whether it is XML or the schema that wants something otherwise.
UNCLEAR = {"unexplained"}
ILL_FORMED = {
    "ampersand", "attribute-twice", "attribute-unfinished", "attribute-unquoted", "attribute-without-value",
    "blank-missing", "cdata-malformed", "character-forbidden", "character-reference-malformed", "character-stray",
    "comment-malformed", "encoding-contradicted", "encoding-malformed", "encoding-unknown", "end-tag-mistyped",
    "end-tag-missing", "end-tag-slash-missing", "end-tag-surplus", "end-tags-crossed", "entity-unknown", "file-cut-off",
    "file-empty", "file-unbegun", "instruction-malformed", "less-than-stray", "not-xml", "prefix-unknown",
    "quote-inside", "quotes-curly", "root-twice", "tag-name-malformed", "tag-unfinished", "text-outside",
    "xml-declaration-malformed", "xml-declaration-misplaced",
}
# Findings about a file as a whole have no place in it.
WHOLE_FILE = {"file-empty", "findings-limit", "submissions-missing", "issue-missing", "file-unknown"}

# Control characters but for line feed and tab, and those that turn the direction of writing round.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PLACED = re.compile(r":(\d+):(\d+): (error|warning|note) \[[a-z0-9-]+\]$")
HEADED = re.compile(r": (error|warning|note) \[([a-z0-9-]+)\]$")


def safe(said):
    """Faults of text that goes to a terminal."""
    try:
        text = said.decode("utf-8")
    except UnicodeDecodeError as problem:
        return [f"says what is no UTF-8: {problem}"]
    found = UNSAFE.search(text)
    if found:
        return [f"says U+{ord(found[0]):04X}: {text[max(found.start() - 40, 0):found.start() + 20]!r}"]
    return []


def rules(said):
    """The rules of the errors in the text form."""
    heads = (HEADED.search(line) for line in said.decode("utf-8", "replace").split("\n") if not line.startswith(" "))
    return {head[2] for head in heads if head and head[1] == "error"}


def headed(said):
    """Each finding in the text form stands under a line with its rule and, unless it is about the whole file, its place."""
    faults = []
    for line in said.decode("utf-8", "replace").split("\n"):
        head = HEADED.search(line)
        if head and not line.startswith(" ") and not PLACED.search(line) and head[2] not in WHOLE_FILE:
            faults.append(f"has a finding without a place: {line[-120:]}")
    return faults


def findings(out):
    """The findings in the form of scripts, and what is wrong with that form."""
    try:
        report = json.loads(out)
    except ValueError as problem:
        return [], [f"gives no JSON: {problem}"]
    found = [finding for file in report["files"] for finding in file["diagnostics"]]
    errors = sum(finding["severity"] == "error" for finding in found)
    faults = [fault for finding in found for fault in misplaced(finding)]
    if report["errors"] > errors + sum(len(finding.get("folded", [])) for finding in found):
        faults.append(f"counts {report['errors']} errors and tells {errors}")
    return found, faults


def misplaced(finding):
    rule = finding.get("rule")
    if not rule or not finding.get("message"):
        yield f"has a finding without rule or words: {finding}"
    elif rule not in WHOLE_FILE and not (finding["line"] and finding["column"]):
        yield f"has a finding of {rule} without a place"
