"""Documents by the productions on markup: values, comments, instructions, sections, prolog, elements, references."""

from document import (BASE, CONTENT, DECLARATION, between, declared, good, ill, in_tag, in_text, in_value, swapped, told, well)


def documents():
    for family in [whole, values, comments, instructions, sections, declarations, elements, references]:
        yield from family()


def whole():
    """Production 1: one element, with comments, instructions and blanks around it."""
    yield ill("nothing", "")
    yield ill("only blanks", " \n\t\r\n")
    yield ill("only a declaration", DECLARATION)
    yield ill("only a comment", "<!-- x -->")
    yield ill("only words", "Dear all,\nplease find attached.\n")
    yield good("comment and instruction before", declared(DECLARATION + "<!-- x --><?a b?>"))
    yield good("comment and instruction after", BASE + "<!-- x --><?a b?>\n")
    yield ill("words after the root", BASE + "over")
    yield ill("words before the root", declared(DECLARATION + "over"))
    yield ill("a reference after the root", BASE + "&#32;")
    yield ill("a section after the root", BASE + "<![CDATA[ ]]>")
    yield ill("a second root", BASE + "<submission/>")
    yield ill("the submission twice", BASE + CONTENT)
    yield ill("the file twice", BASE + BASE)
    yield ill("an end tag after the root", BASE + "</submission>")
    yield well("one element", "<submission/>")
    # The parser's own limits, and ours on attributes, each of which it would take long to compare with all others.
    attributes = "".join(f" a{number}=''" for number in range(6000))
    for name, text in {"nested 300 deep": "<em>" * 300, "a name of 60,000 letters": f"<{'n' * 60_000}/>",
                       "6,000 attributes": f"<em{attributes}/>"}.items():
        yield told(f"beyond the limits: {name}", in_text(text), "file-too-deep")
    yield well("another vocabulary", "<html><body><p>x</p></body></html>")


def values():
    """Production 10, and what stands around values (productions 25 and 40 to 41)."""
    yield good("value in single marks", swapped('kind="policy"', "kind='policy'"))
    for name, text in {"greater than": "a > b", "other mark": "it's", "references": "&lt;&gt;&amp;&quot;&apos;",
                       "by number": "&#65;&#x42;", "blanks": "a\n\tb", "empty": ""}.items():
        yield well(f"value: {name}", in_value(text))
    for name, text in {"less than": "a < b", "a tag": "<b>a</b>", "ampersand": "R & D", "own mark": 'a "b" c',
                       "section": "<![CDATA[x]]>", "comment": "<!-- x -->", "unknown reference": "&nbsp;",
                       "less than by name without end": "&lt"}.items():
        yield ill(f"value: {name}", in_value(text))
    for name, text in {"without a value": " late", "without marks": " late=x", "without a blank": 'late="x"',
                       "without an end": ' late="x', "without a beginning": ' late=x"', "marks of print": " late=“x”",
                       "two equals signs": ' late=="x"', "mixed marks": " late=\"x'", "twice": ' kind="policy"',
                       "twice in other marks": " kind='x'", "a comma": ', late="x"', "a colon": ':late="x"'}.items():
        yield ill(f"attribute: {name}", in_tag(text))


def comments():
    """Production 15."""
    for name, text in {"empty": "<!---->", "a hyphen": "<!-- a - b -->", "markup": "<!-- <p> & ]]> <?x?> -->",
                       "an angle": "<!--> -->", "lines": "<!--\n\n-->"}.items():
        yield good(f"comment: {name}", between(text))
    for name, text in {"two hyphens": "<!-- a -- b -->", "three at the end": "<!-- a --->", "open": "<!-- a ",
                       "half opened": "<!- a -->", "half closed": "<!-- a ->", "one of three hyphens": "<!--->",
                       "blank in the opening": "<! -- a -->", "nested": "<!-- <!-- a --> -->"}.items():
        yield ill(f"comment: {name}", between(text))
    yield ill("comment in a tag", in_tag(" <!-- a -->"))
    yield ill("comment before the declaration", "<!-- a -->" + BASE)
    yield ill("comment open at the end", BASE + "<!-- a")


def instructions():
    """Productions 16 and 17."""
    for name, text in {"empty": "<?a?>", "question marks": "<?a ? ?? b??>", "markup": "<?a <p> & --> ?>",
                       "nearly reserved": "<?xml-model href='x'?>", "style": "<?xml-stylesheet href='x'?>"}.items():
        yield good(f"instruction: {name}", between(text))
    for name, text in {"reserved": "<?xml version='1.0'?>", "reserved capitals": "<?XML a?>", "reserved mixed": "<?Xml a?>",
                       "no target": "<? a?>", "nothing": "<??>", "open": "<?a b", "closed like a tag": "<?a b>",
                       "no blank": "<?a,b?>", "a colon": "<?a:b c?>"}.items():
        yield ill(f"instruction: {name}", between(text))
    yield ill("instruction open at the end", BASE + "<?a b")


def sections():
    """Productions 14 and 18 to 21."""
    for name, text in {"empty": "<![CDATA[]]>", "markup": "<![CDATA[<b> & </b>]]>", "brackets": "<![CDATA[]] ]>]]>",
                       "brackets at the end": "<![CDATA[a]]]]>", "two": "<![CDATA[a]]><![CDATA[b]]>",
                       "its end in two": "<![CDATA[]]]]><![CDATA[>]]>", "brackets in text": "]] ] >"}.items():
        yield well(f"section: {name}", in_text(text))
    for name, text in {"open": "<![CDATA[a", "small letters": "<![cdata[a]]>", "a blank": "<![CDATA [a]]>",
                       "half opened": "<![CDATA a]]>", "another word": "<![INCLUDE[a]]>", "ignore": "<![IGNORE[a]]>",
                       "its end in text": "a ]]> b", "nested": "<![CDATA[<![CDATA[a]]>]]>"}.items():
        yield ill(f"section: {name}", in_text(text))
    yield ill("section before the root", declared(DECLARATION + "<![CDATA[a]]>"))


def declarations():
    """Productions 22 to 26, 32, 80 and 81."""
    for text in ["", "<?xml version='1.0'?>", '<?xml version = "1.0"\n encoding\t=\'utf-8\' ?>', '<?xml version="1.1"?>',
                 '<?xml version="1.10"?>', '<?xml version="1.0" standalone="yes"?>', "<?xml version='1.0'?>\n\n\n",
                 '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>', '<?xml version="1.0" encoding="Utf-8"?>']:
        yield good(f"declaration {text!r}", declared(text))
    for text in ["<?xml?>", "<?xml ?>", '<?xml encoding="UTF-8"?>', '<?xml version="2.0"?>', '<?xml version="1."?>',
                 '<?xml version="1.0a"?>', '<?xml version=""?>', '<?xml version=1.0?>', '<?xml version="1.0">',
                 '<?xml version="1.0" ', '<?xml encoding="UTF-8" version="1.0"?>', '<?xml VERSION="1.0"?>',
                 '<?xml version="1.0" standalone="yes" encoding="UTF-8"?>', '<?xml version="1.0" standalone="YES"?>',
                 '<?xml version="1.0" standalone="true"?>', '<?xml version="1.0" standalone=""?>',
                 '<?xml version="1.0"encoding="UTF-8"?>', '<?xml version="1.0" encoding=""?>',
                 '<?xml version="1.0" encoding="8-UTF"?>', '<?xml version="1.0" encoding="UTF 8"?>',
                 '<?xml version="1.0" encoding="-utf-8"?>', '<?xml version="1.0" encoding=UTF-8?>',
                 '<?xml version="1.0" encoding="UTF-8\'?>', '<?xml version="1.0" author="x"?>',
                 '<?XML version="1.0"?>', '<? xml version="1.0"?>', '<?xml version="1.0"?><?xml version="1.0"?>',
                 ' <?xml version="1.0"?>', '\n<?xml version="1.0"?>', '<?xml version="1.0" version="1.0"?>',
                 '<?xml version="1.0" standalone="yes" standalone="yes"?>', '<?xml version="1.0" encoding="&#85;TF-8"?>']:
        yield ill(f"declaration {text!r}", declared(text))


def elements():
    """Productions 39 to 44."""
    yield good("empty element as two tags", swapped('date="2016-01"/>', 'date="2016-01"></stage>'))
    for name, (old, new) in {
            "no end tag": ("</p>", ""), "other end tag": ("</p>", "</q>"), "capital end tag": ("</p>", "</P>"),
            "end tag as start tag": ("</p>", "<p>"), "end tag as empty tag": ("</p>", "<p/>"),
            "crossed": ("</p>\n    </body>", "</body>\n    </p>"), "two end tags": ("</p>", "</p></p>"),
            "attribute in an end tag": ("</p>", '</p lang="en">'), "slash in an end tag": ("</p>", "</p/>"),
            "blank before a name": ("<p>", "< p>"), "blank behind a slash": ("</p>", "</ p>"),
            "blank before the angle": ('date="2016-01"/>', 'date="2016-01"/ >'), "no name": ("<p>", "<>"),
            "no name to end": ("</p>", "</>"), "tag in a tag": ("<p>", "<p <b>>"), "open tag": ("<headline>", "<headline "),
            "open end tag": ("</headline>", "</headline"), "no root's end": ("</submission>", ""),
            "root's end too early": ("<body>", "</submission><body>"), "less than": ("An instruction", "An < instruction"),
            "angle alone": ("An instruction", "An <"), "empty attribute list": ("<p>", "<p =>"),
            "declaration as a tag": ("<p>", "<!p>"), "doctype inside": ("<p>", "<!DOCTYPE x><p>"),
            "entity inside": ("<p>", '<!ENTITY x "y"><p>')}.items():
        yield ill(f"element: {name}", swapped(old, new))


def references():
    """Productions 66 to 68."""
    for text in ["&#9;", "&#10;", "&#xD;", "&#32;", "&#65;", "&#x41;", "&#x0000000000041;", "&#000065;", "&#xe9;", "&#xE9;",
                 "&#xD7FF;", "&#xE000;", "&#xFFFD;", "&#x10000;", "&#x10FFFF;", "&#x85;", "&#127;", "&lt;", "&gt;", "&amp;",
                 "&quot;", "&apos;", "&amp;nbsp;", "&#38;lt;", "&#60;b&#62;", "%pe;", "%"]:
        yield well(f"reference {text}", in_text(text))
    for text in ["&#0;", "&#1;", "&#8;", "&#11;", "&#x1F;", "&#x1B;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#xFFFF;",
                 "&#x110000;", "&#1114112;", "&#4294967361;", "&#x100000041;", "&#99999999999999999999;", "&#;", "&#x;",
                 "&#xG;", "&#X41;", "&#-65;", "&#6 5;", "&#65", "&# 65;", "&", "& ", "&;", "&amp", "&AMP;", "&Lt;", "&nbsp;",
                 "&eacute;", "&unknown;", "&a b;", "&lt ;", "&1;", "&-a;", "&&amp;"]:
        yield ill(f"reference {text}", in_text(text))
        yield ill(f"reference {text} in a value", in_value(text))
