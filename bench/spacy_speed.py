#!/usr/bin/env python3
"""Words a second of a spaCy pipeline of the small English model's architecture, for comparison with bench/speed.py.

    bench/spacy_speed.py ARTICLES.jsonl --trees EWT_TRAIN.conllu --names WIKIGOLD_TRAIN.conllu [--articles 150]

spaCy's trained small model is no package of PyPI. What decides about speed is the architecture: a convolutional
encoder (96 wide, 4 layers) shared by tagger and parser, and another for names. It is trained here for a moment, so that
the parser moves about as often as a good one. One thread; words are split at white space, as in bench/speed.py.
"""
import argparse
import itertools
import json
import random
import time

import spacy
from spacy.tokens import Doc
from spacy.training import Example, biluo_tags_to_spans, iob_to_biluo

ENCODER = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 96, "depth": 4,
           "embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True}
SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
STEPS, BATCH = 300, 16


def pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": ENCODER})
    nlp.add_pipe("tagger", config={"model": {"tok2vec": SHARED}})
    nlp.add_pipe("parser", config={"model": {"tok2vec": SHARED}})
    nlp.add_pipe("ner", config={"model": {"tok2vec": ENCODER}})
    return nlp


def sentences(path):
    """The rows of each sentence, without ranges and empty nodes."""
    with open(path, encoding="utf-8") as file:
        lines = (line.rstrip("\n") for line in file)
        for filled, group in itertools.groupby(lines, key=bool):
            rows = [line.split("\t") for line in group if not line.startswith("#")]
            rows = [row for row in rows if row[0].isdigit()]
            if filled and rows:
                yield rows


def tree(nlp, rows):
    heads = [int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(rows)]
    return Doc(nlp.vocab, [r[1] for r in rows], tags=[r[4] for r in rows], heads=heads,
               deps=[r[7] if r[6] != "0" else "ROOT" for r in rows], sent_starts=[i == 0 for i in range(len(rows))])


def named(nlp, rows):
    labels = [next((f[4:] for f in r[9].split("|") if f.startswith("NER=")), "O") for r in rows]
    document = Doc(nlp.vocab, [r[1] for r in rows])
    document.ents = biluo_tags_to_spans(document, iob_to_biluo(labels))
    return document


def train(nlp, documents):
    examples = [Example(Doc(nlp.vocab, [t.text for t in d]), d) for d in documents]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(STEPS):
        nlp.update(random.sample(examples, BATCH), sgd=optimizer)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles_file")
    parser.add_argument("--trees", required=True)
    parser.add_argument("--names", required=True)
    parser.add_argument("--articles", type=int, default=150)
    options = parser.parse_args()
    random.seed(1)
    nlp = pipeline()
    read = itertools.islice
    train(nlp, [tree(nlp, r) for r in read(sentences(options.trees), 3000)]
          + [named(nlp, r) for r in read(sentences(options.names), 1000)])
    with open(options.articles_file, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in read(file, options.articles)]
    begin = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    words = sum(len(text.split()) for text in texts)
    print(f"spaCy {spacy.__version__}, small architecture: {words / (time.perf_counter() - begin):.0f} words/s")


if __name__ == "__main__":
    main()
