#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/model/simd/kernel_table.hpp"

namespace hearsay {

/// int8 weights of a linear layer in the layout of the kernels, with their scales and biases.
class Int8Matrix {
 public:
  Int8Matrix() = default;
  /// `weights`: [out, in] within simd::largest_weight; `bias` may be empty.
  Int8Matrix(std::span<const std::int8_t> weights, std::span<const float> scale, std::span<const float> bias);

  [[nodiscard]] std::size_t out() const { return out_; }
  [[nodiscard]] std::size_t in() const { return in_; }
  /// Adds the outputs of `other`, which has as many inputs, behind these.
  void append(std::span<const std::int8_t> weights, std::span<const float> scale, std::span<const float> bias);
  [[nodiscard]] simd::Int8Weights view() const;

 private:
  std::size_t out_ = 0, in_ = 0;
  std::vector<std::int8_t> panels_;
  std::vector<std::int32_t> offsets_;
  std::vector<float> scale_, bias_;
  std::vector<std::uint16_t> order_;
  std::vector<std::uint32_t> paired_;

  void pair_quads(std::size_t panel);
};

/// Room for quantised activations.
struct Int8Rows {
  std::vector<std::uint8_t> values;
  std::vector<float> scale;
};

/// out = x W^T + bias on 8-bit activations, then GELU where asked. `rows` x in -> `rows` x out, both dense.
void int8_linear(const Int8Matrix& w, const float* x, std::size_t rows, float* out, bool gelu, Int8Rows& room,
                 const simd::Kernels& kernels = simd::kernels());

}  // namespace hearsay
