#pragma once
// To whom, when and where something was said.

#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Sets addressee (where missing), time and place of `a` from what hangs on its cue verb: "told reporters in Vienna on
/// Monday", "said at a rally in Ohio", "Speaking to students in Graz, she said".
/// Needs   tags, arcs and names; source, cue and content of `a`.
void set_circumstances(const Trees& tree, Attribution& a);

}  // namespace hearsay
