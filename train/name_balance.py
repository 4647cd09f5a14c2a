"""Balances the types of names.

    name_balance.py MODEL.hsm --data DIR [--write]

Trained on corpora that each leave other types unmarked, a head takes too much or too little for organisations. The
program changes its scores by what suits `accurate` (PROGRAM); this finds, on the development sets, what another model
needs beyond that. --write adds it to the bias of the head.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

import corpora
import hsm
from analyse import Analysis
from decode import spans, viterbi
from evaluate import COMPARED, NAME_SETS, READ_AS, f1, gold_spans
from tensors import to_model

PROGRAM = {"ORG": -1.0, "MISC": 1.0, "NORP": 0.25}   # ingest/names/find_names.cpp
SETS = ("gum", "wikigold", "uner_ewt", "crossner")   # edited text; tweets are another language
STEPS = np.arange(-0.5, 1.26, 0.25)


def of_type(labels, name):
    return np.array([label[2:] == name for label in labels], np.float32)


def scored_documents(model, path, scheme):
    """[(scores as the program changes them, gold names)] of the documents of one set."""
    labels = model.labels["names"]
    change = sum(by * of_type(labels, name) for name, by in PROGRAM.items())
    return [(Analysis(model, d).scores["names"].numpy() + change, compared(gold_spans(d.strings["names"])))
            for d in corpora.read_names(path, scheme)]


def compared(names):
    return {n for n in names if n[2] in COMPARED}


def measure(documents, labels, by):
    right = system = gold = 0
    for scores, true in documents:
        found = compared(spans(viterbi(scores + by * of_type(labels, "ORG"), labels), labels))
        right, system, gold = right + len(found & true), system + len(found), gold + len(true)
    return f1(right, system, gold)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    header, arrays = hsm.read(options.model)
    model = to_model(header, arrays)
    labels = model.labels["names"]
    with torch.inference_mode():
        sets = [scored_documents(model, options.data / NAME_SETS[s], READ_AS[s]) for s in SETS]
    means = {}
    for by in STEPS:
        figures = [measure(documents, labels, by) for documents in sets]
        means[by] = sum(figures) / len(figures)
        print(f"{by:+.2f}", *(f"{s} {f:.2f}" for s, f in zip(SETS, figures)), f"mean {means[by]:.2f}", flush=True)
    best = max(means, key=means.get)
    print(f"organisations {best:+.2f}")
    if options.write:
        arrays["head.names.bias"] = (arrays["head.names.bias"] + best * of_type(labels, "ORG")).astype("<f4")
        header.pop("tensors")
        hsm.write(options.model, header, arrays)


if __name__ == "__main__":
    main()
