"""Documents by the productions on characters, blanks and names: 2 to 7 of XML 1.0 (fifth edition)."""

from document import BASE, good, ill, in_tag, in_text, in_value, between, swapped, well

# Production 2: what stands on either side of the borders of Char. No Python string can be written as UTF-8 with a
# surrogate in it, so those come with the encodings.
FORBIDDEN = [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF]
ALLOWED = [0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xAD, 0x0301, 0x2028, 0x200B, 0x202E, 0xD7FF, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD,
           0x10000, 0x1FFFE, 0x10FFFF]
BLANKS = {"tab": "\t", "line feed": "\n", "carriage return": "\r", "both": "\r\n", "many": " \t\r\n " * 50}
NO_BLANKS = {"no-break space": "\xa0", "next line": "\x85", "line separator": "\u2028", "ideographic": "\u3000",
             "form feed": "\f", "vertical tab": "\v", "zero width": "\u200b", "mark": "\ufeff"}
# Productions 4 and 4a, from either side of their borders.
NAME_STARTS = [*"AZaz_", 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070,
               0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF]
NO_NAMES = [*"-.0/+#$%()*,;@[]^{}|~\\`'", 0xB7, 0xBF, 0xD7, 0xF7, 0x300, 0x36F, 0x37E, 0x2000, 0x200B, 0x200E, 0x203F,
            0x206F, 0x2190, 0x2BFF, 0x2FF0, 0x3000, 0xE000, 0xFDD0, 0xFDEF, 0xF0000, 0x10FFFF]
NAME_PARTS = [*"-.09", 0xB7, 0x300, 0x36F, 0x203F, 0x2040]
# Places where a character may stand, each with how to put it there.
PLACES = {
    "value": in_value,
    "comment": lambda text: between(f"<!-- {text} -->"),
    "instruction": lambda text: between(f"<?check {text}?>"),
    "section": lambda text: in_text(f"<![CDATA[{text}]]>"),
    "tag": in_tag,
}


def letter(of):
    return of if isinstance(of, str) else chr(of)


def code(of):
    return f"U+{ord(letter(of)):04X}"


def documents():
    yield from characters()
    yield from shown()
    yield from blanks()
    yield from names()


def characters():
    for number in FORBIDDEN:
        yield ill(f"{code(number)} in text", in_text(f"a{chr(number)}b"))
    for number in ALLOWED:
        yield well(f"{code(number)} in text", in_text(f"a{chr(number)}b"))
    for place, put in PLACES.items():
        for number in [0x00, 0x01, 0x1B, 0xFFFF]:
            yield ill(f"{code(number)} in a {place}", put(f" {chr(number)} "))
        if place != "tag":
            yield well(f"U+009B in a {place}", put(" \x9b31m "))
            yield well(f"U+10FFFF in a {place}", put(" \U0010ffff "))
    yield ill("a terminal's escapes", in_text("\x1b[2J\x1b]0;title\x07"))
    yield ill("a nought before the declaration", "\x00" + BASE)
    yield ill("a nought at the end", BASE + "\x00")
    yield ill("a nought and more at the end", BASE + '\x00<a b="&')
    yield ill("a nought and a second submission at the end", BASE + "\x00" + BASE)


def shown():
    """Characters beside a mistake whose line is shown: they must not act on the terminal that shows it."""
    for number in [0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x200E, 0x202E, 0x2028, 0x2066, 0xAD]:
        yield ill(f"{code(number)} shown in text", in_text(f"R & D {chr(number)}[31m"))
        yield ill(f"{code(number)} shown in a value", in_value(f"R & D {chr(number)}[31m"))
        sort = ill if number in FORBIDDEN else well
        yield sort(f"{code(number)} shown in a code", swapped('"policy"', f'"pol{chr(number)}icy"'))
        yield ill(f"{code(number)} shown in a tag", in_tag(f' a="1" a{chr(number)}b'))


def blanks():
    for name, blank in BLANKS.items():
        yield good(f"{name} between attributes", swapped('" date=', f'"{blank}date='))
        yield good(f"{name} at the end", BASE + blank)
        yield good(f"{name} in an end tag", swapped("</headline>", f"</headline{blank}>"))
        yield good(f"{name} around an equals sign", swapped(' date="', f' date{blank}={blank}"'))
    for name, blank in NO_BLANKS.items():
        yield ill(f"{name} between attributes", swapped('" date=', f'"{blank}date='))
        yield ill(f"{name} at the end", BASE + blank)


def names():
    for first in NAME_STARTS:
        yield good(f"name begins with {code(first)}", between(f"<?{letter(first)}n x?>"))
    for first in NO_NAMES:
        yield ill(f"name begins with {code(first)}", between(f"<{letter(first)}n/>"))
        yield ill(f"target begins with {code(first)}", between(f"<?{letter(first)}n x?>"))
    for later in NAME_PARTS:
        yield good(f"name holds {code(later)}", between(f"<?n{letter(later)} x?>"))
    yield well("an element's name of other letters", between("<Ωμέγα/>"))
    yield well("an attribute's name of other letters", in_tag(' señal="x"'))
    yield ill("an attribute's name begins with a digit", in_tag(' 1st="x"'))
    yield ill("an attribute's name is missing", in_tag(' ="x"'))
