"""What the real submissions are made of: which words follow which, and how long things are.

Only words in small letters are taken, so that no name, number or date of the real ones gets into generated text.
"""

import pathlib
import re
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{urn:emn:bulletin:submission:1}"
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")
# Words in which a rule on style would see a person speaking.
PERSONAL = {"we", "our", "ours", "us", "my", "me", "ourselves", "myself", "mine"}
# The number of occasions from which on a theme has enough words to speak for itself.
ENOUGH = 400


class Chain:
    """Which words follow which, each as often as it was found."""

    def __init__(self):
        self.following = {}
        self.openings = []
        self.count = 0

    def learn(self, words):
        for first, second in zip(words, words[1:]):
            if first != second:
                self.following.setdefault(first, []).append(second)
        if len(words) > 1:
            self.openings.append(words[0])
            self.count += len(words)


class Vocabulary:
    """The words by theme, and the lengths of headlines, sentences and bodies, sorted."""

    def __init__(self, inputs):
        self.general = Chain()
        self.themes = {}
        self.declared = []
        self.kinds = []
        self.headlines, self.bodies, self.sentences = [], [], []
        for path in sorted(pathlib.Path(inputs).glob("*/[A-Z][A-Z].xml")):
            for development in ElementTree.parse(path).getroot().iter(NAMESPACE + "development"):
                self.learn(development)
        for lengths in (self.headlines, self.bodies, self.sentences):
            lengths.sort()
        self.declared.sort()
        self.kinds.sort()
        # Words for ids: long enough to say something.
        self.words = sorted(word for word in self.general.following if 4 <= len(word) <= 12 and "-" not in word)

    def learn(self, development):
        headline, *paragraphs = (" ".join("".join(part.itertext()).split()) for part in (
            development.find(NAMESPACE + "headline"), *development.find(NAMESPACE + "body")))
        self.kinds.append(development.get("kind"))
        self.headlines.append(len(headline.split()))
        self.bodies.append(sum(len(paragraph.split()) for paragraph in paragraphs))
        chains = [self.general]
        if theme := development.get("theme"):
            self.declared.append(theme)
            chains.append(self.themes.setdefault(theme, Chain()))
        for sentence in re.split(r"(?<=[.!?]) ", " ".join([headline + ".", *paragraphs])):
            self.sentences.append(len(sentence.split()))
            for run in runs(sentence):
                for chain in chains:
                    chain.learn(run)

    def chain(self, theme):
        """The words of a theme; those of all where it has few."""
        chain = self.themes.get(theme)
        return chain if chain and chain.count >= ENOUGH else self.general


def runs(sentence):
    """The stretches of a sentence that are words in small letters, punctuation between them left out."""
    run = []
    for token in sentence.split():
        word = token.rstrip(".,;:!?")
        if WORD.match(word) and word not in PERSONAL:
            run.append(word)
        else:
            yield run
            run = []
    yield run
