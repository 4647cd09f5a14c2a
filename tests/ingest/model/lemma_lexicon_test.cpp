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
  CHECK(lexicon.script("parties", "NNS") == "lower|3|y");
  CHECK(lexicon.script("meals", "NNS") == "lower|1|");
  CHECK(lexicon.script("granted", "VBD") == "lower|2|");
}

TEST_CASE("a participle that was taken for a past tense keeps its lemma", "[ingest][model]") {
  CHECK(LemmaLexicon(table).script("seen", "VBD") == "lower|1|");
}

TEST_CASE("nothing is said of unknown words without inflection, nor by an empty table", "[ingest][model]") {
  CHECK_FALSE(LemmaLexicon(table).script("table", "NN").has_value());
  CHECK_FALSE(LemmaLexicon("").script("met", "VBD").has_value());
  CHECK_FALSE(LemmaLexicon("no tab here\n\n\t\t \n").script("", "VBD").has_value());
}
