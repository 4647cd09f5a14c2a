"""Runs a model over one document as the run-time program does: one encoding, then each head."""
import torch

from batch import coref_layers, cue_tensors, collate, role_context
from decode import clusters, spans, viterbi
from labels import CUE, ROLES
from losses import kept_candidates
from model import LINEAR_HEADS
from windows import Unit, cut_windows, runs


class Analysis:
    """Word vectors of a document and what the heads make of them."""

    def __init__(self, model, document):
        self.model, self.document = model, document
        self.windows = cut_windows(document, model.reader)
        batch = collate([Unit(document, self.windows)], model.reader, None)
        self.vectors = model.word_vectors(batch)   # rounded: all heads read the same
        self.scores = {name: model.linear[name](self.vectors) for name in LINEAR_HEADS}

    def best(self, layer):
        return [self.model.labels[layer][i] for i in self.scores[layer].argmax(1)]

    def sentences(self):
        """Number of the sentence of each word; a paragraph always starts one."""
        starts = self.scores["sentence"].argmax(1).tolist()
        paragraph = self.document.paragraph
        out, number = [], -1
        for i, start in enumerate(starts):
            number += bool(start) or i == 0 or paragraph[i] != paragraph[i - 1]
            out.append(number)
        return out

    def heads(self, sentence):
        """(head of each word by highest score, -1 for ROOT; the score matrix of each sentence)."""
        heads, matrices = [], []
        for span in runs(sentence):
            scores = self.model.arcs(self.vectors, torch.tensor([list(span)]))[0]
            heads += [span.start + c - 1 if c else -1 for c in scores.argmax(1).tolist()]
            matrices.append(scores)
        return torch.tensor(heads), matrices

    def relations(self, heads):
        return self.model.relations(self.vectors, heads)

    def names(self):
        labels = self.model.labels["names"]
        return spans(viterbi(self.scores["names"].numpy(), labels), labels)

    def cues(self):
        """[(window, first, last)] of each cue; cues are sought window by window."""
        for window in self.windows:
            for first, last, _ in spans(viterbi(self.scores["cue"][window[0]:window[1]].numpy(), CUE), CUE):
                yield window, first + window[0], last + window[0]

    def attributions(self):
        """[(first, last, words, scores [n, 5])], one a cue."""
        cues = list(self.cues())
        if not cues:
            return []
        contexts = [role_context(self.document.paragraph, (first, last), *window) for window, first, last in cues]
        rows = [(words, sides, first, last, [0] * len(words)) for (words, sides), (_, first, last) in zip(contexts, cues)]
        arguments = cue_tensors(rows)
        del arguments["tags"]
        scores = self.model.roles(self.vectors, **arguments)
        return [(first, last, words, s[:len(words)])
                for (_, first, last), (words, _), s in zip(cues, contexts, scores)]

    def coref(self, sentence, upos):
        """(mention scores, candidates, links, antecedents)."""
        document = self.document
        document.sentence = sentence
        layers = coref_layers(document, upos)
        scores = self.model.coref.mention_scores(self.vectors)
        kept = kept_candidates(scores, layers)
        if not len(kept):
            return scores, kept, torch.zeros(0, 0), torch.zeros(0, 0, dtype=torch.long)
        links, ante = self.model.coref(self.vectors[kept], scores[kept], kept, layers["sentence"][kept],
                                       layers["string"][kept], layers["kind"][kept])
        return scores, kept, links, ante


def role_spans(words, scores):
    """{"source": [(first, last)], "content": [...]} in word numbers."""
    found = spans(viterbi(scores.numpy(), ROLES), ROLES)
    return {role: [(words[a], words[b]) for a, b, kind in found if kind == role] for role in ("source", "content")}
