#include "ingest/model/transformer.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace hearsay {
namespace {

using simd::float_panel;

// Rows that go through the feed-forward or attention together: their wide intermediate stays in the second-level cache.
constexpr std::size_t block = 48;

float* at_least(std::vector<float>& buffer, std::size_t size) {
  if (buffer.size() < size) buffer.resize(size);
  return buffer.data();
}

// Panels of 16 keys, so that scores come out one row per query.
void pack_keys(const float* keys, std::size_t stride, std::size_t pieces, std::size_t depth, float* panels) {
  for (std::size_t p = 0; p < pieces; p += float_panel, panels += float_panel * depth) {
    for (std::size_t i = 0; i < float_panel; ++i) {
      const float* const key = keys + (p + i) * stride;
      for (std::size_t d = 0; d < depth; ++d) panels[d * float_panel + i] = p + i < pieces ? key[d] : 0.0F;
    }
  }
}

void pack_values(const float* values, std::size_t stride, std::size_t pieces, std::size_t depth, float* panels) {
  for (std::size_t d = 0; d < depth; d += float_panel)
    for (std::size_t p = 0; p < pieces; ++p, panels += float_panel)
      std::copy_n(values + p * stride + d, float_panel, panels);
}

// Moves the rows named by `places`, ascending, to the front.
void gather(std::span<const std::size_t> places, float* rows, std::size_t width, std::size_t stride) {
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i] != i) std::copy_n(rows + places[i] * stride, width, rows + i * stride);
}

}  // namespace

void Transformer::embed(const PieceWindow& window, float* x) const {
  const std::size_t pieces = window.ids.size();
  std::fill_n(x, pieces * width, 0.0F);
  for (std::size_t p = 0; p < pieces; ++p) {
    words.add_row(window.ids[p], x + p * width);
    places.add_row(p, x + p * width);
    shapes.add_row(window.shapes[p], x + p * width);
  }
  simd::kernels().add_norm(x, nullptr, norm.gain.data(), norm.shift.data(), pieces, width, epsilon);
}

// The first `queries` rows of room.qkv are those that ask.
void Transformer::attend(std::size_t queries, std::size_t pieces, Room& room) const {
  const auto& kernels = simd::kernels();
  const std::size_t depth = width / heads, stride = 3 * width;
  const std::size_t row = (pieces + float_panel - 1) / float_panel * float_panel;
  float* const keys = at_least(room.keys, row * depth);
  float* const values = at_least(room.values, pieces * depth);
  float* const scores = at_least(room.scores, block * row);
  const float factor = 1.0F / std::sqrt(static_cast<float>(depth));
  for (std::size_t h = 0; h < heads; ++h) {
    const float* const head = room.qkv.data() + h * depth;
    pack_keys(head + width, stride, pieces, depth, keys);
    pack_values(head + 2 * width, stride, pieces, depth, values);
    for (std::size_t p = 0; p < queries; p += block) {
      const std::size_t rows = std::min(block, queries - p);
      kernels.float_linear(rows, pieces, depth, head + p * stride, stride, keys, scores, row, false);
      kernels.softmax(scores, rows, pieces, row, factor);
      kernels.float_linear(rows, depth, pieces, scores, row, values, room.mixed.data() + p * width + h * depth, width,
                           false);
    }
  }
}

const float* Transformer::run(const PieceWindow& window, Room& room) const {
  const auto& kernels = simd::kernels();
  const std::size_t pieces = window.ids.size();
  assert(pieces <= positions && "a window has at most as many pieces as the model has positions");
  float* const x = at_least(room.x, pieces * width);
  float* const y = at_least(room.y, pieces * width);
  at_least(room.qkv, pieces * 3 * width);
  at_least(room.mixed, pieces * width);
  embed(window, x);
  std::size_t queries = pieces;
  for (const TransformerLayer& layer : layers) {
    int8_linear(layer.qkv, x, pieces, room.qkv.data(), false, room.quantised);
    if (&layer == &layers.back()) {
      queries = window.wanted.size();
      gather(window.wanted, x, width, width);
      gather(window.wanted, room.qkv.data(), width, 3 * width);
    }
    attend(queries, pieces, room);
    int8_linear(layer.mix, room.mixed.data(), queries, y, false, room.quantised);
    kernels.add_norm(x, y, layer.after_attention.gain.data(), layer.after_attention.shift.data(), queries, width,
                     epsilon);
    float* const wide = at_least(room.wide, std::min(block, queries) * layer.up.out());
    for (std::size_t p = 0; p < queries; p += block) {
      const std::size_t rows = std::min(block, queries - p);
      int8_linear(layer.up, x + p * width, rows, wide, true, room.quantised);
      int8_linear(layer.down, wide, rows, y + p * width, false, room.quantised);
    }
    kernels.add_norm(x, y, layer.after_feed_forward.gain.data(), layer.after_feed_forward.shift.data(), queries, width,
                     epsilon);
  }
  return x;
}

}  // namespace hearsay
