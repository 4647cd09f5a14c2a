// Included after kernel_bodies.hpp by the instruction sets with products of 8-bit and 16-bit integers. A tile is R rows
// by two vectors of outputs whose sums stay in registers. The including file says how many rows fit,
// `int8_tile_rows` and `fine_tile_rows`, and has
//   add_panel<R>(sums, weights, column, q)         the products of R rows of bytes with two vectors of outputs
//   add_fine_products(sums, activations, weights)  two products of 16-bit integers each
//   widened(weights)                               bytes as 16-bit integers

template <std::size_t R>
HEARSAY_INLINE void int8_tile(const Int8Weights& w, std::size_t column, const std::uint8_t* q, const float* scale,
                              float* out, std::size_t out_stride, bool with_gelu) {
  Ints sums[R][int8_tile_vectors];
  for (std::size_t r = 0; r < R; ++r)
    for (std::size_t v = 0; v < int8_tile_vectors; ++v) sums[r][v] = Ints{};
  add_panel<R>(sums, w, column, q);
  for (std::size_t v = 0; v < int8_tile_vectors; ++v) {
    const std::size_t at = column + v * lanes;
    const Ints offsets = *reinterpret_cast<const LooseInts*>(w.offsets + at);
    for (std::size_t r = 0; r < R; ++r) finish(sums[r][v] - offsets, w, at, scale[r], out + r * out_stride, with_gelu);
  }
}

template <std::size_t R>
HEARSAY_INLINE void int8_rows(const Int8Weights& w, std::size_t column, const std::uint8_t* q, const float* scale,
                              std::size_t rows, float* out, std::size_t out_stride, bool with_gelu) {
  for (; rows >= R; rows -= R, q += R * w.quads * 4, scale += R, out += R * out_stride)
    int8_tile<R>(w, column, q, scale, out, out_stride, with_gelu);
  if constexpr (R > 1) int8_rows<(R + 1) / 2>(w, column, q, scale, rows, out, out_stride, with_gelu);
}

void int8_linear(const Int8Weights& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out,
                 std::size_t out_stride, bool with_gelu) {
  for (std::size_t column = 0; column < w.out; column += int8_tile_vectors * lanes)
    int8_rows<int8_tile_rows>(w, column, q, scale, rows, out, out_stride, with_gelu);
}

// Pairs of 16-bit products and their sum; weights are widened on the way.
template <std::size_t R>
HEARSAY_INLINE void fine_tile(const FineWeights& w, std::size_t column, const std::int16_t* q, const float* scale,
                              float* out) {
  const std::int8_t* panel = w.panels + (column / int8_panel * w.pairs * int8_panel + column % int8_panel) * 2;
  Ints sums[R][2];
  for (std::size_t r = 0; r < R; ++r)
    for (std::size_t v = 0; v < 2; ++v) sums[r][v] = Ints{};
  for (std::size_t k = 0; k < w.pairs; ++k, panel += int8_panel * 2) {
    const Ints b0 = widened(panel), b1 = widened(panel + lanes * 2);
    for (std::size_t r = 0; r < R; ++r) {
      int pair;
      __builtin_memcpy(&pair, q + (r * w.pairs + k) * 2, 4);
      const Ints a = pair - Ints{};
      add_fine_products(sums[r][0], a, b0);
      add_fine_products(sums[r][1], a, b1);
    }
  }
  for (std::size_t v = 0; v < 2; ++v)
    for (std::size_t r = 0; r < R; ++r) finish_fine(sums[r][v], w, column + v * lanes, scale[r], out + r * w.out);
}

template <std::size_t R>
HEARSAY_INLINE void fine_rows(const FineWeights& w, std::size_t column, const std::int16_t* q, const float* scale,
                              std::size_t rows, float* out) {
  for (; rows >= R; rows -= R, q += R * w.pairs * 2, scale += R, out += R * w.out)
    fine_tile<R>(w, column, q, scale, out);
  if constexpr (R > 1) fine_rows<(R + 1) / 2>(w, column, q, scale, rows, out);
}

void fine_linear(const FineWeights& w, const std::int16_t* q, const float* scale, std::size_t rows, float* out) {
  for (std::size_t column = 0; column < w.out; column += 2 * lanes)
    fine_rows<fine_tile_rows>(w, column, q, scale, rows, out);
}
