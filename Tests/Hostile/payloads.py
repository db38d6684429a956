"""All texts that the program is tried with, by name, and what becomes of a text on its way by rule."""

import re
import unicodedata

import payload_markup
import payload_text

GROUPS = {**payload_markup.GROUPS, **payload_text.GROUPS}
PAYLOADS = {f"{group}-{place}": text for group, texts in GROUPS.items() for place, text in enumerate(texts)}
# Every other text of each group, for tests that run often; like texts stand side by side.
OFTEN = {f"{group}-{place}": text for group, texts in GROUPS.items() for place, text in enumerate(texts) if place % 2 == 0}
FORBIDDEN = {f"forbidden-{place}": text for place, text in enumerate(payload_text.FORBIDDEN)}
REFERENCES = {f"reference-{place}": text for place, text in enumerate(payload_text.REFERENCES)}

# What turns the direction of writing round, and what ends that.
OPENING, CLOSING = "\u202a\u202b\u202d\u202e", "\u202c"
ISOLATING, RELEASING = "\u2066\u2067\u2068", "\u2069"
# Show as nothing, though Unicode has them among the letters, marks or unassigned.
BLANK = set("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2065\u3164\uffa0")


def typed(text):
    """A text as the schema's type gives it to the program: white space folded, in normal form C."""
    return unicodedata.normalize("NFC", re.sub("[ \t\r\n]+", " ", text).strip(" "))


def is_hidden(letter):
    code = ord(letter)
    return (unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") or letter in BLANK or 0xFE00 <= code <= 0xFE0F
            or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE or 0xE0000 <= code <= 0xE0FFF)


def squeezed(text):
    """What a reader sees of a text: without blanks and hidden characters, also where they are shown as their numbers."""
    # A mark at the beginning of a text would join the letter before it, in the composed form.
    text = unicodedata.normalize("NFD", re.sub(r"<U\+[0-9A-F]{4,6}>", "", text))
    return "".join(letter for letter in text if not letter.isspace() and not is_hidden(letter))


def escaped(text):
    """A text as XML takes it anywhere, with every character that it can have."""
    return "".join(
        f"&#{ord(letter)};" if letter in "<>&'\"\t\r\n\u0085\u2028" or "\u007f" <= letter <= "\u009f" else letter for letter in text)


def is_balanced(text):
    """Whether each turn of the direction of writing ends in the text, and nothing ends that did not begin."""
    turns = []
    for letter in text:
        if letter in OPENING:
            turns.append(CLOSING)
        elif letter in ISOLATING:
            turns.append(RELEASING)
        elif letter in CLOSING + RELEASING and (not turns or turns.pop() != letter):
            return False
    return not turns
