"""The editions of every issue in the inputs, and the rules that the text edition keeps."""

import html
import pathlib
import re
import subprocess
import tempfile
from xml.etree import ElementTree

import wcwidth

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def compile_all(executable, output):
    periods = sorted(path.parent.name for path in PACKAGE.glob("inputs/*/issue.xml"))
    return [compile_one(executable, period, output, "inputs", "--mail") for period in periods]


def compile_one(executable, period, output, inputs, *options):
    """The folder of the compiled issue."""
    outcome = subprocess.run(
        [executable, "compile", period, "--quiet", "--inputs", inputs, "--output", output, *options], cwd=PACKAGE,
        capture_output=True, text=True)
    if outcome.returncode != 0:
        raise SystemExit(f"{period}: exit status {outcome.returncode}: {outcome.stderr[-2000:]}")
    return pathlib.Path(output) / period


def published(folder):
    """When the issue in this folder of inputs was published, as its file says."""
    return ElementTree.parse(folder / "issue.xml").getroot().get("published")


def text_edition(path):
    faults = []
    text = path.read_text(encoding="utf-8")
    if not text.endswith("\n") or text.endswith("\n\n"):
        faults.append(f"{path}: does not end in one line break")
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{path.parent.name}/{path.name}:{number}"
        is_link = re.fullmatch(r"\s*(https?://\S+|#[a-z0-9-]+)", line) is not None
        if wcwidth.wcswidth(line) > 72 and not is_link:
            faults.append(f"{where}: wider than 72 columns: {line}")
        if line != line.rstrip():
            faults.append(f"{where}: trailing blanks")
        if line.startswith("From ") or line == ".":
            faults.append(f"{where}: a line that mail would mistake: {line}")
    return faults


# Labels in many scripts, with what is hard to measure: marks, joined pictures, conjuncts, wide and half-wide forms.
LABELS = [
    "Ελλάδα και Κύπρος", "България и Северна Македония", "საქართველო", "Հայաստան", "العربية مَعَ الحركات",
    "עִבְרִית", "日本国と大韓民国", "한국어 표기", "ﾊﾝｶｸ ｶﾅ", "ภาษาไทยที่มีวรรณยุกต์", "ខ្មែរ", "မြန်မာ", "हिन्दी क्षत्रिय",
    "বাংলা র‍্য", "தமிழ் க்ஷ", "മലയാളം ക്ക", "සිංහල ක්‍ෂ", "བོད་ཡིག", "አማርኛ", "e\u0301a\u0308o\u0302\u0323", "👨‍👩‍👧‍👦 families",
    "👍🏽 approved", "❤️ and ❤", "1️⃣ first", "🇪🇺🇳🇴", "soft\u00adhyphen", "㊙ ① ½ № ™ ©", "Việt Nam đã ký", "Íslenska þæð",
    "ᄒᆞᆫ글", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐐀", "— – « »", "ټولنه او پښتو", "From here", "end .",
]


def stress_issue():
    """An issue whose statistics have a label in each script, short and too long for its column."""
    values = [f'<value number="{number}">{html.escape(label)}</value>'
              for number, label in enumerate(LABELS + [" ".join([label] * 9) for label in LABELS], 1)]
    alone = [f'<series unit="persons"><title>{html.escape(" ".join([label] * 5))}</title>'
             f'<value number="1">{html.escape(label * 12)}</value><source>{html.escape(label)}</source></series>'
             for label in LABELS]
    return ('<statistics><series unit="persons" period="2015"><title>Scripts</title>' + "".join(values)
            + "<source>Nobody</source></series>" + "".join(alone) + "</statistics>")


def check_stress(executable):
    """Columns as the text edition counts them, against another's count of them."""
    with tempfile.TemporaryDirectory() as scratch:
        inputs = pathlib.Path(scratch) / "inputs" / "2015-Q4"
        inputs.mkdir(parents=True)
        for path in (PACKAGE / "inputs" / "2015-Q4").glob("*.xml"):
            (inputs / path.name).write_bytes(path.read_bytes())
        issue = (inputs / "issue.xml").read_text(encoding="utf-8")
        issue = re.sub(r"<statistics>.*</statistics>", "", issue, flags=re.S)
        part = re.search(r"<(transposition|outputs|events|decisions|colophon)>", issue)
        (inputs / "issue.xml").write_text(
            issue[:part.start()] + stress_issue() + issue[part.start():], encoding="utf-8")
        subprocess.run(
            [executable, "compile", "2015-Q4", "--quiet"], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
        path = pathlib.Path(scratch) / "output" / "2015-Q4" / "bulletin.txt"
        faults = text_edition(path)
        lines = path.read_text(encoding="utf-8").split("\n")
        start = lines.index("2015 (persons)") + 2
        table = lines[start:lines.index("", start)]
        rows = [re.fullmatch(r"(.*?) +(\d+)  [█▏▎▍▌▋▊▉]+", line) for line in table]
        rows = [row for row in rows if row]
        if len(rows) != 2 * len(LABELS):
            faults.append(f"stress: {len(rows)} rows of {2 * len(LABELS)}")
        ends = {wcwidth.wcswidth(row[0][:row.end(2)]) for row in rows}
        if len(ends) != 1:
            faults.append(f"stress: numbers end at the columns {sorted(ends)}")
        for heading, line in zip(lines, lines[1:]):
            if line and set(line) in [{"~"}, {"="}] and wcwidth.wcswidth(heading) > len(line):
                faults.append(f"stress: a heading wider than its line: {heading}")
        return faults
