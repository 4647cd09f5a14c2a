#include <algorithm>
#include <catch2/catch.hpp>

#include "ingest/relation/extract_openie.hpp"
#include "tests/ingest/relation/case_file.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

std::vector<std::string> relations_in(const Document& doc, const std::string& sentence) {
  std::vector<std::string> lines;
  for (const OpenRelation& r : extract_openie(doc)) {
    if (text_of(doc, doc.sentences[r.sentence]) != sentence) continue;
    std::string line = r.arg1 + " | " + r.relation;
    for (const std::string& a : r.arguments) line += " | " + a;
    lines.push_back(line);
  }
  return lines;
}

/// Adds "verb | word | kind | probability" to the layer of verb arguments.
void add_argument(Document& doc, const std::string& sentence, const std::string& line) {
  static constexpr std::string_view kinds[] = {"subject", "object", "oblique", "time", "place", "manner"};
  const auto fields = fields_of(line);
  const auto is_wanted = [&](TokenSpan s) { return text_of(doc, s) == sentence; };
  const TokenSpan in = *std::find_if(doc.sentences.begin(), doc.sentences.end(), is_wanted);
  const auto token = [&](const std::string& form) {
    TokenIndex t = in.begin;
    while (word(doc, t) != form) REQUIRE(++t < in.end);
    return t;
  };
  VerbArgument argument{token(fields[0]), token(fields[1]), {}};
  const auto kind = std::find(std::begin(kinds), std::end(kinds), fields[2]) - std::begin(kinds);
  argument.probability.at(static_cast<std::size_t>(kind)) = std::stof(fields[3]);
  doc.verb_arguments.push_back(argument);
  std::sort(doc.verb_arguments.begin(), doc.verb_arguments.end(), [](const VerbArgument& a, const VerbArgument& b) {
    return std::pair(a.verb, a.word) < std::pair(b.verb, b.word);
  });
}

}  // namespace

TEST_CASE("open relations keep the words of the sentence", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  std::string sentence;
  for (const std::string& line : lines_of(CASES "/open_relations.txt")) {
    const std::string kind = line.substr(0, line.find(' '));
    const std::string rest = trimmed(line.substr(kind.size()));
    if (kind == "text") sentence = rest;
    if (kind != "relation") continue;
    CAPTURE(sentence);
    CHECK_THAT(relations_in(doc, sentence), Catch::VectorContains(rest));
  }
}

TEST_CASE("what the model knows of far arguments is told beside the rules", "[ingest][relation]") {
  Document doc = from_conllu_file(CASES "/sentences.conllu");
  std::string sentence;
  for (const std::string& line : lines_of(CASES "/learned_arguments.txt")) {
    const std::string kind = line.substr(0, line.find(' '));
    const std::string rest = trimmed(line.substr(kind.size()));
    if (kind == "text") {
      sentence = rest;
      doc.verb_arguments.clear();
    }
    CAPTURE(sentence);
    if (kind == "argument") add_argument(doc, sentence, rest);
    if (kind == "relation") CHECK_THAT(relations_in(doc, sentence), Catch::VectorContains(rest));
    if (kind == "none") CHECK_THAT(relations_in(doc, sentence), !Catch::VectorContains(rest));
  }
}

TEST_CASE("no open relation has an empty part", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  for (const OpenRelation& r : extract_openie(doc)) {
    CHECK(!r.arg1.empty());
    CHECK(!r.relation.empty());
    CHECK(std::none_of(r.arguments.begin(), r.arguments.end(), [](const std::string& a) { return a.empty(); }));
  }
}
