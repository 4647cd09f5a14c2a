#include "export/render.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <thread>

#include "foreign_readers.hpp"
#include "hand_made_graph.hpp"

using namespace hearsay;

namespace {

std::string to_svg(const KnowledgeGraph& graph, const DotOptions& options = {}) {
  std::ostringstream out;
  write_svg(graph, out, options);
  return out.str();
}

bool overlap(const Box& a, const Box& b) {
  constexpr double touch = 0.5;  // points; outlines are rounded when they are written
  return a.left + touch < b.right && b.left + touch < a.right && a.top + touch < b.bottom && b.top + touch < a.bottom;
}

}  // namespace

TEST_CASE("an SVG is well-formed and shows every name as it is", "[export][svg]") {
  const auto name = GENERATE(as<std::string>{}, "node", "C:\\", "\\N", "say \"no\" twice", "Владимир Путин", "<b>",
                             "AT&T", "&lt;b&gt;", "&#65;", "]]>", "--");
  INFO(name);
  const std::vector<std::string> texts = texts_seen_by_libxml(to_svg(graph_with_person(name)));
  CHECK(std::find(texts.begin(), texts.end(), name) != texts.end());
}

TEST_CASE("an SVG with hostile bytes is still XML", "[export][svg]") {
  std::string name = "A\x01\x1b[31m \xff\xfe \xed\xa0\x80 Z";
  CHECK_NOTHROW(texts_seen_by_libxml(to_svg(graph_with_person(name))));
}

TEST_CASE("the tooltips of an SVG hold the sentences", "[export][svg]") {
  const std::vector<std::string> tooltips = tooltips_seen_by_libxml(to_svg(small_graph()));
  CHECK(std::any_of(tooltips.begin(), tooltips.end(), [](const std::string& tooltip) {
    return tooltip.find("The Union <did not> meddle & never will") != std::string::npos;
  }));
}

TEST_CASE("no label hides another, neither in ranks nor freely laid out", "[export][svg]") {
  const auto people = GENERATE(6U, 30U);
  const std::vector<Box> boxes = vertex_boxes(to_svg(crowd(people, 2)));
  REQUIRE(boxes.size() == people * 3);  // each person, and each edge's label
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      INFO(boxes[i].title << " and " << boxes[j].title);
      CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
  }
}

TEST_CASE("without a wish a picture holds what a page can, and says so inside", "[export][svg]") {
  std::ostringstream out;
  const Drawn drawn = write_svg(crowd(120, 2), out);
  CHECK(drawn.vertices <= 40);
  CHECK(drawn.vertices >= 30);
  REQUIRE_FALSE(drawn.notes.empty());
  const std::vector<std::string> texts = texts_seen_by_libxml(out.str());
  CHECK(std::find(texts.begin(), texts.end(), drawn.notes.front()) != texts.end());
}

TEST_CASE("a star is spread over a page instead of one long row", "[export][svg]") {
  const std::vector<Box> boxes = vertex_boxes(to_svg(star(35)));
  Box all = boxes.at(0);
  for (const Box& box : boxes) {
    all.left = std::min(all.left, box.left);
    all.right = std::max(all.right, box.right);
    all.top = std::min(all.top, box.top);
    all.bottom = std::max(all.bottom, box.bottom);
  }
  CHECK(all.right - all.left < 3 * (all.bottom - all.top));
}

TEST_CASE("above 2000 edges a part is drawn", "[export][svg][slow]") {
  DotOptions options;
  options.top = 1000;
  std::ostringstream out;
  const Drawn drawn = write_svg(crowd(700, 3), out, options);
  CHECK(drawn.edges == 2000);
  REQUIRE(drawn.notes.size() == 2);  // fewer edges, and no labels on them
  CHECK(drawn.notes.front().find("2000") != std::string::npos);
}

TEST_CASE("the legend names the kinds that are drawn", "[export][svg]") {
  const std::vector<std::string> texts = texts_seen_by_libxml(to_svg(graph_with_person("Ada One")));
  CHECK(std::find(texts.begin(), texts.end(), "Person") != texts.end());
  CHECK(std::find(texts.begin(), texts.end(), "Event") == texts.end());
}

TEST_CASE("a PNG is a PNG", "[export][png]") {
  std::ostringstream out;
  write_png(small_graph(), out);
  CHECK(out.str().substr(0, 8) == "\x89PNG\r\n\x1a\n");
}

TEST_CASE("pictures can be drawn from many threads", "[export][svg]") {
  const KnowledgeGraph graph = small_graph();
  const std::string expected = to_svg(graph);
  std::vector<std::string> drawn(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& svg : drawn) threads.emplace_back([&] { svg = to_svg(graph); });
  }
  for (const std::string& svg : drawn) CHECK((svg == expected));
}
