#include "ingest/model/windows.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

std::vector<TokenSpan> cut(const Document& doc, std::size_t limit) {
  return cut_windows(doc, std::vector<std::uint8_t>(doc.tokens.size(), 1), limit);
}

/// The pieces of a window as the encoder counts them.
std::size_t size_of(const Document& doc, std::span<const std::uint8_t> pieces, TokenSpan window) {
  std::size_t size = 2;
  for (TokenIndex t = window.begin; t < window.end; ++t)
    size += pieces[t] + (t > window.begin && paragraph_of(doc, t) != paragraph_of(doc, t - 1) ? 1U : 0U);
  return size;
}

}  // namespace

TEST_CASE("a window ends with a paragraph where it can", "[ingest][model]") {
  CHECK(cut(tiny::document("a b . | c d . e f | g"), 100) == std::vector<TokenSpan>{{0, 9}});
  CHECK(cut(tiny::document("a b . | c d . e f | g"), 10) == std::vector<TokenSpan>{{0, 3}, {3, 9}});
}

TEST_CASE("else it ends with a sentence, closing quotes and brackets included", "[ingest][model]") {
  CHECK(cut(tiny::document("a b . c d e f g"), 7) == std::vector<TokenSpan>{{0, 3}, {3, 8}});
  CHECK(cut(tiny::document("a b . ” c d e f g"), 7) == std::vector<TokenSpan>{{0, 4}, {4, 9}});
  CHECK(cut(tiny::document("a ?! '' ) c d e f g"), 7) == std::vector<TokenSpan>{{0, 4}, {4, 9}});
  CHECK(cut(tiny::document("a … c d e f g h"), 7) == std::vector<TokenSpan>{{0, 2}, {2, 7}, {7, 8}});
}

TEST_CASE("else it ends anywhere", "[ingest][model]") {
  CHECK(cut(tiny::document("a b c d e f g"), 5) == std::vector<TokenSpan>{{0, 3}, {3, 6}, {6, 7}});
  CHECK(cut(Document{}, 5).empty());
}

TEST_CASE("windows cover every token once and never grow beyond their limit", "[ingest][model]") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string words;
    const auto count = random() % 200;
    constexpr const char* some[] = {"a ", "b ", ". ", "” ", "| ", "? ", "c ", "d "};
    for (std::size_t i = 0; i < count; ++i) words += some[random() % (round % 2 == 0 ? 8 : 7)];
    const Document doc = tiny::document(words);
    std::vector<std::uint8_t> pieces(doc.tokens.size());
    for (auto& n : pieces) n = static_cast<std::uint8_t>(1 + random() % 8);
    const std::size_t limit = 10 + random() % 60;
    TokenIndex next = 0;
    for (const TokenSpan window : cut_windows(doc, pieces, limit)) {
      CHECK(window.begin == next);
      CHECK(window.end > window.begin);
      CHECK(size_of(doc, pieces, window) <= limit);
      next = window.end;
    }
    CHECK(next == doc.tokens.size());
  }
}

TEST_CASE("100,000 quotation marks are cut in linear time", "[ingest][model]") {
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "” ";
  CHECK(cut(tiny::document(words), 256).size() == 394);
}

}  // namespace hearsay
