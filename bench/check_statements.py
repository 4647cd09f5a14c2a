#!/usr/bin/env python3
"""Holds over a whole corpus: no statement has an empty part, none says more than its sentence, and every span points at its sentence.

    bench/check_statements.py HEARSAY ARTICLES.jsonl[.xz] [--model MODEL] [--text verbatim|clean] [--articles N] [--threads N]

ARTICLES.jsonl holds one JSON object a line with `id` (each its own) and `text`. With `--text verbatim` spans point into `text`; with
`--text clean`, the default of `hearsay annotate --format statements`, into the article without furniture, which
`--format coref --text clean` prints, so the corpus is read twice. Prints what was checked and the first of each kind of fault;
the exit status is 1 when there is one. Standard library only.
"""
import argparse
import collections
import itertools
import json
import lzma
import subprocess
import sys
import tempfile


def read_articles(path, count):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in itertools.islice(lines, count)]


def annotated(options, layer, path):
    command = [options.hearsay, "annotate", "--quiet", "--format", layer, "--text", options.text, "--threads", str(options.threads), path]
    with subprocess.Popen(command + (["--model", options.model] if options.model else []), stdout=subprocess.PIPE, encoding="utf-8") as run:
        yield from map(json.loads, run.stdout)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} failed with status {run.returncode}")


def stands_in(words, sentence):
    """Whether the words follow one another in the sentence, whatever stands between."""
    at = 0
    for word in words.split():
        at = sentence.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def faults_of_statement(item):
    if not item["predicate"].strip():
        yield "empty predicate"
    if not 0 < item["confidence"] <= 1:
        yield "confidence outside 0 to 1"
    for name, part in [("subject", item["subject"]), ("object", item["object"]), *(("argument", a) for a in item["arguments"])]:
        if part is None and name == "object":
            continue
        if not part["text"].strip() or not part["canonical"].strip():
            yield f"empty {name}"
        elif len(part["text"]) > len(item["sentence"]):
            yield f"{name} longer than its sentence"
        elif not stands_in(part["text"], item["sentence"]):
            yield f"{name} that its sentence does not hold"


def faults_of_attribution(item):
    if not item["content"].strip():
        yield "empty content"
    if item["speaker"] is not None and not item["speaker"].strip():
        yield "empty speaker"


def faults(item, texts):
    begin, end = item["span"]
    if item["article"] not in texts:
        yield "unknown article"
    elif begin >= end or texts[item["article"]][begin:end] != item["sentence"]:
        yield "span that does not point at its sentence"
    yield from faults_of_statement(item) if item["kind"] == "statement" else faults_of_attribution(item)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("articles")
    parser.add_argument("--model")
    parser.add_argument("--text", choices=["verbatim", "clean"], default="verbatim")
    parser.add_argument("--articles", dest="count", type=int)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    articles = read_articles(options.articles, options.count)
    counts, examples = collections.Counter(), {}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        keys = ("id", "text") if options.text == "verbatim" else ("id", "title", "date", "text")
        file.writelines(json.dumps({k: a[k] for k in keys if a.get(k)}) + "\n" for a in articles)
        file.flush()
        texts = {a["id"]: a["text"] for a in articles}
        if options.text == "clean":
            texts = {a["id"]: a["text"] for a in annotated(options, "coref", file.name)}
        for item in annotated(options, "statements", file.name):
            counts[item["kind"]] += 1
            for fault in faults(item, texts):
                counts[fault] += 1
                examples.setdefault(fault, item)
    print(f"articles {len(articles)}  " + "  ".join(f"{k} {n}" for k, n in sorted(counts.items())))
    for fault, item in examples.items():
        print(f"{fault}: {json.dumps(item, ensure_ascii=False)}")
    return 1 if examples else 0


if __name__ == "__main__":
    sys.exit(main())
