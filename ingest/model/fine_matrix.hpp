#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/model/kernels.hpp"
#include "ingest/model/simd/kernel_table.hpp"

namespace hearsay {

/// 8-bit weights for products with activations of 16 bits: as good as floats for anything but the last digits, in half
/// the time and a quarter of the memory.
class FineMatrix {
 public:
  /// More inputs than this could overflow a sum of 32 bits.
  static constexpr std::size_t most_inputs = 512;

  FineMatrix() = default;
  /// `weights`: [out, in] with one scale an output; `in` is at most most_inputs.
  FineMatrix(std::span<const std::int8_t> weights, std::span<const float> scale);

  [[nodiscard]] std::size_t out() const { return out_; }
  [[nodiscard]] std::size_t in() const { return in_; }
  [[nodiscard]] simd::FineWeights view() const { return {out_, in_, (in_ + 1) / 2, panels_.data(), scale_.data()}; }

 private:
  std::size_t out_ = 0, in_ = 0;
  std::vector<std::int8_t> panels_;
  std::vector<float> scale_;
};

/// out = x W^T; the memory of `out` is used again.
void multiply(MatrixView x, const FineMatrix& w, Matrix& out);

}  // namespace hearsay
