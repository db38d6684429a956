"""What the program says of hostile text: each refusal has a place and a rule, and is harmless in every form."""

import json
import pathlib
import re
import subprocess
import unicodedata
from xml.etree import ElementTree

import samples
import texts
from payloads import squeezed, typed

# The rules by which a text may be refused for what it is; any other error in a field of free text is a fault.
OF_TEXTS = {"hidden-characters-in-name", "marks-piled", "placeholder-left", "text-missing", "body-empty"}
OF_FORMS = {"link-scheme", "link-malformed", "celex-malformed", "mail-address-malformed", "hidden-characters-in-name", "text-missing", "element-missing"}
FORMED = {"Link/@href", "Source/@href", "Act/@eli", "Output/@href", "Event/@href", "Citation/@celex", "Act/@celex", "EUAct/@celex", "Measure/@celex",
          "Mail/from", "Mail/reply-to", "Mail/to"}


OTHER_SCHEME = re.compile("(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# What nobody sees in a headline, or what turns it round.
HIDING = re.compile("[\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# What an address may be made of, as a path in it (RFC 3986).
ADDRESS = re.compile("(file://)?[A-Za-z0-9._~!$&'()*+,;=:@/%-]*")


def validate(executable, form, *paths):
    return subprocess.run([executable, "validate", *map(str, paths), "--format", form], capture_output=True, timeout=300)


def errors(answer):
    """Each error with the period and name of its file and its line."""
    for file in json.loads(answer)["files"]:
        path = pathlib.Path(file["path"])
        for found in file["diagnostics"]:
            if found["severity"] == "error":
                for one in [found, *found["folded"]]:
                    yield path.parent.name, path.name, one.get("line"), found


def refuse(executable, inputs, all_samples, lines):
    """Notes with each sample the slots that did not take it, and what is wrong with that."""
    by_period = {sample.period: sample for sample in all_samples}
    faults = []
    outcome = validate(executable, "json", inputs)
    for period, name, line, found in errors(outcome.stdout):
        sample = by_period[period]
        place = lines[period].get(name, {}).get(line)
        where = f"{sample.name}: {name}:{line}"
        if place is None:
            faults.append(f"{where}: an error where no text stands: {found['rule']}")
            continue
        slot = samples.slots(name)[place]
        sample.refused.add((name, place))
        if found["rule"] not in (OF_FORMS if slot.place in FORMED else OF_TEXTS):
            faults.append(f"{where}: {slot.place} refused by the rule {found['rule']}")
        if not found["message"] or not found["column"]:
            faults.append(f"{where}: a finding without words or column")
    headline = next(place for place, slot in enumerate(samples.slots("NO.xml")) if slot.place == "Development/headline")
    faults += [f"{sample.name}: {name}:{place}: leads elsewhere than to the web and is not refused" for sample in all_samples
               if OTHER_SCHEME.match(typed(sample.text)) for name in ["NO.xml", "issue.xml"]
               for place, slot in enumerate(samples.slots(name)) if slot.place.endswith("/@href") and (name, place) not in sample.refused]
    faults += [f"{sample.name}: marks piled on a letter of a headline are not refused" for sample in all_samples
               if is_piled(sample.text) and ("NO.xml", headline) not in sample.refused]
    faults += [f"{sample.name}: hidden characters of a headline are not refused" for sample in all_samples
               if HIDING.search(typed(sample.text)) and ("NO.xml", headline) not in sample.refused]
    # A blank that is none to XML leaves nothing to be seen either.
    return faults + [f"{sample.name}: a headline that shows nothing is not refused" for sample in all_samples
                     if not squeezed(sample.text) and ("NO.xml", headline) not in sample.refused]


def is_piled(text):
    """Whether more marks stand on one letter than in any writing."""
    return "MMMMMMMMMMM" in "".join("M" if unicodedata.combining(letter) else "-" for letter in text)


def terminal(where, octets):
    """A text for a terminal has no character that a terminal obeys, and no line that an input made up."""
    try:
        text = octets.decode("utf-8")
    except UnicodeDecodeError as problem:
        return [f"{where}: {problem}"]
    faults = texts.plain_text(where, text)
    forged = ("X-Hostile", "To: victim", "Bcc: ", "A body of theirs", "X-Forged")
    return faults + [f"{where}:{number}: a line that the input made up: {line[:60]}"
                     for number, line in enumerate(text.split("\n"), 1) if line.startswith(forged)]


def forms(executable, where, *paths):
    """The findings of some files in the forms for people at a terminal and for programs."""
    text = validate(executable, "text", *paths)
    faults = terminal(f"{where} as text", text.stdout) + terminal(f"{where}, messages", text.stderr)
    found = json.loads(validate(executable, "json", *paths).stdout)
    sarif = json.loads(validate(executable, "sarif", *paths).stdout)
    junit = ElementTree.fromstring(validate(executable, "junit", *paths).stdout)
    told = sum(1 for file in found["files"] for one in file["diagnostics"] for _ in [one, *one["folded"]] if one["severity"] != "none")
    if len(sarif["runs"][0]["results"]) == 0 or not told:
        faults.append(f"{where}: no findings")
    addresses = {artifact["location"]["uri"] for run in sarif["runs"] for artifact in run["artifacts"]}
    faults += [f"{where} as sarif: {ascii(address)} is no address" for address in sorted(addresses) if not ADDRESS.fullmatch(address)]
    for element in junit.iter():
        for words in [element.text or "", *element.attrib.values()]:
            faults += texts.plain_text(f"{where} as junit", words)
    return faults


def pages(executable, look, folder, periods, where):
    """The findings of some issues as a page. Gives nothing, since the browser keeps its faults."""
    page = folder / f"findings-{periods[0].name}.html"
    page.write_bytes(validate(executable, "html", *periods).stdout)
    look.page(f"{where}: the findings' page", page)
    return []


def learn(executable, look, work, folder=None):
    """What the findings' page of a folder is made of; without one, that of harmless mistakes."""
    page = work / "mistakes.html"
    folder = folder or mistakes(work / "mistakes")
    page.write_bytes(validate(executable, "html", folder).stdout)
    look.learn(page)


def mistakes(folder):
    sample = samples.Sample(0, "plain", "Household words")
    samples.write(sample, folder)
    (folder / sample.period / "SE.xml").write_text('<submission country="SE"><development id="A"><headline>Words & more.</headline></submission>', encoding="utf-8")
    return folder
