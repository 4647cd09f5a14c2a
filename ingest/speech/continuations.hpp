#pragma once

#include <cstdint>
#include <vector>

#include "ingest/speech/attribution.hpp"

namespace hearsay {

/// Where each attribution began: "...," she said. And in the next paragraph, without a cue: "..."
/// Gives   for each attribution its own number, or that of the earlier one whose speaker goes on: no cue, the same
///         source, the same parent.
/// Cost    n log n.
[[nodiscard]] std::vector<std::uint32_t> beginnings(const std::vector<Attribution>& attributions);

/// `parts`, which begin with the same one, as a single attribution: all their contents and what these are about.
[[nodiscard]] Attribution joined(const std::vector<Attribution>& attributions, const std::vector<std::uint32_t>& parts);

}  // namespace hearsay
