"""Feeds against RFC 4287, The Atom Syndication Format: its grammar, which jing reads, and what no grammar can say."""

import pathlib
import subprocess
import tempfile
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = pathlib.Path(__file__).parent / "atom.rnc"

# One feed broken in many ways: what is taken out, and what is put in its place.
BREAKS = {
    "no id": ("<id>urn:emn:a</id>", ""),
    "two ids": ("<id>urn:emn:a</id>", "<id>urn:emn:a</id><id>urn:emn:z</id>"),
    "no title": ("<title>Feed</title>", ""),
    "a title as markup": ("<title>Feed</title>", "<title>Feed <b>one</b></title>"),
    "an unknown type of title": ("<title>One</title>", "<title type='markdown'>One</title>"),
    "a day for a moment": ("2016-06-01T00:00:00Z</updated>\n<entry>", "2016-06-01</updated>\n<entry>"),
    "no time of change": ("<updated>2016-06-01T00:00:00Z</updated>\n</entry>", "</entry>"),
    "an author without a name": ("<name>Network</name>", ""),
    "a link without an address": (" href='one.html'", ""),
    "a category without a term": (" term='return'", ""),
    "an element that Atom has not": ("<summary>", "<summry>s</summry><summary>"),
    "data after the entries": ("</feed>", "<subtitle>Late</subtitle></feed>"),
    "a language that is none": ("<feed ", "<feed xml:lang='en_GB' "),
    "no author": ("<author><name>Network</name></author>", ""),
    "an id twice": ("urn:emn:c", "urn:emn:b"),
    "older than its entries": ("2016-06-01T00:00:00Z</updated>\n<entry>", "2016-05-31T00:00:00Z</updated>\n<entry>"),
    "an entry that leads nowhere": ("<link href='one.html'/>", ""),
}
WHOLE = """<feed xmlns='http://www.w3.org/2005/Atom'>
<id>urn:emn:a</id><title>Feed</title><author><name>Network</name></author>
<updated>2016-06-01T00:00:00Z</updated>
<entry><id>urn:emn:b</id><title>One</title><link href='one.html'/><category term='return'/>
<summary>One.</summary><updated>2016-06-01T00:00:00Z</updated>
</entry>
<entry><id>urn:emn:c</id><title>Two</title><link href='two.html'/><updated>2016-01-01T00:00:00Z</updated></entry>
</feed>
"""


def check(site):
    """Every feed of a site keeps the rules; and each break of a rule would have been found."""
    return faults(sorted((site / "feeds").glob("*.atom"))) + blindness()


def faults(paths):
    if not paths:
        return ["there are no feeds"]
    found = subprocess.run(["jing", "-c", GRAMMAR, *paths], capture_output=True, text=True)
    lines = [line for line in found.stdout.splitlines() if ": error: " in line or ": fatal: " in line]
    if found.returncode != 0 and not lines:
        lines = [f"jing: {found.stdout[-500:]}{found.stderr[-500:]}"]
    return lines + [f"{path}: {fault}" for path in paths for fault in beyond_grammar(path)]


def beyond_grammar(path):
    try:
        feed = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as problem:
        return [str(problem)]
    entries = feed.findall(ATOM + "entry")
    ids = [element.text for element in [feed.find(ATOM + "id"), *(entry.find(ATOM + "id") for entry in entries)]
           if element is not None]
    found = [] if entries else ["no entry"]
    if len(set(ids)) != len(ids):
        found.append("ids that are not unique")
    if feed.find(ATOM + "author") is None and any(entry.find(ATOM + "author") is None for entry in entries):
        found.append("no author")
    times = [entry.findtext(ATOM + "updated") or "" for entry in entries]
    if feed.findtext(ATOM + "updated") != max(times, default=None):
        found.append(f"updated is {feed.findtext(ATOM + 'updated')}, its entries at the latest {max(times, default='')}")
    if times != sorted(times, reverse=True):
        found.append("entries are not the latest first")
    for entry in entries:
        links = [link for link in entry.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        if not links and entry.find(ATOM + "content") is None:
            found.append(f"{entry.findtext(ATOM + 'id')}: neither content nor a way to it")
        if (entry.findtext(ATOM + "published") or "") > (entry.findtext(ATOM + "updated") or ""):
            found.append(f"{entry.findtext(ATOM + 'id')}: published after its last change")
    return found


def blindness():
    """What the check does not see in a feed that is broken on purpose, or sees where nothing is broken."""
    with tempfile.TemporaryDirectory() as scratch:
        texts = {"whole": WHOLE}
        for name, (piece, other) in BREAKS.items():
            texts[name] = WHOLE.replace(piece, other, 1)
        paths = {}
        for name, text in texts.items():
            paths[name] = pathlib.Path(scratch) / f"{name.replace(' ', '-')}.atom"
            paths[name].write_text(text)
        lines = faults(list(paths.values()))
        told = {name for name, path in paths.items() if any(str(path) in line for line in lines)}
        unseen = [f"the check of feeds does not see: {name}" for name in BREAKS
                  if name not in told or texts[name] == WHOLE]
        return unseen + [line for line in lines if str(paths["whole"]) in line]
