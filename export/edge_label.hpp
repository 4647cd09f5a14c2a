#pragma once
// How a claim is put into a few words on an edge.

#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace hearsay {

/// Claims of one pair of entities that read the same: predicate, polarity and modality agree.
struct Relation {
  std::vector<const Claim*> claims;  ///< never empty
  bool attributed = false;           ///< no article says so itself
  bool negated = false;              ///< negative, or every speaker denies it
  std::vector<ArticleId> articles;   ///< different ones, ascending
};

/// "meet with", "may not meet with": the predicate with its modality and negation.
[[nodiscard]] std::string worded_predicate(const Claim& claim);

/// Sums up claims that read the same.
[[nodiscard]] Relation make_relation(const KnowledgeGraph& graph, std::vector<const Claim*> claims);

/// One line of an edge label: "meet ×5", "not meddle in (says Putin)".
[[nodiscard]] std::string relation_label(const KnowledgeGraph& graph, const Relation& relation);

/// "Lavrov says that Trump says": the speakers of a claim, outermost first; empty when the article says so itself.
[[nodiscard]] std::string speaker_chain(const KnowledgeGraph& graph, const Claim& claim);

/// The claim in words, then every sentence behind it with its article; one per line.
[[nodiscard]] std::string claim_tooltip(const KnowledgeGraph& graph, const Claim& claim);

/// What to call an entity where there is little room: the last word of a person's name.
[[nodiscard]] std::string short_name(const std::string& kind, const std::string& name);

}  // namespace hearsay
