"""A batch of units as tensors: pieces, words, sentences, cues, mentions."""
from dataclasses import dataclass

import torch

from labels import IGNORE, NAMES, allowed_names
from windows import runs

ROLE_REACH = 200


class Targets:
    """Gold strings to numbers, for one set of label inventories."""

    def __init__(self, labels):
        self.numbers = {k: {s: i for i, s in enumerate(labels[k])}
                        for k in ("upos", "xpos", "feats", "lemma", "relations")}
        self.allowed, self.rows = {}, []

    def number(self, key, string):
        return self.numbers[key].get(string, IGNORE)

    def names(self, label, scheme):
        """The row of `masks()` that lists the labels which the corpus leaves possible."""
        key = (label, scheme)
        if key not in self.allowed:
            self.allowed[key] = len(self.rows)
            self.rows.append([n in allowed_names(label, scheme) for n in NAMES])
        return self.allowed[key]

    def masks(self):
        return torch.tensor(self.rows)


@dataclass
class Batch:
    inputs: dict                # arguments of the encoder
    gold: dict                  # layer -> [W] label numbers, IGNORE where unknown
    sentences: torch.Tensor     # [S, L] words of each sentence, -1 beyond its end; None without gold
    cues: dict                  # arguments of Roles and "tags" [C, L]; None without cues
    coref: dict                 # one entry a word; None without gold

    def words(self):
        return len(next(iter(self.gold.values())))

    def to(self, device):
        move = lambda x: x.to(device) if torch.is_tensor(x) else x
        moved = {k: ({n: move(t) for n, t in v.items()} if isinstance(v, dict) else move(v))
                 for k, v in vars(self).items()}
        return Batch(**moved)


def pad(rows, value):
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def gold_of(document, begin, end, offset, targets):
    """Label numbers of the words of one window; heads count from the start of the batch."""
    gold = {k: [targets.number(k, s) for s in v[begin:end]]
            for k, v in document.strings.items() if k != "names"}
    if "names" in document.strings:
        gold["names"] = [targets.names(s, document.scheme) for s in document.strings["names"][begin:end]]
    if document.heads:
        gold["heads"] = [h + offset if h >= 0 else -1 for h in document.heads[begin:end]]
        gold["sentence"] = [int(i == 0 or document.sentence[i] != document.sentence[i - 1])
                            for i in range(begin, end)]
    if document.cue_tags:
        gold["cue"] = document.cue_tags[begin:end]
    return gold


def role_context(paragraph, cue, begin, end):
    """Words that a cue's roles may lie in, and whether each is in the cue's paragraph (0), before (1), after (2).

    The cue's paragraph and its two neighbours, at most ROLE_REACH words away, inside the window [begin, end)."""
    near = range(max(begin, cue[0] - ROLE_REACH), min(end, cue[-1] + 1 + ROLE_REACH))
    words = [i for i in near if abs(paragraph[i] - paragraph[cue[0]]) <= 1]
    side = {0: 0, -1: 1, 1: 2}
    return words, [side[paragraph[i] - paragraph[cue[0]]] for i in words]


def cue_rows(document, begin, end, offset):
    for attribution in document.attributions or ():
        cue = [w for w in attribution.cue if begin <= w < end]
        if not cue or cue[0] != attribution.cue[0]:
            continue
        words, sides = role_context(document.paragraph, cue, begin, end)
        yield ([w + offset for w in words], sides, cue[0] + offset, cue[-1] + offset,
               [attribution.roles.get(w, 0) for w in words])


def cue_tensors(rows):
    if not rows:
        return None
    words, sides, first, last, tags = zip(*rows)
    return {"words": pad(words, -1), "paragraph": pad(sides, 0), "cue_first": torch.tensor(first),
            "cue_last": torch.tensor(last), "tags": pad(tags, IGNORE)}


KINDS = {"PRON": 0, "PROPN": 1}
CANDIDATES = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "VERB"}


def coref_layers(document, upos):
    """What coreference knows of each word beside its vector."""
    ids = {}
    return {"string": torch.tensor([ids.setdefault(w.lower(), len(ids)) for w in document.words]),
            "sentence": torch.tensor(document.sentence),
            "kind": torch.tensor([KINDS.get(u, 2) for u in upos]),
            "candidate": torch.tensor([u in CANDIDATES for u in upos])}


def collate(units, reader, targets):
    """Tensors of a batch; `targets` None leaves the gold out (sentences, cues and clusters too)."""
    gold, cues, sentences, words = [], [], [], 0
    for unit in units:
        for begin, end in unit.windows:
            if targets:
                gold.append(gold_of(unit.document, begin, end, words - begin, targets))
                cues += cue_rows(unit.document, begin, end, words - begin)
            words += end - begin
        if targets and unit.document.heads:
            begin, end = unit.windows[0][0], unit.windows[-1][1]
            offset = words - (end - begin)
            sentences += [[i + offset for i in r] for r in runs(unit.document.sentence[begin:end])]
    clusters = targets and units[0].document.clusters is not None
    coref = coref_layers(units[0].document, units[0].document.strings["upos"]) if clusters else None
    if coref:
        coref["cluster"] = torch.tensor(units[0].document.clusters)
    inputs = reader.tensors([(unit.document, *window) for unit in units for window in unit.windows])
    return Batch(inputs, {k: torch.tensor([x for g in gold for x in g[k]]) for k in (gold[0] if gold else ())},
                 pad(sentences, -1) if sentences else None, cue_tensors(cues), coref)
