"""Hostile text where only a code, a date, a number or a name of ours may stand: each is refused, at its place, by a rule."""

import re

import fields
import reports
import samples
from payloads import FORBIDDEN, REFERENCES, escaped, typed

STAGE = '<stage type="adopted" date="2023-01-10"/>'
REST = fields.HEAD.replace("{STAGE}", STAGE) + fields.PLAIN
START = '<submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="{PERIOD}" status="final">'

# A line for each value; `{}` takes the text, `{N}` is a number of the line's own.
ENTRY = '<development id="entry-{N}" kind="policy" theme="return">'
SUBMISSION = {
    "Development/@id": '<development id="{}" kind="policy" theme="return">' + REST + fields.TAIL + "</development>",
    "Development/@kind": '<development id="entry-{N}" kind="{}" theme="return">' + REST + fields.TAIL + "</development>",
    "Development/@theme": '<development id="entry-{N}" kind="policy" theme="{}">' + REST + fields.TAIL + "</development>",
    "Development/@further-themes": '<development id="entry-{N}" kind="policy" further-themes="{}">' + REST + fields.TAIL + "</development>",
    "Stage/@type": ENTRY + REST.replace("adopted", "{}") + fields.TAIL + "</development>",
    "Stage/@date": ENTRY + REST.replace("2023-01-10", "{}") + fields.TAIL + "</development>",
    "Figure/@value": ENTRY + REST + '<figure value="{}" unit="persons">x</figure>' + fields.TAIL + "</development>",
    "EUAct/@relation": ENTRY + REST + '<eu-act relation="{}">x</eu-act>' + fields.TAIL + "</development>",
    "ForeignWords/@xml:lang of source": ENTRY + REST + '<source xml:lang="{}">Household source</source></development>',
    "ForeignWords/@xml:lang of headline": ENTRY + REST.replace("<headline>", '<headline xml:lang="{}">') + fields.TAIL + "</development>",
    "ForeignWords/@xml:lang of foreign": ENTRY + REST.replace("<p>", '<p><foreign xml:lang="{}">x</foreign> ') + fields.TAIL + "</development>",
    "ForeignWords/@xml:lang of link": ENTRY + REST.replace("<p>", '<p><link href="https://stress.eu/" xml:lang="{}">x</link> ') + fields.TAIL + "</development>",
    "ForeignWords/@xml:lang of cite": ENTRY + REST.replace("<p>", '<p><cite xml:lang="{}">x</cite> ') + fields.TAIL + "</development>",
    "ForeignWords/@xml:lang of act": ENTRY + REST + '<act><title>x</title><title xml:lang="{}">y</title></act>' + fields.TAIL + "</development>",
    "Follows/@country": ENTRY + REST + fields.TAIL + '<follows country="{}" period="2022-Q4" id="x"/></development>',
    "Follows/@period": ENTRY + REST + fields.TAIL + '<follows period="{}" id="x"/></development>',
    "Follows/@id": ENTRY + REST + fields.TAIL + '<follows period="2022-Q4" id="{}"/></development>',
}
ROOT = {name: f'{name}="{{}}"' for name in ["country", "period", "status", "date"]}
ISSUE = {
    "Series/@period": '<statistics><series unit="a" period="{}"><title>x</title><value number="1">x</value><source>x</source></series>',
    "Value/@number": '<series unit="a"><title>x</title><value number="{}">x</value><source>x</source></series>',
    "Value/@period": '<series unit="a"><title>x</title><value number="1" period="{}">x</value><source>x</source></series>',
    "Value/@total": '<series unit="a"><title>x</title><value number="1" total="{}">x</value><source>x</source></series></statistics>',
    "Measure/@deadline": '<transposition><measure celex="32013L0033" deadline="{}"><title>x</title><state country="NO">x</state><source>x</source></measure>',
    "State/@country": '<measure celex="32013L0033"><title>x</title><state country="{}">x</state><source>x</source></measure></transposition>',
    "Output/@type": '<outputs><output type="{}">x</output>', "Output/@date": '<output type="study" date="{}">x</output>',
    "ForeignWords/@xml:lang of output": '<output type="study" xml:lang="{}">x</output></outputs>',
    "Event/@date": '<events><event date="{}">x</event>', "Event/@end": '<event date="2023-01-10" end="{}">x</event>',
    "ForeignWords/@xml:lang of event": '<event date="2023-01-10" xml:lang="{}">x</event></events>',
    "SetTheme/@country": '<decisions><set-theme country="{}" id="entry-1" theme="return">x</set-theme>', "SetTheme/@id": '<set-theme country="NO" id="{}" theme="return">x</set-theme>',
    "SetTheme/@theme": '<set-theme country="NO" id="entry-1" theme="{}">x</set-theme>', "LeaveOut/@country": '<leave-out country="{}">x</leave-out>',
    "LeaveOut/@id": '<leave-out country="NO" id="{}">x</leave-out>', "Merge/@country": '<merge country="{}" id="entry-1" into="entry-2">x</merge>',
    "Merge/@id": '<merge country="NO" id="{}" into="entry-2">x</merge>', "Merge/@into": '<merge country="NO" id="entry-1" into="{}">x</merge>',
    "Place/@country": '<place country="{}" id="entry-1" before="entry-2">x</place>', "Place/@id": '<place country="NO" id="{}" before="entry-2">x</place>',
    "Place/@before": '<place country="NO" id="entry-1" before="{}">x</place></decisions>',
    "ForeignWords/@xml:lang of foreign": '<colophon><p><foreign xml:lang="{}">x</foreign></p>',
    "ForeignWords/@xml:lang of link": '<p><link href="https://stress.eu/" xml:lang="{}">x</link></p>',
    "ForeignWords/@xml:lang of cite": '<p><cite xml:lang="{}">x</cite></p></colophon>',
}
ISSUE_ROOT = {name: f'{name}="{{}}"' for name in ["edition", "period", "published"]}


def file(lines, folder, name):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(("\n".join(lines) + "\n").encode("utf-8", "surrogatepass"))


def numbered(start, table, text, end):
    """The lines of a file and, by line, the values that stand there."""
    lines, places = list(start), {}
    for number, (place, line) in enumerate(table.items()):
        lines.append(line.replace("{N}", str(number)).replace("{}", text))
        places[len(lines)] = place
    return lines + end, places


def write(sample, inputs):
    """Four files: the values within, and those of the roots, of a submission and of an issue."""
    text, folder = escaped(sample.text), inputs / sample.period
    entry = [ENTRY.replace("{N}", "0") + REST + fields.TAIL + "</development>", "</submission>"]
    made = {
        "NO.xml": numbered([START.replace("{PERIOD}", sample.period)], SUBMISSION, text, ["</submission>"]),
        "SE.xml": numbered(['<submission xmlns="urn:emn:bulletin:submission:1"'], ROOT, text, [">", *entry]),
        "issue.xml": numbered([f'<issue xmlns="urn:emn:bulletin:issue:1" edition="{samples.EDITION + sample.number}" period="{sample.period}">', "<title>x</title><about>x</about>"],
                              ISSUE, text, ["</issue>"])}
    for name, (lines, _) in made.items():
        file(lines, folder, name)
    root, places = numbered(['<issue xmlns="urn:emn:bulletin:issue:1"'], ISSUE_ROOT, text, ["><title>x</title><about>x</about><colophon><p>x</p></colophon></issue>"])
    file(root, inputs.parent / "roots" / sample.period, "issue.xml")
    return {**{name: found for name, (_, found) in made.items()}, "root": places}


def fits(place, text):
    """Whether a text is one of the values after all."""
    if place.endswith(("/@id", "/@into", "/@before")):
        return re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", text) and len(text) <= 64
    return "xml:lang" in place and re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|[xi](-[A-Za-z0-9]{1,8})+", text)


def check(executable, work, all_samples):
    """Faults, and how many values were refused."""
    inputs = work / "bound" / "inputs"
    lines = {sample.period: write(sample, inputs) for sample in all_samples}
    refused = {(period, name, line) for period, name, line, _ in reports.errors(reports.validate(executable, "json", inputs).stdout)}
    refused |= {(period, "root", line) for period, _, line, _ in reports.errors(reports.validate(executable, "json", inputs.parent / "roots").stdout)}
    faults = []
    for sample in all_samples:
        for name, places in lines[sample.period].items():
            faults += [f"{sample.name}: {name}:{line}: {place} is not refused" for line, place in places.items()
                       if (sample.period, name, line) not in refused and not fits(place, typed(sample.text))]
    for folder in [inputs, inputs.parent / "roots"]:
        faults += reports.forms(executable, f"what is refused in {folder.name}", folder)
    return faults, len(refused), inputs


def forbidden(executable, work):
    """Characters that XML does not have, as they are and as references, in every field of a submission."""
    faults = []
    for name, text in [*FORBIDDEN.items(), *REFERENCES.items()]:
        sample = samples.Sample(0, name, "HERE")
        lines = [line.replace("HERE", text) for line in samples.submission(sample).lines]
        folder = work / "forbidden" / name / sample.period
        file(lines, folder, "NO.xml")
        found = list(reports.errors(reports.validate(executable, "json", folder / "NO.xml").stdout))
        told = {line for _, _, line, _ in found}
        if len(told) < len(fields.CONTACT) + len(fields.DEVELOPMENT) - 2:
            faults.append(f"{name}: only {len(told)} lines are told")
        faults += reports.forms(executable, name, folder / "NO.xml")
    return faults
