"""What the recurrent encoder knows of a word: its place in the vocabulary and hashed parts of its spelling.

The run-time program must make the same numbers; README.md has the rules.
"""
import functools
import unicodedata

import torch

from windows import runs
from wordpiece import simple_lower

UNKNOWN = "<unk>"
PARTS = [("prefix1", 512, 16), ("prefix2", 2048, 24), ("prefix3", 8192, 32), ("suffix1", 512, 16),
         ("suffix2", 2048, 32), ("suffix3", 8192, 48), ("suffix4", 8192, 48), ("shape", 512, 40)]
LONGEST_RUN = 3
MARKS = str.maketrans("“”„‘’‚–—", "\"\"\"'''--")


def key(word):
    """The form that is looked up: lower case, plain quotation marks and dashes, digits all 0."""
    return "".join("0" if unicodedata.category(c) == "Nd" else c for c in simple_lower(word.translate(MARKS)))


def pattern_character(c):
    category = unicodedata.category(c)
    if category in ("Lu", "Lt"):
        return "X"
    return "x" if category[0] == "L" else "d" if category == "Nd" else c


def pattern(word):
    """Capitals, small letters and digits; long runs cut short: "McDonald's" is XxXxxx'x."""
    out = []
    for c in map(pattern_character, word):
        if out[-LONGEST_RUN:] != [c] * LONGEST_RUN:
            out.append(c)
    return "".join(out)


def fnv1a(number, text):
    value = 2166136261
    for byte in (number, *text.encode()):
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


class FormReader:
    """Windows of words as the recurrent encoder takes them."""

    def __init__(self, vocabulary):
        self.ids = {k: i for i, k in enumerate(vocabulary)}
        self.row = functools.lru_cache(maxsize=None)(self._row)

    def size(self, word):
        return 1

    def _row(self, word):
        """The number of the word, then its row in each table of PARTS."""
        form = key(word)
        parts = [form[:1], form[:2], form[:3], form[-1:], form[-2:], form[-3:], form[-4:], pattern(word)]
        return [self.ids.get(form, 0)] + [fnv1a(n, part) % rows
                                          for n, (part, (_, rows, _)) in enumerate(zip(parts, PARTS), 1)]

    def tensors(self, windows):
        """`windows`: [(document, begin, end)]. Each stretch of one paragraph is a sequence of its own."""
        rows = [self.row(w) for document, begin, end in windows for w in document.words[begin:end]]
        lengths = [len(r) for document, begin, end in windows for r in runs(document.paragraph[begin:end])]
        return {"rows": torch.tensor(rows), "lengths": torch.tensor(lengths)}
