#pragma once

#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Puts the border between cue and content where the phrases have it: "declined to say | when", "is seeking | to win",
/// "disclosed | in a filing". Needs tags and arcs.
void settle_cue(const Trees& tree, Attribution& a);

}  // namespace hearsay
