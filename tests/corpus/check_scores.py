#!/usr/bin/env python3
"""Runs hearsay on one evaluation corpus, prints the figures of its scorer, and fails when one is below its floor.

    check_scores.py HEARSAY CORPORA NAME [MODEL]     (NAME: one of the entries of CHECKS below; "list" prints them)

The floors say what must not be lost again; the figures themselves are in bench/README.md.
"""
import json
import lzma
import subprocess
import sys
import tempfile
from pathlib import Path


def run(command, output=None):
    with open(output, "wb") if output else tempfile.TemporaryFile() as out:
        subprocess.run([str(c) for c in command], stdout=out, check=True)


def scored(command):
    done = subprocess.run([sys.executable, *map(str, command), "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def unpacked(path, folder):
    if path.suffix != ".xz":
        return path
    target = folder / path.stem
    target.write_bytes(lzma.open(path).read())
    return target


class Program:
    """`hearsay annotate` with one model."""

    def __init__(self, path, model):
        self.command = [path, "annotate", "--quiet", "--model", model, "--format"]

    def annotate(self, layer, *inputs, output):
        run([*self.command, layer, *inputs], output)


def annotate_raw(hearsay, corpora, gold, folder):
    """The words of a CoNLL-U file as raw text, annotated again from nothing."""
    text, system = folder / "text.txt", folder / "system.conllu"
    run([sys.executable, corpora / "eval/conllu_text.py", gold], text)
    hearsay.annotate("conllu", text, output=system)
    return system


def f1(figure):
    value = figure.get("f1", figure) if isinstance(figure, dict) else figure
    return 100 * value if value <= 1 else value


def trees(hearsay, corpora, folder, name):
    gold = unpacked(next(iter(sorted((corpora / "data/ud").glob(f"{name}_dev.conllu*")))), folder)
    figures = scored([corpora / "eval/score_parse.py", gold, annotate_raw(hearsay, corpora, gold, folder)])
    return {k: f1(figures[k]) for k in ("Words", "Sentences", "UPOS", "Lemmas", "UAS", "LAS")}


def names(hearsay, corpora, folder, name):
    gold = corpora / f"data/ner/{name}_dev.conllu"
    figures = scored([corpora / "eval/score_ner.py", gold, annotate_raw(hearsay, corpora, gold, folder),
                      "--types", "PER,ORG,LOC"])
    found = [v for k, v in walk(figures) if k.split("/")[-1] == "f1" and "micro" in k.lower()]
    return {"names": f1(found[0] if found else next(v for k, v in walk(figures) if k.endswith("f1")))}


def walk(figures, path=""):
    for key, value in figures.items():
        if isinstance(value, dict):
            yield from walk(value, f"{path}/{key}")
        elif isinstance(value, (int, float)):
            yield f"{path}/{key}", value


def coreference(hearsay, corpora, folder, _):
    gold, system = corpora / "data/coref/gum_dev.jsonl", folder / "system.jsonl"
    hearsay.annotate("coref", gold, output=system)
    figures = dict(walk(scored([corpora / "eval/score_coref.py", gold, system, "--drop-singletons"])))
    conll = next(v for k, v in figures.items() if "conll" in k.lower())
    return {"CoNLL": f1(conll)}


def attributions(hearsay, corpora, folder, _):
    gold, system = corpora / "data/polnear/dev.jsonl", folder / "system.jsonl"
    hearsay.annotate("attributions", gold, output=system)
    figures = dict(walk(scored([corpora / "eval/score_attribution.py", gold, system])))
    figure = lambda kind: f1(next(v for k, v in figures.items() if "who" in k.lower() and k.endswith(f"{kind}/f1")))
    return {"who said what": figure("all"), "direct speech": figure("direct")}


def open_relations(hearsay, corpora, folder, _):
    data, system = corpora / "data/oie", folder / "system.tsv"
    hearsay.annotate("openie", "--one-sentence-per-line", data / "carb_dev_sentences.txt", output=system)
    figures = scored([corpora / "eval/score_oie.py", "carb", "--gold", data / "carb_dev_gold.tsv",
                      "--sentences", data / "carb_dev_sentences.txt", "--system", system])
    return {"CaRB F1": f1(next(v for k, v in walk(figures) if k.endswith("f1")))}


def roles(hearsay, corpora, folder, _):
    data, system = corpora / "data/oie", folder / "system.tsv"
    hearsay.annotate("openie", "--one-sentence-per-line", data / "qasrl_dev_sentences.txt", output=system)
    figures = scored([corpora / "eval/score_roles.py", data / "qasrl_dev.jsonl", system])
    return {"roles F1": f1(figures["f1"]), "core recall": f1(figures["core_recall"])}


def graph(hearsay, corpora, folder, _):
    seeds, system = corpora / "seeds", folder / "system.jsonl"
    hearsay.annotate("statements", *sorted(seeds.glob("00[023]_*.txt")), output=system)
    figures = dict(walk(scored([corpora / "eval/score_graph.py", seeds / "gold_public.json", system])))
    return {k.strip("/"): v for k, v in figures.items()}


# What is run, on what, and the floors of each model.
CHECKS = {
    "trees-ewt": (trees, "ewt", {"accurate": {"UPOS": 95.8, "LAS": 86}, "fast": {"UPOS": 95, "LAS": 84}}),
    "trees-gum": (trees, "gum", {"accurate": {"UPOS": 97, "LAS": 86.5, "Sentences": 93},
                                 "fast": {"UPOS": 96.5, "LAS": 85, "Sentences": 93}}),
    "names-gum": (names, "gum", {"accurate": {"names": 83}, "fast": {"names": 79}}),
    "names-uner": (names, "uner_ewt", {"accurate": {"names": 76.2}, "fast": {"names": 72}}),
    "coreference": (coreference, "", {"accurate": {"CoNLL": 60.5}, "fast": {"CoNLL": 55}}),
    "attributions": (attributions, "", {"accurate": {"who said what": 79, "direct speech": 94},
                                       "fast": {"who said what": 77, "direct speech": 92}}),
    "open-relations": (open_relations, "", {"accurate": {"CaRB F1": 55}, "fast": {"CaRB F1": 54}}),
    "roles": (roles, "", {"accurate": {"roles F1": 72, "core recall": 79.5}, "fast": {"roles F1": 71, "core recall": 77.5}}),
    "graph": (graph, "", {"accurate": {"total/statements/core_recall": 0.78, "total/statements/recall": 0.74,
                                       "total/statements/precision_between_gold_entities": 0.85},
                          "fast": {"total/statements/core_recall": 0.74, "total/statements/recall": 0.69}}),
}


def main():
    if sys.argv[-1] == "list":
        print(" ".join(CHECKS))
        return 0
    corpora, name = Path(sys.argv[2]).resolve(), sys.argv[3]
    model = sys.argv[4] if len(sys.argv) > 4 else "accurate"
    hearsay = Program(Path(sys.argv[1]).resolve(), model)
    check, argument, floors = CHECKS[name]
    with tempfile.TemporaryDirectory() as folder:
        figures = check(hearsay, corpora, Path(folder), argument)
    print(name, model, "  ".join(f"{k} {v:.2f}" for k, v in figures.items() if isinstance(v, float)))
    low = [f"{k} is {figures[k]:.2f}, floor {floor}" for k, floor in floors[model].items() if figures[k] < floor]
    print("\n".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
