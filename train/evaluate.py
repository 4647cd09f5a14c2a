"""Development scores of a model file, on gold words.

    evaluate.py MODEL.hsm|CHECKPOINT.pt --data DIR [--scorers DIR] [--out DIR] [--subset N] [--only trees,names,attribution,coref]

--subset N takes every Nth document. Attribution and coreference are printed by score_attribution.py
and score_coref.py of --scorers, from the files written to --out.
"""
import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import torch

import checkpoint
import corpora
import hsm
from analyse import Analysis, role_spans
from decode import clusters
from labels import apply_lemma_script
from tensors import to_model

COMPARED = {"PER", "ORG", "LOC"}
TREE_SETS = {"ewt": "ud/ewt_dev.conllu", "gum": "ud/gum_dev.conllu.xz"}
NAME_SETS = {"gum": "ner/gum_dev.conllu", "uner_ewt": "ner/uner_ewt_dev.conllu", "wikigold": "ner/wikigold_dev.conllu",
             "crossner": "ner/crossner_politics_dev.conllu", "btc": "ner/btc_dev.conllu", "wnut17": "ner/wnut17_dev.conllu"}
# How each set is read: "gum" and "wikigold" as running text, the others sentence by sentence.
READ_AS = {"gum": "gum", "uner_ewt": "gum", "wikigold": "wikigold", "crossner": "crossner", "btc": "btc", "wnut17": "wnut17"}


def f1(right, system, gold):
    return 200 * right / max(1, system + gold)


def tree_counts(model, document, lemmas):
    """Counts of one document: tags and trees within gold sentences, sentences found."""
    analysis, gold, n = Analysis(model, document), document.strings, Counter()
    heads, _ = analysis.heads(document.sentence)
    relations = [model.labels["relations"][i] for i in analysis.relations(heads).argmax(1)]
    right = [h == g for h, g in zip(heads.tolist(), document.heads)]
    n["words"], n["uas"] = len(right), sum(right)
    n["las"] = sum(r and a == b for r, a, b in zip(right, relations, gold["relations"]))
    for layer in ("upos", "xpos", "feats"):
        n[layer] = sum(a == b for a, b in zip(analysis.best(layer), gold[layer]))
    made = [apply_lemma_script(w, s) for w, s in zip(document.words, analysis.best("lemma"))]
    n["lemma"] = sum(a == b for a, b in zip(made, lemmas))
    found, true = starts(analysis.sentences()), starts(document.sentence)
    n["sentence right"], n["sentence system"], n["sentence gold"] = len(found & true), len(found), len(true)
    return n


def starts(sentence):
    return {i for i, s in enumerate(sentence) if i == 0 or s != sentence[i - 1]}


def evaluate_trees(model, path, subset):
    counts = Counter()
    lemmas = [[r[2] for _, rows, _ in s for r in rows] for _, s in corpora.read_conllu(path)]
    for document, gold in list(zip(corpora.read_trees(path), lemmas))[::subset]:
        counts += tree_counts(model, document, gold)
    share = {k: 100 * counts[k] / counts["words"] for k in ("upos", "xpos", "feats", "lemma", "uas", "las")}
    return share | {"sentences": f1(counts["sentence right"], counts["sentence system"], counts["sentence gold"])}


def gold_spans(labels):
    out = []
    for i, label in enumerate(labels):
        if label[0] == "B" or (label[0] == "I" and not (out and out[-1][1] == i - 1 and out[-1][2] == label[2:])):
            out.append((i, i, label[2:]))
        elif label[0] == "I":
            out[-1] = (out[-1][0], i, label[2:])
    return out


def evaluate_names(model, path, scheme, subset):
    right = system = gold = 0
    for document in list(corpora.read_names(path, scheme))[::subset]:
        found = {s for s in Analysis(model, document).names() if s[2] in COMPARED}
        true = {s for s in gold_spans(document.strings["names"]) if s[2] in COMPARED}
        right, system, gold = right + len(found & true), system + len(found), gold + len(true)
    return {"P": 100 * right / max(1, system), "R": 100 * right / max(1, gold), "F1": f1(right, system, gold)}


def characters(offsets, spans):
    return [[offsets[a][0], offsets[b][1]] for a, b in spans]


def attributions_of(model, document):
    for first, last, words, scores in Analysis(model, document).attributions():
        roles = role_spans(words, scores)
        if roles["content"]:
            yield {"cue": characters(document.offsets, [(first, last)]),
                   **{role: characters(document.offsets, spans) for role, spans in roles.items()}}


def write_lines(path, entries):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(e, ensure_ascii=False) + "\n" for e in entries)


def evaluate_attribution(model, gold, out, scorers, subset):
    documents = list(corpora.read_polnear(gold))[::subset]
    entries = [{"id": d.id, "attributions": list(attributions_of(model, d))} for d in documents]
    score(scorers, "score_attribution.py", gold, out, entries)


def gold_part(gold, ids, out):
    """The gold lines of the documents that were read."""
    lines = [e for e in map(json.loads, corpora.open_text(gold)) if e["id"] in ids]
    write_lines(out, lines)


def score(scorers, name, gold, out, entries, *options):
    stem = Path(name).stem
    write_lines(out / f"{stem}.system.jsonl", entries)
    gold_part(gold, {e["id"] for e in entries}, out / f"{stem}.gold.jsonl")
    subprocess.run([sys.executable, str(Path(scorers, name)), str(out / f"{stem}.gold.jsonl"),
                    str(out / f"{stem}.system.jsonl"), *options], check=True)


def coref_of(model, document, entry):
    """Predicted clusters of head words; a head that a gold mention has takes that mention's span."""
    analysis = Analysis(model, document)
    gold = {word: span for mentions in corpora.cluster_heads(document, entry) for word, span in mentions}
    sentence = analysis.sentences()
    _, kept, links, ante = analysis.coref(sentence, analysis.best("upos"))
    places = [i for i, c in enumerate(entry["text"]) if not c.isspace()]
    span = lambda w: gold.get(w) or [places[document.offsets[w][0]], places[document.offsets[w][1] - 1] + 1]
    return [[list(span(w)) for w in members] for members in clusters(kept, links, ante)]


def evaluate_coref(model, data, out, scorers, subset):
    gold = data / "coref/gum_dev.jsonl"
    entries = corpora.read_coref(gold)
    documents = list(corpora.read_trees(data / TREE_SETS["gum"]))[::subset]
    system = [{"id": d.id, "text": entries[d.id]["text"], "clusters": coref_of(model, d, entries[d.id])}
              for d in documents]
    score(scorers, "score_coref.py", gold, out, system, "--drop-singletons")


def show(title, figures):
    print(title.ljust(18), "  ".join(f"{k} {v:.1f}" for k, v in figures.items()), flush=True)


def read_model(path):
    """A model file, which computes with rounding, or a checkpoint, which does not."""
    if path.endswith(".pt"):
        return checkpoint.model_of(checkpoint.load(path)).eval()
    header, arrays = hsm.read(path)
    return to_model(header, arrays)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--scorers", type=Path)
    parser.add_argument("--out", type=Path, default=Path("."))
    parser.add_argument("--subset", type=int, default=1)
    parser.add_argument("--only", default="trees,names,attribution,coref")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    model, wanted = read_model(options.model), options.only.split(",")
    with torch.inference_mode():
        if "trees" in wanted:
            for name, path in TREE_SETS.items():
                show(f"trees {name}", evaluate_trees(model, options.data / path, options.subset))
        if "names" in wanted:
            for name, path in NAME_SETS.items():
                figures = evaluate_names(model, options.data / path, READ_AS[name], options.subset)
                show(f"names {name}", figures)
        if "attribution" in wanted and options.scorers:
            evaluate_attribution(model, options.data / "polnear/dev.jsonl", options.out, options.scorers, options.subset)
        if "coref" in wanted and options.scorers:
            evaluate_coref(model, options.data, options.out, options.scorers, options.subset)


if __name__ == "__main__":
    main()
