#!/usr/bin/env python3
"""Of the relations that people marked between two entities of one sentence: for how many does Hearsay have a statement linking the two?

    bench/linked_entities.py HEARSAY CORPUS.jsonl [--model MODEL] [--json] [--missed N]

CORPUS.jsonl is in the form of re3d (Dstl, "Relationship and Entity Extraction Evaluation Dataset"), one document a line:
{"id", "text", "relations": [{"type", "source": [begin, end], "target": [begin, end], "source_text", "target_text"}]},
offsets in code points. A statement links two entities when its evidence holds both and they stand in two different places of
it (subject, object, further arguments): "close" when each shares at least half of its words with its place, "held" when the
place also may be a longer phrase around the entity or a part of its name. What kind of relation the statement tells is not
judged. Relations across sentences, as Hearsay parts them, are counted apart. Standard library only.
"""
import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile

ARTICLES = {"the", "a", "an"}


def words(text):
    return {w for w in re.findall(r"\w+", text.lower()) if w not in ARTICLES} or set(re.findall(r"\w+", text.lower()))


def is_close(place, entity):
    return len(place & entity) * 2 >= len(place | entity)


def is_held(place, entity):
    return bool(place) and (entity <= place or place <= entity or is_close(place, entity))


def places_of(statement):
    """The word sets of each participant: as written, and its canonical name."""
    participants = [statement["subject"], statement["object"], *statement["arguments"]]
    return [[words(p["text"]), words(p["canonical"])] for p in participants if p]


def links(places, source, target, matches):
    found = [({i for i, names in enumerate(places) if any(matches(n, entity) for n in names)}) for entity in (source, target)]
    return any(i != j for i in found[0] for j in found[1])


def statements_of(hearsay, documents, model):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
        for document in documents:
            articles.write(json.dumps({"id": document["id"], "text": document["text"]}) + "\n")
        articles.flush()
        command = [hearsay, "annotate", "--quiet", "--text", "verbatim", "--format", "statements", articles.name]
        run = subprocess.run(command + (["--model", model] if model else []), capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {run.stderr.strip()}")
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        item = json.loads(line)
        if item["kind"] == "statement":
            found[item["article"]].append(item)
    return found


def sentence_spans(hearsay, text, model):
    """Sentences as Hearsay parts them, each found again in the text."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as article:
        article.write(text)
        article.flush()
        command = [hearsay, "annotate", "--quiet", "--text", "verbatim", "--format", "conllu", article.name]
        run = subprocess.run(command + (["--model", model] if model else []), capture_output=True, text=True, check=True)
    spans, at = [], 0
    for line in run.stdout.splitlines():
        if line.startswith("# text = "):
            pieces = [re.escape(w) for w in line[9:].split()]
            match = re.compile(r"\s+".join(pieces)).search(text, at)
            if match:
                spans.append(match.span())
                at = match.end()
    return spans


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("corpus")
    parser.add_argument("--model")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="print N of the relations without a statement")
    options = parser.parse_args()

    with open(options.corpus, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    told = statements_of(options.hearsay, documents, options.model)
    counts, missed, across = collections.defaultdict(collections.Counter), [], 0
    for document in documents:
        spans = sentence_spans(options.hearsay, document["text"], options.model)
        for relation in document["relations"]:
            begin = min(relation["source"][0], relation["target"][0])
            end = max(relation["source"][1], relation["target"][1])
            sentence = next((s for s in spans if s[0] <= begin and end <= s[1]), None)
            if sentence is None:
                across += 1
                continue
            near = [places_of(s) for s in told[document["id"]] if s["span"][0] <= begin and end <= s["span"][1]]
            pair = words(relation["source_text"]), words(relation["target_text"])
            count = counts[relation["type"]]
            count["relations"] += 1
            count["close"] += any(links(places, *pair, is_close) for places in near)
            held = any(links(places, *pair, is_held) for places in near)
            count["held"] += held
            if not held:
                missed.append((relation["type"], relation["source_text"], relation["target_text"],
                               " ".join(document["text"][slice(*sentence)].split())))
    total = sum(counts.values(), collections.Counter())
    counts["all"] = total
    if options.json:
        print(json.dumps({"types": {k: dict(v) for k, v in counts.items()}, "across_sentences": across}))
    else:
        print(f"{'type':<18}{'relations':>10}{'close':>8}{'held':>8}")
        for kind, c in sorted(counts.items(), key=lambda item: item[1]["relations"]):
            print(f"{kind:<18}{c['relations']:>10}{c['close'] / c['relations']:>8.3f}{c['held'] / c['relations']:>8.3f}")
        print(f"across sentences, not counted: {across}")
    for kind, source, target, sentence in missed[:: max(1, len(missed) // options.missed)][: options.missed] if options.missed else []:
        print(f"missed {kind}: {source} | {target} | {sentence}")


if __name__ == "__main__":
    main()
