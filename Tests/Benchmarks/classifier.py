"""Prints the microseconds that a text takes: the bulletin's classifier beside TF-IDF with a linear SVM (scikit-learn).

Usage: classifier.py EXECUTABLE INPUTS [TUNING.tsv]. The table is used when it is given, else the developments of the
inputs whose theme is declared. The peer is trained on the very texts; only its predictions are timed, all texts in one
call, which is how it is fastest. For both the fastest of twenty passes counts.
"""
import csv
import json
import pathlib
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

NAMESPACE = "{urn:emn:bulletin:submission:1}"
PASSES = 20


def table(path):
    """The texts of a table with their primary themes."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    column = "summary" if "summary" in rows[0] else "description"
    return [row["title"] + "\n" + row[column] for row in rows], [row["themes"].split("|")[0] for row in rows]


def archive(folder):
    """The texts of the developments with a declared theme."""
    texts, themes = [], []
    for path in sorted(pathlib.Path(folder).glob("*/[A-Z][A-Z].xml")):
        for development in ElementTree.parse(path).getroot().iter(NAMESPACE + "development"):
            if development.get("theme"):
                parts = [development.find(NAMESPACE + name) for name in ("headline", "body")]
                texts.append("\n".join(" ".join("".join(part.itertext()).split()) for part in parts))
                themes.append(development.get("theme"))
    return texts, themes


def microseconds(predict, texts):
    """The time of one text in the fastest pass."""
    fastest = float("inf")
    for _ in range(PASSES):
        start = time.perf_counter()
        predict(texts)
        fastest = min(fastest, time.perf_counter() - start)
    return fastest * 1e6 / len(texts)


def main():
    executable, inputs, *tables = sys.argv[1:]
    source = tables[0] if tables else inputs
    texts, themes = table(source) if tables else archive(source)
    answer = subprocess.run([executable, "evaluate", source, "--format", "json"], capture_output=True, check=True)
    ours = json.loads(answer.stdout)["microsecondsPerItem"]
    peer = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC()).fit(texts, themes)
    theirs = microseconds(peer.predict, texts)
    print(f"{len(texts)} texts, microseconds a text")
    print(f"  bulletin, with evidence          {ours:8.2f}")
    print(f"  TF-IDF and linear SVM, predict   {theirs:8.2f}")
    print(f"  the bulletin is {theirs / ours:.1f} times as fast")


main()
