"""The lemmas of the treebanks' words, as a table of the model file.

A word's inflection is a fact about the word: looking it up beats predicting it from a vector. A line of the table is
"XPOS SCRIPT<TAB>word word ...", lower-cased words that have this tag and take this lemma script (see labels.py). Words of
uninflected tags whose lemma is the word itself are left out.

    lexicon.py MODEL.hsm --data DIR      puts the table into a model file
"""
import argparse
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

import corpora
import hsm
from labels import apply_lemma_script, lemma_script

INFLECTED = {"VBD", "VBG", "VBN", "VBP", "VBZ", "NNS", "NNPS", "JJR", "JJS", "RBR", "RBS"}


def treebank_words(data):
    for path in corpora.TREES.values():
        for _, sentences in corpora.read_conllu(Path(data, path)):
            for _, rows, _ in sentences:
                yield from rows


def best_script(seen):
    """The script that is right most often for the (form, lemma) pairs in `seen`."""
    scripts = {lemma_script(form, lemma) for form, lemma in seen} | {f"=|{lemma}" for _, lemma in seen}
    right = {s: sum(n for (form, lemma), n in seen.items() if apply_lemma_script(form, s) == lemma) for s in scripts}
    # Among equals the most general one: an edit carries over to unseen words, a whole lemma does not.
    return max(sorted(scripts), key=lambda s: (right[s], not s.startswith("=")))


def build(words):
    """The table, from (form, xpos, lemma) triples."""
    seen = defaultdict(Counter)
    for form, xpos, lemma in words:
        if lemma != "_" and " " not in form:
            seen[form.lower(), xpos][form, lemma] += 1
    lines = defaultdict(list)
    for (word, xpos), pairs in seen.items():
        script = best_script(pairs)
        is_plain = script in ("lower|0|", "keep|0|")
        if xpos in INFLECTED or not is_plain:
            lines[f"{xpos} {script}"].append(word)
    return "\n".join(f"{key}\t{' '.join(sorted(words))}" for key, words in sorted(lines.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--data", required=True, help="folder with ud/")
    options = parser.parse_args()
    table = build((w[1], w[4], w[2]) for w in treebank_words(options.data))
    header, arrays = hsm.read(options.model)
    header.pop("tensors", None)
    arrays["lemmas"] = np.frombuffer(table.encode(), np.uint8)
    hsm.write(options.model, header, arrays)


if __name__ == "__main__":
    main()
