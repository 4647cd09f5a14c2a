"""One encoder, all heads."""
import torch
from torch import nn

import encoder
import recurrent
from heads import WIDTH, Arcs, Coref, Labels, Roles
from quantise import RoundableLinear, round_activation

ENCODERS = {e.kind: e for e in (encoder.Encoder, recurrent.Encoder)}
LINEAR_HEADS = ("upos", "xpos", "feats", "lemma", "sentence", "names", "cue")


class Model(nn.Module):
    def __init__(self, labels, vocabulary, kind="transformer", dropout=0.2):
        super().__init__()
        self.labels, self.vocabulary = labels, vocabulary
        self.encoder = ENCODERS[kind](vocabulary)
        self.reader = self.encoder.reader(vocabulary)
        self.hurry = False   # half precision outside training too; for labelling much text
        sizes = {k: len(labels[k]) for k in LINEAR_HEADS if k != "sentence"} | {"sentence": 2}
        self.linear = nn.ModuleDict({k: RoundableLinear(WIDTH, sizes[k]) for k in LINEAR_HEADS})
        self.arcs, self.coref, self.roles = Arcs(dropout), Coref(dropout), Roles(dropout)
        self.relations = Labels(len(labels["relations"]), dropout)
        self.dropout = nn.Dropout(dropout)

    def set_rounding(self, on):
        """Computes with rounded weights and activations from now on (see quantise.py)."""
        for module in self.modules():
            if hasattr(module, "rounding"):
                module.rounding = on

    def word_vectors(self, batch):
        """[W, 384], in the order of the words."""
        device = next(self.parameters()).device.type
        halves = self.encoder.halves and (device == "cuda" or self.training or self.hurry)
        with torch.autocast(device, torch.bfloat16, enabled=halves):
            h = self.encoder(**batch.inputs)
        return self.dropout(round_activation(h) if self.encoder.rounding else h)
