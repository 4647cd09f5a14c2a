#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/model/int8_matrix.hpp"

namespace hearsay {

struct RecurrentLayer {
  Int8Matrix input;      ///< both directions as one product: the forward gates i, f, g, o, then the backward ones
  Int8Matrix hidden[2];  ///< forward, backward: the state before makes these gates
};

/// A bidirectional LSTM of two or more layers. Weights are int8 with one scale an output; the state that comes back is
/// rounded to steps of 1/127, so that its product is one of integers too.
/// Source  Hochreiter and Schmidhuber (1997); Graves and Schmidhuber (2005), bidirectional.
struct Recurrent {
  std::size_t state = 0;  ///< numbers of one direction's state, a multiple of 16
  std::vector<RecurrentLayer> layers;

  /// Buffers that runs share one after the other, and the instruction set that they use.
  struct Room {
    const simd::Kernels* kernels = &simd::kernels();
    std::vector<float> gates, scale, products, cell, hidden;
    std::vector<std::uint8_t> outputs, states;
    std::vector<const float*> gates_of;
    Int8Rows quantised;
  };

  /// What the first layer makes of its inputs, the same wherever they stand: a row of `gates()` for each row of
  /// `forms`.
  void first_gates(std::span<const float> forms, Room& room, float* out) const;
  [[nodiscard]] std::size_t gates() const { return 8 * state; }

  /// The vectors of many sequences at once.
  /// `first_gates`  each step's row of them.
  /// `lengths`      of the sequences, which follow each other in `first_gates`.
  /// `out`          a row of 2 x state per step: the last layer's state forward, then backward, not rounded.
  void run(std::span<const float* const> first_gates, std::span<const std::uint32_t> lengths, Room& room,
           float* out) const;
};

}  // namespace hearsay
