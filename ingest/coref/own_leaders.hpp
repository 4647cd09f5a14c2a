#pragma once

#include <vector>

#include "ingest/coref/speech_regions.hpp"
#include "ingest/coref/traits.hpp"

namespace hearsay {

/// "The president" in the mouth of the U.S. secretary of state is that of the United States: gives such a mention the
/// nation that the article names for its speaker. One who bears the title himself speaks of another.
/// Cost    one pass over the mentions, one more for each speaker so asked for.
[[nodiscard]] std::vector<Traits> place_own_leaders(std::vector<Traits> traits, const std::vector<Mention>& mentions,
                                                    const SpeechRegions& speech);

}  // namespace hearsay
