"""Makes the confidence of arcs mean what it says.

    calibrate.py MODEL.hsm --data DIR [--write]

One temperature divides the scores of a word's heads before they become probabilities. It is fitted on every
other document of the trees' development sets and measured on the rest: the training documents would do
no good, since the model has seen them. --write puts it into the model file as head.arcs.temperature; a model
without one is read as 1.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

import corpora
import hsm
from analyse import Analysis
from evaluate import TREE_SETS
from tensors import to_model

BINS = 10


def arc_scores(model, document):
    """[(scores of all heads of a word, ROOT first, the right one)] on gold sentences."""
    _, matrices = Analysis(model, document).heads(document.sentence)
    start, out = 0, []
    for matrix in matrices:
        for row in range(len(matrix)):
            head = document.heads[start + row]
            out.append((matrix[row], 0 if head < 0 else head - start + 1))
        start += len(matrix)
    return out


def probabilities(arcs, temperature):
    """(probability of the best head, whether it is right, logarithm of the right one's) of each word."""
    logs = [torch.log_softmax(scores / temperature, 0) for scores, _ in arcs]
    best = np.array([float(row.max().exp()) for row in logs])
    right = np.array([int(row.argmax()) == gold for row, (_, gold) in zip(logs, arcs)])
    return best, right, np.array([float(row[gold]) for row, (_, gold) in zip(logs, arcs)])


def measure(arcs, temperature):
    """(mean loss, expected calibration error, rows of the table: words, mean confidence, share right)."""
    best, right, logs = probabilities(arcs, temperature)
    bins = np.minimum((best * BINS).astype(int), BINS - 1)
    rows = [(int((bins == b).sum()), best[bins == b].mean(), right[bins == b].mean())
            for b in range(BINS) if (bins == b).any()]
    error = sum(n * abs(sure - share) for n, sure, share in rows) / len(best)
    return -logs.clip(min=-30).mean(), error, rows


def fit(arcs):
    """The temperature with the smallest loss, to two digits."""
    grid = np.arange(0.6, 3.01, 0.05)
    return float(round(min(grid, key=lambda t: measure(arcs, t)[0]), 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    header, arrays = hsm.read(options.model)
    model, halves = to_model(header, arrays), ([], [])
    with torch.inference_mode():
        for path in TREE_SETS.values():
            for number, document in enumerate(corpora.read_trees(options.data / path)):
                halves[number % 2].extend(arc_scores(model, document))
    temperature = fit(halves[0])
    for name, value in (("1", 1.0), (f"{temperature}", temperature)):
        loss, error, rows = measure(halves[1], value)
        print(f"temperature {name}: on the other half loss {loss:.4f}, calibration error {100 * error:.2f} points")
        for words, sure, share in rows:
            print(f"  {words:6d} words, confidence {sure:.3f}, right {share:.3f}")
    if options.write:
        arrays["head.arcs.temperature"] = np.array([temperature], "<f4")
        header.pop("tensors")
        hsm.write(options.model, header, arrays)


if __name__ == "__main__":
    main()
