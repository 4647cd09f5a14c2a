#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/model/int8_matrix.hpp"
#include "ingest/model/int8_table.hpp"

namespace hearsay {

/// Gain and shift of a layer normalisation.
struct Norm {
  std::span<const float> gain, shift;
};

struct TransformerLayer {
  Int8Matrix qkv, mix, up, down;  ///< query, key and value as one product
  Norm after_attention, after_feed_forward;
};

/// Pieces of one window: what the encoder reads at once.
struct PieceWindow {
  std::vector<std::uint32_t> ids;
  std::vector<std::uint8_t> shapes;
  std::vector<std::size_t> wanted;  ///< places of the pieces whose vectors are wanted, ascending
  void add(std::uint32_t id, std::uint8_t shape) {
    ids.push_back(id);
    shapes.push_back(shape);
  }
};

/// BERT's encoder with a learned embedding of each piece's shape. Matrices are int8 with one scale an output,
/// activations int8 with one scale a row; attention, softmax, GELU and the norms are float.
/// Source  Vaswani et al. (2017), "Attention is all you need"; Devlin et al. (2019), "BERT".
struct Transformer {
  std::size_t width = 0, heads = 0, positions = 0;
  float epsilon = 1e-12F;
  Int8Table words, places, shapes;
  Norm norm;
  std::vector<TransformerLayer> layers;

  /// Buffers that windows share one after the other.
  struct Room {
    std::vector<float> x, qkv, mixed, y, wide, keys, values, scores;
    Int8Rows quantised;
  };
  /// The vectors of a window's wanted pieces, in `room.x`; valid until the next run. The window has at most `positions`
  /// pieces. The last layer works for the wanted ones only.
  const float* run(const PieceWindow& window, Room& room) const;

 private:
  void embed(const PieceWindow& window, float* x) const;
  void attend(std::size_t queries, std::size_t pieces, Room& room) const;
};

}  // namespace hearsay
