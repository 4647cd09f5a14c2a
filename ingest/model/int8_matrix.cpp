#include "ingest/model/int8_matrix.hpp"

#include <algorithm>
#include <cassert>

namespace hearsay {

using simd::int8_panel;

Int8Matrix::Int8Matrix(std::span<const std::int8_t> weights, std::span<const float> scale, std::span<const float> bias)
    : in_(scale.empty() ? 0 : weights.size() / scale.size()) {
  append(weights, scale, bias);
}

void Int8Matrix::append(std::span<const std::int8_t> weights, std::span<const float> scale,
                        std::span<const float> bias) {
  assert(weights.size() == scale.size() * in_ && "as many inputs as before");
  const std::size_t first = out_, quads = (in_ + 3) / 4;
  out_ += scale.size();
  const std::size_t padded = (out_ + int8_panel - 1) / int8_panel * int8_panel;
  panels_.resize(padded * quads * 4);
  offsets_.resize(padded);
  scale_.resize(padded);
  bias_.resize(padded);
  for (std::size_t o = first; o < out_; ++o) {
    const std::int8_t* const row = weights.data() + (o - first) * in_;
    std::int8_t* const panel = panels_.data() + o / int8_panel * quads * int8_panel * 4 + o % int8_panel * 4;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < in_; ++i) {
      panel[i / 4 * int8_panel * 4 + i % 4] = row[i];
      sum += row[i];
    }
    offsets_[o] = 128 * sum;
    scale_[o] = scale[o - first];
    bias_[o] = bias.empty() ? 0.0F : bias[o - first];
  }
}

simd::Int8Weights Int8Matrix::view() const {
  return {out_, in_, (in_ + 3) / 4, panels_.data(), offsets_.data(), scale_.data(), bias_.data()};
}

void int8_linear(const Int8Matrix& w, const float* x, std::size_t rows, float* out, bool gelu, Int8Rows& room,
                 const simd::Kernels& kernels) {
  const simd::Int8Weights weights = w.view();
  const std::size_t stride = weights.quads * 4;
  if (room.values.size() < rows * stride) room.values.resize(rows * stride);
  if (room.scale.size() < rows) room.scale.resize(rows);
  kernels.quantise(x, rows, weights.in, room.values.data(), stride, room.scale.data());
  kernels.int8_linear(weights, room.values.data(), room.scale.data(), rows, out, weights.out, gelu);
}

}  // namespace hearsay
