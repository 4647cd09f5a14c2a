#pragma once

#include <cstdint>
#include <vector>

#include "ingest/coref/entities.hpp"
#include "ingest/coref/speech_regions.hpp"
#include "ingest/coref/traits.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Tells `entities`, before anything is joined, which mentions the text itself tells apart: the speaker of a quotation
/// and those whom he calls "he" or names there; who does something to whom; members of a list; subject and negated
/// predicate; the "I" of each named speaker. `persons`: find_persons(); `by_head`: the mention that a word heads. Cost
/// one pass over the mentions.
void mark_apart(const Trees& trees, const std::vector<Mention>& mentions, const std::vector<Traits>& traits,
                const SpeechRegions& speech, const std::vector<std::uint32_t>& persons,
                const std::vector<std::uint32_t>& by_head, Entities& entities);

}  // namespace hearsay
