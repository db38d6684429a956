"""What a bulletin weighs: `weight.py BULLETIN.HTML…`."""

import json
import pathlib
import sys

from document import Document

# A quarter of some 90 developments must stay under this, so that it opens at once over a slow line.
PAGE_LIMIT = 250_000
SCRIPT_LIMIT = 6_000


def check(page, limited=True):
    """The page's bytes are those in the manifest; with `limited` they and the script's keep to the limits."""
    faults = []
    size = page.stat().st_size
    manifest = json.loads((page.parent / "manifest.json").read_text(encoding="utf-8"))
    told = [output["bytes"] for output in manifest["outputs"] if output["name"] == page.name]
    if told != [size]:
        faults.append(f"has {size} bytes, but the manifest says {told}")
    if limited and size >= PAGE_LIMIT:
        faults.append(f"has {size:,} bytes for {manifest['developments']} developments")
    script = sum(len(text.encode()) for found, text in Document(page).named("script") if found.get("type") in (None, "module"))
    if script >= SCRIPT_LIMIT:
        faults.append(f"has a script of {script:,} bytes")
    print(f"{page.parent.name}: {size:,} bytes for {manifest['developments']} developments, script {script:,}")
    return [f"{page.parent.name}/{page.name}: {fault}" for fault in faults]


if __name__ == "__main__":
    found = [fault for page in sys.argv[1:] for fault in check(pathlib.Path(page))]
    print(*found, f"{len(found)} faults", sep="\n")
    sys.exit(1 if found else 0)
