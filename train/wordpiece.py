"""Words to word pieces: BERT's uncased normalisation, and the shape class of a word.

The vocabulary is a list of pieces; a piece that continues a word begins with "##". The run-time
program reads the same list from the model file and must cut words in exactly this way.
"""
import functools
import unicodedata

MAX_PIECES_PER_WORD = 8
MAX_CHARS_PER_TOKEN = 100
QUOTES = set("“”\"'‘’`") | {"``", "''"}

SPECIAL, LOWER, TITLE, UPPER, OTHER, DIGIT, QUOTE, MIXED = range(8)


def shape(word):
    """The class of the word's letter case, which the lower-cased pieces no longer show."""
    if word in QUOTES:
        return QUOTE
    first = unicodedata.category(word[0])
    if first == "Nd":
        return DIGIT
    if first[0] != "L":
        return OTHER
    kinds = [unicodedata.category(c) for c in word]
    if first not in ("Lu", "Lt"):
        return MIXED if "Lu" in kinds else LOWER
    if len(word) > 1 and "Ll" not in kinds:
        return UPPER
    return MIXED if "Lu" in kinds[1:] else TITLE


def simple_lower(text):
    """Lower case code point by code point (no context, no expansion)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_punctuation(c):
    return unicodedata.category(c)[0] == "P" or (c.isascii() and c.isprintable() and not c.isalnum() and c != " ")


def basic_tokens(word):
    """NFD, marks (Mn) dropped, lower case; punctuation stands alone, spaces and controls cut."""
    text = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
    tokens, current = [], ""
    for c in simple_lower(text):
        if c.isspace() or unicodedata.category(c)[0] == "C" or is_punctuation(c):
            tokens += [current] if current else []
            current = ""
            if is_punctuation(c):
                tokens.append(c)
        else:
            current += c
    return tokens + ([current] if current else [])


# Scripts that English news does not need; Latin, Greek and Cyrillic stay, and so do symbols.
DROPPED_SCRIPTS = (
    "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "THAI",
    "LAO", "TIBETAN", "MYANMAR", "GEORGIAN", "HANGUL", "HIRAGANA", "KATAKANA", "CJK", "KANGXI", "ARMENIAN",
    "GUJARATI", "GURMUKHI", "ORIYA", "KHMER", "ETHIOPIC", "MONGOLIAN", "IDEOGRAPHIC", "BOPOMOFO", "HALFWIDTH",
    "FULLWIDTH", "CYPRIOT", "RUNIC", "OGHAM", "GOTHIC", "COPTIC", "MEETEI")


def is_needed(piece):
    """Whether a piece of the pretrained vocabulary is kept."""
    if piece.startswith("["):
        return piece in ("[UNK]", "[CLS]", "[SEP]", "[")
    return not any(unicodedata.name(c, "CJK").startswith(DROPPED_SCRIPTS) for c in piece)


class WordPieces:
    """Cuts words into ids of pieces."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.ids = {p: i for i, p in enumerate(pieces)}
        self.unk, self.cls, self.sep = (self.ids[s] for s in ("[UNK]", "[CLS]", "[SEP]"))
        self.of_word = functools.lru_cache(maxsize=None)(self._of_word)

    def _of_token(self, token):
        """Longest piece first; a token that cannot be spelled is one unknown."""
        if len(token) > MAX_CHARS_PER_TOKEN:
            return [self.unk]
        out, begin = [], 0
        while begin < len(token):
            end = len(token)
            prefix = "##" if begin else ""
            while end > begin and prefix + token[begin:end] not in self.ids:
                end -= 1
            if end == begin:
                return [self.unk]
            out.append(self.ids[prefix + token[begin:end]])
            begin = end
        return out

    def _of_word(self, word):
        ids = [i for token in basic_tokens(word) for i in self._of_token(token)]
        return tuple(ids[:MAX_PIECES_PER_WORD]) or (self.unk,)
