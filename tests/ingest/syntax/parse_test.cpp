#include "ingest/syntax/parse.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "ingest/model/encode.hpp"
#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

/// What is wrong with the tree of a sentence; empty for nothing.
std::string wrong(const std::vector<Arc>& arcs, TokenSpan sentence) {
  std::size_t roots = 0;
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    const Arc& arc = arcs[t];
    roots += arc.head ? 0U : 1U;
    if ((arc.deprel == "root") == arc.head.has_value()) return "a label root elsewhere, or a root of another label";
    if (arc.head && !sentence.contains(*arc.head)) return "a head outside the sentence";
    if (!(arc.confidence >= 0.0F && arc.confidence <= 1.0F)) return "a confidence that is no probability";
    TokenIndex at = t;
    for (std::size_t steps = 0; arcs[at].head; at = *arcs[at].head)
      if (++steps > sentence.size()) return "a cycle";
  }
  return roots == 1 ? "" : "not one root";
}

std::vector<Arc> parsed(const Document& doc, const Model& model) { return parse(doc, encode(doc, model), model); }

}  // namespace

TEST_CASE("every sentence becomes a tree with one root", "[ingest][syntax]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const auto model = tiny::model(tiny::Kind::transformer, seed);
    const Document doc =
        tiny::document("the senate said no . | unbelievable ! | said the house : a b c d e f g h i j k");
    const auto arcs = parsed(doc, *model);
    REQUIRE(arcs.size() == doc.tokens.size());
    for (const TokenSpan& sentence : doc.sentences) CHECK(wrong(arcs, sentence) == "");
  }
}

TEST_CASE("a sentence of many thousand words is one tree, in linear time", "[ingest][syntax]") {
  std::string words;
  for (int i = 0; i < 4'001; ++i) words += i % 3 == 0 ? "the " : "senate ";
  const Document doc = tiny::document(words);
  const auto arcs = parsed(doc, *tiny::model());
  REQUIRE(arcs.size() == 4'001);
  std::size_t roots = 0;
  for (const Arc& arc : arcs) roots += arc.head ? 0U : 1U;
  CHECK(roots == 1);
  CHECK(wrong(arcs, doc.sentences[0]) == "");
}

TEST_CASE("a temperature makes arcs less sure and leaves the tree as it is", "[ingest][syntax]") {
  tiny::Draft draft = tiny::draft();
  const Document doc = tiny::document("the senate said no : a b c d e f g h");
  const auto model_of = [](const tiny::Draft& d) {
    const auto bytes = tiny::file_of(d);
    const auto path = std::filesystem::temp_directory_path() / "hearsay_temperature.hsm";
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return load_model(path);
  };
  const auto plain = parsed(doc, *model_of(draft));
  const float temperature = 1000.0F;
  draft.arrays.push_back({"head.arcs.temperature", "f32", {1}, std::string(4, '\0')});
  std::memcpy(draft.arrays.back().bytes.data(), &temperature, sizeof temperature);
  const auto cool = parsed(doc, *model_of(draft));
  REQUIRE(plain.size() == cool.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    CHECK(plain[i].head == cool[i].head);
    CHECK(cool[i].confidence == Approx(1.0F / static_cast<float>(plain.size())).epsilon(0.05));
  }
}

TEST_CASE("a document without words has no arcs", "[ingest][syntax]") {
  CHECK(parsed(Document{}, *tiny::model()).empty());
}

}  // namespace hearsay
