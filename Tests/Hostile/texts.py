"""What people read on a terminal or in a mail program, and what programs read: text editions, messages, data, feeds."""

import email
import email.policy
import json
import unicodedata
from xml.etree import ElementTree

import fields
import samples
from payloads import is_balanced, squeezed, typed

ATOM = "{http://www.w3.org/2005/Atom}"
FIELDS = ["MIME-Version", "X-Unsent", "From", "Reply-To", "To", "Subject", "Date", "Content-Type", "Content-Language"]


def plain_text(where, text, line_end="\n"):
    """Faults of a text that goes to a terminal: controls, and turns of the direction that do not end on their line."""
    faults = []
    for number, line in enumerate(text.split(line_end), 1):
        odd = sorted({f"U+{ord(letter):04X}" for letter in line if unicodedata.category(letter) in ("Cc", "Zl", "Zp")})
        if odd:
            faults.append(f"{where}:{number}: holds {', '.join(odd)}")
        if not line.isascii() and not is_balanced(line):
            faults.append(f"{where}:{number}: turns the direction of writing and does not turn it back: {ascii(line[:80])}")
    return faults


def accepted(sample, sort=None):
    """The slots that took the text, by file and place."""
    return [(file, place, slot) for file in ["NO.xml", "issue.xml"] for place, slot in enumerate(samples.slots(file))
            if (file, place) not in sample.refused and sort in (None, slot.sort)]


def edition(folder, sample):
    path = folder / "bulletin.txt"
    text = path.read_text(encoding="utf-8")
    faults = plain_text(f"{sample.name}: bulletin.txt", text)
    faults += [f"{sample.name}: bulletin.txt:{number}: mail programs change the line {line[:20]!r}"
               for number, line in enumerate(text.split("\n"), 1) if line.startswith("From ") or line == "."]
    sought, expected = squeezed(sample.text), len(accepted(sample, fields.SHOWN))
    # A long label stands in several lines of a table, between its figures.
    if len(sought) > 16:
        expected -= sum(slot.place in ("Series/value", "Measure/state") for _, _, slot in accepted(sample, fields.SHOWN))
    if sought and squeezed(text).count(sought) < expected:
        faults.append(f"{sample.name}: bulletin.txt has the text {squeezed(text).count(sought)} times of {expected}")
    letters = [letter for letter in sample.text if letter.isalpha()]
    # Here and there they stand behind words of ours, and are not what decides.
    if letters and unicodedata.bidirectional(letters[0]) in ("R", "AL") and text.count("\u2067") < expected * 9 // 10:
        faults.append(f"{sample.name}: bulletin.txt sets words from the right apart {text.count(chr(0x2067))} times of {expected}")
    return faults


def message(folder, sample):
    """The message as Python reads it: the fields and parts that it shall have, and no others; its parts are the editions."""
    where = f"{sample.name}: bulletin.eml"
    octets = (folder / "bulletin.eml").read_bytes()
    parsed = email.message_from_bytes(octets, policy=email.policy.default)
    faults = [f"{where}: a field {name}" for name in parsed.keys() if name not in FIELDS]
    faults += [f"{where}: {name} occurs {parsed.keys().count(name)} times" for name in set(parsed.keys()) if parsed.keys().count(name) > 1]
    if any(octet < 32 and octet not in (10, 13) or octet > 126 for octet in octets):
        faults.append(f"{where}: holds other characters than those of mail")
    if octets.count(b"\n") != octets.count(b"\r\n") or octets.count(b"\r") != octets.count(b"\r\n"):
        faults.append(f"{where}: a line that does not end in CR and LF")
    parts = [part for part in parsed.walk() if not part.is_multipart()]
    if [part.get_content_type() for part in parts] != ["text/plain", "text/html"]:
        return [*faults, f"{where}: parts {[part.get_content_type() for part in parts]}"]
    for part, name in zip(parts, ["bulletin.txt", "bulletin.html"]):
        if part.get_payload(decode=True).replace(b"\r\n", b"\n") != (folder / name).read_bytes():
            faults.append(f"{where}: its part differs from {name}")
        if sorted(part.keys()) != ["Content-Language", "Content-Transfer-Encoding", "Content-Type"]:
            faults.append(f"{where}: a part with {sorted(part.keys())}")
    return faults + addressing(where, parsed, sample)


def addressing(where, parsed, sample):
    faults = []
    refused = {samples.slots(file)[place].place for file, place in sample.refused}
    for name, place in [("From", "Mail/from"), ("Reply-To", "Mail/reply-to"), ("To", "Mail/to")]:
        wanted = [typed(sample.text) if place not in refused else fields.INSTEAD[place]] + (["readers@example.org"] if name == "To" else [])
        found = [address.addr_spec for address in parsed[name].addresses] if parsed[name] else []
        if found != wanted:
            faults.append(f"{where}: {name} has {found}, not {wanted}")
    names = [address.display_name for address in parsed["To"].addresses] if parsed["To"] else [""]
    if "Mailbox/@name" not in refused and squeezed(names[-1]) != squeezed(sample.text):
        faults.append(f"{where}: the name of a receiver is {ascii(names[-1][:80])}")
    if "Issue/title" not in refused and squeezed(sample.text) not in squeezed(str(parsed["Subject"])):
        faults.append(f"{where}: the subject is {ascii(str(parsed['Subject'])[:80])}")
    for name in ["Subject", "To", "From", "Reply-To"]:
        faults += plain_text(f"{where}: {name}", str(parsed[name]))
    return faults


def at(value, path):
    for key in path:
        value = value[key]
    return value


def issue_data(path, sample):
    """The issue as data holds each text as typed, hidden characters and all."""
    data = json.loads(path.read_text(encoding="utf-8"))
    entries = {entry["id"]: entry for entry in data["entries"]}
    return found_in(f"{sample.name}: issue.json", data, entries, sample)


def found_in(where, data, entries, sample):
    faults = []
    for file, _, slot in accepted(sample, fields.SHOWN):
        if not slot.path or file == "issue.xml" and data is None:
            continue
        found = at(data if file == "issue.xml" else entries[samples.identifier(slot, sample)], slot.path)
        if found != typed(sample.text) and not (slot.place.startswith("Paragraph/") and typed(sample.text) in found):
            faults.append(f"{where}: {slot.place} holds {ascii(str(found)[:60])}, not {ascii(typed(sample.text)[:60])}")
    return faults


def lines_of_data(path, all_samples):
    entries = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            entry = json.loads(line)
            entries[entry["id"]] = entry
    return [fault for sample in all_samples for fault in found_in(f"{sample.name}: developments.jsonl", None, entries, sample)]


def feeds(folder, all_samples):
    """Feeds are XML whose texts are text; the country's has each headline once, made visible."""
    faults, titles = [], []
    for path in sorted(folder.glob("*.atom")):
        root = ElementTree.parse(path).getroot()
        for element in root.iter():
            if not element.tag.startswith(ATOM) or element.get("type", "text") != "text" and element.tag != ATOM + "link":
                faults.append(f"feeds/{path.name}: an element {element.tag} of type {element.get('type')}")
            if element.tag == ATOM + "link" and ":" in element.get("href").partition("/")[0] and not element.get("href").startswith("https:"):
                faults.append(f"feeds/{path.name}: leads to {element.get('href')}")
            faults += plain_text(f"feeds/{path.name}", (element.text or "").replace("\n", " "))
        if path.name == "country-no.atom":
            titles = [squeezed(title.text or "") for title in root.iter(ATOM + "title")]
    newest = {title for title in titles}
    return faults + ([] if any(squeezed(sample.text) and any(squeezed(sample.text) in title for title in newest) for sample in all_samples)
                     else ["feeds/country-no.atom has none of the headlines"])
