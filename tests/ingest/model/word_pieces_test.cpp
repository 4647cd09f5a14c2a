#include "ingest/model/word_pieces.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

namespace hearsay {
namespace {

const std::vector<std::string_view> vocabulary{
    "[UNK]", "[CLS]", "[SEP]", "the", "un", "##believ", "##able", "##un", "zoe", "o",     "brien",
    "smith", "'",     "-",     "u",   "s",  ".",        "ν",      "##α",  "при", "##вет", "$",
    "%",     "\"",    "a",     "##a", "n",  "t",        "3",      "##.",  "4",   "café",  "cafe"};

std::string pieces_of(std::string_view word) {
  static const WordPieces pieces(vocabulary);
  std::string out;
  const PieceList list = pieces.of_word(word);
  for (const std::uint32_t id : list.all()) out += (out.empty() ? "" : " ") + std::string(vocabulary[id]);
  return out;
}

}  // namespace

TEST_CASE("words are cut into pieces as in cases/word_pieces.txt", "[ingest][model]") {
  std::ifstream file(HEARSAY_CASES "/word_pieces.txt");
  REQUIRE(file);
  std::size_t cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    CHECK(pieces_of(line.substr(0, tab)) == line.substr(tab + 1));
    ++cases;
  }
  CHECK(cases >= 20);
}

TEST_CASE("a word gives one to eight pieces, however long it is", "[ingest][model]") {
  CHECK(pieces_of(std::string(50, 'a')) == "a ##a ##a ##a ##a ##a ##a ##a");
  CHECK(pieces_of(std::string(100, 'a')) == "a ##a ##a ##a ##a ##a ##a ##a");
  CHECK(pieces_of(std::string(101, 'a')) == "[UNK]");
  CHECK(pieces_of(std::string(10'000'000, 'a')) == "[UNK]");
  CHECK(pieces_of(std::string(10'000'000, '"')) == "\" \" \" \" \" \" \" \"");
  CHECK(pieces_of("\x01\x02") == "[UNK]");
  CHECK(pieces_of("\xcc\x81") == "[UNK]");  // an accent alone
}

TEST_CASE("the shape of a word is that of its letters", "[ingest][model]") {
  const auto [word, shape] = GENERATE(table<const char*, WordShape>(
      {{"vote", WordShape::lower},   {"Senate", WordShape::title}, {"I", WordShape::title},
       {"U.S.", WordShape::upper},   {"J.", WordShape::upper},     {"NATO", WordShape::upper},
       {"McCain", WordShape::mixed}, {"iPhone", WordShape::mixed}, {"2017", WordShape::digit},
       {"4th", WordShape::digit},    {"“", WordShape::quote},      {"``", WordShape::quote},
       {"''", WordShape::quote},     {"'s", WordShape::other},     {".", WordShape::other},
       {"…", WordShape::other},      {"Путин", WordShape::title},  {"ÉCOLE", WordShape::upper},
       {"ǅungla", WordShape::title}, {"😀", WordShape::other},      {"中文", WordShape::lower}}));
  INFO(word);
  CHECK(word_shape(word) == shape);
}

TEST_CASE("a vocabulary without its marks is refused", "[ingest][model]") {
  const std::vector<std::string_view> some{"[UNK]", "[CLS]", "the"};
  CHECK_THROWS_AS(WordPieces(some), std::out_of_range);
}

}  // namespace hearsay
