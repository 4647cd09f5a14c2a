#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/text/characters.hpp"

namespace hearsay {

/// Where UD cuts a word without spaces and hyphens: "don't" = do|n't, "cannot" = can|not, "she'd've" = she|'d|'ve.
/// Appends the cuts inside [begin, end) to `cuts`, ascending; none for an ordinary word.
void find_clitics(const Characters& text, std::size_t begin, std::size_t end, std::vector<std::size_t>& cuts);

/// Length of a clitic that lacks its apostrophe where only the next word gives it away: "its a shame" = it|s,
/// "your going" = you|r; 0 for the possessives "its" and "your". `next_word` in lower case.
[[nodiscard]] std::size_t hidden_clitic(const Characters& text, std::size_t begin, std::size_t end,
                                        std::string_view next_word);

/// Length of a clitic that begins with the apostrophe at `at` ("'s", "’ll") and ends before `end`; 0 for none.
[[nodiscard]] std::size_t clitic_length(const Characters& text, std::size_t at, std::size_t end);

}  // namespace hearsay
