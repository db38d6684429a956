"""An issue for each text, in which it stands in every field: a country's submission and the editors' file."""

import dataclasses

import fields
from payloads import escaped

THEMES = ["general", "international-protection", "temporary-protection", "vulnerable-groups", "legal-migration", "integration",
          "citizenship", "borders-visas", "irregular-migration", "trafficking", "return", "external-dimension"]
# The first issue's year and edition; each text has the quarter after that of the text before.
YEAR, EDITION = 2023, 42
# The name of a text without any trap, whose pages show what the others' may be made of.
PLAIN = "plain"


@dataclasses.dataclass
class Sample:
    number: int
    name: str
    text: str
    # The slots that did not take the text, by file and place in the list of slots.
    refused: set = dataclasses.field(default_factory=set)

    @property
    def period(self):
        return quarter(self.number)

    @property
    def day(self):
        return f"{YEAR + self.number // 4}-{self.number % 4 * 3 + 1:02}-10"


def quarter(number):
    return f"{YEAR + number // 4}-Q{number % 4 + 1}"


def filled(slot, text, sample):
    """A slot's XML with a text in it, and whether the text is the sample's own."""
    number = sample.number
    follows = f'<follows period="{quarter(number - 1)}" id="headline-{number - 1}"/>' if number % 4 else ""
    xml = (slot.xml.replace("{STAGE}", f'<stage type="adopted" date="{sample.day}"/>').replace("{DAY}", sample.day)
           .replace("{EARLY}", f'<stage type="adopted" date="{YEAR - 1}-02"/>').replace("{FOLLOWS}", follows)
           .replace("{ENTRY}", f"first-{number}").replace("{LAST}", f"last-{number}")
           .replace('id="merged"', f'id="merged-{number}"').replace('id="left-out"', f'id="left-out-{number}"'))
    return xml.replace("{}", escaped(text))


def identifier(slot, sample):
    owner, _, name = slot.place.lower().partition("/")
    return f"{name}-{sample.number}" if name[0] != "@" else f"{name[1:]}-of-{owner}-{sample.number}"


def development(name, xml, theme):
    return f'<development id="{name}" kind="policy" theme="{theme}">{xml}</development>'


class Lines:
    """The lines of a file, with the slot that stands on each."""

    def __init__(self, sample, file):
        self.sample, self.file = sample, file
        self.lines, self.slots = [], {}

    def add(self, line):
        self.lines.append(line)

    def fill(self, slot, place, wrap=lambda xml: xml):
        is_refused = (self.file, place) in self.sample.refused
        text = fields.INSTEAD.get(slot.place, "Household words") if is_refused else self.sample.text
        self.add(wrap(filled(slot, text, self.sample)))
        self.slots[len(self.lines)] = place

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / self.file).write_bytes(("\n".join(self.lines) + "\n").encode("utf-8"))


def submission(sample):
    result = Lines(sample, "NO.xml")
    result.add(f'<submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="{sample.period}" status="final">')
    for place, slot in enumerate(fields.CONTACT):
        result.fill(slot, place)
    for place, slot in enumerate(fields.DEVELOPMENT, len(fields.CONTACT)):
        theme = THEMES[place % len(THEMES)]
        result.fill(slot, place, lambda xml: development(identifier(slot, sample), xml, theme))
    household = fields.Slot("", fields.HEAD + fields.PLAIN + fields.TAIL)
    for name in ["first", "last", "merged", "left-out"]:
        result.add(development(f"{name}-{sample.number}", filled(household, "", sample), "return"))
    result.add("</submission>")
    return result


def issue(sample):
    result = Lines(sample, "issue.xml")
    result.add(f'<issue xmlns="urn:emn:bulletin:issue:1" edition="{EDITION + sample.number}" period="{sample.period}"')
    result.fill(fields.ISSN, len(fields.ISSUE), lambda value: f'issn="{value}">')
    for place, slot in enumerate(fields.ISSUE):
        result.fill(slot, place)
    result.add("</issue>")
    return result


def slots(file):
    """All slots of a file, in the order of their places."""
    return fields.CONTACT + fields.DEVELOPMENT if file == "NO.xml" else [*fields.ISSUE, fields.ISSN]


def write(sample, inputs):
    """Writes both files and gives, for each, which slot stands on which line."""
    files = [submission(sample), issue(sample)]
    for file in files:
        file.write(inputs / sample.period)
    return {file.file: file.slots for file in files}
