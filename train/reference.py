"""Prints what each head computes from a model file, to check the run-time program against.

    reference.py MODEL.hsm WORDS.txt > OUT.json
    reference.py MODEL.hsm --arguments PAIRS.bin > OUT.json

WORDS.txt holds words parted by white space, and an empty line between paragraphs. Nothing but the
model file is read; encoder and heads round as the run-time program does (README.md). The head `arguments` rests on what
the program makes of the trees: PAIRS.bin is what argument_pairs printed; for each pair of each sentence comes
[verb, word, probability of each kind].
"""
import json
import sys
from pathlib import Path

import torch

import arguments
import hsm
from analyse import Analysis, role_spans
from corpora import Document
from decode import clusters
from labels import apply_lemma_script
from model import LINEAR_HEADS
from tensors import to_model


def read_words(path):
    document = Document("reference", [], [])
    paragraphs = [p.split() for p in Path(path).read_text(encoding="utf-8").split("\n\n")]
    for number, words in enumerate(p for p in paragraphs if p):
        document.words += words
        document.paragraph += [number] * len(words)
    return document


def rounded(tensor):
    return [[round(x, 5) for x in row] for row in tensor.tolist()] if tensor.dim() == 2 \
        else [round(x, 5) for x in tensor.tolist()]


def describe(analysis):
    document = analysis.document
    sentence = analysis.sentences()
    heads, matrices = analysis.heads(sentence)
    upos = analysis.best("upos")
    mentions, kept, links, ante = analysis.coref(sentence, upos)
    best = [(int(kept[a[i]]), round(float(r[i]), 5)) for r, a, i in zip(links, ante, links.argmax(1))]
    labels = analysis.model.labels["relations"]
    relations = analysis.relations(heads)
    return {
        "words": document.words, "paragraph": document.paragraph,
        "windows": [{"words": list(w), **{k: v.tolist() for k, v in analysis.model.reader.tensors([(document, *w)]).items()}}
                    for w in analysis.windows],
        "vectors": rounded(analysis.vectors),
        "scores": {name: rounded(analysis.scores[name]) for name in LINEAR_HEADS},
        "upos": upos, "xpos": analysis.best("xpos"), "feats": analysis.best("feats"),
        "lemma": [apply_lemma_script(w, s) for w, s in zip(document.words, analysis.best("lemma"))],
        "sentence": sentence, "arcs": [rounded(m) for m in matrices],
        "heads": heads.tolist(), "relation_scores": rounded(relations),
        "relations": [labels[i] for i in relations.argmax(1)],
        "names": analysis.names(),
        "attributions": [{"cue": [first, last], "words": words, "scores": rounded(scores), **role_spans(words, scores)}
                         for first, last, words, scores in analysis.attributions()],
        "coref": {"mentions": rounded(mentions), "candidates": kept.tolist(), "best": best,
                  "clusters": clusters(kept, links, ante)}}


def describe_arguments(arrays, path):
    head = arguments.load_head(arrays)
    out = []
    for sentence in arguments.read_pairs(path)[0].values():
        scores = head(sentence.vectors[sentence.verbs], sentence.vectors[sentence.words], torch.tensor(sentence.signs))
        out.append([[int(v), int(w), *p] for v, w, p in zip(sentence.verbs, sentence.words, rounded(scores.softmax(1)[:, 1:]))])
    return out


def main():
    torch.set_num_threads(1)
    header, arrays = hsm.read(sys.argv[1])
    with torch.inference_mode():
        if sys.argv[2] == "--arguments":
            json.dump(describe_arguments(arrays, sys.argv[3]), sys.stdout)
            return
        analysis = Analysis(to_model(header, arrays), read_words(sys.argv[2]))
        json.dump(describe(analysis), sys.stdout, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
