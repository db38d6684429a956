"""The plain pipeline that one would write in Python: `peer.py SCHEMA OUTPUT SUBMISSION…`.

lxml parses each file and checks it against the schema, Jinja writes an HTML page for each issue, textwrap a text of 72
columns. It finds no themes, checks no house rules and writes no report.
"""

import pathlib
import sys
import textwrap
from collections import defaultdict

from jinja2 import Environment
from lxml import etree

NAMESPACE = "{urn:emn:bulletin:submission:1}"
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ period }}</title></head><body>
{% for theme, entries in sections %}<section><h2>{{ theme }}</h2>
{% for entry in entries %}<article id="{{ entry.country }}-{{ entry.id }}">
<h3>{{ entry.country }}: {{ entry.headline }}</h3>
<ul>{% for type, date in entry.stages %}<li>{{ type }} {{ date }}</li>{% endfor %}</ul>
{% for paragraph in entry.paragraphs %}<p>{% for kind, text, href in paragraph -%}
{% if kind == "link" %}<a href="{{ href }}">{{ text }}</a>{% elif kind %}<em class="{{ kind }}">{{ text }}</em>\
{% else %}{{ text }}{% endif %}{% endfor %}</p>
{% endfor %}<ul>{% for act in entry.acts %}<li>{{ act }}</li>{% endfor %}</ul>
<ul>{% for href, title in entry.sources %}<li>{% if href %}<a href="{{ href }}">{{ title }}</a>{% else %}{{ title }}\
{% endif %}</li>{% endfor %}</ul></article>
{% endfor %}</section>
{% endfor %}</body></html>
"""


def words(element):
    return " ".join("".join(element.itertext()).split())


def pieces(paragraph):
    """A paragraph as text and marks in their order: kind, text, link."""
    yield None, paragraph.text or "", None
    for mark in paragraph:
        yield etree.QName(mark).localname, words(mark), mark.get("href")
        yield None, mark.tail or "", None


def entry(country, development):
    return {
        "country": country, "id": development.get("id"), "theme": development.get("theme", "general"),
        "headline": words(development.find(NAMESPACE + "headline")),
        "stages": [(stage.get("type"), stage.get("date")) for stage in development.iter(NAMESPACE + "stage")],
        "paragraphs": [list(pieces(paragraph)) for paragraph in development.find(NAMESPACE + "body")],
        "acts": [words(act) for act in development.iter(NAMESPACE + "act", NAMESPACE + "eu-act", NAMESPACE + "figure")],
        "sources": [(source.get("href"), words(source)) for source in development.iter(NAMESPACE + "source")],
    }


def text(sections):
    lines = []
    for theme, entries in sections:
        lines += [theme.upper(), ""]
        for item in entries:
            lines += textwrap.wrap(f"{item['country']}: {item['headline']}", 72)
            lines += [f"  {type} {date}" for type, date in item["stages"]]
            for paragraph in item["paragraphs"]:
                lines += ["", *textwrap.wrap("".join(piece[1] for piece in paragraph), 72)]
            for line in [*item["acts"], *(f"{title} {href or ''}" for href, title in item["sources"])]:
                lines += textwrap.wrap(line, 72, initial_indent="- ", subsequent_indent="  ", break_long_words=False)
            lines.append("")
    return "\n".join(lines) + "\n"


def main():
    schema, output, *paths = sys.argv[1:]
    schema = etree.XMLSchema(etree.parse(schema))
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    template = Environment(autoescape=True).from_string(PAGE)
    issues = defaultdict(list)
    for path in paths:
        tree = etree.parse(path, parser)
        schema.assertValid(tree)
        issues[tree.getroot().get("period")].append(tree.getroot())
    for period, submissions in issues.items():
        themes = defaultdict(list)
        for submission in submissions:
            for development in submission.iter(NAMESPACE + "development"):
                item = entry(submission.get("country"), development)
                themes[item["theme"]].append(item)
        sections = sorted(themes.items())
        folder = pathlib.Path(output) / period
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "peer.html").write_text(template.render(period=period, sections=sections), encoding="utf-8")
        (folder / "peer.txt").write_text(text(sections), encoding="utf-8")


main()
