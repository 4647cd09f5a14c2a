"""Writes a checkpoint as a model file:  export.py CHECKPOINT OUT.hsm"""
import sys

import checkpoint
import hsm
from encoder import EPS, FFN, HEADS, LAYERS, WIDTH
from tensors import to_arrays
from windows import MAX_PIECES
from wordpiece import WordPieces


def header(state):
    pieces = WordPieces(state["vocabulary"])
    encoder = {"kind": "transformer", "layers": LAYERS, "width": WIDTH, "heads": HEADS, "ffn": FFN,
               "max_pieces": MAX_PIECES, "layer_norm_eps": EPS,
               "specials": {"unk": pieces.unk, "cls": pieces.cls, "sep": pieces.sep}}
    return {"name": "accurate", "language": "en", "encoder": encoder, "labels": state["labels"],
            "training": {**state["settings"], "step": state["step"]}}


def main():
    state = checkpoint.load(sys.argv[1])
    hsm.write(sys.argv[2], header(state), to_arrays(checkpoint.model_of(state)))


if __name__ == "__main__":
    main()
