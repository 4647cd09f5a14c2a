#include "ingest/model/int8_matrix.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace hearsay {

using simd::int8_panel;

namespace {

// Of each two weights whose products are added in 16 bits: the sum of the positive ones, and of the negative ones.
struct PairSums {
  std::array<std::uint8_t, int8_panel * 2> positive, negative;
};

PairSums pair_sums(const std::int8_t* quad) {
  PairSums out;
  for (std::size_t i = 0; i < int8_panel * 2; ++i) {
    const int a = quad[i * 2], b = quad[i * 2 + 1];
    out.positive[i] = static_cast<std::uint8_t>(std::max(a, 0) + std::max(b, 0));
    out.negative[i] = static_cast<std::uint8_t>(std::max(-a, 0) + std::max(-b, 0));
  }
  return out;
}

// Activations are 255 at most: weights of 128 on one side give 32,640, which 16 bits hold.
bool are_safe(const PairSums& a, const PairSums& b) {
  int most = 0;
  for (std::size_t i = 0; i < a.positive.size(); ++i) {
    most = std::max(most, a.positive[i] + b.positive[i]);
    most = std::max(most, a.negative[i] + b.negative[i]);
  }
  return most <= 128;
}

}  // namespace

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
  order_.resize(padded / int8_panel * quads);
  paired_.resize(padded / int8_panel);
  for (std::size_t panel = first / int8_panel; panel < paired_.size(); ++panel) pair_quads(panel);
}

// Greedy: a quad goes with the last one still alone that it is safe with.
void Int8Matrix::pair_quads(std::size_t panel) {
  const std::size_t quads = (in_ + 3) / 4;
  std::vector<PairSums> sums(quads);
  std::vector<std::uint16_t> pairs, alone;
  for (std::size_t k = 0; k < quads; ++k) {
    sums[k] = pair_sums(panels_.data() + (panel * quads + k) * int8_panel * 4);
    const auto mate = std::find_if(alone.rbegin(), alone.rend(), [&](auto m) { return are_safe(sums[k], sums[m]); });
    if (mate == alone.rend()) {
      alone.push_back(static_cast<std::uint16_t>(k));
      continue;
    }
    pairs.insert(pairs.end(), {*mate, static_cast<std::uint16_t>(k)});
    alone.erase(std::next(mate).base());
  }
  paired_[panel] = static_cast<std::uint32_t>(pairs.size());
  std::ranges::copy(alone, std::ranges::copy(pairs, order_.begin() + static_cast<std::ptrdiff_t>(panel * quads)).out);
}

simd::Int8Weights Int8Matrix::view() const {
  return {out_,          in_,          (in_ + 3) / 4, panels_.data(), offsets_.data(),
          scale_.data(), bias_.data(), order_.data(), paired_.data()};
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
