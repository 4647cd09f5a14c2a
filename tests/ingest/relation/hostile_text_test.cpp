#include <catch2/catch.hpp>
#include <ctime>

#include "ingest/relation/extract_openie.hpp"
#include "ingest/relation/extract_statements.hpp"

using namespace hearsay;

namespace {

/// One sentence of `size` words whose every word hangs on `head_of(i)`; token 0 is the root.
Document tree_of(std::uint32_t size, const char* upos, const char* relation, auto&& head_of) {
  Document doc;
  for (std::uint32_t i = 0; i < size; ++i) {
    doc.text += "a ";
    doc.tokens.push_back({2 * i, 2 * i + 1});
    doc.tags.push_back({upos, "VB", "", "a"});
    Arc arc;
    arc.deprel = i == 0 ? "root" : relation;
    if (i > 0) arc.head = head_of(i);
    doc.arcs.push_back(arc);
  }
  doc.paragraphs = doc.sentences = {{0, size}};
  return doc;
}

double seconds_for(const Document& doc) {
  const std::clock_t start = std::clock();  // of this process: the machine may be busy
  (void)extract_statements(doc, {});
  (void)extract_openie(doc);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("an empty document tells nothing", "[ingest][relation]") {
  const Document empty;
  CHECK(extract_statements(empty, {}).empty());
  CHECK(extract_openie(empty).empty());
}

TEST_CASE("endless chains and lists stay cheap", "[ingest][relation]") {
  const auto* relation = GENERATE("conj", "nsubj", "obj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "appos",
                                  "nmod:poss", "nmod", "obl", "amod", "compound", "flat", "case");
  const auto* upos = GENERATE("VERB", "NOUN", "ADJ");
  CAPTURE(relation, upos);
  const auto chain = [&](std::uint32_t size) {
    return seconds_for(tree_of(size, upos, relation, [](std::uint32_t i) { return i - 1; }));
  };
  const auto list = [&](std::uint32_t size) {
    return seconds_for(tree_of(size, upos, relation, [](std::uint32_t) { return 0U; }));
  };
  // Eight times the words: 8 where cost is linear, 64 where it is quadratic; short runs are too short to tell.
  CHECK(chain(2400) < 30 * chain(300) + 0.3);
  CHECK(list(2400) < 30 * list(300) + 0.3);
}

TEST_CASE("a token of every relation may stand anywhere", "[ingest][relation]") {
  static const char* const relations[] = {
      "nsubj",    "obj",       "iobj",  "obl",  "conj",      "cc",        "xcomp",        "ccomp", "advcl",
      "acl",      "acl:relcl", "appos", "nmod", "nmod:poss", "case",      "mark",         "cop",   "aux",
      "aux:pass", "det",       "punct", "expl", "nmod:desc", "obl:agent", "compound:prt", "csubj", "parataxis"};
  std::uint32_t seed = 7;
  const auto next = [&] { return seed = seed * 1664525U + 1013904223U; };
  for (int round = 0; round < 200; ++round) {
    Document doc = tree_of(30, "VERB", "obj", [&](std::uint32_t i) { return (next() >> 8) % i; });
    for (std::uint32_t i = 0; i < 30; ++i) {
      if (i > 0) doc.arcs[i].deprel = relations[(next() >> 8) % std::size(relations)];
      doc.tags[i].upos = (next() >> 8) % 2 == 0 ? "NOUN" : "VERB";
    }
    for (const Statement& s : extract_statements(doc, {})) REQUIRE(!s.subject.span.empty());
    for (const OpenRelation& r : extract_openie(doc)) REQUIRE(!r.relation.empty());
  }
}
