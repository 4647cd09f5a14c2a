#include "ingest/model/lemma_lexicon.hpp"

#include <catch2/catch.hpp>

using hearsay::LemmaLexicon;

namespace {

constexpr auto table =
    "NNS lower|1|\tdogs goals\n"
    "NNS lower|3|y\tcities countries\n"
    "VBD lower|1|et\tmet\n"
    "VBD lower|2|\tasked denounced_by wanted\n"
    "VBN lower|1|\tseen\n"
    "PRP =|I\ti";

}  // namespace

TEST_CASE("a known word takes its own script", "[ingest][model]") {
  const LemmaLexicon lexicon(table);
  CHECK(lexicon.script("met", "VBD") == "lower|1|et");
  CHECK(lexicon.script("i", "PRP") == "=|I");
}

TEST_CASE("an unknown inflected word follows those that end like it", "[ingest][model]") {
  const LemmaLexicon lexicon(table);
  CHECK(lexicon.guesses("parties", "NNS").front() == "lower|3|y");
  CHECK(lexicon.guesses("meals", "NNS").front() == "lower|1|");
  CHECK(lexicon.guesses("granted", "VBD").front() == "lower|2|");
}

TEST_CASE("guesses go from long endings to short ones and leave oddities out", "[ingest][model]") {
  const LemmaLexicon lexicon(
      "VBD lower|1|\tmuted refuted saluted\n"
      "VBD lower|2|\tfasted lasted wanted\n"
      "VBD lower|5|ind\tpouted\n");
  // The first is of the longest ending, whatever it is.
  CHECK(lexicon.guesses("touted", "VBD") == std::vector<std::string_view>{"lower|5|ind", "lower|1|", "lower|2|"});
}

TEST_CASE("a participle that was taken for a past tense keeps its lemma", "[ingest][model]") {
  CHECK(LemmaLexicon(table).script("seen", "VBD") == "lower|1|");
}

TEST_CASE("nothing is said of unknown words without inflection, nor by an empty table", "[ingest][model]") {
  CHECK_FALSE(LemmaLexicon(table).script("table", "NN").has_value());
  CHECK(LemmaLexicon(table).guesses("table", "NN").empty());
  CHECK_FALSE(LemmaLexicon("").script("met", "VBD").has_value());
  CHECK(LemmaLexicon("").guesses("met", "VBD").empty());
  CHECK_FALSE(LemmaLexicon("no tab here\n\n\t\t \n").script("", "VBD").has_value());
}
