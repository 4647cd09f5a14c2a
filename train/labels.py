"""Inventories of labels, lemma scripts, and which name labels a corpus leaves possible."""
from collections import Counter

IGNORE = -100
NAME_TYPES = ["PER", "ORG", "LOC", "NORP", "EVENT", "WORK", "DATE", "MISC"]
NAMES = ["O"] + [p + t for t in NAME_TYPES for p in ("B-", "I-")]
CUE = ["O", "B", "I"]
ROLES = ["O", "B-source", "I-source", "B-content", "I-content"]

RARE_FEATS = 5
RARE_LEMMA = 3


def lemma_script(form, lemma):
    """How a lemma is made from a form: "lower|2|y", "keep|0|", or "=|be" (the whole word)."""
    casing = "lower" if lemma == lemma.lower() else "keep"
    cased = form.lower() if casing == "lower" else form
    same = 0
    while same < min(len(cased), len(lemma)) and cased[same] == lemma[same]:
        same += 1
    return f"{casing}|{len(cased) - same}|{lemma[same:]}" if same else f"=|{lemma}"


def apply_lemma_script(form, script):
    kind, _, rest = script.partition("|")
    if kind == "=":
        return rest
    strip, _, suffix = rest.partition("|")
    cased = form.lower() if kind == "lower" else form
    if int(strip) >= len(cased) and int(strip):
        return cased
    return cased[: len(cased) - int(strip)] + suffix


def build_inventories(documents):
    """The label lists of the model, from the gold strings of the treebanks."""
    counts = {key: Counter() for key in ("upos", "xpos", "feats", "lemma", "relations")}
    for document in documents:
        for key, counter in counts.items():
            counter.update(document.strings.get(key, ()))
    least = {"feats": RARE_FEATS, "lemma": RARE_LEMMA}
    lists = {k: sorted(s for s, n in c.items() if n >= least.get(k, 1)) for k, c in counts.items()}
    return lists | {"names": NAMES, "cue": CUE, "roles": ROLES}


def both(*types):
    return [p + t for t in types for p in ("B-", "I-")]


def allowed_names(label, scheme):
    """The labels that a corpus leaves possible for a word which it marks with `label`."""
    if label == "O":
        return ["O"] + {"gum": [], "wikigold": both("DATE"), "crossner": both("DATE", "NORP"),
                        "silver": [],
                        "btc": both("DATE", "NORP", "EVENT", "WORK", "MISC"),
                        # WNUT marks rare names only: an unmarked word may be a well-known name.
                        "wnut17": both(*NAME_TYPES)}[scheme]
    prefix, kind = label[:2], label[2:]
    if scheme == "gum" and kind == "MISC":
        return [prefix + "MISC", prefix + "WORK"]
    if scheme in ("wikigold", "crossner") and kind == "MISC":
        return [prefix + t for t in ("MISC", "NORP", "EVENT", "WORK")]
    if scheme == "crossner" and kind in ("OTHER", "EVENT", "WORK"):
        return ["O"] + both("MISC", "EVENT", "WORK", "NORP", "DATE")
    if scheme == "wnut17" and kind in ("MISC", "WORK"):
        return [prefix + t for t in ("MISC", "WORK", "EVENT")]
    return [label]
