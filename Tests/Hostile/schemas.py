"""What the schemas let people write: each place of an element's text or of an attribute, and whether its text is free."""

import pathlib
from xml.etree import ElementTree

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Reference" / "Schemas"
XS = "{http://www.w3.org/2001/XMLSchema}"
BINDING = {XS + name for name in ["pattern", "enumeration"]}
FREE_BASES = {"xs:token", "xs:string", "xs:normalizedString", "xs:anyURI"}


class Schema:
    def __init__(self, name):
        self.name = name
        self.root = ElementTree.parse(FOLDER / f"{name}.xsd").getroot()
        self.simple = {found.get("name"): found for found in self.root.findall(XS + "simpleType")}
        self.complex = {found.get("name"): found for found in self.root.findall(XS + "complexType")}

    def is_free(self, name):
        """Whether a type's text is free, `None` when the type has no text."""
        if name in self.simple:
            return self.is_free_simple(self.simple[name])
        if name in self.complex:
            return self.is_free_complex(self.complex[name])
        return name in FREE_BASES

    def is_free_simple(self, node):
        restriction = node.find(XS + "restriction")
        if restriction is None or any(child.tag in BINDING for child in restriction):
            return False
        return self.is_free(restriction.get("base"))

    def is_free_complex(self, node):
        if node.get("mixed") == "true":
            return True
        content = node.find(XS + "simpleContent")
        return None if content is None else self.is_free(content[0].get("base"))

    def type_of(self, node):
        if node.get("type"):
            return self.is_free(node.get("type"))
        inner = node.find(XS + "simpleType")
        if inner is not None:
            return self.is_free_simple(inner)
        inner = node.find(XS + "complexType")
        return None if inner is None else self.is_free_complex(inner)

    def places(self):
        """Each place with its freedom: `Type/element` for a text, `Type/@attribute` for a value."""
        found = {}
        for node in self.root:
            if node.tag in (XS + "complexType", XS + "element"):
                self.walk(node, node.get("name"), found)
        return found

    def walk(self, node, owner, found):
        for child in node:
            name = child.get("name")
            if child.tag == XS + "element":
                if self.type_of(child) is not None:
                    found[f"{owner}/{name}"] = self.type_of(child)
                self.walk(child, name, found)
            elif child.tag == XS + "attribute":
                found[f"{owner}/@{name}"] = self.type_of(child)
            elif child.tag == XS + "anyAttribute":
                found[f"{owner}/@xml:lang"] = False
            else:
                self.walk(child, owner, found)


def places(name):
    return Schema(name).places()
