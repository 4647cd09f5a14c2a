#include "export/write_dot.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "export/edge_label.hpp"
#include "foreign_readers.hpp"
#include "hand_made_graph.hpp"
#include "ingest/error.hpp"

using namespace hearsay;

namespace {

std::string to_dot(const KnowledgeGraph& graph, const DotOptions& options = {}) {
  std::ostringstream out;
  write_dot(graph, out, options);
  return out.str();
}

std::vector<std::string> labels(const std::string& dot) {
  std::vector<std::string> values;
  for (const auto& [name, label] : labels_seen_by_graphviz(dot)) values.push_back(label);
  return values;
}

bool has(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

TEST_CASE("a DOT label survives the round trip through Graphviz", "[export][dot]") {
  const auto name =
      GENERATE(as<std::string>{}, "node", "strict", "C:\\", "\\N of \\G", "say \"no\" twice", "Владимир Путин", "<b>",
               "<<b>>", "{a|b}", "semi; colon", "习近平", "digraph { a -> b }", "a\\\"b");
  INFO(name);
  CHECK(has(labels(to_dot(graph_with_person(name))), name));
}

TEST_CASE("line feeds and control characters in a name become harmless", "[export][dot]") {
  CHECK(has(labels(to_dot(graph_with_person("two\nlines"))), "two lines"));
  CHECK(has(labels(to_dot(graph_with_person("Bell\x07 Ringer"))), "Bell Ringer"));
  CHECK(has(labels(to_dot(graph_with_person("Cut \xd0"))), "Cut \uFFFD"));
}

TEST_CASE("an edge says what is claimed, how often, by whom and how surely", "[export][dot]") {
  const std::vector<std::string> seen = edge_attribute_seen_by_graphviz(to_dot(small_graph()), "label");
  CHECK(has(seen, "meet ×2"));
  CHECK(has(seen, "not meddle in\\n(says Orlova)"));
  CHECK(has(seen, "may sign (says Brandt)"));
  CHECK(has(seen, "leave (denies Orlova)"));
  CHECK(has(seen, "not elect"));
}

TEST_CASE("many predicates of one pair share one edge", "[export][dot]") {
  const std::vector<std::string> seen = edge_attribute_seen_by_graphviz(to_dot(small_graph()), "label");
  const auto shared = std::find_if(seen.begin(), seen.end(), [](const std::string& label) {
    return label.find("praise") != std::string::npos && label.find("hail") != std::string::npos;
  });
  REQUIRE(shared != seen.end());
  CHECK(shared->find("+ 1 more") != std::string::npos);
}

TEST_CASE("what only a speaker claims is dashed, what is denied has a red tee", "[export][dot]") {
  const std::string dot = to_dot(small_graph());
  const auto count = [](const std::vector<std::string>& values, const std::string& value) {
    return std::count(values.begin(), values.end(), value);
  };
  CHECK(count(edge_attribute_seen_by_graphviz(dot, "style"), "dashed") == 3);   // meddle, sign, leave
  CHECK(count(edge_attribute_seen_by_graphviz(dot, "arrowhead"), "tee") == 3);  // meddle, leave, elect
}

TEST_CASE("the tooltip of an edge holds the sentence and its article", "[export][dot]") {
  const std::vector<std::string> tooltips = edge_attribute_seen_by_graphviz(to_dot(small_graph()), "tooltip");
  CHECK(std::any_of(tooltips.begin(), tooltips.end(), [](const std::string& tooltip) {
    return tooltip.find("“Vera Orlova met Emil Brandt in Rostock on Saturday.” (Harbour Gazette, 2019-05-04)") !=
           std::string::npos;
  }));
}

TEST_CASE("speech is drawn when asked for", "[export][dot]") {
  DotOptions options;
  options.attributions = true;
  const std::vector<std::string> styles = edge_attribute_seen_by_graphviz(to_dot(small_graph(), options), "style");
  CHECK(has(styles, "dotted"));
  CHECK_FALSE(has(edge_attribute_seen_by_graphviz(to_dot(small_graph()), "style"), "dotted"));
}

TEST_CASE("top keeps the most important entities that have an edge among them, and says so", "[export][dot]") {
  DotOptions options;
  options.top = 3;
  std::ostringstream out;
  const Drawn drawn = write_dot(small_graph(), out, options);
  CHECK(drawn.vertices == 3);
  REQUIRE(drawn.notes.size() == 1);
  CHECK(out.str().find(drawn.notes.front()) != std::string::npos);
  CHECK(labels_seen_by_graphviz(out.str()).size() == 3);
}

TEST_CASE("focus keeps what is near", "[export][dot]") {
  DotOptions options;
  options.focus = "Vera Orlova";
  options.depth = 1;
  const auto near = labels_seen_by_graphviz(to_dot(small_graph(), options));
  CHECK(near.size() < labels_seen_by_graphviz(to_dot(small_graph())).size());
  CHECK(has(labels(to_dot(small_graph(), options)), "Vera Orlova"));
}

TEST_CASE("a focus that nobody has names those who are there", "[export][dot]") {
  DotOptions options;
  options.focus = "Napoleon";
  CHECK_THROWS_AS(to_dot(small_graph(), options), Error);
  CHECK_THROWS_WITH(to_dot(small_graph(), options), Catch::Contains("Napoleon") && Catch::Contains("Vera Orlova"));
}

TEST_CASE("part of a name finds what may be meant", "[export][dot]") {
  DotOptions options;
  options.focus = "brand";
  CHECK_THROWS_WITH(to_dot(small_graph(), options), Catch::Contains("similar are Emil Brandt"));
}

TEST_CASE("an empty graph is a legend and a note", "[export][dot]") {
  std::ostringstream out;
  const Drawn drawn = write_dot(KnowledgeGraph(), out);
  CHECK(drawn.vertices == 0);
  CHECK(drawn.notes.size() == 1);
  CHECK(labels_seen_by_graphviz(out.str()).empty());
}

TEST_CASE("a claim is worded with its modality and negation", "[export]") {
  Claim claim;
  claim.predicate = "meet with";
  CHECK(worded_predicate(claim) == "meet with");
  claim.modality = Modality::possible;
  CHECK(worded_predicate(claim) == "may meet with");
  claim.polarity = Polarity::negative;
  CHECK(worded_predicate(claim) == "may not meet with");
  claim.modality = Modality::planned;
  CHECK(worded_predicate(claim) == "plans not to meet with");
}
