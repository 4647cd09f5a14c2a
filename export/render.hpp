#pragma once

#include <iosfwd>

#include "export/drawing.hpp"

namespace hearsay {

/// Draws the graph as write_dot() describes it, with a legend and notes below. Without `options.top` only as much as
/// a page holds: about 40 vertices. At most 2000 edges are drawn; the notes say what was left out.
/// SVG     the same bytes whatever fonts and plugins a machine has; every label and tooltip is searchable text.
/// PNG     through cairo: the same bytes on one machine, other fonts elsewhere.
/// Labels  above 300 edges the words stand in the tooltips only. Cost: about 5 s for 2000 edges.
/// Errors  hearsay::Error: no entity has the name in `options.focus`, or Graphviz cannot draw.
Drawn write_svg(const KnowledgeGraph& graph, std::ostream& out, const DotOptions& options = {});
Drawn write_png(const KnowledgeGraph& graph, std::ostream& out, const DotOptions& options = {});

}  // namespace hearsay
