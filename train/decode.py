"""From scores to labels."""
import numpy as np


def forbidden(labels):
    """-1e9 where label j may not follow label i (last row: at the start): I-x only after B-x or I-x."""
    costs = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for j, label in enumerate(labels):
        if label[0] == "I":
            before = {"B" + label[1:], label}
            costs[[i for i, l in enumerate([*labels, "start"]) if l not in before], j] = -1e9
    return costs


def viterbi(scores, labels):
    """The best sequence of label numbers among those that BIO allows."""
    costs, back = forbidden(labels), []
    best = scores[0] + costs[-1]
    for row in scores[1:]:
        ways = best[:, None] + costs[:-1]
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(path, labels):
    """[(first, last, type)] of a BIO sequence of label numbers."""
    out = []
    for i, number in enumerate(path):
        label = labels[number]
        if label[0] == "B":
            out.append((i, i, label[2:]))
        elif label[0] == "I":
            out[-1] = (out[-1][0], i, out[-1][2])
    return out


def clusters(candidates, links, antecedents):
    """Groups of two or more candidate words, each joined to its best antecedent if that scores above 0."""
    group = {}
    for i, (row, ante) in enumerate(zip(links, antecedents)):
        best = int(row.argmax())
        if row[best] > 0:
            before = int(ante[best])
            members = group.setdefault(before, [before])
            members.append(i)
            group[i] = members
    unique = {id(m): m for m in group.values()}
    return [[int(candidates[i]) for i in m] for m in unique.values()]
