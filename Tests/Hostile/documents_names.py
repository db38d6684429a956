"""Documents by Namespaces in XML 1.0, and those with attributes that XML itself or a schema's language brings."""

from document import between, good, ill, in_tag, swapped, well

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def documents():
    yield from prefixes()
    yield from declarations()
    yield from common_attributes()


def prefixes():
    for name, text in {"of an element": "<x:a/>", "of an end tag": "<a></x:a>", "two colons": "<x:y:a/>",
                       "colon first": "<:a/>", "colon last": "<x:/>", "declared too late": '<x:a><y xmlns:x="u"/></x:a>',
                       "the reserved one": "<xmlns:a/>", "a digit": '<x:1 xmlns:x="u"/>'}.items():
        yield ill(f"prefix: {name}", between(text))
    yield ill("prefix: of an attribute", in_tag(' x:a="1"'))
    yield ill("prefix: two names that are one", in_tag(' xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"'))
    yield well("prefix: two names that are two", in_tag(' xmlns:a="u" xmlns:b="v" a:x="1" b:x="2"'))
    yield good("prefix: the whole submission with one", prefixed())
    yield well("prefix: an element of another vocabulary", between('<x:a xmlns:x="urn:example:x"/>'))


def prefixed():
    """The same elements under the same namespace, written with a prefix."""
    text = swapped('<submission xmlns=', '<submission xmlns:s=')
    for name in ["submission", "development", "headline", "stage", "body", "p", "act", "title", "source"]:
        for end in " >":
            text = text.replace(f"<{name}{end}", f"<s:{name}{end}").replace(f"</{name}{end}", f"</s:{name}{end}")
    return text


def declarations():
    """The reserved prefixes and names, and what may not be bound or unbound."""
    yield good("declares a prefix that nobody uses", in_tag(' xmlns:x="urn:example:x"'))
    yield good("declares the namespace again", swapped("<body>", '<body xmlns="urn:emn:bulletin:submission:1">'))
    yield good("binds xml to its own namespace", in_tag(' xmlns:xml="http://www.w3.org/XML/1998/namespace"'))
    yield well("takes the namespace away", swapped("<body>", '<body xmlns="">'))
    yield well("has another namespace", swapped("submission:1", "submission:2"))
    for name, text in {
            "unbinds a prefix": ' xmlns:x=""', "binds xmlns": ' xmlns:xmlns="urn:x"', "binds xml to another": ' xmlns:xml="u"',
            "binds another to that of xml": ' xmlns:x="http://www.w3.org/XML/1998/namespace"',
            "binds another to that of xmlns": ' xmlns:x="http://www.w3.org/2000/xmlns/"',
            "takes that of xml": ' xmlns="http://www.w3.org/XML/1998/namespace"', "declares twice": ' xmlns:x="u" xmlns:x="v"',
            "declares no name": ' xmlns:="u"'}.items():
        yield ill(f"declaration of a prefix: {name}", in_tag(text))


def common_attributes():
    for name, text in {"language": ' xml:lang="en"', "space": ' xml:space="preserve"', "base": ' xml:base="file:///etc/"',
                       "id": ' xml:id="a"', "no language": ' xml:lang=""', "type": f' xmlns:xsi="{XSI}" xsi:type="Nothing"',
                       "nil": f' xmlns:xsi="{XSI}" xsi:nil="true"', "unknown": f' xmlns:xsi="{XSI}" xsi:other="x"',
                       "location": f' xmlns:xsi="{XSI}" xsi:schemaLocation="a b c"'}.items():
        yield well(f"common attribute: {name}", in_tag(text))
    yield well("xsi:type on the root", swapped(' country=', f' xmlns:xsi="{XSI}" xsi:type="xsi:string" country='))
    yield well("xsi:nil on a text", swapped("<headline>", f'<headline xmlns:xsi="{XSI}" xsi:nil="true">'))
