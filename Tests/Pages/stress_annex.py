"""The annex of the crowded stress issue: statistics of every shape, transposition, outputs and events."""

from xml.sax.saxutils import escape, quoteattr

from stress_words import FOREIGN, LONG_LINK, LONG_WORD, clause, sentence

SOURCE = f"<source href={quoteattr(LONG_LINK)}>Stress source</source>"


def annex(chance, members):
    return statistics(chance) + transposition(members) + outputs(chance) + events(chance)


def statistics(chance):
    many = [(f"Stress land {place}", str(chance.randrange(1, 400000))) for place in range(1, 41)]
    shapes = [
        ("one value", "persons", "2023-Q1", [("Only one", "7")]),
        ("one value that is a total", "persons", "2023", [("Total", "1234567890", True)]),
        ("two values", "persons", "2023-01", [("First", "3"), ("Second", "1000000000")]),
        ("forty values and a total", "persons", "2023-Q1",
         [("Total", str(sum(int(value) for _, value in many)), True), *many]),
        ("decimals", "per million inhabitants", "2022", [("Most", "1976.25"), ("Fewer", "12.5"), ("Hardly", "0.001")]),
        ("nothing but noughts", "persons", "2023-03-31", [("None", "0"), ("None either", "0")]),
        ("falls and rises", "percentage points", "2023", [("Fall", "-12.5"), ("Rise", "30"), ("Neither", "0")]),
        (f"long names and {LONG_WORD}", LONG_WORD, "2023-Q1",
         [(LONG_WORD, "12"), (FOREIGN[0][1], "13"), (FOREIGN[7][1], "99999999999999999")]),
    ]
    result = "".join(series(*shape) for shape in shapes)
    periods = ["2021", "2022", "2022-Q3", "2022-Q4", "2023-01", "2023-02", "2023-03", "2023-03-31"]
    values = "".join(
        f'<value number="{chance.randrange(1, 90000)}" period="{period}">Stress land {land}</value>'
        for land in (1, 2) for period in periods)
    result += f'<series unit="persons"><title>Stress series over periods</title>{values}{SOURCE}{SOURCE}</series>'
    return f"<statistics>{result}</statistics>"


def series(title, unit, period, values):
    rows = "".join(
        f'<value number="{number}"{" total=" + quoteattr("true") if total else ""}>{escape(name)}</value>'
        for name, number, *total in values)
    return (f'<series unit="{unit}" period="{period}"><title>Stress series with {escape(title)}</title>{rows}{SOURCE}'
            f"<note>A stress note beneath figures.</note></series>")


def transposition(members):
    measures = ""
    for name, celex, states in [("Directive 2013/33/EU", "32013L0033", members), ("Directive 2011/36/EU", "32011L0036", ["NL"])]:
        rows = "".join(
            f'<state country="{country}">{["In stress", "Stress not yet begun", LONG_WORD][place % 3]}</state>'
            for place, country in enumerate(states))
        deadline = ' deadline="2015-07-20"' if len(states) > 1 else ""
        measures += f'<measure celex="{celex}"{deadline}><title>{name}</title>{rows}{SOURCE}</measure>'
    return f"<transposition>{measures}</transposition>"


def outputs(chance):
    result = ""
    for place, sort in enumerate(["study", "inform", "ad-hoc-query", "annual-report", "other"] * 3):
        language, words = FOREIGN[place % len(FOREIGN)]
        date = ["", ' date="2023"', ' date="2023-02"', ' date="2023-02-03"'][place % 4]
        link = f" href={quoteattr(LONG_LINK)}" if place % 3 else ""
        text = f' xml:lang="{language}">{words}' if place % 2 else f">Stress output on {escape(clause(chance))}"
        result += f'<output type="{sort}"{date}{link}{text}</output>'
    return f"<outputs>{result}</outputs>"


def events(chance):
    result = ""
    days = ['date="2023-01-10"', 'date="2023-02-27" end="2023-03-01"', 'date="2023-06"', 'date="2023-09-01" end="2024-01-02"',
            'date="2023"']
    for place, day in enumerate(days * 2):
        language, words = FOREIGN[place % len(FOREIGN)]
        more = f" place={quoteattr(LONG_WORD)} organiser={quoteattr(sentence(chance, 20))}" if place % 2 else ""
        link = f" href={quoteattr(LONG_LINK)}" if place % 3 else ""
        text = f' xml:lang="{language}">{words}' if place % 4 == 3 else f">Stress event about {escape(clause(chance))}"
        result += f"<event {day}{more}{link}{text}</event>"
    return f"<events>{result}</events>"
