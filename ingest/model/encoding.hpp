#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

/// One vector per token of a document, row by row. All heads read these; they do not know which encoder made them.
struct Encoding {
  std::size_t width = 0;
  std::vector<float> values;        ///< tokens x width
  std::vector<std::uint8_t> steps;  ///< the same as the 8-bit products of the heads want them (Kernels::quantise)
  std::vector<float> scale;         ///< of each row of `steps`
  std::vector<TokenSpan> windows;   ///< what was encoded together: covers all tokens, in order

  [[nodiscard]] std::size_t rows() const { return width == 0 ? 0 : values.size() / width; }
  [[nodiscard]] std::span<const float> row(std::size_t token) const {
    return std::span<const float>(values).subspan(token * width, width);
  }
};

}  // namespace hearsay
