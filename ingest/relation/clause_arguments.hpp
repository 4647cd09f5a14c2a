#pragma once
// What the model knows of a verb's arguments (Document::verb_arguments), as clauses want it.

#include <span>
#include <vector>

#include "ingest/relation/clause.hpp"

namespace hearsay {

/// The words that may be arguments of `verb`, in text order; none without that layer. Logarithmic.
[[nodiscard]] std::span<const VerbArgument> arguments_of(const Document& doc, TokenIndex verb);
/// What the layer says of one word; all zero where it says nothing.
[[nodiscard]] VerbArgument argument_at(const Document& doc, TokenIndex verb, TokenIndex word);

/// Gives clauses that lack a subject, or whose subject was fetched from the wrong place, the one that the model is sure
/// of.
void complete_subjects(const Trees& trees, std::vector<Clause>& clauses);

}  // namespace hearsay
