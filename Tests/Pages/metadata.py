"""What a bulletin tells machines of itself, and what it forbids the browser: `metadata.py BULLETIN.HTML…`."""

import base64
import hashlib
import json
import pathlib
import re
import sys

from document import Document

NAMES = ["DC.title", "DC.language", "og:title", "og:type", "og:description"]


def check(page, published=None):
    """`published` is the day, month or year of publication, where the issue has one."""
    document = Document(page)
    manifest = json.loads((page.parent / "manifest.json").read_text(encoding="utf-8"))
    faults = [*meta(document), *linked_data(document, manifest, published), *policy(document)]
    return [f"{page.parent.name}/{page.name}: {fault}" for fault in faults]


def meta(document):
    given = {(found.get("name") or found.get("property") or "").lower(): found.get("content")
             for found, _ in document.named("meta")}
    for name in NAMES:
        aliases = [name.lower(), name.lower().replace("dc.", "dcterms.")]
        if not any(given.get(alias) for alias in aliases):
            yield f"no metadata {name}"


def linked_data(document, manifest, published):
    blocks = document.named("script", type="application/ld+json")
    if len(blocks) != 1:
        yield f"{len(blocks)} blocks of linked data"
        return
    data = json.loads(blocks[0][1])
    kinds = data.get("@type")
    if "PublicationIssue" not in (kinds if isinstance(kinds, list) else [kinds]):
        yield f"the linked data is of type {kinds}"
    if str(data.get("issueNumber")) != str(manifest["edition"]):
        yield f"the linked data has the number {data.get('issueNumber')}"
    if data.get("datePublished") != published:
        yield f"the linked data has the date {data.get('datePublished')}, not {published}"
    parts = data.get("hasPart", [])
    ends = [part.get("url", "").partition("#")[2] for part in parts]
    entries = [found["id"] for found, _ in document.named("article") if "entry" in found.get("class", "").split()]
    if sorted(ends) != sorted(entries):
        yield f"{len(parts)} parts in the linked data for {len(entries)} entries: {sorted(set(ends) ^ set(entries))[:5]}"
    if not all(part.get("name") or part.get("headline") for part in parts):
        yield "parts in the linked data have no name"


def policy(document):
    """Only the page's own style and script may run, each by its hash, and nothing may be fetched."""
    policies = document.named("meta", **{"http-equiv": "Content-Security-Policy"})
    if len(policies) != 1:
        yield f"{len(policies)} content security policies"
        return
    rules = dict((words[0], words[1:]) for part in policies[0][0]["content"].split(";") if (words := part.split()))
    if rules.get("default-src") != ["'none'"]:
        yield "the policy allows by default"
    for name, sources in rules.items():
        for source in sources:
            # An icon that stands in the page itself is no request.
            own = (name, source) == ("img-src", "data:")
            if not own and not re.fullmatch(r"'none'|'sha(256|384|512)-[A-Za-z0-9+/]+=*'", source):
                yield f"the policy allows {source} as {name}"
    for tag, name in [("script", "script-src"), ("style", "style-src")]:
        own = {digest(text) for found, text in document.named(tag) if found.get("type") in (None, "text/javascript", "module")}
        allowed = {source for source in rules.get(name, []) if source.startswith("'sha")}
        if own != allowed:
            yield f"the policy's {name} {sorted(allowed)} is not that of the page: {sorted(own)}"
    # What the policy would stop.
    for tag, found, _ in document.elements:
        for attribute in found:
            if attribute == "style" or attribute.startswith("on"):
                yield f"<{tag}> has the attribute {attribute}, which the policy forbids"


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


if __name__ == "__main__":
    found = [fault for page in sys.argv[1:] for fault in check(pathlib.Path(page))]
    print(*found, f"{len(found)} faults", sep="\n")
    sys.exit(1 if found else 0)
