"""Fits the head that says which words head the arguments of a verb, on the finished encoder, and writes it into the model.

    arguments.py MODEL.hsm QASRL.jsonl --pairs build/release/train/argument_pairs [--folds 5] [--write]

QASRL.jsonl is in the form of the QA-SRL Gold Standard (Roit et al. 2020): {"sentence": words parted by spaces, "verbs": [{"index",
"verb", "roles": [{"question", "wh", "passive", "spans": [[b, e], ...]}]}]}. A word is an argument where it is the topmost one
of an answer. Its kind is read off the question: who acts, what is acted on (also the subject of the passive), what else is
asked for with who or what, when, where, why and how. First the folds tell what the head is worth on sentences it has not
seen; --write fits it on all of them and puts it into MODEL.hsm, in place of an older one. The same files give the same
weights.
"""
import argparse
import json
import re
import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

import hsm
from quantise import TABLE_LEVELS, WEIGHT_LEVELS, to_integers

KINDS = ("none", "subject", "object", "oblique", "time", "place", "manner")
PLACEHOLDERS = {"someone", "something", "somewhere"}
AUXILIARIES = set("do does did is was are were be been being am has have had having can could will would shall should may might must not "
                  "n't don't doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't can't couldn't won't wouldn't shouldn't "
                  "mightn't mustn't cannot".split())
HIDDEN, EPOCHS, BATCH, RATE, DECAY, DROPOUT = 64, 10, 64, 8e-4, 0.02, 0.2   # chosen by the folds
SEED = 7


@dataclass
class Sentence:
    tokens: list        # [(begin, end)] in bytes of its line
    heads: np.ndarray   # -1 for none
    vectors: torch.Tensor
    verbs: np.ndarray   # of each pair
    words: np.ndarray
    signs: np.ndarray   # [pairs, kinds of signs]
    targets: np.ndarray = None   # of each pair, -1 where the verb was not asked about


def read_pairs(path):
    """(line -> Sentence, rows of the table of signs)."""
    data = Path(path).read_bytes()
    width, kinds, rows = struct.unpack_from("<III", data)
    at, sentences = 12, {}
    pair = np.dtype([("verb", "<u4"), ("word", "<u4"), ("signs", "<u2", (kinds,))])
    while at < len(data):
        line, words, pairs = struct.unpack_from("<III", data, at)
        places = np.frombuffer(data, "<i4", 3 * words, at + 12).reshape(words, 3)
        at += 12 + places.nbytes
        vectors = np.frombuffer(data, "<f4", words * width, at).reshape(words, width)
        at += vectors.nbytes
        table = np.frombuffer(data, pair, pairs, at)
        at += table.nbytes
        sentences[line] = Sentence([(int(b), int(e)) for b, e, _ in places], places[:, 2], torch.tensor(vectors), table["verb"].astype(np.int64),
                                   table["word"].astype(np.int64), table["signs"].astype(np.int64))
    return sentences, rows


def kind_of(role):
    """What a question asks for."""
    wh = role["wh"].lower()
    if wh not in ("who", "what"):
        return {"when": "time", "where": "place", "how long": "time"}.get(wh, "manner")
    words = re.findall(r"[\w'’]+", role["question"].lower())[1:]
    first = next((w for w in words if w not in AUXILIARIES), "")
    if first not in PLACEHOLDERS:
        return "object" if role["passive"] else "subject"
    if words[-1] == "by" and role["passive"]:
        return "subject"
    bound = words[-1] in ("to", "of", "in", "on", "for", "with", "from", "at", "about", "into", "as", "by", "against", "over",
                          "between", "through", "under", "after", "around", "towards", "like", "than", "across")
    return "oblique" if bound else "object"


def add_targets(sentence, record):
    """Aligns words by their bytes and marks the topmost word of each answer."""
    starts, at = [], 0
    for word in record["sentence"].split(" "):
        size = len(word.encode())
        starts.append((at, at + size))
        at += size + 1
    inside = lambda token, span: starts[span[0]][0] <= token[0] and token[1] <= starts[span[1] - 1][1]
    sentence.targets = np.full(len(sentence.verbs), -1)
    for verb in record["verbs"]:
        begin, end = starts[verb["index"]]
        of_verb = [i for i, v in enumerate(sentence.verbs) if begin <= sentence.tokens[v][0] < end]
        sentence.targets[of_verb] = 0
        # Core roles last: they win where an answer serves two questions.
        for role in sorted(verb["roles"], key=lambda r: r["wh"].lower() in ("who", "what")):
            for span in role["spans"]:
                within = {t for t, place in enumerate(sentence.tokens) if inside(place, span)}
                for i in of_verb:
                    word = sentence.words[i]
                    if word in within and sentence.heads[word] not in within:
                        sentence.targets[i] = KINDS.index(kind_of(role))


class Head(nn.Module):
    def __init__(self, width, rows):
        super().__init__()
        self.verb = nn.Linear(width, HIDDEN, bias=False)
        self.word = nn.Linear(width, HIDDEN)
        self.signs = nn.EmbeddingBag(rows, HIDDEN, mode="sum")
        self.out = nn.Linear(HIDDEN, len(KINDS))
        self.drop = nn.Dropout(DROPOUT)
        nn.init.normal_(self.signs.weight, std=0.05)

    def forward(self, verbs, words, signs):
        hidden = torch.relu(self.verb(self.drop(verbs)) + self.word(self.drop(words)) + self.signs(signs))
        return self.out(self.drop(hidden))


def collect(sentences):
    """Tensors over the pairs of verbs that were asked about."""
    verbs, words, signs, targets = [], [], [], []
    for s in sentences:
        known = s.targets >= 0
        verbs.append(s.vectors[s.verbs[known]])
        words.append(s.vectors[s.words[known]])
        signs.append(torch.tensor(s.signs[known]))
        targets.append(torch.tensor(s.targets[known]))
    return [torch.cat(part) for part in (verbs, words, signs, targets)]


def fit(data, rows):
    torch.manual_seed(SEED)
    verbs, words, signs, targets = data
    head = Head(verbs.size(1), rows)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(targets) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(targets)).split(BATCH):
            loss = nn.functional.cross_entropy(head(verbs[part], words[part], signs[part]), targets[part])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return head.eval()


def best_f1(scores, right):
    """(F1, threshold, average precision)"""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    precision, recall = hits / np.arange(1, len(hits) + 1), hits / max(1, hits[-1])
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    return f1.max(), scores[order][f1.argmax()], float((precision * right[order]).sum() / max(1, hits[-1]))


def report(probabilities, targets):
    for name, kinds in (("core", (1, 2, 3)), *((k, (i,)) for i, k in enumerate(KINDS) if i), ("any", range(1, len(KINDS)))):
        scores, right = probabilities[:, list(kinds)].sum(1), np.isin(targets, list(kinds))
        f1, threshold, area = best_f1(scores, right)
        print(f"{name:8s} {right.sum():5d} of {len(right)} pairs; best F1 {100 * f1:.1f} at {threshold:.2f}, average precision {100 * area:.1f}")


def cross_validate(sentences, rows, count):
    """Probabilities of pairs by heads that have not seen their sentence."""
    folds = [sentences[f::count] for f in range(count)]
    probabilities, targets = [], []
    for f, held in enumerate(folds):
        head = fit(collect([s for g, fold in enumerate(folds) if g != f for s in fold]), rows)
        verbs, words, signs, gold = collect(held)
        with torch.no_grad():
            probabilities.append(head(verbs, words, signs).softmax(1).numpy())
        targets.append(gold.numpy())
    report(np.concatenate(probabilities), np.concatenate(targets))


MATRICES = (("verb.weight", WEIGHT_LEVELS), ("word.weight", WEIGHT_LEVELS), ("signs", TABLE_LEVELS), ("out", TABLE_LEVELS))


def load_head(arrays):
    """The head of a model file; it computes with rounded weights, as the program does."""
    part = {name: torch.tensor(arrays[f"head.arguments.{name}"].astype(np.float32)) *
            torch.tensor(arrays[f"head.arguments.{name}.scale"])[:, None] for name, _ in MATRICES}
    head = Head(part["verb.weight"].size(1), part["signs"].size(0))
    head.load_state_dict({"verb.weight": part["verb.weight"], "word.weight": part["word.weight"],
                          "word.bias": torch.tensor(arrays["head.arguments.word.bias"]), "signs.weight": part["signs"],
                          "out.weight": part["out"], "out.bias": torch.tensor(arrays["head.arguments.out.bias"])})
    return head.eval()


def write(path, head):
    header, arrays = hsm.read(path)
    header.pop("tensors")
    arrays = {k: v for k, v in arrays.items() if not k.startswith("head.arguments.")}
    weights = (head.verb.weight, head.word.weight, head.signs.weight, head.out.weight)
    for (name, levels), weight in zip(MATRICES, weights):
        integers, scale = to_integers(weight.detach(), levels)
        arrays[f"head.arguments.{name}"], arrays[f"head.arguments.{name}.scale"] = integers.numpy(), scale.numpy()
    arrays["head.arguments.word.bias"] = head.word.bias.detach().numpy()
    arrays["head.arguments.out.bias"] = head.out.bias.detach().numpy()
    hsm.write(path, header, arrays)


def load(options):
    records = [json.loads(line) for line in open(options.qasrl, encoding="utf-8")]
    lines = [r["sentence"] for r in records]
    with tempfile.TemporaryDirectory() as folder:
        text, pairs = Path(folder, "sentences.txt"), Path(folder, "pairs.bin")
        text.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run([options.pairs, options.model, text, pairs], check=True)
        sentences, rows = read_pairs(pairs)
    for line, sentence in sentences.items():
        add_targets(sentence, records[line])
    return list(sentences.values()), rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("qasrl")
    parser.add_argument("--pairs", required=True, help="the program argument_pairs")
    parser.add_argument("--folds", type=int, default=5, help="0: do not measure")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    sentences, rows = load(options)
    if options.folds:
        cross_validate(sentences, rows, options.folds)
    if options.write:
        write(options.model, fit(collect(sentences), rows))


if __name__ == "__main__":
    main()
