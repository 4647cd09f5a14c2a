#pragma once
// One source for each cue: what the model read, held against the tree.

#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Of several sources keeps the subject of the cue, else the nearest; gives a cue without one the source that syntax
/// shows; takes away who only hears it ("He was asked", "She is expected").
/// Needs   tags and arcs; cue and content of `a`.
void settle_source(const Trees& tree, Attribution& a);

}  // namespace hearsay
