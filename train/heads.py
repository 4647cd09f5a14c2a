"""The heads. Each reads word vectors (384) only; see README.md for the same in formulas."""
import torch
import torch.nn.functional as F
from torch import nn

from lstm import bilstm
from quantise import RoundableLinear

WIDTH = 384   # of the word vectors, whichever encoder makes them
ARC, LABEL, ROLE, ROLE_STATE, COREF = 256, 96, 128, 96, 160

# Magnitudes fall into the bucket that counts the bounds not above them.
ARC_BOUNDS = (1, 2, 3, 4, 5, 7, 10, 15, 25)
ROLE_BOUNDS = (1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100)
WORD_BOUNDS = (2, 3, 5, 9, 17, 33, 65, 129, 257)
SENTENCE_BOUNDS = (1, 2, 3, 4, 5, 8, 16)
ANTECEDENTS = 40


def bucket(magnitude, bounds):
    return torch.bucketize(magnitude, torch.tensor(bounds, device=magnitude.device), right=True)


def signed_bucket(distance, bounds):
    return len(bounds) + torch.sign(distance) * bucket(distance.abs(), bounds)


def pad_rows(rows, index):
    """rows[index], zero where the index is -1."""
    padded = torch.cat([rows, rows.new_zeros(1, rows.size(-1))])
    return padded[index]


class Arcs(nn.Module):
    """Scores of every word of a sentence, or ROOT, as the head of every other."""

    def __init__(self, dropout):
        super().__init__()
        self.dep, self.head = RoundableLinear(WIDTH, ARC), RoundableLinear(WIDTH, ARC)
        self.w = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.root = nn.Parameter(torch.randn(ARC) * 0.1)
        self.distance = nn.Parameter(torch.zeros(2 * len(ARC_BOUNDS) + 1))
        self.dropout = nn.Dropout(dropout)
        nn.init.xavier_uniform_(self.w)

    def forward(self, h, sentences):
        """sentences [S, L]: word numbers, -1 beyond the end. Gives [S, L, 1 + L]; column 0 is ROOT."""
        dep = self.dropout(F.leaky_relu(self.dep(h), 0.1))
        head = self.dropout(F.leaky_relu(self.head(h), 0.1))
        left = dep @ self.w[:ARC] + self.w[ARC]
        left, heads = pad_rows(left, sentences), pad_rows(head, sentences)
        places = torch.arange(sentences.size(1), device=h.device)
        bias = self.distance[signed_bucket(places[None] - places[:, None], ARC_BOUNDS)]
        scores = left @ heads.transpose(1, 2) + bias
        bad = (sentences < 0)[:, None] | torch.eye(len(places), dtype=torch.bool, device=h.device)
        root = left @ self.root + self.distance[len(ARC_BOUNDS)]
        return torch.cat([root[:, :, None], scores.masked_fill(bad, -1e9)], 2)


class Labels(nn.Module):
    """The relation of a word to its head."""

    def __init__(self, relations, dropout):
        super().__init__()
        self.dep, self.head = RoundableLinear(WIDTH, LABEL), RoundableLinear(WIDTH, LABEL)
        self.u = nn.Parameter(torch.randn(relations, LABEL + 1, LABEL + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, h, heads):
        """heads [W]: number of each word's head, -1 for ROOT. Gives [W, relations]."""
        one = h.new_ones(len(h), 1)
        dep = torch.cat([self.dropout(F.leaky_relu(self.dep(h), 0.1)), one], 1)
        head = self.dropout(F.leaky_relu(self.head(h), 0.1))
        head = torch.cat([torch.where((heads < 0)[:, None], self.root, head[heads.clamp_min(0)]), one], 1)
        with torch.autocast(h.device.type, torch.bfloat16, enabled=self.training):   # the largest product of all heads
            left = (dep @ self.u.permute(1, 0, 2).reshape(LABEL + 1, -1)).view(len(h), -1, LABEL + 1)
        return (left.float() @ head[:, :, None]).squeeze(2)


class Roles(nn.Module):
    """For one cue: which words around it are its source and its content."""

    def __init__(self, dropout):
        super().__init__()
        self.word, self.cue = RoundableLinear(WIDTH, ROLE), RoundableLinear(WIDTH, ROLE, bias=False)
        self.iscue = nn.Embedding(2, ROLE)
        self.distance = nn.Embedding(2 * len(ROLE_BOUNDS) + 1, ROLE)
        self.paragraph = nn.Embedding(3, ROLE)
        self.lstm = nn.LSTM(ROLE, ROLE_STATE, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * ROLE_STATE, 5)
        self.dropout = nn.Dropout(dropout)

    def forward(self, h, words, cue_first, cue_last, paragraph):
        """words [C, L]: word numbers, -1 beyond the end; cue_first/last [C]; paragraph [C, L]: 0 the
        cue's, 1 the one before, 2 the one after. Gives [C, L, 5]."""
        z = pad_rows(self.word(h), words) + self.cue(h[cue_first])[:, None]
        is_cue = (words >= cue_first[:, None]) & (words <= cue_last[:, None])
        z = z + self.iscue(is_cue.long()) + self.paragraph(paragraph)
        z = torch.relu(z + self.distance(signed_bucket(words - cue_first[:, None], ROLE_BOUNDS)))
        inside = words >= 0
        y = z.new_zeros(*words.shape, 2 * ROLE_STATE)
        y[inside] = bilstm(self.lstm, self.dropout(z[inside]), inside.sum(1))
        return self.out(self.dropout(y))


class Coref(nn.Module):
    """Word-level coreference (Dobrovolskii 2021): links between the head words of mentions."""

    def __init__(self, dropout):
        super().__init__()
        self.m, self.p, self.q, self.u1, self.u2 = (RoundableLinear(WIDTH, COREF) for _ in range(5))
        self.u3 = nn.Linear(COREF, COREF, bias=False)
        self.w, self.v = (nn.Parameter(torch.randn(COREF) * 0.05) for _ in range(2))
        self.bias = nn.Parameter(torch.zeros(1))
        self.words = nn.Embedding(len(WORD_BOUNDS) + 1, COREF)
        self.sentences = nn.Embedding(len(SENTENCE_BOUNDS) + 1, COREF)
        self.string, self.types = nn.Embedding(3, COREF), nn.Embedding(9, COREF)
        self.dropout = nn.Dropout(dropout)
        for table in (self.words, self.sentences, self.string, self.types):
            nn.init.normal_(table.weight, std=0.1)

    def mention_scores(self, h):
        return self.dropout(torch.relu(self.m(h))) @ self.w + self.bias

    def forward(self, h, scores, place, sentence, string, kind):
        """All arguments hold one entry a candidate, in text order: vector, mention score, word number,
        sentence number, id of the lower-cased word, 0 pronoun 1 proper 2 common.
        Gives (links [n, k], antecedents [n, k]); links to later words are -1e9."""
        n = len(h)
        p, q = self.p(h), self.q(h)
        coarse = scores[:, None] + scores[None] + (p @ q.T) * COREF ** -0.5
        order = torch.arange(n, device=h.device)
        coarse = coarse.masked_fill(order[None] >= order[:, None], -1e9)
        top, ante = coarse.topk(min(ANTECEDENTS, n), 1)
        same = string[:, None] == string[ante]
        proper = (kind[:, None] == 1) & (kind[ante] == 1)
        hidden = (self.u1(h)[:, None] + self.u2(h)[ante] + self.u3(p[:, None] * q[ante])
                  + self.words(bucket(place[:, None] - place[ante], WORD_BOUNDS))
                  + self.sentences(bucket(sentence[:, None] - sentence[ante], SENTENCE_BOUNDS))
                  + self.string(same.long() * (1 + proper.long()))
                  + self.types(3 * kind[:, None] + kind[ante]))
        fine = self.dropout(torch.relu(hidden)) @ self.v
        return torch.where(top > -1e8, top + fine, top), ante
