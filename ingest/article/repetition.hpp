#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/article/block.hpp"

namespace hearsay {

/// Finds blocks whose words stand, in the same order, in another block: pull quotes, repeated headlines and paragraphs.
class Repetition {
 public:
  /// `words` are words_only() of each block.
  explicit Repetition(const std::vector<std::string>& words);

  /// Whether block `index` is said again by a longer block, or was said before by an equal one. Linear in its length.
  [[nodiscard]] bool is_repeated(std::size_t index) const;

 private:
  const std::vector<std::string>& words_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> blocks_with_;  ///< five words -> first blocks with them
};

}  // namespace hearsay
