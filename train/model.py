"""One encoder, all heads."""
import torch
from torch import nn

from encoder import WIDTH, Encoder, Layer, RoundableLinear
from heads import Arcs, Coref, Labels, Roles
from quantise import round_activation
from windows import MAX_PIECES

LINEAR_HEADS = ("upos", "xpos", "feats", "lemma", "sentence", "names", "cue")


class Model(nn.Module):
    def __init__(self, labels, vocabulary, dropout=0.2):
        super().__init__()
        self.labels, self.vocabulary = labels, vocabulary
        self.encoder = Encoder(len(vocabulary), MAX_PIECES)
        sizes = {k: len(labels[k]) for k in LINEAR_HEADS if k != "sentence"} | {"sentence": 2}
        self.linear = nn.ModuleDict({k: RoundableLinear(WIDTH, sizes[k]) for k in LINEAR_HEADS})
        self.arcs, self.coref, self.roles = Arcs(dropout), Coref(dropout), Roles(dropout)
        self.relations = Labels(len(labels["relations"]), dropout)
        self.dropout = nn.Dropout(dropout)

    def set_rounding(self, on):
        """Computes with rounded weights and activations from now on (see quantise.py)."""
        for module in self.modules():
            if isinstance(module, (Encoder, Layer, RoundableLinear)):
                module.rounding = on

    def word_vectors(self, batch):
        """[W, 384], in the order of batch.first."""
        fast = self.training and batch.ids.device.type == "cpu"
        device = batch.ids.device.type
        with torch.autocast(device, torch.bfloat16, enabled=fast or device == "cuda"):
            pieces = self.encoder(batch.ids, batch.shapes, batch.lengths)
        h = pieces.float().reshape(-1, WIDTH)[batch.first]
        return self.dropout(round_activation(h) if self.encoder.rounding else h)
