"""What the HTML edition says the text edition says too, entry by entry, and the other way round.

Neither edition's writer is trusted: the page is read as a browser's parser would, the text as a reader would, line by
line. White space, digit-group separators and marks of emphasis are set apart; words, figures and links are not.
"""

import html.parser
import re
import unicodedata
import urllib.parse

BLOCKS = {"p", "dd", "dt", "li", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption", "summary", "figcaption"}
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "col"}
# What only helps to find one's way in a page, and what is drawn.
ASIDE_IDS = {"page-overview", "page-filter", "page-countries", "page-tip"}
ASIDE_CLASSES = {"contents", "skip", "permalink"}
UNREAD = {"script", "style", "svg", "head", "button", "form", "select", "output", "template"}


class Node:
    """One element: its name, attributes, and the words and elements in it."""

    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.content = name, attributes, parent, []

    def has(self, name):
        return name in (self.attributes.get("class") or "").split()

    def walk(self, into=lambda node: True):
        for part in self.content:
            if isinstance(part, Node):
                yield part
                if into(part):
                    yield from part.walk(into)

    def find(self, condition):
        return [node for node in self.walk() if condition(node)]

    def words(self):
        """The words of a block, without those of blocks in it, of drawings and of permalinks."""
        parts = []
        for part in self.content:
            if isinstance(part, str):
                parts.append(part)
            elif part.name not in BLOCKS | UNREAD and not part.has("permalink"):
                parts.append(part.words())
        return "".join(parts)


class Page(html.parser.HTMLParser):
    """The tree of a page whose elements are all closed, as a checker has made sure."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("", {}, None)
        self.feed(text)
        self.close()

    def handle_starttag(self, name, attributes):
        node = Node(name, dict(attributes), self.here)
        self.here.content.append(node)
        if name not in VOID:
            self.here = node

    def handle_startendtag(self, name, attributes):
        self.here.content.append(Node(name, dict(attributes), self.here))

    def handle_endtag(self, name):
        node = self.here
        while node.parent is not None and node.name != name:
            node = node.parent
        if node.parent is not None:
            self.here = node.parent

    def handle_data(self, words):
        self.here.content.append(words)


def bare(words):
    """Words without what the two editions may set differently."""
    words = re.sub(r"\[\d+\]", "", words).replace("*", "")
    return "".join(c for c in words if not c.isspace() and unicodedata.category(c) not in {"Cf", "Cc"})


def link(address):
    return urllib.parse.unquote(address)


def web_links(node):
    hrefs = [part.attributes.get("href") or "" for part in node.walk() if part.name == "a"]
    return {link(href) for href in hrefs if href.startswith("http")}


def entries_of_page(page):
    """Number, id, pieces, labels and links of each entry, in order."""
    for article in page.find(lambda node: node.name == "article" and node.has("entry")):
        number = next(node.words().strip() for node in article.walk() if node.has("number"))
        blocks = [node for node in article.walk() if node.name in BLOCKS]
        pieces = [bare(node.words()) for node in blocks if node.name != "dt"]
        labels = {bare(node.words()) for node in blocks if node.name == "dt"}
        yield number, article.attributes["id"], [piece for piece in pieces if piece], labels, web_links(article)


class Text:
    """The text edition: its sections with their links, and the entries in them."""

    def __init__(self, text):
        self.lines = text.split("\n")
        self.bare = bare(re.sub(r"[█▏▎▍▌▋▊▉]", "", text))
        heads = [n for n in range(len(self.lines) - 1) if re.fullmatch(r" ?=+", self.lines[n + 1])]
        # A heading may take several lines; it begins after an empty one.
        starts = []
        for head in heads:
            while head > 0 and self.lines[head - 1]:
                head -= 1
            starts.append(head)
        self.sections = [self.lines[a:b] for a, b in zip(starts, starts[1:] + [len(self.lines)])]
        self.all_links = {link(line.split()[-1]) for line in self.lines if re.match(r"(\[\d+\] )?https?://", line)}

    @staticmethod
    def heading(section):
        return "\n".join(section[:next(n for n, line in enumerate(section) if re.fullmatch(r" ?=+", line))])

    @staticmethod
    def links(section):
        """The links gathered at a section's end, by number."""
        found, number = {}, None
        for line in section:
            match = re.fullmatch(r"\[(\d+)\](?: (https?://\S+))?", line)
            if match:
                number = int(match[1])
            if match and match[2] or number and re.fullmatch(r"https?://\S+", line):
                found[number] = link(match[2] if match and match[2] else line)
        return found

    def entries(self):
        """The lines and links of each entry, by number, in order."""
        found = {}
        for section in self.sections:
            if not re.match(r"\d+ ", section[0]):
                continue
            links, number = self.links(section), None
            for line in section:
                start = re.match(r"(\d+\.\d+) +\S", line)
                if start:
                    number = start[1]
                    found[number] = ([], links)
                elif line and not line.startswith(("     ", "#")):
                    number = None
                if number:
                    found[number][0].append(line)
        return found


def compare_entry(where, pieces, labels, anchor, hrefs, lines, links):
    faults = []
    rest = bare("\n".join(lines))
    written = "\n".join(lines)
    for piece in sorted(pieces, key=len, reverse=True):
        if piece not in rest:
            faults.append(f"{where}: not in the text: {piece[:90]}")
        rest = rest.replace(piece, "\0", 1)
    if f"#{anchor}" not in written:
        faults.append(f"{where}: without its permalink in the text")
    allowed = {f"{name}:" for label in labels for name in [label, label.removesuffix("s")]}
    rest = rest.replace(f"Permalink:#{anchor}", "").replace(f"#{anchor}", "")
    for words in rest.split("\0"):
        if words and words not in allowed | {"Permalink:"}:
            faults.append(f"{where}: only in the text: {words[:90]}")
    literal = {int(n) for piece in pieces for n in re.findall(r"\[(\d+)\]", piece)}
    numbers = {int(n) for n in re.findall(r"\[(\d+)\]", written)} - literal
    named = {links.get(number, f"[{number}]") for number in numbers}
    faults += [f"{where}: a link that the text lacks: {href}" for href in hrefs - named]
    faults += [f"{where}: a link only in the text: {href}" for href in named - hrefs]
    return faults


def compare_entries(name, page, text):
    faults = []
    written = text.entries()
    shown = list(entries_of_page(page))
    if [number for number, *_ in shown] != list(written):
        faults.append(f"{name}: the editions have other entries: {set(n for n, *_ in shown) ^ set(written)}")
    for number, anchor, pieces, labels, hrefs in shown:
        if number in written:
            faults += compare_entry(f"{name} {number}", pieces, labels, anchor, hrefs, *written[number])
    return faults


def is_aside(node):
    return (node.attributes.get("id") in ASIDE_IDS or node.name in UNREAD
            or any(node.has(name) for name in ASIDE_CLASSES))


def compare_the_rest(name, page, text):
    """Masthead, notes, headings, annex, colophon: each piece stands somewhere in the text."""
    faults = []
    into = lambda node: not is_aside(node) and node.name != "article"
    for node in page.walk(into):
        if node.name in BLOCKS - {"td", "th", "dt", "caption"} and not is_aside(node):
            piece = bare(node.words())
            if piece and piece not in text.bare:
                faults.append(f"{name}: not in the text: {piece[:90]}")
    for href in web_links(page) ^ text.all_links:
        faults.append(f"{name}: a link in one edition alone: {href}")
    return faults


def compare_links(name, page, text):
    """Section by section: the links gathered at the end are the page's, and each is referred to."""
    faults = []
    for part in page.find(lambda node: node.name in {"section", "footer"}):
        head = next((node for node in part.content if isinstance(node, Node) and node.name == "h2"), None)
        if head is None or is_aside(part):
            continue
        heading = bare(head.words())
        lines = next((lines for lines in text.sections if bare(text.heading(lines)) == heading), None)
        if lines is None:
            faults.append(f"{name}: a section that the text lacks: {heading}")
            continue
        links = text.links(lines)
        body = "\n".join(line for line in lines if not re.match(r"\[\d+\]", line))
        faults += [f"{name} {heading}: a link in one edition alone: {href}"
                   for href in web_links(part) ^ set(links.values())]
        faults += [f"{name} {heading}: nothing leads to link {number}"
                   for number, href in links.items() if not re.search(rf"\[{number}\]", body)]
    return faults


def stands_before(text, label, number):
    """Whether a figure stands in the text right after its label, with a period between them at most."""
    place = text.find(label)
    while place >= 0:
        if number in text[place + len(label):place + len(label) + len(number) + 40]:
            return True
        place = text.find(label, place + 1)
    return False


def compare_figures(name, page, text):
    faults = []
    for row in page.find(lambda node: node.name == "tr"):
        figures = [node for node in row.walk() if node.name == "data"]
        heads = [node for node in row.walk() if node.name == "th"]
        for figure in figures:
            label, number = bare(heads[0].words()), bare(figure.words())
            if not stands_before(text.bare, label, number):
                faults.append(f"{name}: a figure that the text lacks: {label} {number}")
    return faults


def compare_overview(name, page, text):
    """The table of countries by sections, and the index by country."""
    faults = []
    for row in [row for table in page.find(lambda node: node.has("matrix")) for row in table.find(
            lambda node: node.name == "tr")]:
        heads = [bare(node.words()) for node in row.walk() if node.name == "th"]
        counts = [bare(node.words()) for node in row.walk() if node.name == "td"]
        if heads and counts:
            wanted = heads[0] + "".join(count if count.isdigit() and count != "0" else "·" for count in counts)
            if wanted not in text.bare:
                faults.append(f"{name}: a row of the overview that the text lacks: {wanted}")
    numbers = {anchor: number for number, anchor, *_ in entries_of_page(page)}
    for country in page.find(lambda node: re.fullmatch(r"country-[a-z]{2}", node.attributes.get("id") or "")):
        head = next((bare(node.words()) for node in country.walk() if re.fullmatch(r"h[2-6]", node.name)), "")
        targets = [(node.attributes.get("href") or "")[1:] for node in country.walk() if node.name == "a"]
        listed = list(dict.fromkeys(numbers[target] for target in targets if target in numbers))
        if f"{head}:" + ",".join(listed) not in text.bare:
            faults.append(f"{name}: the index by country differs: {head} {listed}")
    return faults


def same_content(folder):
    name = folder.name
    page = Page((folder / "bulletin.html").read_text(encoding="utf-8")).root
    text = Text((folder / "bulletin.txt").read_text(encoding="utf-8"))
    return (compare_entries(name, page, text) + compare_the_rest(name, page, text)
            + compare_links(name, page, text) + compare_figures(name, page, text) + compare_overview(name, page, text))
