#pragma once

#include <iosfwd>

#include "export/drawing.hpp"

namespace hearsay {

/// Writes the graph as Graphviz DOT, to be read by people and laid out by any program that knows DOT.
/// Vertices  the key of the entity as name; colour and shape by kind, size by importance, the label wrapped.
/// Edges     predicates with the number of articles ("meet ×5"), "may", "plans to" and the like, "not" in red with a
///           tee, dashed and with the speaker when no article says so itself; the sentences in the tooltip.
/// Order     by entity id: equal graphs and options give equal bytes.
/// Errors    hearsay::Error when no entity has the name in `options.focus`. Safe to call from many threads; they wait
///           for each other, because Graphviz is not.
Drawn write_dot(const KnowledgeGraph& graph, std::ostream& out, const DotOptions& options = {});

}  // namespace hearsay
