#!/usr/bin/env python3
"""Of the statements given confidence 0.8, are 80 % right? Measures it, and fits the map from evidence to confidence anew.

    bench/calibrate_statements.py HEARSAY QASRL.jsonl [--model MODEL]              how sure, how often right
    bench/calibrate_statements.py HEARSAY QASRL.jsonl [--model MODEL] --fit SOURCE prints new knots for the table in SOURCE
                                                                                   (ingest/relation/confidence.cpp)

QASRL.jsonl is in the form of the QA-SRL Gold Standard, one sentence a line: {"sentence": words parted by spaces, "verbs": [{"index",
"verb", "roles": [{"spans": [[b, e], ...]}]}]}. A statement is judged when its predicate is one of the annotated verbs, told by one
verb only; it is right when its subject, its object and every further argument share at least half of their words with an answer
of that verb. Polarity and modality are not judged. Fit on the training part, measure on another. Isotonic regression (Ayer et al. 1955) with
the pools joined until each holds `--pool` judgements. Standard library only.
"""
import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def agrees(a, b):
    shared = sum((a & b).values())
    return 2 * shared >= sum((a | b).values()) > 0


def squeeze(text):
    return "".join(text.split())


def annotate(hearsay, sentences, model):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as article:
        article.write("\n".join(sentences) + "\n")
        article.flush()
        command = [hearsay, "annotate", "--quiet", "--text", "verbatim", "--one-sentence-per-line", "--format", "statements", article.name]
        run = subprocess.run(command + (["--model", model] if model else []), capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {run.stderr.strip()}")
    return [s for s in map(json.loads, run.stdout.splitlines()) if s["kind"] == "statement"]


def could_be(verb, predicate):
    """The predicate's verb is a lemma, or a participle behind "be"; the annotated verb is a form."""
    parts = predicate.lower().split(" ")
    verb = verb.lower()
    if parts[0] == "be" and len(parts) > 1:
        return parts[1] == verb
    stem = parts[0][:-1] if parts[0].endswith(("e", "y")) else parts[0]
    return parts[0] == verb or (len(stem) > 2 and verb.startswith(stem) and len(verb) <= len(stem) + 5)


def judgements(statements, records):
    """(confidence, is right) of every statement that can be judged."""
    by_text = {squeeze(r["sentence"]): r for r in records}
    judged = []
    for statement in statements:
        record = by_text.get(squeeze(statement["sentence"]))
        verbs = [v for v in record["verbs"] if could_be(v["verb"], statement["predicate"])] if record else []
        if len(verbs) != 1 or not verbs[0]["roles"]:
            continue
        tokens = record["sentence"].split(" ")
        answers = [words(" ".join(tokens[b:e])) for role in verbs[0]["roles"] for b, e in role["spans"]]
        places = [statement["subject"], statement["object"], *statement["arguments"]]
        right = all(any(agrees(words(p["text"]), a) for a in answers) for p in places if p)
        judged.append((statement["confidence"], right))
    return judged


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


def knots_of(source):
    with open(source, encoding="utf-8") as lines:
        return [(float(a), float(b)) for a, b in re.findall(r"\{(\d\.\d+)F, (\d\.\d+)F\}", lines.read())]


def undo(knots, confidence):
    """The evidence that the present knots map to `confidence`."""
    for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
        if confidence <= y1 and y1 > y0:
            return x0 + (x1 - x0) * max(0.0, confidence - y0) / (y1 - y0)
    return knots[-1][0]


def fit(judged, pool):
    """Mean evidence and share right of each pool, both rising."""
    pools = []
    for evidence, right in sorted(judged):
        pools.append([evidence, float(right), 1])
        while len(pools) > 1 and (pools[-2][2] < pool or pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2] and pools[-1][2] >= pool):
            top = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], top)]
    if len(pools) > 1 and pools[-1][2] < pool:
        top = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], top)]
    return [(e / n, r / n) for e, r, n in pools]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("corpus")
    parser.add_argument("--model")
    parser.add_argument("--fit", metavar="SOURCE")
    parser.add_argument("--pool", type=int, default=60)
    options = parser.parse_args()
    with open(options.corpus, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    judged = judgements(annotate(options.hearsay, [r["sentence"] for r in records], options.model), records)
    if not judged:
        sys.exit("no statement could be judged")
    print_table(judged)
    if options.fit:
        knots = knots_of(options.fit)
        points = fit([(undo(knots, c), r) for c, r in judged], options.pool)
        print("knots: {0.0F, 0.0F}, " + ", ".join(f"{{{e:.3f}F, {r:.3f}F}}" for e, r in points))


if __name__ == "__main__":
    main()
