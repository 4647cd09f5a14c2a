"""Trains the coreference head further on the finished encoder, whose word vectors are computed once.

    refine.py WORK/final.pt WORK/refined.pt --data DIR [--hold-out N]

With --hold-out it writes nothing: it compares settings on every Nth training document, kept out of the head's
training. (The encoder has seen these documents, so the figures are too high; only their order matters.)
"""
import argparse
import random
from collections import Counter
from pathlib import Path

import torch

import checkpoint
import corpora
from batch import collate, coref_layers
from decode import clusters
from heads import Coref
from losses import WEIGHTS, coref_losses, kept_candidates
from windows import Unit, cut_windows

LIMITS = (256, 150)   # the same document in windows of two sizes: slightly different vectors
SETTINGS = {"rate": 1e-3, "epochs": 8, "dropout": 0.3, "input_dropout": 0.3, "fresh": True, "shift": 0.0}
TRIED = ({}, {"epochs": 16}, {"epochs": 16, "input_dropout": 0.5}, {"rate": 3e-3})
SHIFTS = (0.0, 0.5, 1.0, 1.5, 2.0)   # added to every link; favours linking


def cache(model, documents):
    """[(vectors for each limit, coreference layers with predicted tags)]."""
    model.eval()
    model.set_rounding(True)
    out = []
    with torch.inference_mode():
        for document in documents:
            units = [[Unit(document, cut_windows(document, model.reader, limit))] for limit in LIMITS]
            vectors = [model.word_vectors(collate(u, model.reader, None)) for u in units]
            upos = [model.labels["upos"][i] for i in model.linear["upos"](vectors[0]).argmax(1)]
            layers = coref_layers(document, upos) | {"cluster": torch.tensor(document.clusters)}
            out.append(([v.clone() for v in vectors], layers))
    return [([torch.tensor(v.numpy()) for v in vectors], layers) for vectors, layers in out]


def train_head(model, examples, settings, seed=1):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    if settings["fresh"]:
        model.coref = Coref(settings["dropout"])
    model.coref.dropout.p = settings["dropout"]
    model.set_rounding(True)
    model.coref.train()
    optimizer = torch.optim.AdamW(model.coref.parameters(), lr=settings["rate"], weight_decay=0.01)
    steps = settings["epochs"] * len(examples)
    for step in range(steps):
        if step % len(examples) == 0:
            rng.shuffle(examples)
        vectors, layers = examples[step % len(examples)]
        h = torch.nn.functional.dropout(rng.choice(vectors), settings["input_dropout"])
        parts = dict(coref_losses(model, h, layers))
        loss = sum(WEIGHTS[k] * v for k, v in parts.items())
        for group in optimizer.param_groups:
            group["lr"] = settings["rate"] * min(1, (step + 1) / 50) * (1 - step / steps)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.coref.parameters(), 1.0)
        optimizer.step()
    model.coref.eval()


def found_clusters(model, h, layers):
    known = {k: v for k, v in layers.items() if k != "cluster"}
    scores = model.coref.mention_scores(h)
    kept = kept_candidates(scores, known)
    links, ante = model.coref(h[kept], scores[kept], kept, *(known[k][kept] for k in ("sentence", "string", "kind")))
    return clusters(kept, links, ante)


def b_cubed(counts, system, gold):
    """Adds the numerators and denominators of B3 over head words, single mentions left out."""
    for side, ours, theirs in (("P", system, gold), ("R", gold, system)):
        home = {w: n for n, members in enumerate(theirs) for w in members}
        for members in ours:
            shared = Counter(home[w] for w in members if w in home)
            counts[side + " right"] += sum(n * n for n in shared.values()) / len(members)
            counts[side + " all"] += len(members)


def shift_links(model, shift):
    """Raises the score of all links: the bias of the mention score counts twice in each."""
    with torch.no_grad():
        model.coref.bias += shift / 2


def score(model, examples):
    counts = Counter()
    with torch.inference_mode():
        for vectors, layers in examples:
            gold = {}
            for word, number in enumerate(layers["cluster"].tolist()):
                if number:
                    gold.setdefault(number, []).append(word)
            b_cubed(counts, found_clusters(model, vectors[0], layers), list(gold.values()))
    p, r = (counts[s + " right"] / max(1, counts[s + " all"]) for s in "PR")
    return 100 * p, 100 * r, 200 * p * r / max(1e-9, p + r)


def compare(path, examples, every):
    """Prints B3 on the documents kept out, for each tried setting and shift."""
    for change in TRIED:
        model = checkpoint.model_of(checkpoint.load(path))
        train_head(model, [e for i, e in enumerate(examples) if i % every], SETTINGS | change)
        for before, shift in zip((0.0, *SHIFTS), SHIFTS):
            shift_links(model, shift - before)
            print(change, shift, "P %.1f R %.1f F1 %.1f" % score(model, examples[::every]), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--hold-out", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(1)
    state = checkpoint.load(options.source)
    model = checkpoint.model_of(state)
    examples = cache(model, list(corpora.read_gum(options.data)))
    if options.hold_out:
        return compare(options.source, examples, options.hold_out)
    train_head(model, examples, SETTINGS)
    shift_links(model, SETTINGS["shift"])
    torch.save(state | {"model": model.state_dict(), "optimizer": None}, options.target)


if __name__ == "__main__":
    main()
