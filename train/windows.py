"""Noise, windows and batches: from documents to what the encoder takes."""
import random
import re
from dataclasses import dataclass, replace

from wordpiece import shape

MAX_PIECES, MIN_LIMIT = 256, 60
TERMINAL = re.compile(r"[.!?…]+$")
CLOSERS = {"”", "’", ")", "]", "''", '"'}


def ends_sentence(words, i):
    """A cheap guess, only for cutting windows: terminal punctuation and the closers after it."""
    j = i
    while j > 0 and words[j] in CLOSERS:
        j -= 1
    following = words[i + 1] if i + 1 < len(words) else ""
    return bool(TERMINAL.match(words[j])) and following not in CLOSERS


def window_end(document, lengths, begin, limit):
    """Where the window that begins at a word ends: at a paragraph's end if it can, else a sentence's."""
    used, end = 2, begin
    while end < len(lengths):
        used += lengths[end] + (end > begin and document.paragraph[end] != document.paragraph[end - 1])
        if used > limit and end > begin:
            break
        end += 1
    if end == len(lengths):
        return end
    cuts = [i for i in range(begin + 1, end + 1) if document.paragraph[i] != document.paragraph[i - 1]]
    cuts = cuts or [i for i in range(begin + 1, end + 1) if ends_sentence(document.words, i - 1)]
    return cuts[-1] if cuts else end


def cut_windows(document, reader, limit=MAX_PIECES):
    """[(first word, end word)] covering the document; `reader` tells how many pieces a word counts."""
    lengths = [reader.size(w) for w in document.words]
    out, begin = [], 0
    while begin < len(lengths):
        end = window_end(document, lengths, begin, limit)
        out.append((begin, end))
        begin = end
    return out


def encode_window(document, pieces, begin, end):
    """Ids of pieces, shapes of pieces, and the place of each word's first piece."""
    ids, shapes, first = [pieces.cls], [0], []
    for i in range(begin, end):
        if i > begin and document.paragraph[i] != document.paragraph[i - 1]:
            ids.append(pieces.sep)
            shapes.append(0)
        word = pieces.of_word(document.words[i])
        first.append(len(ids))
        ids += word
        shapes += [shape(document.words[i])] * len(word)
    return ids + [pieces.sep], shapes + [0], first


# Noise: what news has and the corpora lack.

def curly(words):
    opening = True
    for w in words:
        if w == '"':
            yield "“" if opening else "”"
            opening = not opening
        else:
            yield w.replace("'", "’")


def straight(words):
    return (w.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}) for w in words)


def swap_quotes(document, rng):
    """In one paragraph of ten the other kind of quotation marks."""
    words = list(document.words)
    for span in runs(document.paragraph):
        if rng.random() < 0.1:
            part = words[span.start:span.stop]
            words[span.start:span.stop] = (straight if any(c in "“”’" for w in part for c in w) else curly)(part)
    return replace(document, words=words)


def runs(values):
    """Ranges of equal neighbours."""
    begin = 0
    for i in range(1, len(values) + 1):
        if i == len(values) or values[i] != values[begin]:
            yield range(begin, i)
            begin = i


def recase(document, rng):
    """Headlines: a sentence (or paragraph, where sentences are unknown) in Title Case or CAPITALS."""
    words, strings = list(document.words), dict(document.strings)
    if "lemma" in strings:
        strings["lemma"] = list(strings["lemma"])
    for span in runs(document.sentence or document.paragraph):
        if rng.random() >= 0.03 or len(span) > 40:
            continue
        upper = rng.random() < 0.5
        for i in span:
            new = words[i].upper() if upper else words[i][0].upper() + words[i][1:]
            # A lemma that keeps the case of the form can no longer be made from the new form.
            if "lemma" in strings and new != words[i] and not strings["lemma"][i].startswith(("lower", "=")):
                strings["lemma"][i] = None
            words[i] = new
    return replace(document, words=words, strings=strings)


def droppable_stops(document, rng):
    has_children = set(document.heads)
    for span in runs(document.sentence):
        last = span[-1]
        if document.words[last] == "." and last not in has_children and len(span) > 2 and rng.random() < 0.05:
            yield last


def move_attribution(attribution, moved):
    return replace(attribution, cue=tuple(moved[w] for w in attribution.cue if w in moved),
                   roles={moved[w]: tag for w, tag in attribution.roles.items() if w in moved})


def drop_stops(document, rng):
    """Some sentences without their full stop."""
    gone = set(droppable_stops(document, rng))
    if not gone:
        return document
    kept = [i for i in range(len(document.words)) if i not in gone]
    moved = {old: new for new, old in enumerate(kept)} | {-1: -1}
    pick = lambda values: values and [values[i] for i in kept]
    attributions = document.attributions and [move_attribution(a, moved) for a in document.attributions]
    return replace(document, words=pick(document.words), paragraph=pick(document.paragraph),
                   sentence=pick(document.sentence), heads=[moved[document.heads[i]] for i in kept],
                   strings={k: pick(v) for k, v in document.strings.items()},
                   clusters=pick(document.clusters), cue_tags=pick(document.cue_tags), attributions=attributions,
                   offsets=None)


def add_noise(document, rng):
    document = recase(swap_quotes(document, rng), rng)
    return drop_stops(document, rng) if document.heads else document


# Units and batches.

@dataclass
class Unit:
    """Consecutive windows of one document that must stay together: they share a sentence or a cluster."""
    document: object
    windows: list


def random_limit(rng):
    return MAX_PIECES if rng.random() < 0.4 else rng.randint(MIN_LIMIT, MAX_PIECES)


def units_of(document, reader, limit):
    windows = cut_windows(document, reader, limit)
    if document.clusters is not None:
        return [Unit(document, windows)]
    units = []
    for window in windows:
        begin = window[0]
        shares = units and document.sentence and document.sentence[begin] == document.sentence[begin - 1]
        if shares:
            units[-1].windows.append(window)
        else:
            units.append(Unit(document, [window]))
    return units


def window_size(document, reader, begin, end):
    marks = 2 + document.paragraph[end - 1] - document.paragraph[begin]
    return marks + sum(reader.size(w) for w in document.words[begin:end])


def make_batches(documents, reader, rng, size, noise=True, limit=None):
    """Batches of units of like length, at most about `size` padded pieces each."""
    units = []
    for document in documents:
        noisy = add_noise(document, rng) if noise else document
        units += units_of(noisy, reader, limit or random_limit(rng))
    lengths = {}
    for unit in units:
        lengths[id(unit)] = max(window_size(unit.document, reader, b, e) for b, e in unit.windows)
    units.sort(key=lambda u: (len(u.windows) > 1, lengths[id(u)] + rng.random() * 12))
    batches, current, width, count = [], [], 0, 0
    for unit in units:
        width_now = max(width, lengths[id(unit)])
        # Coreference looks at one document at a time.
        alone = unit.document.clusters is not None
        if current and (alone or width_now * (count + len(unit.windows)) > size):
            batches.append(current)
            current, count, width_now = [], 0, lengths[id(unit)]
        current.append(unit)
        width, count = width_now, count + len(unit.windows)
    batches += [current] if current else []
    rng.shuffle(batches)
    return batches


class Stream:
    """Endless shuffled batches of one kind of corpus; (pass, place) is all there is to resume."""

    def __init__(self, name, documents, reader, seed, size):
        self.name, self.documents, self.reader, self.seed, self.size = name, documents, reader, seed, size
        self.number, self.place, self.batches = 0, 0, self._build(0)

    def _build(self, number):
        rng = random.Random(f"{self.seed} {self.name} {number}")
        return make_batches(self.documents, self.reader, rng, self.size)

    def next(self):
        if self.place == len(self.batches):
            self.number, self.place, self.batches = self.number + 1, 0, self._build(self.number + 1)
        self.place += 1
        return self.batches[self.place - 1]

    def resume(self, number, place):
        self.number, self.place, self.batches = number, place, self._build(number)
