"""Averages two model files of the same labels and vocabulary, weight by weight, and rounds the result anew.

    average.py FIRST.hsm SECOND.hsm OUT.hsm [--share 0.4]      (--share: how much of the first)

Two rounds of one training lie in one basin: between them the model is a little more sure on what neither has seen
(Wortsman et al. 2022, "Model soups"). All else in the file is the second's.
"""
import argparse

import numpy as np
import torch

import hsm
from quantise import to_integers
from tensors import table


def mixed(first, second, name, levels, share):
    """The tensors that take the place of `name` in the second file."""
    if levels is None:
        return {name: (share * first[name] + (1 - share) * second[name]).astype(np.float32)}
    floats = [torch.tensor(f[name].astype(np.float32)) * torch.tensor(f[f"{name}.scale"])[:, None]
              for f in (first, second)]
    integers, scale = to_integers(share * floats[0] + (1 - share) * floats[1], levels)
    return {name: integers.numpy(), f"{name}.scale": scale.numpy()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("out")
    parser.add_argument("--share", type=float, default=0.4)
    options = parser.parse_args()
    (header, first), (target, second) = hsm.read(options.first), hsm.read(options.second)
    if header["labels"] != target["labels"] or bytes(first["vocab"]) != bytes(second["vocab"]):
        parser.error("the two models have other labels or another vocabulary")
    target.pop("tensors")
    arrays = dict(second)
    for name, _, levels in table(target["encoder"]["kind"]):
        arrays |= mixed(first, second, name, levels, options.share)
    hsm.write(options.out, target, arrays)


if __name__ == "__main__":
    main()
