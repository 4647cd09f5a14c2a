#pragma once
// Our output, as other people's programs read it.

#include <map>
#include <string>
#include <vector>

namespace hearsay {

/// What Graphviz draws in each vertex of `dot` outside the legend: name -> label, its lines joined by spaces.
/// Throws std::runtime_error when Graphviz cannot parse it.
[[nodiscard]] std::map<std::string, std::string> labels_seen_by_graphviz(const std::string& dot);

/// The attribute of every edge of `dot` outside the legend, sorted.
[[nodiscard]] std::vector<std::string> edge_attribute_seen_by_graphviz(const std::string& dot, const char* name);

/// The text elements of `svg`, in order, no-break spaces as spaces; throws std::runtime_error when it is not XML.
[[nodiscard]] std::vector<std::string> texts_seen_by_libxml(const std::string& svg);

/// The values of all attributes called xlink:title, in order.
[[nodiscard]] std::vector<std::string> tooltips_seen_by_libxml(const std::string& svg);

struct Box {
  std::string title;
  double left = 0, top = 0, right = 0, bottom = 0;
};
/// The outlines of the vertices of `svg`, the small ones that hold the labels of edges among them.
[[nodiscard]] std::vector<Box> vertex_boxes(const std::string& svg);

}  // namespace hearsay
