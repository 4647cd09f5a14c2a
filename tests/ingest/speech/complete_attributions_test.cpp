#include <catch2/catch.hpp>

#include "ingest/speech/find_attributions.hpp"
#include "tests/ingest/speech/cases.hpp"

using namespace hearsay;

TEST_CASE("rules over trees find who said what", "[ingest][speech]") {
  const std::string file = GENERATE(as<std::string>{}, "indirect_trees.txt", "nested_trees.txt", "quoted_trees.txt");
  for (const Case& one : read_cases(file)) {
    INFO(one.where);
    const Document doc = tree_document(one);
    CHECK(complaints(one, doc, complete_attributions(doc, {}, false), false) == "");
  }
}

TEST_CASE("a report inside what the model found is added with its parent", "[ingest][speech]") {
  for (const Case& one : read_cases("nested_trees.txt")) {
    const Document doc = tree_document(one);
    const std::vector<Attribution> all = complete_attributions(doc, {}, false);
    std::vector<Attribution> outer;
    for (const Attribution& a : all) {
      if (a.parent) continue;
      Attribution& read = outer.emplace_back();
      read.source = a.source;
      read.cue = a.cue;
      read.content = a.content;
    }
    INFO(one.where);
    CHECK(complete_attributions(doc, outer, true).size() >= all.size());
  }
}

TEST_CASE("parents come before their children and hold them", "[ingest][speech]") {
  for (const char* file : {"indirect_trees.txt", "nested_trees.txt", "quoted_trees.txt"}) {
    for (const Case& one : read_cases(file)) {
      const Document doc = tree_document(one);
      const std::vector<Attribution> found = complete_attributions(doc, {}, false);
      for (std::uint32_t a = 0; a < found.size(); ++a) {
        if (!found[a].parent) continue;
        INFO(one.where);
        REQUIRE(*found[a].parent < found.size());
        CHECK(*found[a].parent != a);
        const TokenIndex anchor = found[a].cue.empty() ? found[a].content[0].begin : found[a].cue[0].begin;
        bool held = false;
        for (const TokenSpan piece : found[*found[a].parent].content) held = held || piece.contains(anchor);
        CHECK(held);
      }
    }
  }
}
