#pragma once
// Contents held against the tree: what cannot belong to them goes.

#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Takes away from the content of `a`: an "it" that only holds a place ("It was reported that"); the rest of the cue
/// ("...," she wanted to know); in "Ann's claim that p convinced nobody" what comes after p; and a dateline before it.
/// Needs   tags and arcs; cue and content of `a`. Something always stays.
void settle_content(const Trees& tree, Attribution& a);

}  // namespace hearsay
