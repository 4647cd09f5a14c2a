#pragma once

#include <cstddef>
#include <vector>

#include "ingest/model/kernels.hpp"

namespace hearsay {

/// Stands for ROOT among heads.
inline constexpr std::size_t root_head = static_cast<std::size_t>(-1);

/// The tree of the highest total score in which exactly one word hangs under ROOT.
/// `scores`  words x (1 + words): row i holds the score of ROOT as the head of word i, then of words 0, 1, ...;
///           that of the word itself is ignored. At least one word.
/// Gives     the head of each word, or root_head. Of equal trees always the same one.
/// Cost      quadratic where the best heads form such a tree already, as mostly they do; cubic at worst.
/// Source    Chu and Liu (1965); Edmonds (1967); on the one root Zmigrod, Vieira and Cotterell (2020), EMNLP.
[[nodiscard]] std::vector<std::size_t> best_tree(MatrixView scores);

}  // namespace hearsay
