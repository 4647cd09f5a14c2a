#include "export/write_dot.hpp"

#include <ostream>

#include "export/graphviz_graph.hpp"

namespace hearsay {

Drawn write_dot(const KnowledgeGraph& graph, std::ostream& out, const DotOptions& options) {
  const Drawing drawing = plan_drawing(graph, options);
  out << GraphvizGraph(drawing, GraphvizUse::text).text();
  return {drawing.vertices.size(), drawing.edges.size(), drawing.notes};
}

}  // namespace hearsay
