#!/usr/bin/env python3
"""The hearsay program as a user calls it: exit statuses, messages, pipes, and the same bytes every time."""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HEARSAY, SAMPLES = sys.argv[1], Path(sys.argv[2])


def call(*arguments, stdin=b"", status=0, **environment):
    done = subprocess.run([HEARSAY, *map(str, arguments)], input=stdin, capture_output=True,
                          env={**os.environ, **environment})
    if status is not None:
        assert done.returncode == status, (arguments, done.returncode, done.stderr.decode())
    return done


class Help(unittest.TestCase):
    def test_every_command_explains_itself_with_examples(self):
        for command in ("build", "export", "ask", "annotate"):
            self.assertIn(b"Examples:", call(command, "--help").stdout)

    def test_a_wrong_call_has_status_2(self):
        for arguments in ([], ["paint"], ["annotate"], ["annotate", "--format", "paint", "-"], ["export", "missing.file"],
                          ["build", SAMPLES]):
            self.assertTrue(call(*arguments, status=2).stderr, arguments)

    def test_a_word_that_is_no_command_is_named_with_those_there_are(self):
        message = call("paint", "x", status=2).stderr
        for word in (b'"paint"', b"build", b"export", b"ask", b"annotate"):
            self.assertIn(word, message)


class Mistakes(unittest.TestCase):
    """Each is named with its place and a way out; nothing that was there is lost."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.article = self.folder / "article.txt"
        self.article.write_text("Spain won.")
        self.store = self.folder / "news.hearsay"

    def tearDown(self):
        self.temporary.cleanup()

    def build(self, *arguments, **keywords):
        return call("build", *arguments, "--model", "fast", **keywords)

    def test_a_build_that_reads_nothing_writes_nothing(self):
        (self.folder / "empty").mkdir()
        (self.folder / "link.txt").symlink_to("nowhere")
        for name, reason in (("missing.txt", b"check the spelling"), ("empty", b"holds no articles"),
                             ("link.txt", b"remove or repair it")):
            for output in ("new.hearsay", "new.svg"):
                message = self.build(self.folder / name, "-o", self.folder / output, status=1).stderr
                self.assertIn(name.encode(), message)
                self.assertIn(reason, message)
                self.assertIn(b"nothing was written", message)
                self.assertEqual(list(self.folder.glob("new*")), [])

    def test_a_build_that_reads_nothing_keeps_the_graph_that_was_there(self):
        self.build(self.article, "-o", self.store)
        before = self.store.read_bytes()
        for append in ([], ["--append"]):
            self.build(self.folder / "missing.txt", "-o", self.store, *append, status=1)
            self.assertEqual(self.store.read_bytes(), before)

    def test_what_is_read_is_not_written_over(self):
        self.build(self.article, "-o", self.store)
        before = self.store.read_bytes()
        self.assertIn(b"what is being read", call("export", self.store, "-o", self.store, status=2).stderr)
        self.assertEqual(self.store.read_bytes(), before)
        self.build(self.article, "-o", self.article, status=2)
        self.build(self.article, "--format", "svg", "-o", self.article, status=2)
        self.assertEqual(self.article.read_text(), "Spain won.")

    def test_a_place_that_cannot_be_written_is_found_before_the_articles_are_read(self):
        for output, reason in ((self.folder, b"is a folder"), (self.folder / "none" / "x", b"there is no folder")):
            for form in ("svg", "store"):
                done = self.build(self.article, "--format", form, "-o", output, status=2)
                self.assertIn(str(output).encode(), done.stderr)
                self.assertIn(reason, done.stderr)
                self.assertNotIn(b"1 article", done.stderr)

    def test_the_name_of_the_output_tells_its_format(self):
        self.build(self.article, "-o", self.store)
        for name, begin in (("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.dot", b"digraph"), ("a.jsonld", b"{")):
            for arguments in (["export", self.store], ["build", self.article, "--model", "fast"]):
                call(*arguments, "-o", self.folder / name)
                self.assertTrue((self.folder / name).read_bytes().startswith(begin), (name, arguments))

    def test_an_option_that_would_do_nothing_is_refused(self):
        self.build(self.article, "-o", self.store)
        for arguments, option in ((["--format", "jsonld", "--focus", "Spain"], b"--focus"), (["--base", "http://x/"], b"--base"),
                                  (["--depth", "2"], b"--focus")):
            self.assertIn(option, call("export", self.store, *arguments, status=2).stderr)
        self.assertIn(b"--top", self.build(self.article, "-o", self.store, "--top", 3, status=2).stderr)
        self.assertIn(b"--format coref", call("annotate", self.article, "--explain", status=2).stderr)

    def test_a_graph_without_articles_says_how_to_fill_it(self):
        self.build(self.article, "-o", self.store)
        with sqlite3.connect(self.store) as database:
            for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                database.execute(f"DELETE FROM {table}")
        for command in ("export", "ask"):
            self.assertIn(b"hearsay build", call(command, self.store, status=2).stderr)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_graph_that_may_not_be_read_is_no_foreign_file(self):
        self.build(self.article, "-o", self.store)
        self.store.chmod(0)
        self.assertIn(b"check its permissions", call("export", self.store, status=2).stderr)


class Models(unittest.TestCase):
    def test_an_unknown_model_gets_a_list_of_those_there_are(self):
        self.assertIn(b"there are: accurate", call("annotate", "--model", "best", SAMPLES, status=2).stderr)

    def test_a_model_can_be_named_or_given_as_a_file(self):
        text = b"Spain won."
        models = Path(__file__).parents[2] / "models"
        named, file = (call("annotate", "--model", m, "-", stdin=text).stdout for m in ("accurate", models / "accurate.hsm"))
        self.assertEqual(named, file)

    def test_what_is_no_model_is_refused_with_its_path(self):
        message = call("annotate", "--model", __file__, SAMPLES, status=2).stderr
        self.assertIn(__file__.encode(), message)

    def test_a_build_without_a_model_leaves_the_graph_file_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder, "news.hearsay")
            arguments = "build", SAMPLES, "--model", "no-such-model", "-o", store
            self.assertTrue(call(*arguments, status=2).stderr)
            self.assertFalse(store.exists())
            store.write_bytes(b"what was there before")
            call(*arguments, status=2)
            self.assertEqual(store.read_bytes(), b"what was there before")


class Annotate(unittest.TestCase):
    text = "Angela Merkel met Emmanuel Macron in Berlin on Friday. She told reporters that they had agreed.".encode()

    def test_conllu_keeps_every_character_of_standard_input(self):
        lines = call("annotate", "--format", "conllu", "-", stdin=self.text).stdout.decode().split("\n")
        words = [line.split("\t")[1] for line in lines if line[:1].isdigit() and "-" not in line.split("\t")[0]]
        self.assertEqual("".join(words), self.text.decode().replace(" ", ""))

    def test_the_base_form_of_an_unknown_verb_is_its_lemma(self):
        lines = call("annotate", "--format", "conllu", "-", stdin=b"It would embolden the thieves.").stdout.decode().split("\n")
        self.assertIn(["embolden", "embolden"], [line.split("\t")[1:3] for line in lines])

    def test_offsets_count_code_points(self):
        text = "“Ça va – 北京 😀,” said Zoë Müller. “We won.”".encode()
        record = json.loads(call("annotate", "--format", "attributions", "-", stdin=text).stdout)
        for attribution in record["attributions"]:
            for begin, end in attribution["content"] + attribution["source"]:
                self.assertTrue(0 <= begin < end <= len(text.decode()))

    def test_explain_says_why_a_mention_went_where_it_did(self):
        text = b"Vladimir Putin met Angela Merkel. He smiled."
        record = json.loads(call("annotate", "--format", "coref", "--explain", "-", stdin=text).stdout)
        he = next(link for link in record["links"] if link["text"] == "He")
        self.assertEqual((he["antecedent_text"], he["rejected"]), ("Vladimir Putin", "Angela Merkel (gender)"))
        self.assertGreater(he["score"], 0)
        self.assertIn("Vladimir Putin", [entity["name"] for entity in record["entities"]])
        plain = json.loads(call("annotate", "--format", "coref", "-", stdin=text).stdout)
        self.assertEqual(set(plain), {"id", "text", "clusters"})

    def test_each_line_is_a_sentence_when_asked(self):
        out = call("annotate", "--format", "openie", "--one-sentence-per-line", "-",
                   stdin=b"Iran tested a missile .\n\nChina bought oil .\n").stdout.decode()
        self.assertEqual({line.split("\t")[0] for line in out.splitlines()}, {"1", "3"})

    def test_a_bad_line_is_named_and_the_rest_goes_on(self):
        lines = b'{"id": "a", "text": "Spain won."}\n{"id": "b", "text": \n{"id": "c", "text": "Italy lost."}\n'
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
            file.write(lines)
            file.flush()
            done = call("annotate", "--format", "coref", file.name, status=1)
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["a", "c"])
        self.assertIn(f"{file.name}:2".encode(), done.stderr)

    def test_one_thread_and_four_give_the_same_bytes(self):
        for layer in ("conllu", "coref", "attributions", "statements"):
            outputs = {call("annotate", "--format", layer, "--threads", n, SAMPLES, status=None).stdout for n in (1, 4)}
            self.assertEqual(len(outputs), 1, layer)

    def test_all_vector_instructions_give_the_same_labels(self):
        article = next(SAMPLES.glob("**/*.txt"))
        sets = ("avx2", "avx-vnni", "avx512")
        outputs = {call("annotate", "--format", "conllu", article, HEARSAY_ISA=isa).stdout for isa in sets}
        self.assertEqual(len(outputs), 1)


class Graph(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.store = Path(cls.folder.name, "samples.hearsay")
        cls.built = call("build", SAMPLES, "-o", cls.store)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_a_summary_says_what_was_read_and_found(self):
        self.assertRegex(self.built.stderr.decode(), r"\d+ articles \(.*words.*\): \d+ statements, \d+ attributions")

    def test_the_same_input_gives_the_same_bytes(self):
        again = Path(self.folder.name, "again.hearsay")
        call("build", SAMPLES, "-o", again)
        self.assertEqual(self.store.read_bytes(), again.read_bytes())
        for layer in ("dot", "svg", "jsonld"):
            first, second = (call("export", self.store, "--format", layer).stdout for _ in range(2))
            self.assertTrue(first)
            self.assertEqual(first, second, layer)

    def test_a_drawing_can_be_made_straight_from_articles(self):
        svg = call("build", SAMPLES, "--format", "svg", "-o", "-").stdout
        self.assertIn(b"</svg>", svg)

    def test_an_unknown_name_gets_suggestions(self):
        done = call("ask", self.store, "--who", "Obamma", "--said", status=None)
        self.assertIn(b"Obama", done.stdout + done.stderr)

    def test_every_claim_carries_its_sentence_and_source(self):
        graph = json.loads(call("export", self.store, "--format", "jsonld").stdout)
        self.assertIn("@context", graph)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
