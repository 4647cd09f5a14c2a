"""Rounding as the run-time program rounds, with gradients passed straight through.

A matrix becomes integers with one float32 scale a row: scale = max|row| / levels, q = round half to even.
Matrices that multiply 8-bit activations stay within 7 bits, so that two u8 x s8 products never
saturate 16 bits on AVX2; tables and matrices that are only read back use all 8.
"""
import torch
import torch.nn.functional as F
from torch import nn

WEIGHT_LEVELS, TABLE_LEVELS, ACTIVATION_LEVELS = 63, 127, 127


class _RoundRows(torch.autograd.Function):
    @staticmethod
    def forward(context, values, levels):
        scale = values.abs().amax(-1, keepdim=True).clamp_min_(1e-12).div_(levels)
        return values.div(scale).round_().mul_(scale)

    @staticmethod
    def backward(context, gradient):
        return gradient, None


def round_weight(weight):
    return _RoundRows.apply(weight, WEIGHT_LEVELS)


def round_table(rows):
    return _RoundRows.apply(rows, TABLE_LEVELS)


def round_activation(x):
    return _RoundRows.apply(x, ACTIVATION_LEVELS)


def round_state(h):
    """Hidden states of an LSTM lie in (-1, 1): one fixed scale."""
    return h + ((h * ACTIVATION_LEVELS).round() / ACTIVATION_LEVELS - h).detach()


class RoundableLinear(nn.Linear):
    """Takes activations that are already rounded; rounds its own weight when asked."""
    rounding = False

    def forward(self, x):
        return F.linear(x, round_weight(self.weight) if self.rounding else self.weight, self.bias)


def to_integers(matrix, levels):
    """(int8 array, float32 scales) of a float32 matrix, as in the model file."""
    scale = matrix.abs().amax(-1, keepdim=True).clamp_min(1e-12) / levels
    return (matrix / scale).round().to(torch.int8), scale.squeeze(-1)
