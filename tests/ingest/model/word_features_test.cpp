#include "ingest/model/word_features.hpp"

#include <catch2/catch.hpp>

namespace hearsay {
namespace {

using Part = AffixTable::Part;

std::vector<std::uint32_t> rows(const WordFeatures& features, std::string_view word) {
  std::vector<std::uint32_t> out;
  features.append_rows(word, out);
  return out;
}

}  // namespace

TEST_CASE("a word's key forgets case, digits and typographic marks", "[ingest][model]") {
  CHECK(word_key("McCain") == "mccain");
  CHECK(word_key("1,987.5") == "0,000.0");
  CHECK(word_key("“„”") == "\"\"\"");
  CHECK(word_key("‚don’t‘") == "'don't'");
  CHECK(word_key("1987–88—") == "0000-00-");
  CHECK(word_key("ÉCOLE") == "école");
  CHECK(word_key("Путин٣") == "путин0");
  CHECK(word_key("😀\x01") == "😀\x01");
  CHECK(word_key("").empty());
}

TEST_CASE("a word's pattern shows its capitals, digits and marks", "[ingest][model]") {
  CHECK(letter_pattern("McCain") == "XxXxxx");
  CHECK(letter_pattern("Washington") == "Xxxx");
  CHECK(letter_pattern("U.S.") == "X.X.");
  CHECK(letter_pattern("1987") == "ddd");
  CHECK(letter_pattern("--------") == "---");
  CHECK(letter_pattern("Éß北ǅ٣") == "XxxXd");
  CHECK(letter_pattern("‘90s") == "‘ddx");
}

TEST_CASE("affixes are hashed with the number of their table", "[ingest][model]") {
  const WordFeatures features("<unk>\nthe\nsenate",
                              {{Part::prefix, 1, 512}, {Part::suffix, 3, 8192}, {Part::shape, 0, 512}});
  REQUIRE(features.words() == 3);
  // FNV-1a, 32 bits, of the bytes 1 s, 2 a t e, 3 X x x x; then of those of the other words.
  CHECK(rows(features, "Senate") == std::vector<std::uint32_t>{2, 109, 8087, 18});
  CHECK(rows(features, "é") == std::vector<std::uint32_t>{0, 284, 1345, 510});
  CHECK(rows(features, "") == std::vector<std::uint32_t>{0, 396, 69, 178});
  CHECK(rows(features, "THE")[0] == 1);
}

}  // namespace hearsay
