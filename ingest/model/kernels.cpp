#include "ingest/model/kernels.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "ingest/model/sequence_batch.hpp"
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

namespace {

void run_direction(const LstmWeights& w, MatrixView steps, const SequenceBatch& batch, bool backward, Matrix& out) {
  const std::size_t size = w.recurrent->in(), count = batch.size();
  const Matrix input = multiply(steps, *w.input, w.bias);
  Matrix hidden(count, size), cell(count, size), gates(count, 4 * size);
  std::size_t running = count;
  for (std::size_t t = 0; t < batch.longest(); ++t) {
    while (batch.length[running - 1] <= t) --running;
    for (std::size_t s = 0; s < running; ++s) {
      const auto from = input.row(batch.place(s, t, backward));
      std::copy(from.begin(), from.end(), gates.row(s).begin());
    }
    simd::kernels().float_linear(running, 4 * size, size, hidden.values.data(), size, w.recurrent->panels(),
                                 gates.values.data(), 4 * size, true);
    for (std::size_t s = 0; s < running; ++s) {
      simd::kernels().lstm_cell(gates.row(s).data(), cell.row(s).data(), hidden.row(s).data(), size);
      std::copy_n(hidden.row(s).begin(), size,
                  out.row(batch.place(s, t, backward)).begin() + (backward ? static_cast<long>(size) : 0));
    }
  }
}

}  // namespace

Matrix bilstm(const LstmWeights& forward, const LstmWeights& backward, MatrixView steps,
              std::span<const std::uint32_t> lengths) {
  const SequenceBatch batch(lengths);
  Matrix out(steps.rows, 2 * forward.recurrent->in());
  run_direction(forward, steps, batch, false, out);
  run_direction(backward, steps, batch, true, out);
  return out;
}

}  // namespace hearsay
