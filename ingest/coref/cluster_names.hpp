#pragma once

#include <vector>

#include "ingest/coref/entities.hpp"
#include "ingest/coref/traits.hpp"
#include "ingest/document.hpp"

namespace hearsay {

/// The clusters of the entities, each with its canonical name, kind and members.
/// Names   the fullest name without title; else the first good description; else the pronoun.
/// Members of a coordination ("Putin and Trump") and of a count of people ("the two leaders") the clusters of the
///         ones it speaks of.
[[nodiscard]] std::vector<Cluster> make_clusters(const Document& doc, const std::vector<Mention>& mentions,
                                                 const std::vector<Traits>& traits, const Entities& entities);

}  // namespace hearsay
