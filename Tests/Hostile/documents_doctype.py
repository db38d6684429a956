"""Documents with a type declaration: productions 28 to 31, 45 to 78 and 82 to 83. All of them are refused."""

from document import BASE, CONTENT, DECLARATION, document, in_text, swapped, with_doctype

# Subsets as they should be, by production.
SUBSETS = {
    "element": "<!ELEMENT p (#PCDATA|b)*>", "element empty": "<!ELEMENT p EMPTY>", "element any": "<!ELEMENT p ANY>",
    "element children": "<!ELEMENT body ((p|q)+, (a?, b*)?)>", "attributes": '<!ATTLIST p lang NMTOKEN "en">',
    "attribute of names": "<!ATTLIST p to IDREFS #IMPLIED>", "attribute by list": '<!ATTLIST p x (a|b) "a">',
    "attribute required": "<!ATTLIST p x CDATA #REQUIRED>", "attribute fixed": '<!ATTLIST p x CDATA #FIXED "y">',
    "attribute of notations": '<!NOTATION n SYSTEM "n"><!ATTLIST p x NOTATION (n) #IMPLIED>',
    "entity": '<!ENTITY e "x">', "entity of markup": '<!ENTITY e "&#60;b/>">', "entity with entity": '<!ENTITY e "&f;">',
    "parameter entity": '<!ENTITY % e "">%e;', "notation": '<!NOTATION n PUBLIC "n">', "comment": "<!-- a -->",
    "instruction": "<?a b?>", "blanks": " \t\n ", "nothing": "",
    "entity in a value": '<!ENTITY e "x"><!ATTLIST p x CDATA "&e;">', "quotation marks": "<!ENTITY e '\"'>",
    "character beyond": '<!ENTITY e "&#x10FFFF;">', "name of other letters": '<!ENTITY été "x">',
}
# Subsets that are not as they should be, by production or constraint.
BROKEN = {
    "conditional section": "<![INCLUDE[<!ELEMENT p ANY>]]>", "ignored section": "<![IGNORE[x]]>", "open": "<!ELEMENT p",
    "no blank": "<!ELEMENTp ANY>", "small letters": "<!element p ANY>", "two models": "<!ELEMENT p ANY EMPTY>",
    "mixed connectors": "<!ELEMENT p (a,b|c)>", "no model": "<!ELEMENT p>", "two hyphens": "<!-- a -- b -->",
    "entity without a value": "<!ENTITY e>", "entity to itself": '<!ENTITY e "&e;">',
    "half a reference": '<!ENTITY e "&f">',
    "entity in a circle": '<!ENTITY e "&f;"><!ENTITY f "&e;">',
    "parameter in a declaration": '<!ENTITY % a "b"><!ENTITY c "%a;">',
    "unknown parameter": "%none;", "words": "words", "an element": "<p/>", "attributes without a type": "<!ATTLIST p x>",
    "less than in a default": '<!ATTLIST p x CDATA "<">',
    "external in a default": '<!ENTITY e SYSTEM "e"><!ATTLIST p x CDATA "&e;">',
    "character that is none": '<!ENTITY e "&#0;">', "control character": '<!ENTITY e "\x01">', "section": "<![CDATA[x]]>",
    "declaration": '<?xml version="1.0"?>', "notation without a name": '<!NOTATION SYSTEM "n">', "nested": "<!DOCTYPE x>",
    "public without an address": '<!ENTITY e PUBLIC "a">', "unparsed parameter": '<!ENTITY % e SYSTEM "e" NDATA n>',
}
FORMS = ["<!DOCTYPE submission>", "<!DOCTYPE  submission  >", '<!DOCTYPE submission SYSTEM "none.dtd">',
         "<!DOCTYPE submission SYSTEM 'none.dtd' []>", '<!DOCTYPE submission PUBLIC "-//E//D//EN" "none.dtd">',
         '<!DOCTYPE submission PUBLIC "" "">', '<!DOCTYPE html>', "<!DOCTYPE\nsubmission\n[\n]\n>"]
NO_FORMS = ["<!DOCTYPE>", "<!DOCTYPE >", "<!doctype submission>", "<! DOCTYPE submission>", "<!DOCTYPEsubmission>",
            "<!DOCTYPE submission", "<!DOCTYPE submission [", "<!DOCTYPE submission []", "<!DOCTYPE submission SYSTEM>",
            '<!DOCTYPE submission PUBLIC "a">', "<!DOCTYPE submission SYSTEM none.dtd>", '<!DOCTYPE submission SYSTEM "none.dtd>',
            "<!DOCTYPE submission ]>", "<!DOCTYPE submission><!DOCTYPE submission>",
            "<!DOCTYPE 1st>", '<!DOCTYPE s PUBLIC "ä" "b">']


def documents():
    for form in FORMS:
        yield document(f"doctype {form!r}", with_doctype(form))
    for form in NO_FORMS:
        yield document(f"doctype {form!r}", with_doctype(form), False)
    for name, subset in SUBSETS.items():
        yield document(f"doctype subset: {name}", with_doctype(f"<!DOCTYPE submission [{subset}]>"))
    for name, subset in BROKEN.items():
        yield document(f"doctype subset, broken: {name}", with_doctype(f"<!DOCTYPE submission [{subset}]>"), False)
    yield from misplaced()
    yield from used()


def misplaced():
    subset = "<!DOCTYPE submission []>"
    yield document("doctype after the root", BASE + subset, False)
    yield document("doctype before the declaration", subset + BASE, False)
    yield document("doctype within the root", swapped("<p>", subset + "<p>"), False)
    yield document("doctype behind a comment", DECLARATION + "<!-- a --><?b?>" + subset + CONTENT)
    yield document("doctype alone", DECLARATION + subset, False)
    yield document("doctype standalone", with_doctype(subset, '<?xml version="1.0" standalone="yes"?>'))
    yield document("doctype in a broken file", with_doctype(subset).replace("</p>", "", 1), False)


def used():
    """Entities and defaults that the text goes by."""
    head = DECLARATION + '<!DOCTYPE submission [<!ENTITY e "x"><!ATTLIST p lang CDATA "&e;">]>'
    for name, text in {"in text": "&e;", "in a value": '<b x="&e;"/>', "undeclared": "&f;"}.items():
        whole = in_text(text).partition("\n")[2]
        yield document(f"doctype and its entity: {name}", head + whole, False if name == "undeclared" else None)
