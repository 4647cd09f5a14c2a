#pragma once

#include <vector>

#include "ingest/document.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Spans that refer to something: names, noun phrases, pronouns, coordinations of them.
/// Needs   sentences, tags and arcs of `trees.doc()`; names if there are any.
/// Gives   one mention a nominal head (and one a coordination), by first token, longer first. Spans follow GUM:
///         with determiners, modifiers, relative clauses and the possessive ending; without prepositions,
///         appositions and further conjuncts, which are mentions of their own. Relative and interrogative
///         pronouns and expletives are no mentions.
/// Cost    linear in tokens times the depth of the trees.
/// Source  Zeldes (2017), "The GUM corpus: creating multilayer resources in the classroom", LRE 51.
[[nodiscard]] std::vector<Mention> find_mentions(const Trees& trees);

}  // namespace hearsay
