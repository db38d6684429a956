"""Every place in which people write, by its name in the schemas, with a piece of XML that has a text there.

A slot is a place in a file: `{}` in it takes the text. Each stands on one line, so that a finding's line tells it.
"""

import dataclasses

import schemas

# Places that lead or identify: their values have a form, and what has not is refused.
FORMED = "formed"
# Places that readers see, those that only editors see, and those that nobody sees.
SHOWN, KEPT = "shown", "kept"


@dataclasses.dataclass(frozen=True)
class Slot:
    place: str
    xml: str
    sort: str = SHOWN
    # Where issue.json has the text, as keys from the entry or the issue on; numbers are places in lists.
    path: tuple = ()
    name: str = ""


WORDS = "Words of household sort stood here, and nothing in them had happened to anybody at any time or in any place that is known, which a reader of this test will not mind."


HEAD = "<headline>Household words</headline>{STAGE}"
TAIL = "<source>Household source</source>"
PLAIN = f"<body><p>{WORDS}</p></body>"

# Within a development; {STAGE} is a stage in the period.
DEVELOPMENT = [
    Slot("Development/headline", "<headline>{}</headline>{STAGE}" + PLAIN + TAIL + "{FOLLOWS}", path=("headline", "words")),
    Slot("Development/late", HEAD.replace("{STAGE}", "{EARLY}") + "<late>{}</late>" + PLAIN + TAIL, path=("late",)),
    Slot("Body/p", HEAD + "<body><p>{}</p></body>" + TAIL, path=("body", 0)),
    Slot("Paragraph/em", HEAD + f"<body><p>{WORDS} <em>{{}}</em> {WORDS}</p></body>" + TAIL, path=("body", 0)),
    Slot("Paragraph/foreign", HEAD + f"<body><p>{WORDS} <foreign xml:lang=\"de\">{{}}</foreign> x</p></body>" + TAIL, path=("body", 0)),
    Slot("Paragraph/link", HEAD + f"<body><p>{WORDS} <link href=\"https://stress.eu/a\">{{}}</link> x</p></body>" + TAIL, path=("body", 0)),
    Slot("Paragraph/cite", HEAD + f"<body><p>{WORDS} <cite celex=\"32013L0033\">{{}}</cite> x</p></body>" + TAIL, path=("body", 0)),
    Slot("Paragraph/term", HEAD + f"<body><p>{WORDS} <term>{{}}</term> x</p></body>" + TAIL, path=("body", 0)),
    Slot("Link/@href", HEAD + f"<body><p>{WORDS} <link href=\"{{}}\">words</link> x</p></body>" + TAIL, FORMED),
    Slot("Citation/@celex", HEAD + f"<body><p>{WORDS} <cite celex=\"{{}}\">words</cite> x</p></body>" + TAIL, FORMED),
    Slot("Development/figure", HEAD + PLAIN + '<figure value="5" unit="persons">{}</figure>' + TAIL, path=("figures", 0, "label")),
    Slot("Figure/@unit", HEAD + PLAIN + '<figure value="5" unit="{}">household</figure>' + TAIL, path=("figures", 0, "unit")),
    Slot("Act/title", HEAD + PLAIN + "<act><title>{}</title></act>" + TAIL, path=("acts", 0, "titles", 0, "words")),
    Slot("Act/@number", HEAD + PLAIN + '<act number="{}"><title>Household act</title></act>' + TAIL, path=("acts", 0, "number")),
    Slot("Act/@gazette", HEAD + PLAIN + '<act gazette="{}"><title>Household act</title></act>' + TAIL, path=("acts", 0, "gazette")),
    Slot("Act/@celex", HEAD + PLAIN + '<act celex="{}"><title>Household act</title></act>' + TAIL, FORMED),
    Slot("Act/@eli", HEAD + PLAIN + '<act eli="{}"><title>Household act</title></act>' + TAIL, FORMED),
    Slot("Development/eu-act", HEAD + PLAIN + '<eu-act relation="applies">{}</eu-act>' + TAIL, path=("euActs", 0, "name")),
    Slot("EUAct/@celex", HEAD + PLAIN + '<eu-act relation="applies" celex="{}">Household act</eu-act>' + TAIL, FORMED),
    Slot("Development/source", HEAD + PLAIN + "<source>{}</source><source>Household source</source>", path=("sources", 0, "title", "words")),
    Slot("Source/@href", HEAD + PLAIN + '<source href="{}">Household source</source>', FORMED),
    Slot("Development/note", HEAD + PLAIN + TAIL + "<note>{}</note>", KEPT),
]

# Before the developments.
CONTACT = [
    Slot("Contact/organisation", "<contact><organisation>{}</organisation>", KEPT), Slot("Contact/name", "<name>{}</name>", KEPT),
    Slot("Contact/email", "<email>{}</email>", KEPT), Slot("Contact/phone", "<phone>{}</phone></contact>", KEPT),
    Slot("Submission/note", "<note>{}</note>", KEPT),
]

SERIES = '<value number="1">one</value>', "<source>Household source</source>"
ENTRY = 'country="NO" id="{ENTRY}"'

ISSUE = [
    Slot("Issue/title", "<title>{}</title>", path=("title",)),
    Slot("Issue/about", "<about>{}</about>", path=("about",)),
    Slot("SpecialNote/headline", "<special-note><headline>{}</headline>", path=("specialNote", "headline")),
    Slot("SpecialNote/p", "<p>{}</p>", path=("specialNote", "body", 0)),
    Slot("Paragraph/em", "<p>Note: <em>{}</em></p>"), Slot("Paragraph/foreign", '<p>Note: <foreign xml:lang="de">{}</foreign></p>'),
    Slot("Paragraph/link", '<p>Note: <link href="https://stress.eu/a">{}</link></p>'), Slot("Paragraph/cite", "<p>Note: <cite>{}</cite></p>"),
    Slot("Paragraph/term", "<p>Note: <term>{}</term></p>"), Slot("Link/@href", '<p>Note: <link href="{}">words</link></p>', FORMED),
    Slot("Citation/@celex", '<p>Note: <cite celex="{}">words</cite></p></special-note>', FORMED),
    Slot("Series/title", "<statistics><series unit=\"persons\"><title>{}</title>" + "".join(SERIES) + "</series>", path=("annex", "statistics", 0, "title")),
    Slot("Series/@unit", '<series unit="{}"><title>Household series</title>' + "".join(SERIES) + "</series>", path=("annex", "statistics", 1, "unit")),
    Slot("Series/value", '<series unit="b"><title>Household values</title><value number="1">{}</value><value number="2">two</value>' + SERIES[1] + "</series>",
         path=("annex", "statistics", 2, "values", 0, "label")),
    Slot("Series/source", '<series unit="c"><title>Household sources</title>' + SERIES[0] + "<source>{}</source><source>two</source></series>",
         path=("annex", "statistics", 3, "sources", 0, "title", "words")),
    Slot("Source/@href", '<series unit="d"><title>Household links</title>' + SERIES[0] + '<source href="{}">one</source></series>', FORMED),
    Slot("Series/note", '<series unit="e"><title>Household notes</title>' + "".join(SERIES) + "<note>{}</note></series></statistics>",
         path=("annex", "statistics", 5, "note")),
    Slot("Measure/title", '<transposition><measure celex="32013L0033"><title>{}</title><state country="NO">done</state>' + SERIES[1] + "</measure>",
         path=("annex", "transposition", 0, "title")),
    Slot("Measure/state", '<measure celex="32013L0032"><title>Household measure</title><state country="NO">{}</state>' + SERIES[1] + "</measure>",
         path=("annex", "transposition", 1, "states", 0, "words")),
    Slot("Measure/source", '<measure celex="32011L0095"><title>Household act</title><state country="NO">done</state><source>{}</source></measure>',
         path=("annex", "transposition", 2, "sources", 0, "title", "words")),
    Slot("Measure/@celex", '<measure celex="{}"><title>Household number</title><state country="NO">done</state>' + SERIES[1] + "</measure></transposition>", FORMED),
    Slot("Outputs/output", '<outputs><output type="study">{}</output>', path=("annex", "outputs", 0, "title", "words")),
    Slot("Output/@href", '<output type="study" href="{}">Household output</output></outputs>', FORMED),
    Slot("Events/event", '<events><event date="{DAY}">{}</event>', path=("annex", "events", 0, "title", "words")),
    Slot("Event/@place", '<event date="{DAY}" place="{}">Household event</event>', path=("annex", "events", 1, "place")),
    Slot("Event/@organiser", '<event date="{DAY}" organiser="{}">Household meeting</event>', path=("annex", "events", 2, "organiser")),
    Slot("Event/@href", '<event date="{DAY}" href="{}">Household link</event></events>', FORMED),
    Slot("Decisions/set-theme", f'<decisions><set-theme {ENTRY} theme="return">{{}}</set-theme>', KEPT),
    Slot("Decisions/leave-out", '<leave-out country="NO" id="left-out">{}</leave-out>', KEPT),
    Slot("Decisions/merge", '<merge country="NO" id="merged" into="{LAST}">{}</merge>', KEPT),
    Slot("Decisions/place", f'<place {ENTRY} before="{{LAST}}">{{}}</place></decisions>', KEPT),
    Slot("Paragraphs/p", "<colophon><p>{}</p>"), Slot("Paragraph/em", "<p>Colophon: <em>{}</em></p></colophon>"),
    Slot("Mail/from", "<mail><from>{}</from>", FORMED), Slot("Mail/reply-to", "<reply-to>{}</reply-to>", FORMED), Slot("Mail/to", "<to>{}</to>", FORMED),
    Slot("Mailbox/@name", '<to name="{}">readers@example.org</to></mail>', KEPT),
    Slot("Issue/note", "<note>{}</note>", KEPT),
]
ISSN = Slot("Issue/@issn", '{}', path=("issn",))

# What stands where a text was refused, so that the rest of the file can be compiled.
INSTEAD = {
    **{place: "https://stress.eu/b" for place in ["Link/@href", "Source/@href", "Act/@eli", "Output/@href", "Event/@href"]},
    **{place: "32013L0033" for place in ["Citation/@celex", "Act/@celex", "EUAct/@celex", "Measure/@celex"]},
    **{place: "editors@example.org" for place in ["Mail/from", "Mail/reply-to", "Mail/to", "Contact/email"]},
    "Issue/@issn": "2600-5131",
}

# Values with a form that the schema knows.
BOUND_SUBMISSION = [
    "Development/@further-themes", "Development/@id", "Development/@kind", "Development/@theme", "EUAct/@relation", "Figure/@value", "Follows/@country", "Follows/@id",
    "Follows/@period", "ForeignWords/@xml:lang", "Stage/@date", "Stage/@type", "Submission/@country", "Submission/@date", "Submission/@period", "Submission/@status"]
BOUND_ISSUE = [
    "Event/@date", "Event/@end", "ForeignWords/@xml:lang", "Issue/@edition", "Issue/@period", "Issue/@published", "LeaveOut/@country", "LeaveOut/@id", "Measure/@deadline",
    "Merge/@country", "Merge/@id", "Merge/@into", "Output/@date", "Output/@type", "Place/@before", "Place/@country", "Place/@id", "Series/@period", "SetTheme/@country",
    "SetTheme/@id", "SetTheme/@theme", "State/@country", "Value/@number", "Value/@period", "Value/@total"]

# Free texts of the reference files: those of the glossary and of labels stand in what readers get.
REFERENCE = {
    "glossary": ["Form/@head", "Term/definition", "Term/except", "Term/form", "Term/name", "glossary/@version", "source/@place", "sources/source"],
    "taxonomy": ["Labelled/@label", "taxonomy/@version", "taxonomy/theme", "theme/@label"],
    "sections": ["Plan/editions", "Section/@heading", "Title/@issn", "sections/@version", "sections/title"],
    "network": ["Contributor/long-name", "Contributor/name", "Contributor/non-member", "Membership/@source", "network/@version"],
    "names": ["Country/footnote", "Country/name", "names/@version"],
    "rules": ["Example/right", "Example/wrong", "Rule/help", "Rule/message", "Rule/why", "rules/@version"],
    "style": ["Terms/term", "characters/character", "steps/step", "style/@version"],
    "lexicon": [],
    "manual": ["Example/@headline", "Manual/@version", "Rule/example", "Rule/says", "ThemeManual/example", "ThemeManual/scope"],
}


def check():
    """Places of the schemas that the test does not know, and places of the test that the schemas do not have."""
    known = {
        "submission": ([slot.place for slot in DEVELOPMENT + CONTACT], BOUND_SUBMISSION),
        "issue": ([slot.place for slot in [*ISSUE, ISSN]], BOUND_ISSUE),
        **{name: (places, None) for name, places in REFERENCE.items()}}
    faults = [f"{path.name}: a schema that this test does not know"
              for path in sorted(schemas.FOLDER.glob("*.xsd")) if path.stem not in known]
    for name, lists in known.items():
        found = schemas.places(name)
        for is_free, places in zip([True, False], lists):
            if places is not None:
                there = {place for place, free in found.items() if free == is_free}
                faults += [f"{name}.xsd: {place} is not tried" for place in sorted(there - set(places))]
                faults += [f"{name}.xsd: has no {place}" for place in sorted(set(places) - there)]
    return faults
