"""Documents that are cut off, have lost or doubled a character, or were spoilt by chance."""

import random
import re
import xml.parsers.expat

from document import BASE, Document, document, ill

# Every place at which markup begins or ends, and the middle of names, values and texts.
PLACES = sorted({place for match in re.finditer(r"<[^>]*>|[^<]+", BASE)
                 for place in (match.start(), match.start() + 1, match.start() + 2, (match.start() + match.end()) // 2,
                               match.end() - 1)})
END = BASE.rindex(">")
SEED = 2016
SPOILT = 120
# What chance puts in: what markup is made of, and what may not stand anywhere.
SPOILS = b"<>&\"'=/;![]?-# \n\t:xA0\x00\x0c\x1b\x7f"


def documents():
    yield from cut_off()
    yield from lost_or_doubled()
    yield from spoilt()


def cut_off():
    for place in PLACES[::3]:
        if 0 < place <= END:
            yield ill(f"cut off at {place}", BASE[:place])
    for place in [1, 2, 3, 5, 17, 38]:
        yield ill(f"cut off at {place}", BASE[:place])
    wide = ("\ufeff" + BASE.replace("UTF-8", "UTF-16")).encode("utf-16-le")
    for place in [1, 2, 3, 4, 7, 100, 101, 1000, 1001]:
        yield ill(f"UTF-16 cut off at {place}", wide[:place])
    for place in PLACES[20:200:20]:
        yield ill(f"begun at {place}", BASE[place:]) if BASE[place - 1] != "\n" else document(f"begun at {place}", BASE[place:])


def lost_or_doubled():
    """Each sort of sign, at a few of its places. What comes of it is asked of another parser."""
    for sign in "<>/=\"?":
        places = [match.start() for match in re.finditer(re.escape(sign), BASE)]
        for place in places[:: max(len(places) // 6, 1)]:
            yield judged(f"{sign} lost at {place}", BASE[:place] + BASE[place + 1:])
            yield judged(f"{sign} doubled at {place}", BASE[:place] + sign + BASE[place:])


def spoilt():
    chance = random.Random(SEED)
    for number in range(SPOILT):
        data = bytearray(BASE, "utf-8")
        for _ in range(chance.choice([1, 1, 2, 5, 20])):
            place = chance.randrange(len(data))
            if chance.random() < 0.3:
                del data[place:place + chance.randrange(1, 30)]
            else:
                data[place] = chance.choice(SPOILS)
        yield judged(f"spoilt, the {number}th", bytes(data))


def judged(name, text):
    """A document of which expat, with namespaces, says whether it is well-formed."""
    made = document(name, text)
    parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
    # A type declaration is refused, whatever else is there.
    declared = []
    parser.StartDoctypeDeclHandler = lambda *parts: declared.append(parts)
    try:
        parser.Parse(made.data, True)
        well_formed = None if declared else True
    except xml.parsers.expat.ExpatError:
        well_formed = False
    return Document(name, made.data, well_formed)
