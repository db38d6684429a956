"""Reads an HTML file without a browser: its elements in order, with their attributes and text."""

from html.parser import HTMLParser


class Document(HTMLParser):
    def __init__(self, path):
        super().__init__()
        # (name, attributes, text) of each element; the text is only what stands in it directly.
        self.elements = []
        self.open = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.elements.append([tag, dict(attributes), ""])
        self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attributes):
        self.elements.append([tag, dict(attributes), ""])

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open:
            self.open[-1][2] += data

    def named(self, tag, **attributes):
        return [(found, text) for name, found, text in self.elements
                if name == tag and all(found.get(key) == value for key, value in attributes.items())]
