"""Saving and loading a training run."""
import os

import torch

from model import Model


def save(path, model, optimizer, streams, step, settings, average=None):
    """Everything to go on from; written beside and renamed, so that a crash leaves the old one."""
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "rng": torch.get_rng_state(),
             "streams": {k: (s.number, s.place) for k, s in streams.items()}, "step": step,
             "labels": model.labels, "encoder": model.encoder.kind, "vocabulary": model.vocabulary, "settings": settings,
             "average": average}
    if model.encoder.kind == "recurrent":
        state |= {"vectors": model.encoder.words.vectors, "counts": model.encoder.words.counts}
    torch.save(state, f"{path}.new")
    os.replace(f"{path}.new", path)


def load(path):
    return torch.load(path, map_location="cpu", weights_only=False)


def model_of(state):
    model = Model(state["labels"], state["vocabulary"], state["encoder"])
    if "encoder.words.map.weight" in state["model"]:
        model.encoder.words.set_pretrained(state["vectors"], state["counts"])
    model.load_state_dict(state["model"])
    return model
