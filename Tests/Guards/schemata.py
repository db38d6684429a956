"""A copy of the sources in which each guard can be removed by name, and its build."""

import pathlib
import subprocess

VARIABLE = "GUARD_REMOVED"
# Read once in a process: some guards stand at every byte.
QUESTION = f"""

import func Glibc.getenv

private let guardRemoved: String = getenv("{VARIABLE}").map {{ String(cString: $0) }} ?? ""
private func guardStands(_ name: String) -> Bool {{ guardRemoved != name }}
"""


class Unfit(Exception):
    """Says why no proof can be made."""


def build(package, scratch, guards):
    """The executable in which each guard can be removed."""
    project = scratch / "project"
    sources = changed(package, guards)
    wanted = files(package)
    for name in wanted:
        content = sources.get(name)
        put(project / name, content.encode() if content is not None else (package / name).read_bytes())
    for path in [*(project / "Sources").rglob("*")]:
        if path.is_file() and str(path.relative_to(project)) not in wanted:
            path.unlink()
    # With the versions of packages that the project was resolved to, if it was.
    resolved = package / "Package.resolved"
    if resolved.exists():
        put(project / resolved.name, resolved.read_bytes())
    outcome = subprocess.run(["swift", "build", "-c", "release", "--product", "bulletin"], cwd=project)
    if outcome.returncode != 0:
        raise Unfit("The sources do not build with guards that can be removed.")
    return project / ".build" / "release" / "bulletin"


def files(package):
    listed = subprocess.run(["git", "ls-files", "-z", "Package.swift", "Sources", "Tests"], cwd=package, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (package / name).exists()]


def changed(package, guards):
    """The texts of the sources that guards are in, by their names."""
    texts, faults = {}, []
    for guard in guards:
        for edit in guard.edits:
            if edit.file not in texts:
                texts[edit.file] = (package / edit.file).read_text(encoding="utf-8") + QUESTION
            count = texts[edit.file].count(edit.old)
            if count != 1:
                faults.append(f"{guard.name}: {edit.file} has the text {count} times, not once: {edit.old.strip()}")
            texts[edit.file] = texts[edit.file].replace(edit.old, edit.new.replace("{stands}", f'guardStands("{guard.name}")'))
    if faults:
        raise Unfit("\n".join(faults))
    return texts


def put(path, content):
    """Writes a file that is other than before, so that only what has changed is built again."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)
