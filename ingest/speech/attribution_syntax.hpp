#pragma once
// Reported speech as syntax shows it: a verb or noun of saying, its clause or quotation.

#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Finds attributions by rules over Universal Dependencies.
/// Needs   sentences, tags and arcs of the tree's document.
/// Gives   one Attribution per cue, by cue; source, cue, content and source_head are set, the rest is left to
///         complete_attributions(). Cues without a source give nothing ("it is understood that").
/// Cost    linear in tokens.
[[nodiscard]] std::vector<Attribution> find_by_syntax(const Trees& tree, const std::vector<Quotation>& quotations);

}  // namespace hearsay
