"""The transformer: BERT's layers over word pieces, with a learned embedding of each piece's shape."""
import torch
import torch.nn.functional as F
from torch import nn

from quantise import RoundableLinear, round_activation, round_table
from windows import MAX_PIECES, encode_window
from wordpiece import WordPieces

WIDTH, HEADS, FFN, LAYERS, EPS = 384, 12, 1536, 6, 1e-12


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.q, self.k, self.v, self.o = (RoundableLinear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = RoundableLinear(WIDTH, FFN), RoundableLinear(FFN, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=EPS) for _ in range(2))
        self.dropout = dropout
        self.rounding = False

    def _rounded(self, x):
        return round_activation(x) if self.rounding else x

    def _attend(self, x, mask):
        batch, length, _ = x.shape
        x = self._rounded(x)
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        # Written out: on CPU in bfloat16 this is two to seven times as fast as PyTorch's fused kernel.
        with torch.autocast(x.device.type, enabled=False):
            scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
            y = scores.softmax(-1) @ v
        return self.o(self._rounded(y.transpose(1, 2).reshape(batch, length, WIDTH)))

    def forward(self, x, mask):
        drop = lambda y: F.dropout(y.float(), self.dropout, self.training)
        x = self.norm1(x + drop(self._attend(x, mask)))
        y = F.gelu(self.up(self._rounded(x)))
        return self.norm2(x + drop(self.down(self._rounded(y))))


class PieceReader:
    """Windows of words as the transformer takes them: pieces and their shapes, padded."""

    def __init__(self, vocabulary):
        self.pieces = WordPieces(vocabulary)

    def size(self, word):
        return len(self.pieces.of_word(word))

    def tensors(self, windows):
        """`windows`: [(document, begin, end)]."""
        encoded = [encode_window(document, self.pieces, begin, end) for document, begin, end in windows]
        width = max(len(ids) for ids, _, _ in encoded)
        pad = lambda rows: torch.tensor([row + [0] * (width - len(row)) for row in rows])
        ids, shapes, first = zip(*encoded)
        return {"ids": pad(ids), "shapes": pad(shapes), "lengths": torch.tensor([len(i) for i in ids]),
                "first": torch.tensor([n * width + f for n, row in enumerate(first) for f in row])}


class Encoder(nn.Module):
    """ids, shapes [B, n], lengths [B]; first [W]: place of each word's first piece in the flattened windows.
    Gives [W, 384]."""
    kind = "transformer"
    halves = True   # loses nothing in bfloat16
    reader = PieceReader

    def __init__(self, vocabulary, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(len(vocabulary), WIDTH)
        self.positions = nn.Embedding(MAX_PIECES, WIDTH)
        self.shapes = nn.Embedding(8, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout
        self.rounding = False

    def embed(self, ids, shapes):
        tables = [self.words(ids), self.positions.weight[: ids.size(1)], self.shapes(shapes)]
        if self.rounding:
            tables = [round_table(t) for t in tables]
        return F.dropout(self.norm(tables[0] + tables[1] + tables[2]), self.dropout, self.training)

    def forward(self, ids, shapes, lengths, first):
        beyond = torch.arange(ids.size(1), device=ids.device)[None] >= lengths[:, None]
        mask = beyond.float() * -1e4
        x = self.embed(ids, shapes)
        for layer in self.layers:
            x = layer(x, mask[:, None, None])
        return x.float().reshape(-1, WIDTH)[first]


def pretrained_state(folder, kept):
    """The encoder's tensors from a BERT checkpoint: `kept` rows of the vocabulary, 256 positions."""
    from safetensors.torch import load_file
    source = {k.removeprefix("bert."): v for k, v in load_file(f"{folder}/model.safetensors").items()}
    token_type = source["embeddings.token_type_embeddings.weight"][0]
    state = {"words.weight": source["embeddings.word_embeddings.weight"][kept],
             "positions.weight": source["embeddings.position_embeddings.weight"][:MAX_PIECES] + token_type}
    names = {"attention.self.query": "q", "attention.self.key": "k", "attention.self.value": "v",
             "attention.output.dense": "o", "attention.output.LayerNorm": "norm1",
             "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2"}
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = source[f"embeddings.LayerNorm.{kind}"]
        for n in range(LAYERS):
            for theirs, ours in names.items():
                state[f"layers.{n}.{ours}.{kind}"] = source[f"encoder.layer.{n}.{theirs}.{kind}"]
    return state
