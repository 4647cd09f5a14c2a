#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ingest/coref/pair_features.hpp"

namespace hearsay {

/// Weighs what rules, trees, entities and the model's word scores say of a pair: above 0 the two are one. A small
/// network over PairFeatures, whose weights train/pairs.py fits and pair_weights.inc holds.
class PairRanker {
 public:
  PairRanker() = default;  ///< knows nothing: rules and word scores decide alone
  [[nodiscard]] static const PairRanker& trained();

  [[nodiscard]] bool empty() const { return table_.empty(); }

  /// The hidden units, and behind them the score itself.
  static constexpr std::size_t width = 24;
  using Sums = std::array<float, width>;
  [[nodiscard]] Sums start() const { return bias_; }
  /// Adds the weights of `features`, numbered from `first`.
  void add(const Features& features, std::size_t first, Sums& sums) const;
  [[nodiscard]] float score(const Sums& sums) const;

 private:
  std::vector<float> table_;  ///< a row a feature: its weights to each hidden unit, and to the score itself
  Sums bias_{};
  std::array<float, width - 1> out_{};
};

}  // namespace hearsay
