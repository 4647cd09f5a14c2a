"""Readers: CoNLL-U treebanks and name corpora, GUM coreference, PolNeAR."""
import hashlib
import json
import lzma
from dataclasses import dataclass, field
from pathlib import Path

from labels import lemma_script
from raw_words import words_of

TREES = {"ewt": "ud/ewt_train.conllu.xz", "gum": "ud/gum_train.conllu.xz"}
GUM_NAMES = "ner/gum_train.conllu.xz"
GUM_COREF = "coref/gum_train.jsonl.xz"
NAMES = {"wikigold": "ner/wikigold_train.conllu", "btc": "ner/btc_train.conllu.xz",
         "crossner": "ner/crossner_train.conllu.xz", "wnut17": "ner/wnut17_train.conllu.xz"}
POLNEAR = "polnear/train.jsonl"
# Set aside by the annotators and never marked, though it has quotations.
UNMARKED = "breitbart_2016-06-29_donald-trump-denies-mike-tyson-i"


@dataclass
class Attribution:
    """One attribution by word numbers of its document; `roles` maps a word to its tag of ROLES."""
    cue: tuple
    roles: dict


@dataclass
class Document:
    """Words in reading order with what is known about each; a missing layer is not trained."""
    id: str
    words: list
    paragraph: list                               # number of the paragraph of each word
    sentence: list = None                         # number of the gold sentence of each word
    heads: list = None                            # document-wide number of the head word, -1 for ROOT
    strings: dict = field(default_factory=dict)   # layer -> one gold string a word
    scheme: str = None                            # whose rules the name labels follow
    clusters: list = None                         # number of the coreference cluster headed here, or 0
    cue_tags: list = None
    attributions: list = None
    offsets: list = None                          # (begin, end) in the text, where known


def open_text(path):
    path = str(path)
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def training_files():
    return [*TREES.values(), GUM_NAMES, GUM_COREF, *NAMES.values(), POLNEAR]


def read_conllu(path):
    """Yields (document id, [(starts a paragraph, [rows], {first word: (last word, form)})])."""
    name, sentences, rows, fused, new_paragraph = "", [], [], {}, True
    for line in open_text(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences, new_paragraph = line.split("=", 1)[1].strip(), [], True
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            new_paragraph = True
        elif line and line[0] != "#":
            columns = line.split("\t")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                fused[first] = (last, columns[1])
            elif "." not in columns[0]:
                rows.append(columns)
        elif not line and rows:
            sentences.append((new_paragraph, rows, fused))
            rows, fused, new_paragraph = [], {}, False
    if sentences:
        yield name, sentences


def name_label(misc):
    return next((m[4:] for m in misc.split("|") if m.startswith("NER=")), "O")


def base_document(name, sentences):
    document = Document(name, [], [], sentence=[])
    paragraph = -1
    for number, (new_paragraph, rows, _) in enumerate(sentences):
        paragraph += new_paragraph
        document.words += [r[1] for r in rows]
        document.paragraph += [max(paragraph, 0)] * len(rows)
        document.sentence += [number] * len(rows)
    return document


def read_trees(path):
    """Treebank documents with tags, lemma scripts and trees."""
    for name, sentences in read_conllu(path):
        document = base_document(name, sentences)
        rows = [r for _, s, _ in sentences for r in s]
        document.strings = {
            "upos": [r[3] for r in rows], "xpos": [r[4] for r in rows], "feats": [r[5] for r in rows],
            "lemma": [lemma_script(r[1], r[2]) for r in rows], "relations": [r[7] for r in rows]}
        starts = {}
        for i, s in enumerate(document.sentence):
            starts.setdefault(s, i)
        document.heads = [starts[s] + int(r[6]) - 1 if r[6] != "0" else -1
                          for r, s in zip(rows, document.sentence)]
        document.offsets = word_offsets(sentences)
        yield document


def word_offsets(sentences):
    """Places of the words in a text without any space; see coreference_heads()."""
    out, place = [], 0
    for _, rows, fused in sentences:
        inside = 0                                # words of a fused token such as "don't" still to come
        for number, row in enumerate(rows, 1):
            if number in fused:
                last, form = fused[number]
                inside, fused_end = last - number + 1, place + len("".join(form.split()))
            length = len("".join(row[1].split()))
            end = place + length
            if inside:
                inside -= 1
                end = fused_end if inside == 0 else min(end, fused_end)
            out.append((place, end))
            place = end
    return out


def read_names(path, scheme):
    for name, sentences in read_conllu(path):
        # Tweets and the sentences of CrossNER do not belong together.
        groups = [sentences] if scheme in ("gum", "wikigold") else [[s] for s in sentences]
        for group in groups:
            document = base_document(name, group)
            document.strings = {"names": [name_label(r[9]) for _, rows, _ in group for r in rows]}
            document.scheme = scheme
            document.sentence = document.sentence if scheme == "gum" else None
            yield document


def highest_word(document, words):
    """The word of a mention's head span whose own head lies outside it; the last one if in doubt."""
    outside = [w for w in words if document.heads[w] not in words]
    return outside[-1] if outside else words[-1]


def mention_words(document, text):
    """Function from a span of characters to the words in it, by counting characters that are no space."""
    solid = [0]
    for c in text:
        solid.append(solid[-1] + (not c.isspace()))

    def words(span):
        begin, end = solid[span[0]], solid[span[1]]
        return [i for i, (b, e) in enumerate(document.offsets) if b < end and e > begin]
    return words


def cluster_heads(document, entry):
    """[[(head word, gold span)]]: each mention by one word; of mentions sharing it the longest stays."""
    words = mention_words(document, entry["text"])
    longest = {}
    for number, (mentions, heads) in enumerate(zip(entry["clusters"], entry["heads"]), 1):
        for span, head in zip(mentions, heads):
            inside = words(head)
            if not inside:
                continue
            word = highest_word(document, inside)
            if word not in longest or span[1] - span[0] > longest[word][0]:
                longest[word] = (span[1] - span[0], number, span)
    clusters = {}
    for word, (_, number, span) in sorted(longest.items()):
        clusters.setdefault(number, []).append((word, span))
    return list(clusters.values())


def read_coref(path):
    return {entry["id"]: entry for entry in map(json.loads, open_text(path))}


def add_clusters(document, entry):
    document.clusters = [0] * len(document.words)
    for number, mentions in enumerate(cluster_heads(document, entry), 1):
        for word, _ in mentions:
            document.clusters[word] = number if len(mentions) > 1 else 0


def read_gum(data, trees=TREES["gum"], names=GUM_NAMES, coref=GUM_COREF):
    """GUM with trees, names and coreference on the same words."""
    entries = read_coref(Path(data) / coref)
    labels = {d.id: d for d in read_names(Path(data) / names, "gum")}
    for document in read_trees(Path(data) / trees):
        assert labels[document.id].words == document.words, document.id
        document.strings["names"] = labels[document.id].strings["names"]
        document.scheme = "gum"
        add_clusters(document, entries[document.id])
        yield document


def words_in(offsets, spans):
    """Runs of word numbers, one for each span, of the words whose middle lies in it."""
    return [[i for i, (b, e) in enumerate(offsets) if begin <= (b + e) / 2 < end] for begin, end in spans]


def read_attribution(offsets, gold):
    """None for an attribution without a cue; no cue of the corpus has more than one piece."""
    cue = next((run for run in words_in(offsets, gold["cue"]) if run), None)
    roles = {}
    for tag, role in ((1, "source"), (3, "content")):
        for run in words_in(offsets, gold[role]):
            roles.update({w: tag + (w != run[0]) for w in run})
    return Attribution(tuple(cue), roles) if cue else None


def text_document(entry):
    """The words of one article, its paragraphs numbered."""
    document = Document(entry["id"], [], [], offsets=[])
    begin = 0
    for number, part in enumerate(entry["text"].split("\n\n")):
        spans = [(begin + b, begin + e) for b, e in words_of(part)]
        document.offsets += spans
        document.words += [entry["text"][b:e] for b, e in spans]
        document.paragraph += [number] * len(spans)
        begin += len(part) + 2
    return document


def polnear_document(entry):
    document = text_document(entry)
    document.attributions = []
    document.cue_tags = [0] * len(document.words)
    for gold in entry["attributions"]:
        attribution = read_attribution(document.offsets, gold)
        if attribution:
            document.attributions.append(attribution)
            for word in attribution.cue:
                document.cue_tags[word] = 2 if word != attribution.cue[0] else 1
    return document


def read_polnear(path):
    for line in open_text(path):
        entry = json.loads(line)
        if entry["id"] != UNMARKED:
            yield polnear_document(entry)


def read_silver(path):
    """Documents that silver.py labelled."""
    for entry in map(json.loads, open_text(path)):
        entry["attributions"] = [Attribution(tuple(a["cue"]), {int(w): t for w, t in a["roles"].items()})
                                 for a in entry["attributions"]]
        yield Document(**entry)
