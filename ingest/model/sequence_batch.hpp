#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace hearsay {

/// Sequences that lie one after the other, by falling length: at every step those still running are the first ones.
struct SequenceBatch {
  std::vector<std::size_t> begin, length;

  explicit SequenceBatch(std::span<const std::uint32_t> lengths) {
    std::vector<std::size_t> order(lengths.size()), begins(lengths.size());
    std::iota(order.begin(), order.end(), 0);
    std::exclusive_scan(lengths.begin(), lengths.end(), begins.begin(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return lengths[a] > lengths[b]; });
    for (const std::size_t s : order) {
      begin.push_back(begins[s]);
      length.push_back(lengths[s]);
    }
  }

  [[nodiscard]] std::size_t size() const { return begin.size(); }
  [[nodiscard]] std::size_t longest() const { return length.empty() ? 0 : length.front(); }
  /// Where sequence `s` is at step `t`, from its front or from its back.
  [[nodiscard]] std::size_t place(std::size_t s, std::size_t t, bool backward) const {
    return begin[s] + (backward ? length[s] - 1 - t : t);
  }
};

}  // namespace hearsay
