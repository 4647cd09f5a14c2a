"""The recurrent encoder: two bidirectional LSTM layers over the forms of words."""
import torch
import torch.nn.functional as F
from torch import nn

from heads import WIDTH
from lstm import bilstm
from quantise import round_activation, round_state, round_table, round_weight
from word_forms import PARTS, FormReader

WORD, STATE, LAYERS = 96, WIDTH // 2, 2
INPUT = WORD + sum(size for _, _, size in PARTS)


class Words(nn.Module):
    """Vectors of words: what pretrained vectors say, mapped to WORD numbers, plus what training adds.

    `vectors` [V, n] stays as it is; `counts` [V] says how often training sees a word: rare ones are often left
    out, so that the spelling learns to stand in for them. Neither is needed once the sum is folded into one table.
    """

    def __init__(self, size):
        super().__init__()
        self.added = nn.Embedding(size, WORD)
        nn.init.zeros_(self.added.weight)
        self.map = None
        self.register_buffer("vectors", None, persistent=False)
        self.register_buffer("counts", None, persistent=False)

    def set_pretrained(self, vectors, counts):
        self.vectors, self.counts = vectors, counts
        self.map = nn.Linear(vectors.size(1), WORD, bias=False)

    def forward(self, ids):
        if self.training and self.counts is not None:
            share = 0.4 / (0.4 + self.counts[ids])
            ids = torch.where(torch.rand_like(share) < share, 0, ids)
        added = self.added(ids)
        return added if self.map is None else added + self.map(self.vectors[ids])

    def fold(self):
        """Puts all into the one table that the model file has."""
        if self.map is not None:
            with torch.no_grad():
                self.added.weight += self.map(self.vectors)
            self.map, self.vectors, self.counts = None, None, None


class Layer(nn.Module):
    """One bidirectional LSTM layer whose weights can be rounded."""

    def __init__(self, inputs):
        super().__init__()
        self.lstm = nn.LSTM(inputs, STATE, bidirectional=True)
        self.rounding = False

    def forward(self, x, lengths):
        return bilstm(self.lstm, x, lengths, round_weight if self.rounding else lambda weight: weight)


class Encoder(nn.Module):
    """rows [W, 9] of FormReader, lengths [S] of the sequences, which follow one another. Gives [W, 384]."""
    kind = "recurrent"
    halves = False
    reader = FormReader

    def __init__(self, vocabulary, dropout=0.25, layer_dropout=0.2):
        super().__init__()
        self.words = Words(len(vocabulary))
        self.parts = nn.ModuleList(nn.Embedding(rows, size) for _, rows, size in PARTS)
        for table in self.parts:
            nn.init.normal_(table.weight, std=0.3)
        self.layers = nn.ModuleList(Layer(n) for n in (INPUT, *[WIDTH] * (LAYERS - 1)))
        self.dropout, self.layer_dropout = dropout, layer_dropout
        self.rounding = False

    def embed(self, rows):
        words = self.words(rows[:, 0])
        parts = [table(rows[:, n]) for n, table in enumerate(self.parts, 1)]
        tables = [words, *parts]
        if self.rounding:
            tables = [round_table(t) for t in tables]
        x = torch.cat(tables, 1)
        x = F.dropout(x, self.dropout, self.training)
        return round_activation(x) if self.rounding else x

    def _same_over_time(self, x, lengths):
        """Dropout with one mask a sequence."""
        if not self.training:
            return x
        keep = torch.bernoulli(x.new_full((len(lengths), x.size(1)), 1 - self.layer_dropout)) / (1 - self.layer_dropout)
        return x * keep.repeat_interleave(lengths, 0)

    def forward(self, rows, lengths):
        x = self.embed(rows)
        for number, layer in enumerate(self.layers):
            if number:
                x = self._same_over_time(round_state(x) if self.rounding else x, lengths)
            x = layer(x, lengths)
        return self._same_over_time(x, lengths)
