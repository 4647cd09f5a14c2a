#!/usr/bin/env python3
"""Of the statements given confidence 0.8, are 80 % right? Measures it, and fits the weights behind the confidence anew.

    bench/calibrate_statements.py HEARSAY QASRL.jsonl [--model MODEL]            how sure, how often right
    bench/calibrate_statements.py HEARSAY QASRL.jsonl --model MODEL.hsm --fit SIGNS [--write SOURCE]
                                                                                 fits, cross-validates, prints the weights,
                                                                                 writes them into SOURCE

QASRL.jsonl is in the form of the QA-SRL Gold Standard, one sentence a line: {"sentence": words parted by spaces, "verbs": [{"index",
"verb", "roles": [{"spans": [[b, e], ...]}]}]}. A statement is judged when its predicate is one of the annotated verbs, told by one
verb only; it is right when its subject, its object and every further argument with a preposition share at least half of their
words with an answer of that verb, or with one part of a coordinated answer; a pronoun may be named by what it stands for. Polarity
and modality are not judged. Fit on the training part, measure on another.

SIGNS is build/release/train/statement_signs (cmake --build --preset release --target statement_signs), SOURCE is
ingest/relation/confidence.cpp. Logistic regression with a little ridge, by Newton's method. Standard library only.
"""
import argparse
import collections
import json
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def agrees(a, b):
    shared = sum((a & b).values())
    return 2 * shared >= sum((a | b).values()) > 0


def squeeze(text):
    return "".join(text.split())


def parts(text):
    """A coordinated phrase and each of its members."""
    return [text, *(p for p in re.split(r",? (?:and|or) |[,;] ", text) if p)]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout.splitlines()


def annotate(hearsay, path, model):
    command = [hearsay, "annotate", "--quiet", "--text", "verbatim", "--one-sentence-per-line", "--format", "statements", path]
    items = map(json.loads, run(command + (["--model", model] if model else [])))
    return [s for s in items if s["kind"] == "statement"]


def could_be(verb, predicate):
    """The predicate's verb is a lemma, or a participle behind "be"; the annotated verb is a form."""
    parts = predicate.lower().split(" ")
    verb = verb.lower()
    if parts[0] == "be" and len(parts) > 1:
        return parts[1] == verb
    stem = parts[0][:-1] if parts[0].endswith(("e", "y")) else parts[0]
    return parts[0] == verb or (len(stem) > 2 and verb.startswith(stem) and len(verb) <= len(stem) + 5)


def is_right(statement, answers):
    places = [statement["subject"], statement["object"], *(a for a in statement["arguments"] if a.get("preposition"))]
    return all(any(agrees(words(name), a) for a in answers for name in (p["text"], p["canonical"])) for p in places if p)


def judgements(statements, records):
    """For every statement whether it is right, or None when that cannot be judged."""
    by_text = {squeeze(r["sentence"]): r for r in records}
    for statement in statements:
        record = by_text.get(squeeze(statement["sentence"]))
        verbs = [v for v in record["verbs"] if could_be(v["verb"], statement["predicate"])] if record else []
        if len(verbs) != 1 or not verbs[0]["roles"]:
            yield None
            continue
        tokens = record["sentence"].split(" ")
        spans = [" ".join(tokens[b:e]) for role in verbs[0]["roles"] for b, e in role["spans"]]
        yield is_right(statement, [words(part) for text in spans for part in parts(text)])


def print_table(judged):
    print(f"{'confidence':<14}{'statements':>11}{'mean':>8}{'right':>8}")
    error = 0.0
    for low in range(10):
        bin_ = [(c, r) for c, r in judged if low <= min(c * 10, 9.999) < low + 1]
        if not bin_:
            continue
        mean, right = sum(c for c, _ in bin_) / len(bin_), sum(r for _, r in bin_) / len(bin_)
        error += abs(mean - right) * len(bin_)
        print(f"{low / 10:.1f} to {low / 10 + 0.1:.1f}{len(bin_):>14}{mean:>8.3f}{right:>8.3f}")
    print(f"all{len(judged):>22}{sum(c for c, _ in judged) / len(judged):>8.3f}{sum(r for _, r in judged) / len(judged):>8.3f}")
    print(f"expected calibration error {error / len(judged):.3f}")


def probability(weights, row):
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))


def solve(matrix, right):
    """Gauss with pivoting; the matrix is small and positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(len(rows)):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][-1] / rows[i][i] for i in range(len(rows))]


def fit(rows, rights, ridge=2.0, steps=12):
    """Weights of the logistic regression; the first column, which is always 1, is not held back by the ridge."""
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(steps):
        gradient = [0.0] + [ridge * w for w in weights[1:]]
        hessian = [[ridge * (i == j > 0) for j in range(size)] for i in range(size)]
        for row, right in zip(rows, rights):
            p = probability(weights, row)
            filled = [(i, x) for i, x in enumerate(row) if x]
            for i, x in filled:
                gradient[i] += (p - right) * x
                for j, y in filled:
                    hessian[i][j] += p * (1 - p) * x * y
        weights = [w - step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def cross_validated(rows, rights, folds=5):
    """(confidence, is right), each confidence from weights fitted on the other folds, which are runs of sentences."""
    fold_of = [i * folds // len(rows) for i in range(len(rows))]
    for fold in range(folds):
        weights = fit(*zip(*((x, y) for x, y, f in zip(rows, rights, fold_of) if f != fold)))
        yield from ((probability(weights, x), y) for x, y, f in zip(rows, rights, fold_of) if f == fold)


def fit_signs(options, sentences, rights):
    names, *lines = (line.split("\t") for line in run([options.fit, options.model, sentences]))
    if len(lines) != len(rights):
        sys.exit(f"{options.fit} tells {len(lines)} statements, {options.hearsay} {len(rights)}; build both")
    judged = [([float(x) for x in line], right) for line, right in zip(lines, rights) if right is not None and line != ["-"]]
    rows, rights = zip(*judged)
    print("cross-validated:")
    print_table(list(cross_validated(rows, rights)))
    weights = dict(zip(names, fit(rows, rights)))
    print("\n".join(f'    {{"{name}", {weight:.3f}F}},' for name, weight in weights.items()))
    if options.write:
        source = Path(options.write)
        text = re.sub(r'\{"([^"]+)", -?[\d.]+F\}', lambda m: f'{{"{m[1]}", {weights[m[1]]:.3f}F}}', source.read_text(encoding="utf-8"))
        source.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("corpus")
    parser.add_argument("--model")
    parser.add_argument("--fit", metavar="SIGNS")
    parser.add_argument("--write", metavar="SOURCE")
    options = parser.parse_args()
    with open(options.corpus, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as sentences:
        sentences.writelines(r["sentence"] + "\n" for r in records)
        sentences.flush()
        statements = annotate(options.hearsay, sentences.name, options.model)
        rights = list(judgements(statements, records))
        judged = [(s["confidence"], right) for s, right in zip(statements, rights) if right is not None]
        if not judged:
            sys.exit("no statement could be judged")
        print_table(judged)
        if options.fit:
            fit_signs(options, sentences.name, rights)


if __name__ == "__main__":
    main()
