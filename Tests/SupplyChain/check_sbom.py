"""Checks the software bill of materials: `check_sbom.py FILE`. It meets the schema of CycloneDX, comes out again byte for
byte, holds the digests of the executables that are there, and agrees with `Package.swift` and with the README's tables.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    path = pathlib.Path(sys.argv[1])
    text = path.read_text(encoding="utf-8")
    bill = json.loads(text)
    faults = schema(text) + again(text) + digests(bill) + whole(bill)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    faults += agreement(bill, readme.partition("\n## Dependencies\n")[2].partition("\n## ")[0])
    for fault in faults:
        print(f"{path.name}: {fault}")
    print(f"{len(bill['components'])} components; {len(faults)} faults")
    sys.exit(1 if faults else 0)


def schema(text):
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return [f"does not meet the schema: {str(error).splitlines()[0]}"] if error else []


def again(text):
    with tempfile.TemporaryDirectory() as folder:
        other = pathlib.Path(folder) / "sbom.json"
        subprocess.run([ROOT / ".ci" / "sbom", other], check=True, stdout=subprocess.DEVNULL)
        return [] if other.read_text(encoding="utf-8") == text else ["comes out otherwise when it is written again"]


def digests(bill):
    programs = [part for part in bill["components"] if part["type"] == "application"]
    if len(programs) != 3:
        return [f"has {len(programs)} programs"]
    return [f"has another digest of {part['name']} than the file" for part in programs
            if part["hashes"][0]["content"] != hashlib.sha256((ROOT / ".build" / "release" / part["name"]).read_bytes()).hexdigest()]


def whole(bill):
    """Each program has its own dependencies, and each thing that is named there is told."""
    known = {part["bom-ref"] for part in bill["components"]}
    links = {item["ref"]: item["dependsOn"] for item in bill["dependencies"]}
    faults = [f"{ref} depends on {part}, of which nothing is told" for ref, parts in links.items() for part in parts if part not in known]
    wanted = {"bulletin": ["libxml2", "swift-argument-parser", "swift-crypto"], "bulletin-desk": ["libxml2", "hummingbird", "swift-nio"],
              "bulletin-search": ["libsqlite3", "GRDB.swift"]}
    names = {part["bom-ref"]: part["name"] for part in bill["components"]}
    for program, parts in wanted.items():
        linked = {names[ref] for ref in links[f"program:{program}"]}
        faults += [f"{program} is not linked with {part}" for part in parts if not any(name.startswith(part) for name in linked)]
    return faults


def agreement(bill, section):
    """The packages of Package.swift are in the bill and in the README, with the same versions and licences."""
    parts = {part["name"]: part for part in bill["components"] if part.get("purl", "").startswith("pkg:swift/")}
    manifest = re.findall(r'\.package\(\s*url: "[^"]*/([^"/]+)", exact: "([^"]+)"', (ROOT / "Package.swift").read_text(encoding="utf-8"))
    rows = {name: (version, terms) for name, version, terms in re.findall(r"^\| \[([^]]+)\]\([^)]*\) \| ([^|]+) \| ([^|]+) \|", section, re.M)}
    faults = [] if manifest else ["Package.swift names no package"]
    for name, version in manifest:
        part = parts.get(name)
        if part is None or part["version"] != version or part.get("scope") == "excluded":
            faults.append(f"has not {name} {version} among what is linked")
        elif rows.get(name) != (version, part["licenses"][0]["expression"]):
            faults.append(f"the README says {rows.get(name)} of {name}, not {version}, {part['licenses'][0]['expression']}")
    faults += [f"the README does not tell of {name}" for name, part in sorted(parts.items())
               if part.get("scope") != "excluded" and name != "swift" and f"[{name}](" not in section and f"`{name}`" not in section]
    return faults


if __name__ == "__main__":
    main()
