"""Issues that strain the program, written into a folder of inputs: `stress.py FOLDER`, or from the checks.

All that they say is made up from a list of household words, so that nobody takes it for news. The same files come out
of every run. `crowd` is the largest issue that the network allows: the 33 countries that belonged to it in the first
quarter of 2023 and the Commission, with twenty entries each, long words and links, eight scripts, every kind, stage,
mark and annex, and a section without entries. `alone` is one country with one entry, `empty` as little as the
schemas ask for, `draft` one that is not to be published yet.
"""

import pathlib
import random
import sys
from xml.sax.saxutils import escape, quoteattr

from stress_annex import annex
from stress_words import FOREIGN, LONG_LINK, LONG_WORD, clause, sentence

CROWD, ALONE, EMPTY, DRAFT = "2023-Q1", "2022-Q3", "2014-08_2014-11", "2021-Q3"
PERIODS = [CROWD, ALONE, EMPTY, DRAFT]

MEMBERS = "AT BE BG CY CZ DE EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
OBSERVERS = "AM GE MD ME NO RS UA".split()
ENTRIES = 20
# The entry that each country leaves to the editors; the classifier must not be led into the section without entries.
UNDECIDED = 14

KINDS = ["legislative", "policy", "institutional", "case-law", "agreement", "programme"]
STAGES = ["announced", "proposed", "adopted", "signed", "ratified", "published", "decided", "launched", "in-force",
          "applied", "extended", "suspended", "resumed", "repealed", "ended", "took-place"]
# One theme of the list is left out: its section has no entries.
EMPTY_THEME = "vulnerable-groups"
THEMES = ["general", "international-protection", "temporary-protection", "legal-migration", "integration",
          "citizenship", "borders-visas", "irregular-migration", "trafficking", "return", "external-dimension"]
TERMS = ["international protection", "temporary protection", "asylum seeker", "return decision", "family reunification",
         "unaccompanied minor", "readmission agreement", "stateless person"]


def write_all(inputs):
    """Writes all issues into the folder `inputs`, for `bulletin compile PERIOD --inputs`."""
    for period, files in [(CROWD, crowd()), (ALONE, alone()), (EMPTY, empty()), (DRAFT, draft())]:
        folder = pathlib.Path(inputs) / period
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + text, encoding="utf-8")


def crowd():
    chance = random.Random(33)
    countries = sorted(MEMBERS + OBSERVERS) + ["EU"]
    files = {f"{country}.xml": submission(country, place, chance) for place, country in enumerate(countries)}
    decisions = (
        "<decisions>"
        + "".join(f'<set-theme country="{country}" id="{identifier(country, UNDECIDED)}" theme="return">Stress reason.'
                  '</set-theme>' for country in countries)
        + f'<set-theme country="NO" id="{identifier("NO", 3)}" theme="return">Stress reason.</set-theme>'
        f'<leave-out country="FR" id="{identifier("FR", 4)}">Stress reason.</leave-out>'
        f'<merge country="DE" id="{identifier("DE", 5)}" into="{identifier("DE", 6)}">Stress reason.</merge>'
        f'<place country="SE" id="{identifier("SE", 19)}" before="{identifier("SE", 8)}">Stress reason.</place>'
        '</decisions>')
    files["issue.xml"] = (
        f'<issue xmlns="urn:emn:bulletin:issue:1" edition="42" period="{CROWD}" published="2023-05-15" issn="2600-5131">'
        '<title>EMN Quarterly</title><about>A stress issue: nothing in it has happened. '
        f'{escape(sentence(chance, 30))}</about>'
        f'<special-note><headline>Stress note with {LONG_WORD} in its headline</headline>'
        + "".join(f"<p>{marked(chance, number)}</p>" for number in range(3))
        + f'</special-note>{annex(chance, MEMBERS)}{decisions}<colophon><p>{marked(chance, 4)}</p>'
        f'<p>A stress issue, made for tests.</p></colophon></issue>')
    return files


def submission(country, place, chance):
    developments = "".join(development(country, place, number, chance) for number in range(1, ENTRIES + 1))
    return (f'<submission xmlns="urn:emn:bulletin:submission:1" country="{country}" period="{CROWD}" status="final" '
            f'date="2023-04-14">{developments}</submission>')


def identifier(country, number):
    # The longest name that the schema allows stands among them.
    return "long-name" + "-of-an-entry" * 4 + "-abc-20" if number == 20 else f"stress-{number}"


def development(country, place, number, chance):
    turn = place + number
    theme = THEMES[(place * 3 + number) % len(THEMES)]
    further = THEMES[(place * 3 + number + 4) % len(THEMES)]
    declared = "" if number == UNDECIDED else f' theme="{theme}"'
    if number % 7 == 0:
        declared += f' further-themes="{further}"'
    parts = [f"<headline{headline(country, number, chance)}</headline>", *stages(turn)]
    paragraphs = "".join(f"<p>{marked(chance, turn + 3 * part)}</p>" for part in range(3 if number == 7 else 1))
    parts.append(f"<body>{paragraphs}</body>")
    if number % 5 == 0:
        parts += ['<figure value="1234567.891" unit="persons">Stress persons counted with decimals</figure>',
                  '<figure value="0" unit="EUR a day">Stress allowance</figure>',
                  f'<figure value="98765432109876" unit="{LONG_WORD}">Large stress figure</figure>']
    parts += acts(turn, number, chance)
    parts += sources(turn, number, chance)
    parts += follows(country, number)
    if number % 6 == 0:
        parts.append("<note>A stress note to the editors.</note>")
    return (f'<development id="{identifier(country, number)}" kind="{KINDS[turn % len(KINDS)]}"{declared}>'
            f'{"".join(parts)}</development>')


def headline(country, number, chance):
    """The rest of the headline's tag and its words."""
    if number == 9:
        language, words = FOREIGN[sum(map(ord, country)) % len(FOREIGN)]
        return f' xml:lang="{language}">{words}'
    if number == 10:
        return f">Stress entry 10 of {country}: {LONG_WORD} and {LONG_WORD.upper()[:40]}"
    if number == 11:
        return f">Stress entry 11 of {country}, " + "extraordinarily-wide " * 7 + clause(chance)
    return f">Stress entry {number} of {country}: {clause(chance)}"


def stages(turn):
    """One to four stages, the first of them in the period; the others with dates of every exactness."""
    first = STAGES[turn % len(STAGES)]
    result = [f'<stage type="{first}" date="2023-0{1 + turn % 3}-{10 + turn % 18}"/>']
    others = ["2023-02", "2024", "2023-03-31", "2022-12-31", "2021"]
    for step in range(turn % 4):
        result.append(f'<stage type="{STAGES[(turn + 5 * step + 3) % len(STAGES)]}" date="{others[(turn + step) % 5]}"/>')
    return result


def marked(chance, turn):
    """A paragraph with all marks that the schema knows, in turn."""
    language, words = FOREIGN[turn % len(FOREIGN)]
    marks = [
        f'<foreign xml:lang="{language}">{words}</foreign>',
        f"<em>{escape(clause(chance))}</em>",
        f'<link href={quoteattr(LONG_LINK)}>{escape(clause(chance))}</link>',
        '<cite celex="32001L0055">Directive 2001/55/EC</cite>',
        f"<cite>Stress act on {escape(clause(chance))}</cite>",
        f"<term>{TERMS[turn % len(TERMS)]}</term>",
        LONG_WORD,
        f'<foreign xml:lang="{language}">{" ".join([words] * 4)}</foreign>',
        f'<cite xml:lang="{language}">{words}</cite>',
        f'<link href="https://stress.invalid/{turn}" xml:lang="{language}">{words}</link>',
    ]
    chosen = [marks[(turn + step) % len(marks)] for step in range(2)] + [f"<term>{TERMS[(turn + 3) % len(TERMS)]}</term>"]
    return " ".join(f"{escape(sentence(chance, 9))[:-1]}, {mark}." for mark in chosen)


def acts(turn, number, chance):
    """None for one entry in four, six for one in ten."""
    if number % 4 == 0:
        return []
    result = []
    for count in range(6 if number % 10 == 3 else 1):
        language, words = FOREIGN[(turn + count) % len(FOREIGN)]
        result.append(
            f'<act number="Stress No {turn}/{count}" gazette="Stress gazette {number}"'
            f'{" celex=" + quoteattr("32016R1624") if count == 2 else ""}'
            f'{" eli=" + quoteattr(LONG_LINK) if count == 1 else ""}>'
            f'<title>Stress act {count + 1} on {escape(clause(chance))}</title>'
            f'<title xml:lang="{language}">{" ".join([words] * (1 + count % 3))}</title></act>')
    if number % 3 == 0:
        result += ['<eu-act relation="transposes" celex="32013L0033">Directive 2013/33/EU</eu-act>',
                   '<eu-act relation="applies">Stress act of the Union</eu-act>']
    return result


def sources(turn, number, chance):
    language, words = FOREIGN[(turn + 2) % len(FOREIGN)]
    result = [f"<source href={quoteattr(LONG_LINK)}>Stress source {turn}, {escape(clause(chance))}</source>"]
    if number % 2:
        result.append(f'<source xml:lang="{language}" href="https://stress.invalid/{turn}?a=1&amp;b=2">{words}</source>')
    if number % 5 == 1:
        result.append(f"<source>Stress source in words only, {escape(sentence(chance, 14))}</source>")
    return result


def follows(country, number):
    result = []
    if number in (2, 12):
        result.append(f'<follows period="{CROWD}" id="{identifier(country, number - 1)}"/>')
    if number == 12:
        result.append(f'<follows period="{CROWD}" id="{identifier(country, 8)}"/>')
    if number == 2 and country != "NO":
        result.append(f'<follows country="NO" period="{ALONE}" id="the-only-one"/>')
    return result


def one(country, period, status="final"):
    return (f'<submission xmlns="urn:emn:bulletin:submission:1" country="{country}" period="{period}" status="{status}">'
            '<development id="the-only-one" kind="policy" theme="integration">'
            f'<headline>Stress entry that stands alone</headline><stage type="adopted" date="{period[:4]}-08-03"/>'
            f'<body><p>{sentence(random.Random(1), 40)} <term>international protection</term>.</p></body>'
            '<source>Stress source</source></development></submission>')


def alone():
    return {"NO.xml": one("NO", ALONE), "issue.xml": least(ALONE, 40, "EMN Quarterly", ' published="2022-11"')}


def empty():
    only = (f'<submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="{EMPTY}" status="final">'
            '<development id="x" kind="policy"><headline>X</headline><stage type="adopted" date="2014"/>'
            '<body><p>X</p></body></development></submission>')
    return {"NO.xml": only, "issue.xml": least(EMPTY, 9, "EMN Bulletin")}


def draft():
    return {"GE.xml": one("GE", DRAFT, "draft"), "issue.xml": least(DRAFT, 36, "EMN Bulletin")}


def least(period, edition, title, more=""):
    return (f'<issue xmlns="urn:emn:bulletin:issue:1" edition="{edition}" period="{period}"{more}><title>{title}</title>'
            '<about>Stress</about><colophon><p>Stress</p></colophon></issue>')


if __name__ == "__main__":
    write_all(sys.argv[1])
