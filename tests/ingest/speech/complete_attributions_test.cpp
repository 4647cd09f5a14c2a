#include <catch2/catch.hpp>

#include "ingest/speech/find_attributions.hpp"
#include "ingest/speech/settle_cues.hpp"
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

TEST_CASE("a cue ends with its phrase", "[ingest][speech]") {
  const auto settled = [](const char* sentence, TokenSpan cue, TokenSpan content) {
    Case one;
    one.lines = {{"tree", sentence}};
    const Document doc = tree_document(one);
    Attribution a;
    a.cue = {cue};
    a.content = {content};
    settle_cue(doc, a);
    return std::pair{a.cue[0], a.content[0]};
  };
  const char* declined =
      "Ann/-/NNP/2/nsubj declined/decline/VBD/0/root to/-/TO/4/mark say/-/VB/2/xcomp when/-/WRB/7/advmod "
      "it/-/PRP/7/nsubj snowed/snow/VBD/4/ccomp";
  CHECK(settled(declined, {1, 3}, {3, 7}) == std::pair{TokenSpan{1, 4}, TokenSpan{4, 7}});
  const char* seeks = "Ann/-/NNP/2/nsubj seeks/seek/VBZ/0/root to/-/TO/4/mark win/-/VB/2/xcomp votes/vote/NNS/4/obj";
  CHECK(settled(seeks, {1, 3}, {3, 5}) == std::pair{TokenSpan{1, 2}, TokenSpan{2, 5}});
  const char* offered = "Ann/-/NNP/2/nsubj offered/offer/VBD/0/root some/-/DT/4/det advice/-/NN/2/obj";
  CHECK(settled(offered, {1, 3}, {3, 4}) == std::pair{TokenSpan{1, 2}, TokenSpan{2, 4}});
}
