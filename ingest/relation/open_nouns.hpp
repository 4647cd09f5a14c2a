#pragma once
// Open relations that noun phrases and prepositions tell.

#include <vector>

#include "ingest/relation/extract_openie.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Appositions, titles, possessors ("is", "has"), participles that serve as prepositions ("including", "according to")
/// and adjectives made from verbs, by token. Linear in tokens.
[[nodiscard]] std::vector<OpenRelation> read_open_nouns(const Trees& trees);

}  // namespace hearsay
