#include "golden.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("the exports of the small graph are the golden files", "[export][golden]") {
  const KnowledgeGraph graph = small_graph();
  for (const Golden& golden : golden_files()) {
    INFO(golden.file);
    std::ifstream file(std::string(HEARSAY_GOLDEN_EXPORTS) + '/' + golden.file, std::ios::binary);
    REQUIRE(file);
    std::ostringstream expected, written;
    expected << file.rdbuf();
    golden.write(graph, written);
    CHECK(written.str() == expected.str());
  }
}

TEST_CASE("equal graphs give equal bytes, whatever the order of the articles", "[export]") {
  const KnowledgeGraph graph = small_graph();
  KnowledgeGraph turned;
  const std::vector<ArticleFacts> facts(graph.facts().rbegin(), graph.facts().rend());
  for (const ArticleFacts& article : facts) turned.merge(article);
  for (const auto& write : {+[](const KnowledgeGraph&g, std::ostream&out) { write_dot(g, out); },
                            +[](const KnowledgeGraph&g, std::ostream&out) { write_json_ld(g, out); },
                            +[](const KnowledgeGraph&g, std::ostream&out) { write_svg(g, out); },
                            +[](const KnowledgeGraph&g, std::ostream&out) { write_png(g, out); }}) {
    std::ostringstream first, second;
    write(graph, first);
    write(turned, second);
    CHECK(first.str().size() > 100);
    CHECK((first.str() == second.str()));
  }
}
