"""Tensors of the model file and parameters of the model: one table for both directions."""
import numpy as np
import torch

import encoder
import recurrent
import word_forms
from model import LINEAR_HEADS, Model
from quantise import TABLE_LEVELS, WEIGHT_LEVELS, to_integers


def linear(ours, theirs, bias=True):
    yield f"{ours}.weight", f"{theirs}.weight", WEIGHT_LEVELS
    if bias:
        yield f"{ours}.bias", f"{theirs}.bias", None


def vectors(ours, theirs):
    for kind in ("weight", "bias"):
        yield f"{ours}.{kind}", f"{theirs}.{kind}", None


def transformer_table():
    for name in ("words", "positions", "shapes"):
        yield f"embed.{name}", f"encoder.{name}.weight", TABLE_LEVELS
    yield from vectors("embed.norm", "encoder.norm")
    for n in range(encoder.LAYERS):
        for part in ("q", "k", "v", "o", "up", "down"):
            yield from linear(f"layer.{n}.{part}", f"encoder.layers.{n}.{part}")
        for part in ("norm1", "norm2"):
            yield from vectors(f"layer.{n}.{part}", f"encoder.layers.{n}.{part}")


DIRECTIONS = (("forward", ""), ("backward", "_reverse"))


def recurrent_table():
    yield "embed.words", "encoder.words.added.weight", TABLE_LEVELS
    for n, (part, _, _) in enumerate(word_forms.PARTS):
        yield f"embed.{part}", f"encoder.parts.{n}.weight", TABLE_LEVELS
    for n in range(recurrent.LAYERS):
        for direction, suffix in DIRECTIONS:
            ours, theirs = f"layer.{n}.{direction}", f"encoder.layers.{n}.lstm"
            yield f"{ours}.input.weight", f"{theirs}.weight_ih_l0{suffix}", WEIGHT_LEVELS
            yield f"{ours}.hidden.weight", f"{theirs}.weight_hh_l0{suffix}", WEIGHT_LEVELS
            yield f"{ours}.bias", f"{theirs}.bias_ih_l0{suffix}", None


ENCODER_TABLES = {"transformer": transformer_table, "recurrent": recurrent_table}


def head_table():
    for name in LINEAR_HEADS:
        yield from linear(f"head.{name}", f"linear.{name}")
    for ours, theirs in (("arcs", "arcs"), ("labels", "relations")):
        yield from linear(f"head.{ours}.dep", f"{theirs}.dep")
        yield from linear(f"head.{ours}.head", f"{theirs}.head")
        yield f"head.{ours}.root", f"{theirs}.root", None
    yield "head.arcs.w", "arcs.w", TABLE_LEVELS
    yield "head.arcs.distance", "arcs.distance", None
    yield "head.labels.u", "relations.u", TABLE_LEVELS
    yield from linear("head.roles.word", "roles.word")
    yield from linear("head.roles.cue", "roles.cue", bias=False)
    for table in ("iscue", "distance", "paragraph"):
        yield f"head.roles.{table}", f"roles.{table}.weight", TABLE_LEVELS
    for direction, suffix in DIRECTIONS:
        yield f"head.roles.lstm.{direction}.input", f"roles.lstm.weight_ih_l0{suffix}", TABLE_LEVELS
        yield f"head.roles.lstm.{direction}.hidden", f"roles.lstm.weight_hh_l0{suffix}", TABLE_LEVELS
        yield f"head.roles.lstm.{direction}.bias", f"roles.lstm.bias_ih_l0{suffix}", None
    yield "head.roles.out.weight", "roles.out.weight", TABLE_LEVELS
    yield "head.roles.out.bias", "roles.out.bias", None
    for name in ("m", "p", "q", "u1", "u2"):
        yield from linear(f"head.coref.{name}", f"coref.{name}")
    yield "head.coref.u3", "coref.u3.weight", TABLE_LEVELS
    for name in ("w", "v", "bias"):
        yield f"head.coref.{name}", f"coref.{name}", None
    for table in ("words", "sentences", "string", "types"):
        yield f"head.coref.{table}", f"coref.{table}.weight", TABLE_LEVELS


def table(kind):
    """[(tensor of the file, parameter of the model, levels, or None for a float32 vector)]."""
    return [*ENCODER_TABLES[kind](), *head_table()]


def merge_lstm_biases(state):
    """PyTorch's LSTM has two biases that are only ever added."""
    for second in [name for name in state if ".bias_hh_" in name]:
        first = second.replace("_hh_", "_ih_")
        state[first], state[second] = state[first] + state[second], torch.zeros_like(state[second])
    return state


def to_arrays(model):
    """name -> numpy array, in the order of the file."""
    if model.encoder.kind == "recurrent":
        model.encoder.words.fold()
    state = merge_lstm_biases(dict(model.state_dict()))
    arrays = {"vocab": np.frombuffer("\n".join(model.vocabulary).encode(), np.uint8)}
    for name, parameter, levels in table(model.encoder.kind):
        value = state[parameter].float()
        if levels is None:
            arrays[name] = value.numpy()
        else:
            integers, scale = to_integers(value.reshape(-1, value.size(-1)), levels)
            arrays[name], arrays[f"{name}.scale"] = integers.numpy(), scale.numpy()
    return arrays


def to_model(header, arrays):
    """The model that a file describes; it computes with rounding, as the run-time program does."""
    kind = header["encoder"]["kind"]
    model = Model(header["labels"], arrays["vocab"].tobytes().decode().split("\n"), kind)
    state = model.state_dict()
    for name, parameter, levels in table(kind):
        value = torch.tensor(arrays[name].astype(np.float32))
        if levels is not None:
            value = value * torch.tensor(arrays[f"{name}.scale"])[:, None]
        state[parameter] = value.view_as(state[parameter])
    for name in state:
        if ".bias_hh_" in name:
            state[name].zero_()
    model.load_state_dict(state)
    model.set_rounding(True)
    return model.eval()
