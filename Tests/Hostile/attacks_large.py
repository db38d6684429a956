"""Documents that are small and want to become large, or large, deep or full of mistakes."""

from attack import LARGE, SMALL, Attack
from document import BASE, CONTENT, DECLARATION, in_tag, in_text, in_value, swapped

MILLION = 1_000_000
HEAD, _, TAIL = in_text("\x00").partition("\x00")


def attacks():
    yield from expanding()
    yield from deep_and_wide()
    yield from long()
    yield from full_of_mistakes()


def large(name, *parts, **expected):
    """A file of parts, each with how often it is repeated."""
    def make(path, trap):
        with path.open("wb") as file:
            for part, times in parts:
                data = part if isinstance(part, bytes) else part.encode()
                at_once = max(MILLION // max(len(data), 1), 1)
                for done in range(0, times, at_once):
                    file.write(data * min(at_once, times - done))

    return Attack(name, make, **{"bounds": LARGE, **expected})


def numbered(name, head, form, count, tail, **expected):
    """A file with something in it that is repeated with another number each time."""
    def make(path, trap):
        with path.open("w", encoding="utf-8") as file:
            file.write(head)
            for first in range(0, count, 10_000):
                file.write("".join(form.format(number) for number in range(first, min(first + 10_000, count))))
            file.write(tail)

    return Attack(name, make, **{"bounds": LARGE, **expected})


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
        yield large(name, (text, 1), bounds=(2, 256 << 20))


def deep_and_wide():
    body = swapped("<p>An", "<p>\x00An").partition("\x00")
    for count in [10_000, MILLION]:
        yield large(f"{count:,} nested elements", (body[0], 1), ("<a>", count), ("</a>", count), (body[2], 1))
    yield large("100,000 nested open elements", (body[0], 1), ("<a>", 100_000))
    tag = in_tag("\x00").partition("\x00")
    for count in [10_000, 20_000, 200_000, MILLION]:
        yield numbered(f"{count:,} attributes", tag[0], ' a{}=""', count, tag[2])
    yield numbered("100,000 prefixes", tag[0], ' xmlns:a{}="u"', 100_000, tag[2], statuses={0, 1})
    yield numbered("100,000 prefixes of nested elements", body[0], '<x{0}:a xmlns:x{0}="u">', 100_000, body[2])
    yield large("one attribute 200,000 times", (tag[0], 1), (' a=""', 200_000), (tag[2], 1))
    yield numbered("100,000 names of elements", body[0], "<a{}/>", 100_000, body[2])
    yield large("a million elements", (body[0], 1), ("<b/>", MILLION), (body[2], 1))
    yield large("a million comments", (BASE, 1), ("<!---->", MILLION), statuses={0})
    yield large("a million instructions", (BASE, 1), ("<?a?>", MILLION), statuses={0})


def long():
    for size in [100, 15]:
        statuses = {"statuses": {2}} if size > 16 else {"statuses": {0, 1}}
        yield large(f"a text of {size} MB", (HEAD, 1), ("word ", size * MILLION // 5), (TAIL, 1), **statuses)
    # A file of 50 kB, each word of which repeats the one before.
    yield large("a word 10,000 times", (HEAD, 1), ("word ", 10_000), (TAIL, 1), statuses={0, 1}, bounds=SMALL)
    value = in_value("\x00").partition("\x00")
    yield large("a value of 50 MB", (value[0], 1), ("word ", 10 * MILLION), (value[2], 1), statuses={2})
    yield large("a value of 9 MB", (value[0], 1), ("word ", 9 * MILLION // 5), (value[2], 1), statuses={0, 1})
    yield large("a word of 15 MB", (HEAD, 1), ("w", 15 * MILLION), (TAIL, 1), statuses={0, 1})
    yield large("a name of 1 MB", (HEAD + "<", 1), ("n", MILLION), ("/>" + TAIL, 1))
    yield large("a target of 1 MB", (HEAD + "<?", 1), ("n", MILLION), (" x?>" + TAIL, 1), statuses={0, 1})
    yield large("a prefix of 1 MB", (HEAD + "<", 1), ("n", MILLION), (":a/>" + TAIL, 1))
    yield large("a reference of 1 MB", (HEAD + "&", 1), ("n", MILLION), (";" + TAIL, 1))
    yield large("a number of 1 MB", (HEAD + "&#", 1), ("9", MILLION), (";" + TAIL, 1))
    yield large("a comment of 15 MB", (BASE + "<!-- ", 1), ("word ", 3 * MILLION), ("-->", 1), statuses={0, 1})
    yield large("15 MB of blanks", (BASE, 1), (" ", 15 * MILLION), statuses={0, 1})
    yield large("15 MB of lines, then a mistake", (DECLARATION, 1), ("\n", 15 * MILLION),
                (CONTENT.replace("</p>", "", 1), 1))
    yield large("one line of 15 MB with a mistake at each end", (HEAD + "&", 1), ("word ", 3 * MILLION), ("&" + TAIL, 1))
    # Marks above and below a letter are put in order, which must not take the square of their number.
    yield large("a million marks on one letter", (HEAD, 1), ("\u0315\u0316", MILLION // 2), (TAIL, 1), statuses={0, 1})
    yield large("a headline of 200,000 words", (BASE.partition("Refugee")[0], 1), ("word ", 200_000),
                (BASE.partition("Refugee")[2], 1), statuses={0, 1})


def full_of_mistakes():
    tag = swapped("    <stage", "\x00    <stage").partition("\x00")
    for name, part in {"elements": "<x/>\n", "stages": '<stage type="x" date="y"/>\n', "words": "a<b/>\n"}.items():
        yield large(f"100,000 mistakes: {name}", (tag[0], 1), (part, 100_000), (tag[2], 1))
    for name, part in {"references": "&nbsp; ", "ampersands": "a & b ", "less than": "1 < 2 ", "control characters": "\x01 ",
                       "ends": "</b>", "no UTF-8": b"\xff ", "CDATA": "]]> ", "hyphens": "<!-- -- -->",
                       "starts": "<b", "quotes": '<b a="x"y">', "doctypes": "<!DOCTYPE x>"}.items():
        yield large(f"100,000 mistakes: {name}", (HEAD, 1), (part, 100_000), (TAIL, 1))
    for sign in "<>&\"'=[":
        yield large(f"a million times {sign}", (HEAD, 1), (sign, MILLION), (TAIL, 1), statuses={0, 1})
    development = CONTENT[CONTENT.index("  <development"):CONTENT.index("</development>") + len("</development>\n")]
    root = CONTENT[:CONTENT.index(">") + 1]
    yield large("5,000 times one development", (root, 1), (development, 5_000), ("</submission>", 1))
    named = development.replace("{", "").replace("refugee-status-home-visits", "a{}")
    yield numbered("5,000 developments", root, named, 5_000, "</submission>", statuses={0, 1})
