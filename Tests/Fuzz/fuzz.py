"""Runs what was built for libFuzzer, one target after another: `fuzz.py SECONDS [TARGET…]`, each its share of the seconds.

What a target has learned stays in `.build-fuzz/corpus` for the next run; what crashes it, takes more than two seconds of
a processor or more memory than 256 MiB is kept in `.build-fuzz/findings`, with the command that does it again. Without
seconds (0) each target is run on its seeds alone.
"""

import os
import pathlib
import re
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / ".build-fuzz"

sys.path.insert(0, str(HERE.parent / "Hostile"))

from payloads import PAYLOADS  # noqa: E402

# Folders of seeds beside a target's own, and the longest input that is tried.
TARGETS = {
    "submission": (["inputs/2016-Q1", "inputs/2022-Q4", "Tests/2-ValidateTests/Broken"], 16384),
    "editions": ([], 600),
    "issue": (["inputs/2022-Q4"], 16384),
    "table": ([], 4096),
    "form": ([], 8192),
}
# Leaks are not looked for: libxml2 and the schemas are set up once and kept. Of freed memory little is held back,
# so that the limit on memory is one of what is in use.
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0:quarantine_size_mb=8", "SWIFT_BACKTRACE": "enable=no"}
# libFuzzer's seconds are those of the clock, which another program may have taken: what is slow by them is measured anew.
LIMITS = ["-report_slow_units=2", "-timeout=120", "-rss_limit_mb=256", f"-dict={HERE / 'xml.dict'}", "-print_final_stats=1"]
MOST_SECONDS = 2


def main():
    seconds, chosen = int(sys.argv[1]), sys.argv[2:] or list(TARGETS)
    results = [run(target, seconds // len(chosen)) for target in chosen]
    print(f"{'target':12}{'executions':>12}{'edges':>8}{'features':>10}{'peak MiB':>10}  found")
    for target, figures, found in results:
        print(f"{target:12}{figures['executions']:>12}{figures['edges']:>8}{figures['features']:>10}{figures['memory']:>10}  {len(found)}")
    for _, _, found in results:
        for path in found:
            print(f"Again: .build-fuzz/release/fuzz-{path.name.partition('-')[0]} {path.relative_to(ROOT)}")
    sys.exit(1 if any(found for _, _, found in results) else 0)


def run(target, seconds):
    """A target's figures and what it found, with a run of so many seconds."""
    corpus, findings = BUILD / "corpus" / target, BUILD / "findings"
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(exist_ok=True)
    before = set(findings.iterdir())
    folders, longest = TARGETS[target]
    command = [BUILD / "release" / f"fuzz-{target}", *LIMITS, f"-max_len={longest}", f"-artifact_prefix={findings}/{target}-",
               "-runs=0" if seconds == 0 else f"-max_total_time={seconds}", corpus, *seeds(target), *(ROOT / folder for folder in folders)]
    log = BUILD / f"{target}.log"
    with log.open("wb") as out:
        status = subprocess.run(command, stdout=out, stderr=out, env=ENVIRONMENT, cwd=ROOT).returncode
    text = log.read_text(encoding="utf-8", errors="replace")
    found = [path for path in sorted(set(findings.iterdir()) - before) if not is_fast(target, path)]
    if status != 0 and (found or not re.search(r"libFuzzer: timeout", text)):
        print(f"{target}: exit status {status}\n" + "\n".join(text.splitlines()[-40:]))
        found = found or [log]
    return target, figures(text), found


def is_fast(target, path):
    """Whether what seemed slow is not, by the processor's time, and then forgets it."""
    if not path.name.startswith((f"{target}-slow-unit", f"{target}-timeout")):
        return False
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([BUILD / "release" / f"fuzz-{target}", "-timeout=60", path], capture_output=True, env=ENVIRONMENT)
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before > MOST_SECONDS:
        return False
    path.unlink()
    return True


def seeds(target):
    """The target's own seeds; texts are tried with those that mean harm, too."""
    folders = [HERE / "Seeds" / target] if (HERE / "Seeds" / target).exists() else []
    if target == "editions":
        harmful = BUILD / "seeds" / target
        harmful.mkdir(parents=True, exist_ok=True)
        for name, text in PAYLOADS.items():
            (harmful / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        folders.append(harmful)
    return folders


def figures(text):
    """What libFuzzer says at the end of a run."""
    last = re.findall(r"cov: (\d+) ft: (\d+)", text)
    executions = re.search(r"stat::number_of_executed_units: *(\d+)", text)
    memory = re.search(r"stat::peak_rss_mb: *(\d+)", text)
    return {"executions": executions[1] if executions else "?", "edges": last[-1][0] if last else "?",
            "features": last[-1][1] if last else "?", "memory": memory[1] if memory else "?"}


if __name__ == "__main__":
    main()
