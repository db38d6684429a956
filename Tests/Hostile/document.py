"""A document to be tried out, and the means to make one from a submission that is as it should be."""

import dataclasses
import pathlib
from dataclasses import dataclass

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
# Two developments, one without a theme; no reference to another issue.
BASE = (PACKAGE / "inputs" / "2016-Q1" / "NO.xml").read_text(encoding="utf-8")
DECLARATION, _, CONTENT = BASE.partition("\n")
ROOT_TAG = CONTENT[:CONTENT.index(">") + 1]


@dataclass(frozen=True)
class Document:
    """One document: what it is called, its bytes, and what is certain of it.

    `well_formed` goes by XML 1.0 (fifth edition) and Namespaces in XML 1.0; None where they leave it open, or where
    the document has a type declaration, which is refused before anything else is looked at. `valid` is True where the
    document says the same as the submission that it was made from.
    """

    name: str
    data: bytes
    well_formed: object = None
    valid: bool = False
    family: str = ""
    # A rule that must be told of it.
    rule: str = ""


def document(name, text, well_formed=None, valid=False):
    return Document(name, text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"), well_formed, valid)


def good(name, text):
    """Says the same as the submission: it must pass."""
    return document(name, text, True, True)


def well(name, text):
    """Well-formed, but what the schema and the rules say of it is their own affair."""
    return document(name, text, True)


def ill(name, text):
    return document(name, text, False)


def told(name, text, rule):
    """Not well-formed, or beyond the limits, by a certain rule."""
    return dataclasses.replace(document(name, text), rule=rule)


def swapped(old, new, count=1):
    """The submission with something in another's place."""
    if old not in BASE:
        raise LookupError(f"the submission has no {old}")
    return BASE.replace(old, new, count)


def in_text(text):
    """The submission with this in a paragraph."""
    return swapped("<p>An instruction", f"<p>An {text} instruction")


def in_value(text):
    """The submission with this in the value of an attribute that may hold any words."""
    return swapped('<act>\n', f'<act gazette="{text}">\n')


def in_tag(text):
    """The submission with this in a start tag, behind the last attribute."""
    return swapped('theme="international-protection">', f'theme="international-protection"{text}>')


def between(text):
    """The submission with this between two elements."""
    return swapped("    <stage ", f"{text}    <stage ")


def declared(declaration):
    """The submission under another XML declaration."""
    return declaration + CONTENT


def with_doctype(subset, declaration=DECLARATION + "\n"):
    return declaration + subset + "\n" + CONTENT
