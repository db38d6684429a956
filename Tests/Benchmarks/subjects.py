"""What is measured: the commands of the bulletin and of its peers over an archive."""

import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
STAGE = re.compile(r"^stage (\S+) ([0-9.]+) s$", re.MULTILINE)


class Archive:
    """A folder of generated inputs, a folder for what comes out, and the schema that peers check against."""

    def __init__(self, inputs, scratch, schema):
        self.inputs, self.scratch, self.schema = inputs, scratch, schema
        self.submissions = sorted(str(path) for path in inputs.glob("*/[A-Z][A-Z].xml"))
        self.periods = sorted(path.parent.name for path in inputs.glob("*/issue.xml"))

    def issue(self, period):
        return [path for path in self.submissions if pathlib.Path(path).parent.name == period]

    def empty(self, name="out"):
        """An empty folder to write into."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


class Bulletin:
    """The bulletin's commands."""

    def __init__(self, executable):
        self.executable = executable
        # The one shard of one does all but the site: editions, reports, manifests, and the part that a join takes.
        self.knows_shards = "--shard" in self.said("archive", "build", "--help")
        without, whole = "bulletin, all but the site", "bulletin, with the site (it knows no --shard)"
        self.core_name = without if self.knows_shards else whole

    def said(self, *words):
        return subprocess.run([self.executable, *words], capture_output=True, text=True, check=True).stdout

    def build(self, archive, *options, output="out"):
        return [self.executable, "archive", "build", *options, "--inputs", archive.inputs,
                "--output", archive.scratch / output]

    def core(self, archive):
        return self.build(archive, *(["--shard", "1/1"] if self.knows_shards else []), "--verbose")

    def compile(self, archive, period):
        return [self.executable, "compile", period, "--inputs", archive.inputs, "--output", archive.scratch / "out"]


def xmllint(archive, files):
    return ["xmllint", "--noout", "--nonet", "--schema", archive.schema, *files]


def xsltproc(files):
    return ["xsltproc", "--nonet", HERE / "peer.xsl", *files]


def python(archive, files):
    interpreter = HERE.parents[1] / ".venv-bench/bin/python"
    return [interpreter, HERE / "peer.py", archive.schema, archive.scratch / "out", *files]


def stages(said):
    """The seconds of each stage, of what a build with `--verbose` says on standard error."""
    return {name: float(seconds) for name, seconds in STAGE.findall(said)}
