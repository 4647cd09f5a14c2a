#include "graph/resolve.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "graph/name_key.hpp"
#include "tests/graph/support/facts.hpp"

using namespace hearsay;

namespace {

struct Case {
  std::string title;
  std::vector<ArticleFacts> articles;
  std::set<std::string> expected;
};

std::string rest_of(std::istringstream& line) {
  std::string rest;
  std::getline(line >> std::ws, rest);
  return rest;
}

Referent referent_from(const std::string& kind, const std::string& text) {
  if (text.starts_with('(')) {
    const std::string words = text.substr(1, text.size() - 2);
    return {words, kind, {}, {words}, {}, false};
  }
  Referent referent;
  referent.kind = kind;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(" / ", begin), text.size());
    referent.names.push_back(tidy_name(text.substr(begin, end - begin)));
    begin = end + 3;
  }
  referent.name = referent.names.front();
  return referent;
}

ArticleFacts& article_named(Case& test_case, const std::string& id) {
  for (ArticleFacts& facts : test_case.articles) {
    if (facts.article.id == id) return facts;
  }
  ArticleFacts facts;
  facts.article.id = facts.article.name = id;
  return test_case.articles.emplace_back(std::move(facts));
}

std::vector<Case> read_cases() {
  std::ifstream file(std::string(HEARSAY_TESTS) + "/graph/cases/resolution.txt");
  REQUIRE(file);
  std::vector<Case> cases;
  for (std::string text; std::getline(file, text);) {
    std::istringstream line(text);
    std::string word;
    if (!(line >> word) || word.starts_with('#')) continue;
    if (word == "case") {
      cases.push_back({rest_of(line), {}, {}});
      continue;
    }
    REQUIRE(!cases.empty());
    if (word == "expect") {
      cases.back().expected.insert(rest_of(line));
      continue;
    }
    std::string kind;
    line >> kind;
    article_named(cases.back(), word).referents.push_back(referent_from(kind, rest_of(line)));
  }
  return cases;
}

std::set<std::string> described(const Resolution& resolution) {
  std::set<std::string> out;
  for (const Entity& entity : resolution.entities) out.insert(entity.key + " = " + entity.name);
  return out;
}

}  // namespace

TEST_CASE("names of different articles become one vertex where the case says so", "[graph][resolve]") {
  const std::vector<Case> cases = read_cases();
  REQUIRE(cases.size() > 20);
  for (const Case& test_case : cases) {
    DYNAMIC_SECTION(test_case.title) { CHECK(described(resolve(test_case.articles)) == test_case.expected); }
  }
}

TEST_CASE("the order of articles and names changes no vertex", "[graph][resolve]") {
  for (Case test_case : read_cases()) {
    DYNAMIC_SECTION(test_case.title) {
      std::reverse(test_case.articles.begin(), test_case.articles.end());
      for (ArticleFacts& facts : test_case.articles) std::reverse(facts.referents.begin(), facts.referents.end());
      CHECK(described(resolve(test_case.articles)) == test_case.expected);
    }
  }
}

TEST_CASE("a pronoun that nobody resolved is no vertex", "[graph][resolve]") {
  test::FactsBuilder a("a");
  a.person("Ann Lee");
  a.pronoun("he");
  const Resolution resolution = resolve({a.facts()});
  CHECK(described(resolution) == std::set<std::string>{"person/ann-lee = Ann Lee"});
  CHECK_FALSE(resolution.entity_of[0][1].has_value());
}

TEST_CASE("a group is its members, however it is called", "[graph][resolve]") {
  test::FactsBuilder a("a"), b("b"), c("c");
  a.group("two leaders", {a.person("Vladimir Putin"), a.person("Donald Trump")});
  b.group("presidents", {b.person("Trump"), b.person("Putin")});
  c.group("two leaders", {c.person("Theresa May"), c.person("Emmanuel Macron")});
  const Resolution resolution = resolve({a.facts(), b.facts(), c.facts()});
  CHECK(resolution.entity_of[0][2] == resolution.entity_of[1][2]);
  CHECK(resolution.entity_of[0][2] != resolution.entity_of[2][2]);
  const Entity& pair = resolution.entities[number(*resolution.entity_of[0][2])];
  CHECK(pair.name == "Donald Trump and Vladimir Putin");
  CHECK(pair.members.size() == 2);
}

TEST_CASE("names are compared in a folded form", "[graph][names]") {
  CHECK(fold_name("The U.S.’s") == "us");
  CHECK(fold_name("  “Zürich”  ") == "zurich");
  CHECK(fold_name("Łódź") == "lodz");
  CHECK(fold_name("G‑20") == "g-20");
  CHECK(fold_name("The") == "the");
  CHECK(fold_name("") == "");
  CHECK(fold_name("\xff\xfe").find('\xff') == std::string::npos);
  CHECK(tidy_name("the  White\nHouse’s") == "White House");
  CHECK(tidy_name("The Hague") == "The Hague");
  CHECK(strip_titles("former French President François Hollande") == "François Hollande");
  CHECK(strip_titles("Stephen King") == "Stephen King");
  CHECK(strip_titles("President") == "President");
}

TEST_CASE("edit distance counts letters, not bytes", "[graph][names]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("Putin", "") == 5);
  CHECK(edit_distance("Lavrov", "Lavorv") == 1);
  CHECK(edit_distance("Müller", "Muller") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}
