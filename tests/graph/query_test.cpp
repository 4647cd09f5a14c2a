#include "graph/query.hpp"

#include <catch2/catch.hpp>

#include "tests/graph/support/facts.hpp"

using namespace hearsay;
using test::FactsBuilder;

namespace {

KnowledgeGraph news() {
  FactsBuilder a("first"), b("second");
  const auto putin = a.thing("Person", "Vladimir Putin", {"Putin"});
  const auto trump = a.person("Donald Trump");
  const auto wife = a.person("Melania Trump");
  const auto reporters = a.phrase("Group", "reporters");
  const auto lavrov = a.person("Sergey Lavrov");
  const auto told = a.said(putin, "Trump is different", std::nullopt, {trump});
  a.facts().attributions[told].addressee = reporters;
  const auto outer = a.said(lavrov, "Putin had raised the sanctions", std::nullopt, {putin});
  a.said(putin, "the sanctions hurt", outer);
  a.statement(putin, "meet", trump);
  a.statement(wife, "visit", a.place("Zürich"));
  a.statement(putin, "raise", std::nullopt, "the sanctions");
  a.facts().article.date = "2017-07-09";
  b.statement(b.person("Putin"), "meet", b.person("Donald Trump"));
  b.said(b.person("Vladimir Putin"), "we talked");
  b.facts().article.date = "2017-07-08";
  KnowledgeGraph graph;
  graph.merge(a.facts());
  graph.merge(b.facts());
  return graph;
}

Answers answers_to(const Question& question) {
  const auto answer = ask(news(), question);
  REQUIRE(std::holds_alternative<Answers>(answer));
  return std::get<Answers>(answer);
}

Question question(const std::string& who, bool said, bool did) {
  Question q;
  q.who = who;
  q.said = said;
  q.did = did;
  return q;
}

}  // namespace

TEST_CASE("who said what, the earliest first", "[graph][query]") {
  const Answers answers = answers_to(question("putin", true, false));
  REQUIRE(answers.said.size() == 3);
  CHECK(answers.did.empty());
  CHECK(answers.said[0].content == "we talked");
  CHECK(answers.said[1].addressee == "reporters");
  CHECK(answers.said[1].about == std::vector<std::string>{"Donald Trump"});
  CHECK(answers.said[1].source.outlet == "The first Gazette");
  CHECK(answers.said[1].source.date == "2017-07-09");
  CHECK(answers.said[1].source.sentence == "A sentence with Trump is different.");
}

TEST_CASE("what somebody is said to have said names both", "[graph][query]") {
  const Answers answers = answers_to(question("Putin", true, false));
  CHECK(answers.said[2].speakers == std::vector<std::string>{"Sergey Lavrov", "Vladimir Putin"});
  CHECK(answers.said[2].source.speakers == std::vector<std::string>{"Sergey Lavrov"});
}

TEST_CASE("to whom and about what", "[graph][query]") {
  Question q = question("Putin", true, false);
  q.whom = "reporters";
  CHECK(answers_to(q).said.size() == 1);
  q = question("Putin", true, false);
  q.about = "trump";
  CHECK(answers_to(q).said.size() == 1);
  q.about = "sanctions";  // no entity: words of the content
  CHECK(answers_to(q).said.size() == 1);
  q.about = "weather";
  CHECK(answers_to(q).said.empty());
}

TEST_CASE("who did what, the best backed first", "[graph][query]") {
  const Answers answers = answers_to(question("Putin", false, true));
  REQUIRE(answers.did.size() == 2);
  CHECK(answers.said.empty());
  CHECK(answers.did[0].object == "Donald Trump");
  CHECK(answers.did[0].sources.size() == 2);
  CHECK(answers.did[1].object == "the sanctions");
  Question q = question("Putin", false, true);
  q.whom = "Donald Trump";
  CHECK(answers_to(q).did.size() == 1);
  q = question("Putin", false, true);
  q.about = "sanctions";
  CHECK(answers_to(q).did.size() == 1);
}

TEST_CASE("neither said nor did asks for both, nobody asks for anybody", "[graph][query]") {
  const Answers answers = answers_to(Question{});
  CHECK(answers.said.size() == 4);
  CHECK(answers.did.size() == 3);
}

TEST_CASE("names match without accents and by their words", "[graph][query]") {
  const KnowledgeGraph graph = news();
  CHECK(match_name(graph, "ZURICH").size() == 1);
  CHECK(match_name(graph, "lavrov").size() == 1);
  CHECK(match_name(graph, "Trump").size() == 2);  // Donald and Melania: neither is called just that
  CHECK(match_name(graph, "Trum").empty());
  CHECK(match_name(graph, "").empty());
}

TEST_CASE("an unknown name gives the nearest ones", "[graph][query]") {
  const auto answer = ask(news(), question("Lavorv", true, false));
  REQUIRE(std::holds_alternative<UnknownName>(answer));
  CHECK(std::get<UnknownName>(answer).name == "Lavorv");
  CHECK(std::get<UnknownName>(answer).suggestions.front() == "Sergey Lavrov");
  Question q;
  q.whom = "Xyzzyqwert";
  const auto far = ask(news(), q);
  REQUIRE(std::holds_alternative<UnknownName>(far));
  CHECK(std::get<UnknownName>(far).suggestions.empty());
}

TEST_CASE("an empty graph answers, too", "[graph][query]") {
  CHECK(std::holds_alternative<UnknownName>(ask(KnowledgeGraph(), question("Putin", true, true))));
  CHECK(std::get<Answers>(ask(KnowledgeGraph(), Question{})) == Answers{});
}
