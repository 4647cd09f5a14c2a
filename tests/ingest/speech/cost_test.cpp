// What attribution costs beside parsing, and what the whole flow makes of text that nobody wrote for readers.
#include <catch2/catch.hpp>
#include <ctime>

#include "ingest/annotate.hpp"
#include "ingest/model/encode.hpp"
#include "ingest/names/find_names.hpp"
#include "ingest/speech/find_attributions.hpp"
#include "ingest/syntax/parse.hpp"
#include "ingest/syntax/tag.hpp"
#include "ingest/text/split_sentences.hpp"
#include "ingest/text/tokenize.hpp"
#include "tests/ingest/speech/cases.hpp"

using namespace hearsay;

namespace {

const Model& model() {
  static const std::shared_ptr<const Model> loaded = load_model(SPEECH_MODEL);
  return *loaded;
}

double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

/// Every other paragraph tells a fact, as in an article; the rest are the cases: a cue in nearly every sentence.
std::string dense_article() {
  std::string text;
  for (const char* file : {"direct.txt", "indirect.txt", "thought.txt", "circumstances.txt"}) {
    for (const Case& one : read_cases(file)) {
      text += text_of_case(one.joined("text", " ¶ ")) + "\n\n";
      text +=
          "The old harbour was closed for two years after the storm, and most of the ships went to the next town.\n\n";
    }
  }
  return text;
}

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

/// Processor time of the flow; what it finds must lie in the text.
double seconds_for(std::string text, const Model& with = model()) {
  Article article;
  article.text = std::move(text);
  const std::clock_t start = std::clock();
  const Analysis analysis = annotate(std::move(article), with);
  const double took = seconds_since(start);
  for (const Attribution& a : analysis.attributions) {
    REQUIRE(!a.content.empty());
    for (const TokenSpan piece : a.content) REQUIRE(piece.end <= analysis.document.tokens.size());
    if (a.parent) REQUIRE(*a.parent < analysis.attributions.size());
  }
  return took;
}

}  // namespace

TEST_CASE("attribution adds less than a quarter to the time of parsing", "[ingest][speech][model][cost]") {
  const char* const path = GENERATE(SPEECH_MODEL, SPEECH_FAST_MODEL);
  INFO(path);
  const std::shared_ptr<const Model> loaded = load_model(path);
  const Model& model = *loaded;
  Document doc;
  doc.text = dense_article();
  Tokens tokens = tokenize(doc.text);
  doc.tokens = std::move(tokens.tokens);
  doc.paragraphs = std::move(tokens.paragraphs);
  double parsing = 0.0, attribution = 0.0;
  for (int round = 0; round < 3; ++round) {
    std::clock_t start = std::clock();
    const Encoding encoding = encode(doc, model);
    doc.sentences = split_sentences(doc, encoding, model);
    doc.tags = tag(doc, encoding, model);
    doc.arcs = parse(doc, encoding, model);
    parsing += seconds_since(start);
    doc.names = find_names(doc, encoding, model);
    start = std::clock();
    CHECK(!find_attributions(doc, encoding, model).empty());
    attribution += seconds_since(start);
  }
  INFO("parsing " << parsing << " s, attribution " << attribution << " s");
  CHECK(attribution < 0.25 * parsing);
}

TEST_CASE("100,000 quotation marks and 10,000 quotations pass the whole flow in linear time",
          "[ingest][speech][model][hostile]") {
  const std::shared_ptr<const Model> fast = load_model(SPEECH_FAST_MODEL);
  const auto [piece, times] = GENERATE(std::pair("\" ", 100000), std::pair("\"No,\" said Ann.\n\n", 10000));
  INFO(piece);
  const double small = seconds_for(repeated(piece, times / 8), *fast);
  CHECK(seconds_for(repeated(piece, times), *fast) < 0.5 + 16 * small);
}

TEST_CASE("the flow stays linear in quotation marks, turns and endless sentences", "[ingest][speech][model][hostile]") {
  const char* const piece =
      GENERATE("“ ", "\"Ann said \" ", "” word ", "“Ann said,” said Ann. ", "Q: Who said it?\n\nA: Ann said it.\n\n",
               "Ann said that ", "“Ann said so, and Bob said so.\n\n", "the town and the harbour and ");
  INFO(piece);
  const double small = seconds_for(repeated(piece, 50)), large = seconds_for(repeated(piece, 400));
  CHECK(large < 0.3 + 16 * small);  // eight times the text
}
