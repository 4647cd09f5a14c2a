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

TEST_CASE("no open relation has an empty part", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  for (const OpenRelation& r : extract_openie(doc)) {
    CHECK(!r.arg1.empty());
    CHECK(!r.relation.empty());
    CHECK(std::none_of(r.arguments.begin(), r.arguments.end(), [](const std::string& a) { return a.empty(); }));
  }
}
