"""Writes a checkpoint as a model file:  export.py CHECKPOINT OUT.hsm"""
import sys
from pathlib import Path

import checkpoint
import encoder
import hsm
import recurrent
import word_forms
from heads import WIDTH
from tensors import to_arrays
from windows import MAX_PIECES


def transformer_header(model):
    pieces = model.reader.pieces
    return {"kind": "transformer", "layers": encoder.LAYERS, "width": WIDTH, "heads": encoder.HEADS,
            "ffn": encoder.FFN, "max_pieces": MAX_PIECES, "layer_norm_eps": encoder.EPS,
            "specials": {"unk": pieces.unk, "cls": pieces.cls, "sep": pieces.sep}}


def recurrent_header(model):
    parts = [{"name": name, "rows": rows, "size": size} for name, rows, size in word_forms.PARTS]
    return {"kind": "recurrent", "layers": recurrent.LAYERS, "width": WIDTH, "state": recurrent.STATE,
            "input": recurrent.INPUT, "max_words": MAX_PIECES - 2, "word_size": recurrent.WORD, "affixes": parts}


ENCODER_HEADERS = {"transformer": transformer_header, "recurrent": recurrent_header}


def main():
    state = checkpoint.load(sys.argv[1])
    model = checkpoint.model_of(state)
    header = {"name": Path(sys.argv[2]).stem, "language": "en", "encoder": ENCODER_HEADERS[state["encoder"]](model),
              "labels": state["labels"], "training": {**state["settings"], "step": state["step"]}}
    hsm.write(sys.argv[2], header, to_arrays(model))


if __name__ == "__main__":
    main()
