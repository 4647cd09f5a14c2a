#pragma once
// What the head `arguments` sees of a verb and a word that may head one of its arguments.

#include <array>
#include <cstdint>
#include <vector>

#include "ingest/relation/clause.hpp"

namespace hearsay {

/// Kinds of signs, one of each for a pair: every kind has its own rows in one table.
inline constexpr std::size_t argument_signs = 15;

struct ArgumentPair {
  TokenIndex verb = 0, word = 0;
  std::array<std::uint16_t, argument_signs> rows{};  ///< of the table head.arguments.signs
};

/// Rows of that table. The order of signs belongs to the model file: a change here asks for a new head.
[[nodiscard]] std::size_t argument_sign_rows();

/// All pairs of a verb and a word of its sentence that may head a phrase, by verb, then word.
/// Needs   `clauses` as read_clauses() gives them. Words farther than 80 tokens from the verb are left out, so that the
///         work stays linear.
[[nodiscard]] std::vector<ArgumentPair> argument_pairs(const Trees& trees, const std::vector<Clause>& clauses);

}  // namespace hearsay
