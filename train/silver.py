"""Labels text with the program and its `accurate` model, for a smaller model to learn from.

    silver.py HEARSAY --data DIR --out WORK/silver.jsonl.xz [--reuters N]

The articles of PolNeAR's training part, whose gold attributions stay, and every Nth article of Reuters (0: none). One
document a line, in the fields of corpora.Document.
"""
import argparse
import dataclasses
import json
import lzma
import subprocess
import tempfile
from pathlib import Path

import corpora
from labels import NAME_TYPES

REUTERS = "reuters/reuters.jsonl.xz"
LEAST_WORDS = 60


def texts(data, every):
    """(id, text, gold attributions or None) of the articles to label."""
    for entry in map(json.loads, corpora.open_text(data / corpora.POLNEAR)):
        if entry["id"] != corpora.UNMARKED:
            yield entry["id"], entry["text"], entry["attributions"]
    for number, entry in enumerate(map(json.loads, corpora.open_text(data / REUTERS)) if every else ()):
        words = entry["text"].split()
        # Market reports that are all figures teach nothing about sentences.
        prose = sum(w[0].isalpha() for w in words) > 0.85 * len(words)
        if number % every == 0 and len(words) >= LEAST_WORDS and prose:
            yield entry["id"], entry["text"], None


def annotate(hearsay, layer, articles, folder):
    source, target = folder / "articles.jsonl", folder / layer
    with open(source, "w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": i, "text": t}, ensure_ascii=False) + "\n" for i, t, _ in articles)
    with open(target, "wb") as file:
        subprocess.run([hearsay, "annotate", "--format", layer, str(source)], stdout=file, check=True)
    return target


def place_words(document, text):
    """(begin, end) of each word, in code points; the words follow one another in the text."""
    place, offsets = 0, []
    for word in document.words:
        begin = text.find(word, place)
        begin = begin if 0 <= begin <= place + 200 else place
        offsets.append((begin, begin + len(word)))
        place = begin + len(word)
    return offsets


def add_names(document, sentences):
    """Types that the name head has; what the program finds by grammar (amounts, titles) is no name to it."""
    labels = [corpora.name_label(r[9]) for _, rows, _ in sentences for r in rows]
    document.strings["names"] = [label if label[2:] in NAME_TYPES else "O" for label in labels]
    document.scheme = "silver"


def add_attributions(document, attributions):
    document.cue_tags, document.attributions = [0] * len(document.words), []
    for found in filter(None, (corpora.read_attribution(document.offsets, a) for a in attributions)):
        document.attributions.append(found)
        for word in found.cue:
            document.cue_tags[word] = 2 if word != found.cue[0] else 1


def documents(hearsay, articles, folder):
    layers = annotate(hearsay, "conllu", articles, folder)
    unspoken = [a for a in articles if a[2] is None]
    spoken = {e["id"]: e["attributions"] for e in map(json.loads, corpora.open_text(
        annotate(hearsay, "attributions", unspoken, folder)))} if unspoken else {}
    sentences = dict(corpora.read_conllu(layers))
    for document, (name, text, gold) in zip(corpora.read_trees(layers), articles, strict=True):
        assert document.id == name, (document.id, name)
        add_names(document, sentences[name])
        document.offsets = place_words(document, text)
        add_attributions(document, spoken[name] if gold is None else gold)
        document.offsets = None
        yield document


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("hearsay", help="the program; it labels with its default model")
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--out", required=True)
    parser.add_argument("--reuters", type=int, default=4)
    options = parser.parse_args()
    articles = list(texts(options.data, options.reuters))
    with tempfile.TemporaryDirectory() as folder, lzma.open(options.out, "wt", encoding="utf-8", preset=1) as file:
        for document in documents(options.hearsay, articles, Path(folder)):
            file.write(json.dumps(dataclasses.asdict(document), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
