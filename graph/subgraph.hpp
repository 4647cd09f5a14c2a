#pragma once

#include <span>

#include "graph/assemble.hpp"

namespace hearsay {

/// The records of KnowledgeGraph::subgraph(): ids stay, and what is left out is named in words only.
[[nodiscard]] Assembly cut_out(const Assembly& all, std::span<const EntityId> kept);

}  // namespace hearsay
