#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "graph/knowledge_graph.hpp"
#include "tests/graph/support/facts.hpp"

using namespace hearsay;
using test::FactsBuilder;

namespace {

EntityId only(const KnowledgeGraph& graph, const std::string& name) {
  const auto found = graph.find(name);
  REQUIRE(found.size() == 1);
  return found.front();
}

ArticleFacts meeting(const std::string& article, const std::string& guest) {
  FactsBuilder facts(article);
  const auto putin = facts.person(article == "a" ? "Vladimir Putin" : "Putin");
  facts.statement(putin, "meet with", facts.person(guest), guest);
  return facts.facts();
}

KnowledgeGraph graph_of(const std::vector<ArticleFacts>& articles) {
  KnowledgeGraph graph;
  for (const ArticleFacts& facts : articles) graph.merge(facts);
  return graph;
}

std::vector<ArticleFacts> press() {
  std::vector<ArticleFacts> articles = {meeting("a", "Donald Trump"), meeting("b", "Trump"),
                                        meeting("c", "Donald Trump"), meeting("d", "Angela Merkel")};
  FactsBuilder e("e");
  const auto lavrov = e.person("Sergey Lavrov");
  const auto trump = e.person("Donald Trump");
  const auto russia = e.place("Russia");
  const auto outer = e.said(lavrov, "Trump said Russia did not meddle", std::nullopt, {trump, russia});
  const auto inner = e.said(trump, "Russia did not meddle", outer, {russia});
  StatementFact& meddle = e.statement(russia, "meddle in", e.phrase("Event", "election"), "the election");
  meddle.polarity = Polarity::negative;
  meddle.attributed_to = inner;
  meddle.arguments.push_back({Role::time, "in", "in 2016", std::nullopt, "2016"});
  e.statement(lavrov, "brief", e.phrase("Group", "reporters"), "reporters");
  articles.push_back(e.facts());
  return articles;
}

void check_equal(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  CHECK(a.articles() == b.articles());
  CHECK(a.entities() == b.entities());
  CHECK(a.claims() == b.claims());
  CHECK(a.attributions() == b.attributions());
}

}  // namespace

TEST_CASE("the same fact in three articles is one claim with three sources", "[graph]") {
  const KnowledgeGraph graph = graph_of(press());
  const auto between = graph.statements_between(only(graph, "Putin"), only(graph, "Trump"));
  REQUIRE(between.size() == 1);
  const Claim& claim = graph.claim(between.front());
  CHECK(claim.predicate == "meet");
  CHECK(claim.evidence.size() == 3);
  CHECK(source_count(claim) == 3);
  CHECK_FALSE(claim.attributed_to.has_value());
}

TEST_CASE("two sentences of one article are two pieces of evidence and one source", "[graph]") {
  FactsBuilder a("a");
  const auto ann = a.person("Ann Lee"), bob = a.person("Bob Ray");
  a.statement(ann, "call", bob);
  a.statement(ann, "will call", bob);
  const KnowledgeGraph graph = graph_of({a.facts()});
  REQUIRE(graph.claims().size() == 1);
  CHECK(graph.claims().front().evidence.size() == 2);
  CHECK(source_count(graph.claims().front()) == 1);
}

TEST_CASE("polarity, modality and speaker keep claims apart", "[graph]") {
  FactsBuilder a("a");
  const auto ann = a.person("Ann Lee"), bob = a.person("Bob Ray"), eve = a.person("Eve Orr");
  const auto by_eve = a.said(eve, "Ann called Bob");
  const auto again = a.said(eve, "Ann called Bob");
  const auto denial = a.said(eve, "Ann called Bob");
  a.facts().attributions[denial].negated = true;
  const auto unnamed = a.said(std::nullopt, "Ann called Bob");
  const auto other_unnamed = a.said(std::nullopt, "Ann called Bob");
  a.statement(ann, "call", bob);
  a.statement(ann, "call", bob).polarity = Polarity::negative;
  a.statement(ann, "call", bob).modality = Modality::planned;
  for (const auto by : {by_eve, again, denial, unnamed, other_unnamed}) {
    StatementFact& fact = a.statement(ann, "call", bob);
    fact.attributed_to = by;
    fact.modality = Modality::reported;
  }
  const KnowledgeGraph graph = graph_of({a.facts()});
  CHECK(graph.claims().size() == 7);  // Eve's two say the same; the unnamed sources may be two
  const auto attributed = std::count_if(graph.claims().begin(), graph.claims().end(),
                                        [](const Claim& claim) { return claim.attributed_to.has_value(); });
  CHECK(attributed == 4);
}

TEST_CASE("what Lavrov said Trump said carries both", "[graph]") {
  const KnowledgeGraph graph = graph_of(press());
  const auto meddle = graph.statements_of(only(graph, "Russia"));
  REQUIRE(meddle.size() == 1);
  const Claim& claim = graph.claim(meddle.front());
  CHECK(claim.polarity == Polarity::negative);
  CHECK(claim.time == "2016");
  const auto chain = graph.chain(claim.attributed_to);
  REQUIRE(chain.size() == 2);
  CHECK(graph.attribution(chain[0]).speaker_name == "Donald Trump");
  CHECK(graph.attribution(chain[1]).speaker_name == "Sergey Lavrov");
  CHECK(graph.attributions_by(only(graph, "Trump")).size() == 1);
  CHECK(graph.attributions_about(only(graph, "Russia")).size() == 2);
}

TEST_CASE("no order of articles changes the graph", "[graph]") {
  std::vector<ArticleFacts> articles = press();
  const KnowledgeGraph expected = graph_of(articles);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    const KnowledgeGraph graph = graph_of(articles);
    check_equal(graph, expected);
    CHECK(graph.most_important(3) == expected.most_important(3));
  }
}

TEST_CASE("looking between merges changes nothing", "[graph]") {
  KnowledgeGraph graph;
  for (const ArticleFacts& facts : press()) {
    graph.merge(facts);
    CHECK_FALSE(graph.entities().empty());
  }
  check_equal(graph, graph_of(press()));
}

TEST_CASE("an article that comes again replaces itself", "[graph]") {
  std::vector<ArticleFacts> articles = press();
  for (const ArticleFacts& facts : press()) articles.push_back(facts);
  check_equal(graph_of(articles), graph_of(press()));
}

TEST_CASE("an unresolved pronoun gives no claim as subject and words as object", "[graph]") {
  FactsBuilder a("a");
  const auto ann = a.person("Ann Lee");
  a.statement(a.pronoun("he"), "call", ann);
  a.statement(ann, "call", a.pronoun("him"), "him");
  const KnowledgeGraph graph = graph_of({a.facts()});
  REQUIRE(graph.claims().size() == 1);
  CHECK_FALSE(graph.claims().front().object.has_value());
  CHECK(graph.claims().front().object_text == "him");
  CHECK_FALSE(graph.claim_of(ArticleId{0}, 0).has_value());
  CHECK(graph.claim_of(ArticleId{0}, 1) == graph.claims().front().id);
}

TEST_CASE("the main actors come first", "[graph]") {
  const KnowledgeGraph graph = graph_of(press());
  const auto ranks = graph.importance();
  CHECK(std::accumulate(ranks.begin(), ranks.end(), 0.0) == Approx(1.0));
  const auto best = graph.most_important(2);
  REQUIRE(best.size() == 2);
  CHECK((graph.entity(best[0]).name == "Donald Trump" || graph.entity(best[0]).name == "Vladimir Putin"));
  CHECK(graph.most_important(100).size() == graph.entities().size());
  CHECK(KnowledgeGraph().most_important(3).empty());
}

TEST_CASE("PageRank of a star and of a pair is what the formula gives", "[graph]") {
  FactsBuilder a("a");
  const auto hub = a.person("Hub Star");
  for (const char* ray : {"Ann Lee", "Bob Ray", "Eve Orr"}) a.statement(hub, "call", a.person(ray));
  a.person("Lone Wolf");
  const KnowledgeGraph graph = graph_of({a.facts()});
  // r(hub) = b + 0.85 * 3 r(ray), r(ray) = b + 0.85 * r(hub) / 3, b = 0.03 + 0.17 r(lone), r(lone) = b.
  const double lone = 0.03 / 0.83;
  const double hub_rank = (lone + 0.85 * 3 * lone) / (1 - 0.85 * 0.85);
  const auto ranks = graph.importance();
  CHECK(ranks[number(only(graph, "Lone Wolf"))] == Approx(lone));
  CHECK(ranks[number(only(graph, "Hub Star"))] == Approx(hub_rank).epsilon(1e-3));
}

TEST_CASE("a neighbourhood grows step by step", "[graph]") {
  const KnowledgeGraph graph = graph_of(press());
  const EntityId merkel = only(graph, "Angela Merkel");
  CHECK(graph.neighbourhood(merkel, 0) == std::vector{merkel});
  CHECK(graph.neighbourhood(merkel, 1).size() == 2);  // Putin
  CHECK(graph.neighbourhood(merkel, 2).size() == 3);  // Trump
  CHECK(graph.neighbourhood(merkel, 9).size() == graph.entities().size());
}

TEST_CASE("a subgraph keeps ids, evidence and the names of speakers outside", "[graph]") {
  const KnowledgeGraph graph = graph_of(press());
  const std::vector kept = {only(graph, "Russia"), only(graph, "election")};
  const KnowledgeGraph part = graph.subgraph(kept);
  REQUIRE(part.entities().size() == 2);
  REQUIRE(part.claims().size() == 1);
  const Claim& claim = part.claims().front();
  CHECK(claim == graph.claim(claim.id));
  const auto chain = part.chain(claim.attributed_to);
  REQUIRE(chain.size() == 2);
  CHECK(part.attribution(chain[0]).speaker_name == "Donald Trump");
  CHECK_FALSE(part.attribution(chain[0]).speaker.has_value());
  CHECK(part.statements_of(kept.front()).size() == 1);
  CHECK_FALSE(part.contains(only(graph, "Putin")));
}

TEST_CASE("a name finds its entity through aliases, accents and titles", "[graph]") {
  const KnowledgeGraph graph = graph_of(press());
  CHECK(only(graph, "putin") == only(graph, "President Vladimir Putin"));
  CHECK(only(graph, "PUTIN’s") == only(graph, "Vladimir Putin"));
  CHECK(graph.find("Nobody").empty());
  CHECK(graph.find("").empty());
}
