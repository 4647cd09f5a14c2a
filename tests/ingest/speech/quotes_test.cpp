#include "ingest/speech/quotes.hpp"

#include <catch2/catch.hpp>

#include "ingest/text/tokenize.hpp"
#include "tests/ingest/speech/cases.hpp"

using namespace hearsay;

namespace {

Document tokenized(std::string text) {
  Document doc;
  doc.text = std::move(text);
  Tokens tokens = tokenize(doc.text);
  doc.tokens = std::move(tokens.tokens);
  doc.paragraphs = std::move(tokens.paragraphs);
  return doc;
}

std::string listed(const Document& doc, const std::vector<Quotation>& quotations) {
  std::string all;
  for (const Quotation& q : quotations) {
    all += std::string(q.depth, '>') + (q.continues ? "... " : "") + std::string(text_of(doc, q.span)) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("quotations are found whatever their marks", "[ingest][speech][quotes]") {
  for (const Case& one : read_cases("quotes.txt")) {
    const Document doc = tokenized(text_of_case(one.joined("text", " ¶ ")));
    std::string wanted = one.joined("quote", "\n");
    if (!wanted.empty()) wanted += "\n";
    INFO(one.where);
    CHECK(listed(doc, find_quotations(doc)) == wanted);
  }
}

TEST_CASE("quotations nest and stay inside their paragraph", "[ingest][speech][quotes]") {
  const char* const bits[] = {"“",  "”",  "\"",    "'",     "‘",  "’",     "«", "»",
                              "``", "''", "word ", " the ", ", ", ".\n\n", "s"};
  std::uint32_t state = 12345;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525U + 1013904223U;
      text += bits[(state >> 16U) % std::size(bits)];
    }
    const Document doc = tokenized(text);
    INFO(text);
    std::vector<TokenSpan> open;
    for (const Quotation& q : find_quotations(doc)) {
      CHECK(doc.paragraphs[q.paragraph].contains(q.span));
      CHECK(q.span.contains(q.inner));
      while (!open.empty() && open.back().end <= q.span.begin) open.pop_back();
      CHECK(open.size() == q.depth);
      if (!open.empty()) CHECK(open.back().contains(q.span));
      open.push_back(q.span);
    }
  }
}
