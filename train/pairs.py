"""Fits the weights of the coreference ranker (ingest/coref/pair_ranker.hpp) and writes them as a C++ table.

    coref_pairs MODEL.hsm TRAIN.jsonl PAIRS.bin PAIRS.txt        (built by `cmake --build ... --target coref_pairs`)
    pairs.py PAIRS TRAIN.jsonl OUT.inc [--noise S] [--folds N]

A network of one hidden layer over the features of a pair; softmax over the antecedents of a mention and "none", as in
Durrett and Klein (2013) with their costs. The encoder has seen the training documents, so what its coreference head says
of them is too good: --noise is the deviation of Gaussian noise that makes it as good as on unseen documents.
With --folds it only prints CoNLL F1 on held-out documents. Needs NumPy.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np

MENTIONS, CONTEXT, PAIRS = 98, 13, 114      # as in pair_features.hpp
COUNT = 2 * MENTIONS + CONTEXT + PAIRS
MISSING, MODEL = COUNT - PAIRS + 12, COUNT - PAIRS + 13
HIDDEN = 23
COSTS = {"false link": 0.1, "missed": 3.0, "wrong": 1.0}
EPOCHS, RATE, DECAY, DROPOUT = 10, 3e-3, 2e-5, 0.15


def read_pairs(stem):
    """Per document: mentions [(begin, end, head begin, head end)] in bytes, later [n], earlier [n], X [n, COUNT]."""
    mentions = [np.array(line.split()[1:], np.int64).reshape(-1, 4) for line in open(f"{stem}.txt")]
    data = np.fromfile(f"{stem}.bin", np.uint32)
    values, place = data.view(np.float32), 0
    own = [np.zeros((len(m), MENTIONS), np.float32) for m in mentions]
    rows, columns, cells = [[] for _ in mentions], [[] for _ in mentions], [[] for _ in mentions]
    keys = [[] for _ in mentions]
    while place + 4 <= len(data):
        d, later, earlier, n = map(int, data[place:place + 4])
        index, value = data[place + 4:place + 4 + 2 * n:2], values[place + 5:place + 5 + 2 * n:2]
        place += 4 + 2 * n
        if later == earlier:
            own[d][later, index] = value
        elif n:
            rows[d].append(np.full(n, len(keys[d])))
            columns[d].append(index)
            cells[d].append(value)
            keys[d].append((later, earlier))
    documents = []
    for d, key in enumerate(keys):
        key = np.array(key, np.int64).reshape(-1, 2)
        x = np.zeros((len(key), COUNT), np.float32)
        if len(key):
            x[np.concatenate(rows[d]), np.concatenate(columns[d])] = np.concatenate(cells[d])
            x[:, :MENTIONS] = own[d][key[:, 0]]
            x[:, MENTIONS:2 * MENTIONS] = own[d][key[:, 1]]
        documents.append({"spans": mentions[d], "later": key[:, 0], "earlier": key[:, 1], "x": x})
    return documents


def add_gold(documents, path):
    """The gold cluster of each mention, found by its head, -1 for none; offsets become code points."""
    for document, line in zip(documents, open(path)):
        gold = json.loads(line)
        sizes = np.cumsum([0] + [len(c.encode()) for c in gold["text"]])
        document["spans"] = np.searchsorted(sizes, document["spans"])
        home = {}
        for number, (cluster, heads) in enumerate(zip(gold["clusters"], gold["heads"])):
            for span, head in zip(cluster, heads):
                home[tuple(span)] = number
                home.setdefault((head[1], "head"), number)
        document["gold"] = [[tuple(m) for m in c] for c in gold["clusters"]]
        # A list and its first member share a head: the longer one is told by its whole span only.
        shortest = {}
        for b, e, _, h in document["spans"]:
            shortest[h] = min(shortest.get(h, e - b), e - b)
        document["cluster"] = np.array([home.get((b, e), home.get((h, "head"), -1) if shortest[h] == e - b else -1)
                                        for b, e, _, h in document["spans"]])
    return documents


def prepare(document, noise, rng):
    """(X with noise, right [n], first pair of each mention [k], number of the mention of each pair [n])."""
    x, later = document["x"], document["later"]
    if noise:
        x = x.copy()
        seen = x[:, MISSING] == 0
        x[seen, MODEL] += rng.normal(0, noise, seen.sum()).astype(np.float32)
    cluster = document["cluster"]
    right = (cluster[later] == cluster[document["earlier"]]) & (cluster[later] >= 0)
    starts = np.flatnonzero(np.r_[True, later[1:] != later[:-1]])
    return x, right, starts, np.cumsum(np.r_[0, later[1:] != later[:-1]])


class Ranker:
    def __init__(self, rng):
        self.w = {"table": rng.normal(0, 0.08, (COUNT, HIDDEN + 1)).astype(np.float32),
                  "bias": np.zeros(HIDDEN + 1, np.float32),
                  "out": rng.normal(0, 0.3, HIDDEN).astype(np.float32)}
        self.w["table"][:, -1] = 0
        self.moments = {k: (np.zeros_like(v), np.zeros_like(v)) for k, v in self.w.items()}
        self.steps = 0

    def scores(self, x):
        sums = x @ self.w["table"] + self.w["bias"]
        return np.maximum(sums[:, :-1], 0) @ self.w["out"] + sums[:, -1]

    def step(self, x, right, starts, of, rate, rng):
        """One step on the mentions of one document."""
        if len(x) == 0:
            return 0.0
        keep = (rng.random(HIDDEN) >= DROPOUT).astype(np.float32) / (1 - DROPOUT)
        sums = x @ self.w["table"] + self.w["bias"]
        active = np.maximum(sums[:, :-1], 0) * keep
        score = active @ self.w["out"] + sums[:, -1]
        any_right = np.logical_or.reduceat(right, starts)
        cost = np.where(right, 0, np.where(any_right[of], COSTS["wrong"], COSTS["false link"]))
        none = np.where(any_right, COSTS["missed"], 0.0)
        margin = score + cost
        top = np.maximum(np.maximum.reduceat(margin, starts), none)
        all_exp, none_exp = np.exp(margin - top[of]), np.exp(none - top)
        total = np.add.reduceat(all_exp, starts) + none_exp
        good = np.where(right, all_exp, 0)
        good_total = np.where(any_right, np.add.reduceat(good, starts), none_exp)
        gradient = (all_exp / total[of] - np.where(any_right[of], good / np.maximum(good_total, 1e-9)[of], 0))
        gradient = (gradient / len(starts)).astype(np.float32)
        d_sums = np.concatenate([gradient[:, None] * self.w["out"] * keep * (sums[:, :-1] > 0), gradient[:, None]], 1)
        self.update({"table": x.T @ d_sums, "bias": d_sums.sum(0), "out": active.T @ gradient}, rate)
        return float((np.log(total) - np.log(np.maximum(good_total, 1e-9))).mean())

    def update(self, gradients, rate):
        """Adam with decoupled weight decay."""
        self.steps += 1
        for name, g in gradients.items():
            m, v = self.moments[name]
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            step = m / (1 - 0.9 ** self.steps) / (np.sqrt(v / (1 - 0.999 ** self.steps)) + 1e-8)
            self.w[name] -= rate * step + rate * 20 * DECAY * self.w[name]


def fit(documents, noise, seed=1):
    rng = np.random.default_rng(seed)
    ranker, order = Ranker(rng), np.arange(len(documents))
    total = EPOCHS * len(documents)
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        loss = 0.0
        for d in order:
            loss += ranker.step(*prepare(documents[d], noise, rng), RATE * (1 - ranker.steps / total), rng)
        print(f"epoch {epoch + 1} loss {loss / len(order):.4f}", file=sys.stderr, flush=True)
    return ranker


def clusters(document, scores, threshold=0.0):
    """What the ranker's links make of the mentions, as spans."""
    parent = list(range(len(document["spans"])))

    def root(m):
        while parent[m] != m:
            m = parent[m]
        return m
    best = {}
    for later, earlier, score in zip(document["later"], document["earlier"], scores):
        if score > threshold and score > best.get(later, (threshold, 0))[0]:
            best[later] = score, earlier
    for later, (_, earlier) in best.items():
        parent[root(later)] = root(earlier)
    groups = {}
    for m, span in enumerate(document["spans"]):
        groups.setdefault(root(m), []).append((int(span[0]), int(span[1])))
    return list(groups.values())


def conll(documents, ranker, scorer, threshold=0.0):
    total = {name: [0, 0, 0, 0] for name in scorer.METRICS}
    for document in documents:
        sides = ([c for c in side if len(c) > 1]
                 for side in (document["gold"], clusters(document, ranker.scores(document["x"]), threshold)))
        for name, c in scorer.counts(*sides).items():
            total[name] = [a + b for a, b in zip(total[name], c)]
    return scorer.summary(total)


def quantised(ranker):
    """Integers in [-127, 127] and one scale a column."""
    table = ranker.w["table"]
    scale = np.maximum(np.abs(table).max(0), 1e-9) / 127
    return np.rint(table / scale).astype(int), scale


def write_table(path, ranker):
    integers, scale = quantised(ranker)
    def numbers(values):
        return ", ".join(f"{v:.5g}F" for v in values)
    with open(path, "w") as out:
        out.write("// Made by train/pairs.py; not to be edited.\n")
        out.write(f"constexpr std::size_t hidden = {HIDDEN}, features = {COUNT};\n")
        out.write(f"constexpr std::array<float, hidden + 1> scale{{{numbers(scale)}}};\n")
        out.write(f"constexpr std::array<float, hidden + 1> bias{{{numbers(ranker.w['bias'])}}};\n")
        out.write(f"constexpr std::array<float, hidden> out{{{numbers(ranker.w['out'])}}};\n")
        out.write("constexpr std::array<std::int8_t, features * (hidden + 1)> table{\n")
        for row in integers:
            out.write("    " + ", ".join(map(str, row)) + ",\n")
        out.write("};\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--noise", type=float, default=0.0)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--scorer", type=Path, help="directory of score_coref.py, for --folds")
    options = parser.parse_args()
    documents = add_gold(read_pairs(options.pairs), options.gold)
    if not options.folds:
        return write_table(options.out, fit(documents, options.noise))
    sys.path.insert(0, str(options.scorer))
    import score_coref
    held = documents[::options.folds]
    ranker = fit([d for i, d in enumerate(documents) if i % options.folds], options.noise)
    for threshold in (-0.5, 0.0, 0.5):
        print(threshold, round(conll(held, ranker, score_coref, threshold)["CoNLL"], 2), flush=True)


if __name__ == "__main__":
    main()
