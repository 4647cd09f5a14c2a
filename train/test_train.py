"""python3 -m unittest discover train   (needs PyTorch; no data)"""
import random
import unittest

import torch

from batch import role_context
from corpora import Attribution, Document
from decode import clusters, spans, viterbi
from encoder import PieceReader
from labels import apply_lemma_script, lemma_script
from lstm import bilstm
from quantise import WEIGHT_LEVELS, round_weight, to_integers
from raw_words import words_of
from recurrent import Encoder, STATE
from windows import cut_windows, drop_stops, encode_window, swap_quotes
from word_forms import FormReader, fnv1a, key, pattern
from wordpiece import DIGIT, LOWER, MIXED, OTHER, QUOTE, TITLE, UPPER, basic_tokens, shape

READER = PieceReader(["[UNK]", "[CLS]", "[SEP]", "the", "sen", "##ate", "##s", ".", "“"])
PIECES = READER.pieces


def document(paragraphs):
    words, numbers = [], []
    for number, paragraph in enumerate(paragraphs):
        words += paragraph.split()
        numbers += [number] * len(paragraph.split())
    return Document("test", words, numbers)


class Words(unittest.TestCase):
    def test_raw_text_is_cut_as_in_the_treebanks(self):
        text = "Sen. O'Brien didn't pay $1,000.50—the U.S. can't, well-known “Trump’s”..."
        self.assertEqual([text[b:e] for b, e in words_of(text)],
                         ["Sen.", "O'Brien", "did", "n't", "pay", "$", "1,000.50", "—", "the", "U.S.", "ca", "n't", ",",
                          "well", "-", "known", "“", "Trump", "’s", "”", "..."])

    def test_shapes(self):
        shapes = {"the": LOWER, "The": TITLE, "A": TITLE, "U.S.": UPPER, "1990s": DIGIT, "—": OTHER, "’": QUOTE,
                  "McCain": MIXED, "iPhone": MIXED, "CAPITALS": UPPER}
        self.assertEqual({w: shape(w) for w in shapes}, shapes)

    def test_pieces_have_neither_case_nor_accents(self):
        self.assertEqual(basic_tokens("Zoë-Ann's"), ["zoe", "-", "ann", "'", "s"])
        self.assertEqual(PIECES.of_word("Senátes"), (4, 5, 6))
        self.assertEqual(PIECES.of_word("\u0301"), (PIECES.unk,))


class Forms(unittest.TestCase):
    def test_keys_have_plain_marks_and_no_digits_but_0(self):
        self.assertEqual([key(w) for w in ("“", "’s", "—", "U.S.", "1990s", "É")], ['"', "'s", "-", "u.s.", "0000s", "é"])

    def test_patterns_cut_long_runs_short(self):
        self.assertEqual([pattern(w) for w in ("McDonald's", "1,000.50", "......", "U.S.")],
                         ["XxXxxx'x", "d,ddd.dd", "...", "X.X."])

    def test_hashes_are_fnv1a(self):
        self.assertEqual(fnv1a(0x61, ""), 0xE40C292C)   # the published value of "a"

    def test_each_paragraph_is_a_sequence(self):
        tensors = FormReader(["<unk>", "the"]).tensors([(document(["the senate", "The"]), 0, 3)])
        self.assertEqual(tensors["lengths"].tolist(), [2, 1])
        self.assertEqual(tensors["rows"][:, 0].tolist(), [1, 0, 1])

    def test_a_sequence_alone_gives_the_vectors_it_has_among_others(self):
        torch.manual_seed(0)
        encoder = Encoder(["<unk>", "the"]).eval()
        rows = FormReader(["<unk>", "the"]).tensors([(document(["the senate sat", "The"]), 0, 4)])
        both = encoder(**rows)
        self.assertEqual(both.shape, (4, 2 * STATE))
        torch.testing.assert_close(encoder(rows["rows"][3:], torch.tensor([1])), both[3:])


class Lstm(unittest.TestCase):
    def test_padded_groups_give_what_packed_sequences_give(self):
        torch.manual_seed(0)
        lengths = torch.tensor([2, 9, 1, 7])
        lstm, rows = torch.nn.LSTM(5, 3, bidirectional=True).eval(), torch.randn(int(lengths.sum()), 5)
        alone = [lstm(part[:, None])[0][:, 0] for part in rows.split(lengths.tolist())]
        torch.testing.assert_close(bilstm(lstm, rows, lengths), torch.cat(alone))


class Lemmas(unittest.TestCase):
    def test_scripts_make_the_lemma_they_were_taken_from(self):
        for form, lemma in (("Cities", "city"), ("Obama", "Obama"), ("was", "be"), ("n't", "not"), ("Saying", "say")):
            self.assertEqual(apply_lemma_script(form, lemma_script(form, lemma)), lemma)

    def test_a_script_that_would_strip_all_leaves_the_form(self):
        self.assertEqual(apply_lemma_script("As", "lower|3|y"), "as")


class Windows(unittest.TestCase):
    def test_windows_end_with_paragraphs_if_they_can(self):
        text = document(["the the .", "the the .", "the the . the"])
        self.assertEqual(cut_windows(text, READER, 11), [(0, 6), (6, 10)])
        self.assertEqual(cut_windows(text, READER, 5), [(0, 3), (3, 6), (6, 9), (9, 10)])

    def test_paragraphs_are_parted_by_sep(self):
        ids, shapes, first = encode_window(document(["the", "senates"]), PIECES, 0, 2)
        self.assertEqual(ids, [1, 3, 2, 4, 5, 6, 2])
        self.assertEqual(first, [1, 3])

    def test_roles_see_the_paragraphs_beside_the_cue(self):
        words, sides = role_context([0, 1, 2, 2, 3, 4], (3, 3), 0, 6)
        self.assertEqual((words, sides), ([1, 2, 3, 4], [1, 0, 0, 2]))


class Noise(unittest.TestCase):
    def test_a_dropped_stop_leaves_the_tree_whole(self):
        text = document(["the senate sat ."])
        text.sentence, text.heads, text.strings = [0] * 4, [1, 2, -1, 2], {"upos": ["DET", "NOUN", "VERB", "PUNCT"]}
        rng = random.Random(0)
        shorter = next(d for d in (drop_stops(text, rng) for _ in range(1000)) if len(d.words) == 3)
        self.assertEqual((shorter.words, shorter.heads), (["the", "senate", "sat"], [1, 2, -1]))

    def test_a_dropped_stop_moves_the_attributions_behind_it(self):
        text = document(["it sat . he said so ."])
        text.sentence, text.heads = [0] * 3 + [1] * 4, [1, -1, 1, 4, -1, 4, 4]
        text.cue_tags, text.attributions = [0, 0, 0, 0, 1, 0, 0], [Attribution((4,), {3: 1, 5: 3})]
        rng = random.Random(0)
        shorter = next(d for d in (drop_stops(text, rng) for _ in range(1000)) if d.words[2] == "he")
        (moved,) = shorter.attributions
        self.assertEqual((shorter.cue_tags[:5], moved.cue, moved.roles), ([0, 0, 0, 1, 0], (3,), {2: 1, 4: 3}))

    def test_quotes_change_in_pairs(self):
        rng = random.Random(0)
        text = document(['" the "'])
        changed = next(d for d in (swap_quotes(text, rng) for _ in range(1000)) if d.words != text.words)
        self.assertEqual(changed.words, ["“", "the", "”"])


class Decoding(unittest.TestCase):
    def test_inside_follows_begin_only(self):
        labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
        scores = torch.tensor([[0, 2., 0, 0, 0], [0, 0, 1, 0, 1.5], [0, 0, 0, 0, 1.]]).numpy()
        path = viterbi(scores, labels)
        self.assertEqual(spans(path, labels)[0][2], "PER")

    def test_links_join_clusters(self):
        links = torch.tensor([[-1e9, -1e9], [1., -1e9], [-1., -2.], [3., 1.]])
        antecedents = torch.tensor([[0, 1], [0, 1], [0, 1], [1, 0]])
        self.assertEqual(clusters(torch.tensor([5, 8, 9, 12]), links, antecedents), [[5, 8, 12]])


class Rounding(unittest.TestCase):
    def test_rounding_twice_changes_nothing(self):
        once = round_weight(torch.randn(5, 40))
        torch.testing.assert_close(round_weight(once), once)

    def test_gradients_pass(self):
        weight = torch.randn(3, 4, requires_grad=True)
        round_weight(weight).sum().backward()
        self.assertEqual(weight.grad.tolist(), [[1.0] * 4] * 3)

    def test_integers_stay_within_their_levels(self):
        integers, scale = to_integers(torch.randn(6, 50), WEIGHT_LEVELS)
        self.assertEqual(int(integers.abs().max()), WEIGHT_LEVELS)
        self.assertEqual(scale.shape, (6,))


if __name__ == "__main__":
    unittest.main()
