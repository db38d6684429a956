"""Documents in many encodings, as they say, otherwise than they say, and broken."""

import codecs
import gzip
import lzma
import zlib

from document import BASE, CONTENT, Document, document, good, ill, swapped, told, well

# A letter beyond ASCII, so that encodings differ.
LETTERS = swapped("An instruction", "Café – an instruction")
LATIN = swapped("An instruction", "Café, an instruction")
# An XML processor must read UTF-8 and UTF-16; others it may read or refuse.
OTHERS = {"ISO-8859-1": "latin-1", "ISO-8859-2": "iso8859-2", "ISO-8859-15": "iso8859-15", "windows-1252": "cp1252",
          "windows-1250": "cp1250", "KOI8-R": "koi8-r", "Shift_JIS": "shift_jis", "EUC-JP": "euc-jp", "GB18030": "gb18030",
          "Big5": "big5", "ISO-2022-JP": "iso2022-jp", "IBM037": "cp037", "IBM500": "cp500", "macintosh": "mac-roman"}
# Bytes that are no UTF-8: alone, overlong, too high, surrogates, cut off.
NO_UTF_8 = {"lone continuation": b"\x80", "lone start": b"\xc3", "Latin-1": b"caf\xe9 ", "overlong slash": b"\xc0\xaf",
            "overlong nought": b"\xc0\x80", "overlong less-than": b"\xe0\x80\xbc", "surrogate": b"\xed\xa0\x80",
            "pair of surrogates": b"\xed\xa0\xbd\xed\xb8\x80", "beyond Unicode": b"\xf4\x90\x80\x80",
            "five bytes": b"\xf8\x88\x80\x80\x80", "FF": b"\xff", "FE": b"\xfe", "cut off": b"\xe2\x82",
            "quotation marks of Windows": b"\x93so\x94"}


def documents():
    yield from unicode_forms()
    yield from broken_unicode()
    yield from others()
    yield from contradictions()
    yield from in_disguise()
    yield from other_bytes()


def unicode_forms():
    yield good("UTF-8 with a mark", codecs.BOM_UTF8 + LETTERS.encode())
    yield good("UTF-8 without a declaration", LETTERS.partition("\n")[2])
    for name in ["utf-16-le", "utf-16-be"]:
        mark = codecs.BOM_UTF16_LE if name.endswith("le") else codecs.BOM_UTF16_BE
        declared = LETTERS.replace("UTF-8", "UTF-16").encode(name)
        yield good(f"{name} with a mark", mark + declared)
        yield good(f"{name} with a mark, undeclared", mark + LETTERS.partition("\n")[2].encode(name))
        # The rules ask for the mark; it can be read without.
        yield Document(f"{name} without a mark", declared)
        # Contrary to the letter of the rules, but it is what editors of text write.
        yield Document(f"{name} that says UTF-8", mark + LETTERS.encode(name))
    for name, mark in {"utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE}.items():
        yield Document(f"{name} with a mark", mark + LETTERS.replace("UTF-8", "UTF-32").encode(name))
        yield Document(f"{name} without a mark", LETTERS.replace("UTF-8", "UTF-32").encode(name))
    yield ill("two marks", codecs.BOM_UTF8 * 2 + LETTERS.encode())
    yield ill("only a mark", codecs.BOM_UTF8)
    yield ill("only a mark of UTF-16", codecs.BOM_UTF16_LE)
    yield well("a mark in the middle", swapped("An instruction", "An \ufeffinstruction"))
    yield ill("a mark before the root", LETTERS.replace("?>\n", "?>\n\ufeff", 1))


def broken_unicode():
    head, _, rest = BASE.encode().partition(b"An instruction")
    for name, data in NO_UTF_8.items():
        yield told(f"no UTF-8: {name}", head + data + rest, "encoding-malformed")
    yield ill("no UTF-8 in a value", BASE.encode().replace(b"policy", b"polic\xff", 1))
    yield ill("no UTF-8 in a name", BASE.encode().replace(b"<p>", b"<p\xff>", 1))
    yield ill("no UTF-8 in the declaration", BASE.encode().replace(b"UTF-8", b"UTF-\xff", 1))
    wide = codecs.BOM_UTF16_LE + BASE.replace("UTF-8", "UTF-16").encode("utf-16-le")
    yield ill("UTF-16 with an odd byte", wide[:-1])
    place = wide.index("An instruction".encode("utf-16-le"))
    yield ill("UTF-16 with a high surrogate alone", wide[:place] + b"\x3d\xd8" + wide[place:])
    yield ill("UTF-16 with a low surrogate alone", wide[:place] + b"\x00\xde" + wide[place:])
    yield ill("UTF-16 that turns round", wide[:place] + BASE[200:].encode("utf-16-be"))
    yield ill("UTF-16 that goes on as UTF-8", wide[:place] + BASE.encode()[place // 2:])
    yield ill("UTF-16 with the other mark", codecs.BOM_UTF16_BE + wide[2:])


def others():
    for name, codec in OTHERS.items():
        text = LATIN if codec in {"latin-1", "iso8859-15", "cp1252", "mac-roman", "cp037", "cp500"} else BASE
        data = text.replace("UTF-8", name).encode(codec)
        yield good(name, data) if name in {"ISO-8859-1", "windows-1252"} else Document(name, data)
    yield good("ASCII that says so", BASE.replace("UTF-8", "US-ASCII"))
    yield ill("ASCII with a letter beyond it", LETTERS.replace("UTF-8", "US-ASCII"))
    # 0x81 stands for nothing in windows-1252.
    hole = BASE.replace("UTF-8", "windows-1252").encode().replace(b"An i", b"\x81 i", 1)
    yield Document("windows-1252 with a byte that is none", hole)


def contradictions():
    yield told("UTF-8 that says UTF-16", BASE.replace("UTF-8", "UTF-16"), "encoding-contradicted")
    yield told("UTF-8 that says UTF-32", BASE.replace("UTF-8", "UTF-32"), "encoding-contradicted")
    yield told("UTF-8 that says EBCDIC", BASE.replace("UTF-8", "IBM037"), "encoding-contradicted")
    yield ill("an encoding that there is not", BASE.replace("UTF-8", "x-nothing"))
    yield ill("an encoding's name without end", BASE.replace("UTF-8", "U" * 100_000))
    yield ill("an encoding's name with escapes", BASE.replace("UTF-8", "\x1b[31m"))
    yield well("UTF-8 that says Latin-1", LETTERS.replace("UTF-8", "ISO-8859-1"))
    yield ill("Latin-1 that says UTF-8", LATIN.encode("latin-1"))
    yield ill("windows-1252 that says nothing", LETTERS.partition("\n")[2].encode("cp1252"))
    yield ill("two encodings in one", LETTERS.encode().replace(b"Norway", b"Norv\xe8ge", 1))


def in_disguise():
    """Markup that shows only in an encoding in which a checker might not look."""
    seven = BASE.replace("UTF-8", "UTF-7")
    yield Document("UTF-7 that says so", seven.encode("utf-7"))
    yield ill("UTF-7 without a declaration", CONTENT.replace("<", "+ADw-").replace(">", "+AD4-"))
    yield Document("UTF-7 with a mark", b"+/v8-" + CONTENT.encode("utf-7"))
    hidden = CONTENT.replace("An instruction", "+ADwAIQ-DOCTYPE x+AD4-")
    yield document("UTF-7 with a type declaration", ('<?xml version="1.0" encoding="UTF-7"?>' + hidden))
    yield Document("EBCDIC without a declaration", CONTENT.encode("cp037"))
    yield Document("SCSU", b"\x0e\xfe\xff" + BASE.encode())
    yield document("HZ", BASE.replace("UTF-8", "HZ").replace("An i", "~{VPND~} i"))
    yield document("UTF-16 within ISO-2022", BASE.replace("UTF-8", "ISO-2022-KR").replace("An i", "\x0e!!\x0f i"))


def other_bytes():
    """What is no text in any encoding: nothing is looked for in it."""
    data = BASE.encode()
    for name, packed in {"gzip": gzip.compress(data, mtime=0), "xz": lzma.compress(data), "zlib": zlib.compress(data),
                         "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100), "an executable": b"\x7fELF\x02\xff" + data}.items():
        yield told(f"other bytes: {name}", packed, "not-xml")
