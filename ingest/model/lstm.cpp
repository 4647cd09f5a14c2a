#include "ingest/model/lstm.hpp"

#include <algorithm>

#include "ingest/model/sequence_batch.hpp"

namespace hearsay {
namespace {

/// Rows rounded to 16 bits, each with its scale.
struct FineRows {
  std::size_t stride = 0;
  std::vector<std::int16_t> values;
  std::vector<float> scale;

  FineRows(std::size_t rows, const FineMatrix& w) : stride(2 * w.view().pairs), values(rows * stride), scale(rows) {}

  void round(const float* x, std::size_t rows, std::size_t columns) {
    simd::kernels().quantise_fine(x, rows, columns, values.data(), stride, scale.data());
  }

  void copy_row(std::size_t to, const FineRows& other, std::size_t from) {
    std::copy_n(other.values.begin() + static_cast<std::ptrdiff_t>(from * stride), stride,
                values.begin() + static_cast<std::ptrdiff_t>(to * stride));
    scale[to] = other.scale[from];
  }
};

// The products of one step at a time: their rows and all weights then stay in the processor's nearest memory.
void run_direction(const LstmWeights& w, const FineRows& steps, const SequenceBatch& batch, bool backward,
                   Matrix& out) {
  const simd::Kernels& kernels = simd::kernels();
  const std::size_t size = w.recurrent->in(), count = batch.size();
  FineRows inputs(count, *w.input), states(count, *w.recurrent);
  Matrix hidden(count, size), cell(count, size), from_input(count, 4 * size), from_state(count, 4 * size);
  std::size_t running = count;
  for (std::size_t t = 0; t < batch.longest(); ++t) {
    while (batch.length[running - 1] <= t) --running;
    for (std::size_t s = 0; s < running; ++s) inputs.copy_row(s, steps, batch.place(s, t, backward));
    kernels.fine_linear(w.input->view(), inputs.values.data(), inputs.scale.data(), running, from_input.values.data());
    if (t > 0) {
      states.round(hidden.values.data(), running, size);
      kernels.fine_linear(w.recurrent->view(), states.values.data(), states.scale.data(), running,
                          from_state.values.data());
    }
    for (std::size_t s = 0; s < running; ++s) {
      const std::span<float> state = hidden.row(s);
      kernels.lstm_cell(from_input.row(s).data(), from_state.row(s).data(), w.bias.data(), cell.row(s).data(),
                        state.data(), size);
      std::copy(state.begin(), state.end(), out.row(batch.place(s, t, backward)).subspan(backward ? size : 0).begin());
    }
  }
}

}  // namespace

Matrix bilstm(const LstmWeights& forward, const LstmWeights& backward, MatrixView steps,
              std::span<const std::uint32_t> lengths) {
  const SequenceBatch batch(lengths);
  Matrix out(steps.rows, 2 * forward.recurrent->in());
  FineRows rounded(steps.rows, *forward.input);
  rounded.round(steps.data, steps.rows, steps.columns);
  run_direction(forward, rounded, batch, false, out);
  run_direction(backward, rounded, batch, true, out);
  return out;
}

}  // namespace hearsay
