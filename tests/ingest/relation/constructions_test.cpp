#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "ingest/relation/extract_statements.hpp"
#include "tests/ingest/relation/case_file.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

std::string words(const Document& doc, const Argument& argument) {
  std::string text;
  for (const TokenSpan span : argument.span) text += (text.empty() ? "" : " ... ") + std::string(text_of(doc, span));
  return text;
}

/// One statement as the case file writes it.
std::string line_of(const Document& doc, const Statement& s) {
  std::string line =
      words(doc, s.subject) + " | " + s.predicate + " | " + (s.objects.empty() ? "" : words(doc, s.objects[0]));
  std::string marks;
  if (s.polarity == Polarity::negative) marks += " negative";
  if (s.modality != Modality::asserted) marks += std::string(" ") + to_string(s.modality);
  if (!s.relation_type.empty()) marks += ' ' + s.relation_type;
  return trimmed(line + (marks.empty() ? "" : " |" + marks));
}

std::string normal(const std::string& expected) {
  std::string line;
  for (const std::string& field : fields_of(expected)) line += (line.empty() ? "" : " | ") + field;
  return trimmed(line);
}

std::map<std::string, std::vector<std::string>> told_by_sentence(const Document& doc) {
  std::map<std::string, std::vector<std::string>> told;
  for (const Statement& s : extract_statements(doc, {})) {
    told[std::string(text_of(doc, doc.sentences[s.sentence]))].push_back(line_of(doc, s));
  }
  return told;
}

}  // namespace

TEST_CASE("each construction tells its statements", "[ingest][relation]") {
  Document doc = from_conllu_file(CASES "/sentences.conllu");
  doc.date = "2017-07-09";
  const auto told = told_by_sentence(doc);
  std::string sentence;
  int cases = 0;
  for (const std::string& line : lines_of(CASES "/constructions.txt")) {
    const std::string kind = line.substr(0, line.find(' '));
    const std::string rest = trimmed(line.substr(kind.size()));
    if (kind == "text") {
      sentence = rest;
      ++cases;
      continue;
    }
    CAPTURE(sentence);
    const auto found = told.find(sentence);
    const auto lines = found == told.end() ? std::vector<std::string>{} : found->second;
    if (kind == "statement") CHECK_THAT(lines, Catch::VectorContains(normal(rest)));
    if (kind == "none") CHECK_THAT(lines, !Catch::VectorContains(normal(rest)));
  }
  CHECK(cases >= 120);
}

TEST_CASE("of coordinated places each one is told", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  std::vector<std::string> places;
  for (const Statement& s : extract_statements(doc, {})) {
    if (text_of(doc, doc.sentences[s.sentence]) != "The army attacked rebels in Syria and Iraq.") continue;
    for (const Argument& a : s.objects) {
      if (a.role == Role::place) places.push_back(words(doc, a));
    }
  }
  CHECK(places == std::vector<std::string>{"Syria", "Iraq"});
}

TEST_CASE("a statement belongs to the innermost speaker whose words hold it", "[ingest][relation]") {
  Document doc = from_conllu_file(CASES "/sentences.conllu");
  const auto statements = extract_statements(doc, {});
  REQUIRE(!statements.empty());
  const TokenSpan sentence = doc.sentences[statements[0].sentence];
  Attribution outer, inner;
  outer.content = {{0, static_cast<TokenIndex>(doc.tokens.size())}};
  inner.content = {sentence};
  inner.parent = 0;
  const auto attributed = extract_statements(doc, {outer, inner});
  for (const Statement& s : attributed) {
    REQUIRE(s.attributed_to.has_value());
    CHECK(*s.attributed_to == (sentence.contains(s.trigger) ? 1U : 0U));
  }
}

TEST_CASE("how something looks to the writer is said by nobody else", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  Attribution impression;
  impression.content = {{0, static_cast<TokenIndex>(doc.tokens.size())}};
  impression.cue_lemma = "seem";
  const auto statements = extract_statements(doc, {impression});
  REQUIRE(!statements.empty());
  for (const Statement& s : statements) CHECK(!s.attributed_to);
}

TEST_CASE("no statement is without a subject or longer than its sentence", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  for (const Statement& s : extract_statements(doc, {})) {
    const TokenSpan sentence = doc.sentences[s.sentence];
    REQUIRE(!s.subject.span.empty());
    REQUIRE(!s.predicate.empty());
    CHECK(sentence.contains(s.trigger));
    for (const TokenSpan span : s.subject.span) CHECK((!span.empty() && sentence.contains(span)));
    for (const Argument& object : s.objects) {
      REQUIRE(!object.span.empty());
      for (const TokenSpan span : object.span) CHECK((!span.empty() && sentence.contains(span)));
    }
    CHECK((s.confidence > 0.0F && s.confidence <= 1.0F));
  }
}

TEST_CASE("adverbs that tell how it is done are told, others not", "[ingest][relation]") {
  const Document doc = from_conllu_file(CASES "/sentences.conllu");
  std::vector<std::string> manners;
  for (const Statement& s : extract_statements(doc, {})) {
    if (text_of(doc, doc.sentences[s.sentence]) != "The talks actually went well quickly.") continue;
    for (const Argument& a : s.objects) manners.push_back(words(doc, a));
  }
  CHECK(manners == std::vector<std::string>{"well", "quickly"});
}
