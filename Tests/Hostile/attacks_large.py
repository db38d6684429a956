"""Documents that are small and want to become large, or large, deep or full of mistakes.

The large ones are as large as a file may be, less a little, unless their name says more: what is repeated in them is
repeated until the file is full.
"""

from attack import Attack
from document import BASE, CONTENT, DECLARATION, in_tag, in_text, in_value, swapped

MILLION = 1_000_000
# The most bytes that an input file may have.
LARGEST = 2 << 20
# How often a part is repeated that is to fill the file.
FULL = None
HEAD, _, TAIL = in_text("\x00").partition("\x00")


def attacks():
    yield from expanding()
    yield from deep_and_wide()
    yield from long()
    yield from full_of_mistakes()


def large(name, *parts, **expected):
    """A file of parts, each with how often it is repeated; those that fill the file share what room there is."""
    data = [(part if isinstance(part, bytes) else part.encode(), times) for part, times in parts]
    room = LARGEST - sum(len(part) * times for part, times in data if times is not FULL)
    unit = sum(len(part) for part, times in data if times is FULL)

    def make(path, trap):
        with path.open("wb") as file:
            for part, times in data:
                times = room // unit if times is FULL else times
                at_once = max(MILLION // max(len(part), 1), 1)
                for done in range(0, times, at_once):
                    file.write(part * min(at_once, times - done))

    return Attack(name, make, **expected)


def numbered(name, head, form, count, tail, **expected):
    """A file with something in it that is repeated with another number each time."""
    def make(path, trap):
        room = LARGEST - len((head + tail).encode())
        with path.open("w", encoding="utf-8") as file:
            file.write(head)
            number = 0
            while count is not FULL and number < count or count is FULL and room >= len(form.format(number).encode()):
                part = form.format(number)
                room -= len(part.encode())
                file.write(part)
                number += 1
            file.write(tail)

    return Attack(name, make, **expected)


def expanding():
    """Entities that grow; a small file must stay cheap."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    parameters = "".join(f"<!ENTITY % p{n} '{f'&#37;p{n - 1};' * 10}'>" for n in range(1, 12))
    subsets = {
        "a billion laughs": ('<!ENTITY l0 "laugh">' + laughs, "&l11;"),
        "a billion laughs in a default": ('<!ENTITY l0 "laugh">' + laughs + '<!ATTLIST p x CDATA "&l11;">', ""),
        "a billion laughs by parameters": ('<!ENTITY % p0 "laugh">' + parameters + "%p11;", ""),
        "quadratic blow-up": (f'<!ENTITY e "{"a" * 100_000}">', "&e;" * 10_000),
        "an entity in a circle": ('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
    }
    for name, (subset, used) in subsets.items():
        text = DECLARATION + f"<!DOCTYPE submission [{subset}]>" + in_text(used).partition("\n")[2]
        yield large(name, (text, 1))


def deep_and_wide():
    body = swapped("<p>An", "<p>\x00An").partition("\x00")
    for count in [10_000, FULL, MILLION]:
        statuses = {"statuses": {2}} if count == MILLION else {}
        name = "nested elements" if count is FULL else f"{count:,} nested elements"
        yield large(name, (body[0], 1), ("<a>", count), ("</a>", count), (body[2], 1), **statuses)
    yield large("a record nested without end", ("[", FULL), target="2016-Q1/published.json", compiled={2})
    yield large("nested open elements", (body[0], 1), ("<a>", FULL))
    tag = in_tag("\x00").partition("\x00")
    for count in [4_900, 10_000, 20_000, FULL, MILLION]:
        statuses = {"statuses": {2}} if count == MILLION else {}
        yield numbered("attributes" if count is FULL else f"{count:,} attributes", tag[0], ' a{}=""', count, tag[2], **statuses)
    yield numbered("prefixes", tag[0], ' xmlns:a{}="u"', FULL, tag[2], statuses={0, 1})
    yield numbered("prefixes of nested elements", body[0], '<x{0}:a xmlns:x{0}="u">', FULL, body[2])
    yield large("one attribute again and again", (tag[0], 1), (' a=""', FULL), (tag[2], 1))
    yield numbered("names of elements", body[0], "<a{}/>", FULL, body[2])
    yield large("empty elements", (body[0], 1), ("<b/>", FULL), (body[2], 1))
    yield large("comments", (BASE, 1), ("<!---->", FULL), statuses={0})
    yield large("instructions", (BASE, 1), ("<?a?>", FULL), statuses={0})


def long():
    yield large("a text of 100 MB", (HEAD, 1), ("word ", 20 * MILLION), (TAIL, 1), statuses={2})
    yield large("a text of one byte too many", (HEAD, 1), ("w", LARGEST - len((HEAD + TAIL).encode()) + 1), (TAIL, 1), statuses={2})
    yield large("a text", (HEAD, 1), ("word ", FULL), (TAIL, 1), statuses={0, 1})
    # A file of 50 kB, each word of which repeats the one before.
    yield large("a word 10,000 times", (HEAD, 1), ("word ", 10_000), (TAIL, 1), statuses={0, 1})
    value = in_value("\x00").partition("\x00")
    yield large("a value of 50 MB", (value[0], 1), ("word ", 10 * MILLION), (value[2], 1), statuses={2})
    yield large("a value", (value[0], 1), ("word ", FULL), (value[2], 1), statuses={0, 1})
    none = swapped('"policy"', '"pol\x00icy"').partition("\x00")
    yield large("a value that is none", (none[0], 1), ("i", FULL), (none[2], 1))
    yield large("a value that is none, a letter with marks", (none[0], 1), ("\u0315", FULL), (none[2], 1))
    yield large("a word", (HEAD, 1), ("w", FULL), (TAIL, 1), statuses={0, 1})
    yield large("a name of 1 MB", (HEAD + "<", 1), ("n", MILLION), ("/>" + TAIL, 1))
    yield large("a target of 1 MB", (HEAD + "<?", 1), ("n", MILLION), (" x?>" + TAIL, 1), statuses={0, 1})
    yield large("a prefix of 1 MB", (HEAD + "<", 1), ("n", MILLION), (":a/>" + TAIL, 1))
    yield large("a reference of 1 MB", (HEAD + "&", 1), ("n", MILLION), (";" + TAIL, 1))
    yield large("a number of 1 MB", (HEAD + "&#", 1), ("9", MILLION), (";" + TAIL, 1))
    yield large("a comment", (BASE + "<!-- ", 1), ("word ", FULL), ("-->", 1), statuses={0, 1})
    yield large("blanks", (BASE, 1), (" ", FULL), statuses={0, 1})
    yield large("lines, then a mistake", (DECLARATION, 1), ("\n", FULL), (CONTENT.replace("</p>", "", 1), 1))
    yield large("one line with a mistake at each end", (HEAD + "&", 1), ("word ", FULL), ("&" + TAIL, 1))
    # Marks above and below a letter are put in order, which must not take the square of their number.
    yield large("marks on one letter", (HEAD, 1), ("\u0315\u0316", FULL), (TAIL, 1), statuses={0, 1})
    yield large("words of a headline", (BASE.partition("Refugee")[0], 1), ("word ", FULL),
                (BASE.partition("Refugee")[2], 1), statuses={0, 1})


def full_of_mistakes():
    yield large("mistakes behind a long text", (HEAD, 1), ("<em>" + "word " * 8 + "</em> ", FULL), ("& ", 300), (TAIL, 1))
    tag = swapped("    <stage", "\x00    <stage").partition("\x00")
    for name, part in {"elements": "<x/>\n", "stages": '<stage type="x" date="y"/>\n', "words": "a<b/>\n"}.items():
        yield large(f"mistakes: {name}", (tag[0], 1), (part, FULL), (tag[2], 1))
    for name, part in {"references": "&nbsp; ", "ampersands": "a & b ", "less than": "1 < 2 ", "control characters": "\x01 ",
                       "ends": "</b>", "no UTF-8": b"\xff ", "CDATA": "]]> ", "hyphens": "<!-- -- -->",
                       "starts": "<b", "quotes": '<b a="x"y">', "doctypes": "<!DOCTYPE x>"}.items():
        yield large(f"mistakes: {name}", (HEAD, 1), (part, FULL), (TAIL, 1))
    for sign in "<>&\"'=[":
        yield large(f"nothing but {sign}", (HEAD, 1), (sign, FULL), (TAIL, 1), statuses={0, 1})
    development = CONTENT[CONTENT.index("  <development"):CONTENT.index("</development>") + len("</development>\n")]
    root = CONTENT[:CONTENT.index(">") + 1]
    yield large("one development again and again", (root, 1), (development, FULL), ("</submission>", 1))
    named = development.replace("{", "").replace("refugee-status-home-visits", "a{}")
    yield numbered("developments", root, named, FULL, "</submission>", statuses={0, 1})
