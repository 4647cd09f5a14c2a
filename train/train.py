"""Trains the encoder and all heads together, and goes on where a stopped run ended.

    train.py --data DIR --pretrained DIR|--start MODEL.hsm --work DIR [--device cpu|cuda] [--scale 1.0] [--stop-after N]
    train.py --data DIR --vectors VECTORS.npz|--start MODEL.hsm --silver SILVER.jsonl.xz [--teacher MODEL.hsm] --work DIR ...

Writes WORK/last.pt every --save-minutes and WORK/final.pt, the average over the last part of the run, at the end.
With --pretrained the transformer, with --silver the recurrent encoder. --start takes the weights of a finished
model instead of the pretrained ones: a second round.
"""
import argparse
import itertools
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

import checkpoint
import corpora
import hsm
from analyse import Analysis
from batch import Targets, collate
from encoder import pretrained_state
from labels import build_inventories
from losses import losses, total
from model import Model
from tensors import to_model
from windows import Stream
from word_forms import key
from wordpiece import is_needed

SEED = 1
ROUNDING_FROM = 0.5   # share of the steps after which all is computed with rounded weights
AVERAGE_FROM, AVERAGE_DECAY = 0.6, 0.997   # share of the steps after which a moving average of the weights is kept


@dataclass
class Recipe:
    """What differs between the encoders."""
    passes: dict           # how often each corpus is read
    batch_pieces: int
    encoder_rate: float
    head_rate: float
    warm_up: int           # steps
    clip: float
    betas: tuple
    weights: dict          # of losses, where not as in losses.py


TRANSFORMER = Recipe({"gum": 6.5, "ewt": 5.0, "polnear": 1.9, "names": 3.2}, 1500, 2e-4, 2e-3, 150, 1.0,
                     (0.9, 0.999), {})
RECURRENT = Recipe({"gum": 11, "ewt": 10, "silver": 2.2, "names": 5}, 2500, 2.5e-3, 2.5e-3, 150, 5.0, (0.9, 0.95), {})
# Attribution learns slowest here: a second round, over what has gold attributions, counts it twice as much.
RECURRENT_AGAIN = Recipe({"gum": 4.5, "ewt": 4.5, "silver": 3, "names": 3.5}, 2500, 1.5e-3, 1.5e-3, 50, 5.0, (0.9, 0.95),
                         {"cue": 4.0, "roles": 2.0})
# Labelled news has few little-known bands, places and clubs: a last round over the gold names and an encyclopedia.
RECURRENT_NAMES = Recipe({"gum": 2, "ewt": 2, "silver": 0.8, "names": 1.5, "wikigold": 10}, 2500, 1e-3, 1e-3, 50, 5.0,
                         (0.9, 0.95), {"names": 2.0})
RARE_FORM = 3   # a form that no vector came with enters the vocabulary when training sees it so often


def read_corpora(data):
    data = Path(data)
    documents = {"gum": list(corpora.read_gum(data)),
                 "ewt": list(corpora.read_trees(data / corpora.TREES["ewt"])),
                 "polnear": list(corpora.read_polnear(data / corpora.POLNEAR))}
    named = {scheme: list(corpora.read_names(data / f, scheme)) for scheme, f in corpora.NAMES.items()}
    documents["names"] = [d for of_scheme in named.values() for d in of_scheme]
    documents["wikigold"] = named["wikigold"]
    return documents


def new_model(documents, pretrained):
    pieces = Path(pretrained, "vocab.txt").read_text(encoding="utf-8").split("\n")
    pieces = pieces[:-1] if pieces[-1] == "" else pieces
    kept = [i for i, p in enumerate(pieces) if is_needed(p)]
    model = Model(build_inventories(documents["gum"] + documents["ewt"]), [pieces[i] for i in kept])
    missing, unexpected = model.encoder.load_state_dict(pretrained_state(pretrained, kept), strict=False)
    assert missing == ["shapes.weight"] and not unexpected, (missing, unexpected)
    return model


def new_recurrent(documents, path):
    """The vocabulary: what `path` has vectors for, and what training sees often."""
    source = np.load(path)
    vectors, keys = torch.from_numpy(source["vectors"]), str(source["keys"]).split("\n")
    counts = Counter(key(w) for corpus in documents.values() for d in corpus for w in d.words)
    known = set(keys)
    keys += sorted(k for k, n in counts.items() if n >= RARE_FORM and k not in known and k.split() == [k])
    model = Model(build_inventories(documents["gum"] + documents["ewt"]), keys, "recurrent")
    vectors = torch.cat([vectors, vectors.new_zeros(len(keys) - len(vectors), vectors.size(1))])
    model.encoder.words.set_pretrained(vectors, torch.tensor([float(counts[k]) for k in keys]))
    return model


def finished_model(path):
    model = to_model(*hsm.read(path))
    model.set_rounding(False)
    return model


def teach_names(documents, path):
    """Names that a finished model finds in a treebank that has none."""
    teacher = to_model(*hsm.read(path))
    with torch.inference_mode():
        for document in documents:
            labels = ["O"] * len(document.words)
            for first, last, kind in Analysis(teacher, document).names():
                labels[first:last + 1] = ["B-" + kind] + ["I-" + kind] * (last - first)
            document.strings["names"], document.scheme = labels, "silver"


class Average:
    """Exponential moving average of the weights; what is saved at the end."""

    def __init__(self, model):
        self.weights = [p.detach().clone() for p in model.parameters()]

    def add(self, model):
        torch._foreach_lerp_(self.weights, [p.detach() for p in model.parameters()], 1 - AVERAGE_DECAY)

    def copy_to(self, model):
        with torch.no_grad():
            for p, mean in zip(model.parameters(), self.weights):
                p.copy_(mean)


def make_optimizer(model, recipe):
    encoder = list(model.encoder.parameters())
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=recipe.betas, fused=True)
    for group in optimizer.param_groups:
        group["full_rate"] = group["lr"]
    return optimizer


def set_rate(optimizer, step, steps, warm_up):
    factor = min(1.0, (step + 1) / warm_up) * (1 - step / steps)
    for group in optimizer.param_groups:
        group["lr"] = group["full_rate"] * factor


def plan(streams, passes, scale):
    """Which corpus each step reads: as many batches of each as its passes give, in random order."""
    order = [name for name, s in streams.items() for _ in range(round(passes[name] * scale * len(s.batches)))]
    random.Random(SEED).shuffle(order)
    return order


class Log:
    """Mean losses since the last line."""

    def __init__(self, path):
        self.path, self.start = path, time.time()
        self.clear()

    def clear(self):
        self.sums, self.counts, self.pieces, self.since = defaultdict(float), defaultdict(int), 0, time.time()

    def add(self, parts, batch):
        self.pieces += batch.words()
        for name, loss in parts.items():
            self.sums[name] += float(loss.detach())
            self.counts[name] += 1

    def write(self, step, steps):
        means = " ".join(f"{k} {self.sums[k] / self.counts[k]:.3f}" for k in sorted(self.sums))
        rate = self.pieces / (time.time() - self.since)
        self.line(f"step {step}/{steps} {time.time() - self.start:.0f} s {rate:.0f} words/s  {means}")
        self.clear()

    def line(self, text):
        print(text, flush=True)
        with open(self.path, "a") as file:
            file.write(text + "\n")


def step_once(model, optimizer, batch, masks, recipe):
    parts = losses(model, batch, masks)
    optimizer.zero_grad(set_to_none=True)
    total(parts, recipe.weights).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
    optimizer.step()
    return parts


def all_name_masks(targets, documents):
    """Registers every name label of the corpora, so that the table of masks is complete."""
    for document in itertools.chain(*documents.values()):
        for label in set(document.strings.get("names", ())):
            targets.names(label, document.scheme)
    return targets.masks()


def run(options):
    seed = SEED + bool(options.start) + options.names   # each round sees other noise
    torch.manual_seed(seed)
    torch.set_num_threads(options.threads)
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    log = Log(work / "log.txt")
    documents, recipe = read_corpora(options.data), TRANSFORMER
    if options.silver:
        # The silver documents have the articles of PolNeAR, with its gold attributions and more layers.
        documents["silver"] = list(corpora.read_silver(options.silver))
        recipe = RECURRENT_NAMES if options.names else RECURRENT_AGAIN if options.start else RECURRENT
        del documents["polnear"]
    if options.teacher:
        teach_names(documents["ewt"], options.teacher)
    last = work / "last.pt"
    state = checkpoint.load(last) if last.exists() else None
    if state:
        model = checkpoint.model_of(state)
    elif options.start:
        model = finished_model(options.start)
    else:
        new, source = (new_recurrent, options.vectors) if options.silver else (new_model, options.pretrained)
        model = new(documents, source)
    model.to(options.device)
    optimizer, targets = make_optimizer(model, recipe), Targets(model.labels)
    masks = all_name_masks(targets, documents).to(options.device)
    streams = {name: Stream(name, documents[name], model.reader, seed, recipe.batch_pieces) for name in recipe.passes}
    order = plan(streams, recipe.passes, options.scale)
    step = 0
    if state:
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["rng"])
        step = state["step"]
        for name, (number, place) in state["streams"].items():
            streams[name].resume(number, place)
    average = None
    if state and state.get("average"):
        average = Average(model)
        average.weights = [w.to(options.device) for w in state["average"]]
    settings = {"seed": seed, "steps": len(order),
                "data": {f: corpora.sha256(Path(options.data, f)) for f in corpora.training_files()}}
    if options.start:
        settings["start"] = corpora.sha256(options.start)
    log.line(f"{len(order)} steps, from {step}; batches a pass: "
             + ", ".join(f"{k} {len(s.batches)}" for k, s in streams.items()))
    model.train()
    saved = time.time()
    end = min(len(order), options.stop_after or len(order))
    while step < end:
        model.set_rounding(step >= ROUNDING_FROM * len(order))
        set_rate(optimizer, step, len(order), recipe.warm_up)
        batch = collate(streams[order[step]].next(), model.reader, targets).to(options.device)
        log.add(step_once(model, optimizer, batch, masks, recipe), batch)
        step += 1
        if step <= AVERAGE_FROM * len(order):
            average = None
        elif average:
            average.add(model)
        else:
            average = Average(model)
        if step % 100 == 0 or step == end:
            log.write(step, len(order))
        if time.time() - saved > 60 * options.save_minutes or step == end:
            checkpoint.save(last, model, optimizer, streams, step, settings, average and average.weights)
            saved = time.time()
    if step == len(order):
        average.copy_to(model)
        checkpoint.save(work / "final.pt", model, optimizer, streams, step, settings)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True, help="folder with ud/, ner/, coref/, polnear/")
    parser.add_argument("--pretrained", help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    parser.add_argument("--vectors", help="word vectors (vectors.py), for the recurrent encoder")
    parser.add_argument("--silver", help="text labelled by a finished model (silver.py), for the recurrent encoder")
    parser.add_argument("--start", help="model file to go on from, instead of the pretrained weights")
    parser.add_argument("--names", action="store_true", help="with --start and --silver: a round that counts names more")
    parser.add_argument("--teacher", help="model file that names the treebank without names, for the recurrent encoder")
    parser.add_argument("--work", required=True, help="folder for checkpoints and the log")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies the number of passes")
    parser.add_argument("--save-minutes", type=float, default=8)
    parser.add_argument("--stop-after", type=int, help="end after this step; a later call goes on")
    return parser.parse_args()


if __name__ == "__main__":
    run(arguments())
