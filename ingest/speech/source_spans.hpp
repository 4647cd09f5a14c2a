#pragma once
// Where a source begins and ends, mended where it was cut in the middle.

#include <optional>

#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// `source` without a torn end ("the minister, opening a hall in the"), with the noun that its last words describe
/// ("the 30-second [video]"), whole names and their particles ("In 't Veld"). Nothing of `a`'s cue or content is taken.
[[nodiscard]] TokenSpan mended_source(const Trees& tree, const Attribution& a, TokenSpan source);

/// "Lee, a top aide said, is calm": the aide who speaks, put into the sentence that is said. Null where the cue `cue`
/// does not stand in such an insertion.
[[nodiscard]] std::optional<TokenSpan> inserted_speaker(const Trees& tree, TokenIndex cue);

}  // namespace hearsay
