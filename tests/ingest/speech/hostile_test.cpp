// Text that nobody wrote for readers must cost linear time and give sane output.
#include <catch2/catch.hpp>
#include <ctime>

#include "ingest/speech/find_attributions.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/text/tokenize.hpp"

using namespace hearsay;

namespace {

// One sentence per paragraph, every word hangs on the first: what a parser may give for noise.
Document flat_document(std::string text, const std::string& verb = "say") {
  Document doc;
  doc.text = std::move(text);
  Tokens tokens = tokenize(doc.text);
  doc.tokens = std::move(tokens.tokens);
  doc.paragraphs = std::move(tokens.paragraphs);
  doc.sentences = doc.paragraphs;
  doc.tags.resize(doc.tokens.size());
  doc.arcs.resize(doc.tokens.size());
  for (const TokenSpan sentence : doc.sentences) {
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const std::string w(word(doc, t));
      const bool letter = (w[0] >= 'a' && w[0] <= 'z') || (w[0] >= 'A' && w[0] <= 'Z');
      doc.tags[t] = {letter ? (w == "said" ? "VERB" : "PROPN") : "PUNCT", w == "said" ? "VBD" : "NNP", "",
                     w == "said" ? verb : w};
      if (t > sentence.begin) doc.arcs[t] = {sentence.begin, letter ? "ccomp" : "punct"};
    }
  }
  return doc;
}

// "Ann said Ann said ...", each verb below the one before.
Document chain(std::uint32_t verbs) {
  std::string text;
  for (std::uint32_t i = 0; i < verbs; ++i) text += "Ann said ";
  Document doc = flat_document(text);
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    if (t % 2 == 0)
      doc.arcs[t] = {t + 1, "nsubj"};
    else if (t == 1)
      doc.arcs[t] = {std::nullopt, "root"};
    else
      doc.arcs[t] = {t - 2, "ccomp"};
  }
  return doc;
}

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

double seconds_for(const Document& doc) {
  const std::clock_t start = std::clock();  // of this process: the machine may be busy
  const auto found = complete_attributions(doc, {}, false);
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  for (const Attribution& a : found) {
    for (const TokenSpan piece : a.content) REQUIRE(piece.end <= doc.tokens.size());
  }
  return took;
}

}  // namespace

TEST_CASE("ten thousand quotation marks take linear time", "[ingest][speech][hostile]") {
  const char* const piece = GENERATE("\"", "\" ", "“", "“ ", "” ", "” word ", "'a ", "‘a ", "“a ‘b ", "« “ ",
                                     "\"Ann said \" ", "“Ann said,” said Ann. ", "``", "''", "word\" \"");
  INFO(piece);
  const Document small = flat_document(repeated(piece, 2500)), large = flat_document(repeated(piece, 20000));
  const double first = seconds_for(small), second = seconds_for(large);
  CHECK(second < 0.2 + 20 * first);  // eight times the text
}

TEST_CASE("a sentence without an end takes linear time", "[ingest][speech][hostile]") {
  CHECK(seconds_for(flat_document(repeated("Ann said ", 50000))) < 5.0);
  CHECK(seconds_for(flat_document(repeated("“Ann said” ", 20000))) < 5.0);
  CHECK(seconds_for(chain(20000)) < 5.0);
}

TEST_CASE("long transcripts and many quoted paragraphs take linear time", "[ingest][speech][hostile]") {
  CHECK(seconds_for(flat_document(repeated("Q: Who said Ann?\n\nA: Ann said Ann.\n\n", 10000))) < 5.0);
  CHECK(seconds_for(flat_document(repeated("“Ann said Ann, and Ann said Ann.”\n\n", 10000))) < 5.0);
  CHECK(seconds_for(flat_document(repeated("“Ann said Ann\n\n", 10000))) < 5.0);
}

TEST_CASE("nothing comes from nothing", "[ingest][speech][hostile]") {
  const Document empty, mark = flat_document("\"");
  CHECK(complete_attributions(empty, {}, false).empty());
  CHECK(complete_attributions(empty, {}, true).empty());
  CHECK(complete_attributions(mark, {}, false).empty());
  CHECK(find_quotations(empty).empty());
}
