#include "ingest/model/fine_matrix.hpp"

#include <algorithm>
#include <cassert>

namespace hearsay {

using simd::int8_panel;

FineMatrix::FineMatrix(std::span<const std::int8_t> weights, std::span<const float> scale)
    : out_(scale.size()), in_(scale.empty() ? 0 : weights.size() / scale.size()) {
  assert(in_ <= most_inputs && "sums fit into 32 bits");
  const std::size_t pairs = (in_ + 1) / 2, padded = (out_ + int8_panel - 1) / int8_panel * int8_panel;
  panels_.resize(padded * pairs * 2);
  scale_.resize(padded);
  std::copy(scale.begin(), scale.end(), scale_.begin());
  for (std::size_t o = 0; o < out_; ++o) {
    const std::int8_t* const row = weights.data() + o * in_;
    std::int8_t* const panel = panels_.data() + (o / int8_panel * pairs * int8_panel + o % int8_panel) * 2;
    for (std::size_t i = 0; i < in_; ++i) panel[i / 2 * int8_panel * 2 + i % 2] = row[i];
  }
}

void multiply(MatrixView x, const FineMatrix& w, Matrix& out) {
  assert(x.columns == w.in() && "a row of x has one number per input of the matrix");
  const simd::FineWeights weights = w.view();
  const std::size_t stride = weights.pairs * 2;
  std::vector<std::int16_t> rounded(x.rows * stride);
  std::vector<float> scale(x.rows);
  out.rows = x.rows;
  out.columns = w.out();
  out.values.resize(x.rows * w.out());
  simd::kernels().quantise_fine(x.data, x.rows, x.columns, rounded.data(), stride, scale.data());
  simd::kernels().fine_linear(weights, rounded.data(), scale.data(), x.rows, out.values.data());
}

}  // namespace hearsay
