#pragma once

#include <string>
#include <vector>

#include "export/drawing.hpp"

namespace hearsay {

struct Selection {
  std::vector<EntityId> entities;  ///< ascending
  std::vector<std::string> notes;  ///< what was left out
};

/// The entities to draw: near the focus, and of those the most important that have an edge to another one drawn.
/// Errors  hearsay::Error when no entity has the name in `options.focus`.
[[nodiscard]] Selection select_vertices(const KnowledgeGraph& graph, const DotOptions& options);

}  // namespace hearsay
