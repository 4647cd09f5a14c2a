#include "ingest/model/kernels.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "ingest/model/simd/kernel_table.hpp"

namespace hearsay {

using simd::float_panel;

PackedMatrix::PackedMatrix(MatrixView w) : out_(w.rows), in_(w.columns) {
  panels_.assign((out_ + float_panel - 1) / float_panel * float_panel * in_, 0.0F);
  for (std::size_t o = 0; o < out_; ++o) {
    const float* const row = w.data + o * in_;
    float* const column = panels_.data() + o / float_panel * float_panel * in_ + o % float_panel;
    for (std::size_t i = 0; i < in_; ++i) column[i * float_panel] = row[i];
  }
}

Matrix multiply(MatrixView x, const PackedMatrix& w, std::span<const float> bias) {
  Matrix out;
  multiply(x, w, out, bias);
  return out;
}

void multiply(MatrixView x, const PackedMatrix& w, Matrix& out, std::span<const float> bias) {
  assert(x.columns == w.in() && "a row of x has one number per input of the matrix");
  out.rows = x.rows;
  out.columns = w.out();
  out.values.resize(x.rows * w.out());
  for (std::size_t r = 0; r < x.rows && !bias.empty(); ++r) std::copy(bias.begin(), bias.end(), out.row(r).begin());
  if (x.rows > 0)
    simd::kernels().float_linear(x.rows, w.out(), w.in(), x.data, x.columns, w.panels(), out.values.data(), w.out(),
                                 !bias.empty());
}

void dots(std::span<const float> x, MatrixView rows, std::span<float> out) {
  assert(x.size() == rows.columns && out.size() == rows.rows);
  simd::kernels().dots(x.data(), rows.data, rows.rows, rows.columns, out.data());
}

void leaky_relu(std::span<float> x, float slope) { simd::kernels().leaky_relu(x.data(), x.size(), slope); }

void softmax(std::span<float> scores) {
  if (scores.empty()) return;
  const float top = *std::max_element(scores.begin(), scores.end());
  float total = 0.0F;
  for (float& s : scores) total += s = std::exp(s - top);
  for (float& s : scores) s /= total;
}

std::size_t best_of(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace hearsay
