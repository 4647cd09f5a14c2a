#pragma once
// Graphs made by hand, so that the writers are tested without a model.

#include <cstdint>
#include <string>

#include "graph/knowledge_graph.hpp"

namespace hearsay {

/// Three invented articles about a summit: every kind of entity, speech of all kinds, a denial, a plan, a claim without
/// an object, an address that is no IRI, text in other scripts and with characters that formats must escape.
[[nodiscard]] KnowledgeGraph small_graph();

/// One article: the person called `name` meets the person called "Other One".
[[nodiscard]] KnowledgeGraph graph_with_person(const std::string& name);

/// `people` persons, each of whom praises the next `each`; importance falls off from the first.
[[nodiscard]] KnowledgeGraph crowd(std::uint32_t people, std::uint32_t each);

/// One person who praises `others`.
[[nodiscard]] KnowledgeGraph star(std::uint32_t others);

}  // namespace hearsay
