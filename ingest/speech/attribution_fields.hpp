#pragma once
// What follows from source, cue and content: kind, lemma, polarity, circumstances, nesting.

#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Sets kind, cue_lemma, negated, addressee, time, place, source_head (where missing) and parent, and sorts by first
/// token of cue or content, the larger content first. Kind    direct: all is quoted, or it begins with a mark and half
/// of its words are; mixed: some are. Marks around
///         the cue itself do not count: what somebody reports inside a quotation is indirect.
/// Parent  the smallest content that holds the cue (without a cue: the content).
/// Cost    n log n in attributions, linear in tokens.
void set_fields(const Trees& tree, const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions);

/// The word of a cue that carries its meaning: "say" in "went on to say", "tell" in "also told".
[[nodiscard]] TokenIndex cue_head(const Document& doc, const Attribution& attribution);

}  // namespace hearsay
