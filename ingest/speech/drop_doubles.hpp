#pragma once

#include <vector>

#include "ingest/document.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

/// "Said Lee: ...", "it further wrote": one content with two cues is one attribution, that of the surer cue.
/// Needs   tags.
/// Cost    that of sorting the contents.
void drop_doubles(const Document& doc, std::vector<Attribution>& attributions);

}  // namespace hearsay
