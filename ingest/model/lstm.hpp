#pragma once

#include <cstdint>
#include <span>

#include "ingest/model/fine_matrix.hpp"
#include "ingest/model/kernels.hpp"

namespace hearsay {

/// One direction of an LSTM of hidden size H. Gates stand in the order i, f, g, o.
struct LstmWeights {
  const FineMatrix* input = nullptr;      ///< [4 H, in]
  const FineMatrix* recurrent = nullptr;  ///< [4 H, H]
  std::span<const float> bias;            ///< [4 H]; the sum, where a framework keeps two
};

/// A bidirectional LSTM over many sequences at once, on activations of 16 bits.
/// `steps`    the sequences' rows, one sequence after the other; `lengths` adds up to its rows.
/// Gives      one row per step: H numbers of the forward pass, then H of the backward pass; the same for a sequence
///            whatever others run beside it.
/// Source     Hochreiter and Schmidhuber (1997); Graves and Schmidhuber (2005), bidirectional.
[[nodiscard]] Matrix bilstm(const LstmWeights& forward, const LstmWeights& backward, MatrixView steps,
                            std::span<const std::uint32_t> lengths);

}  // namespace hearsay
