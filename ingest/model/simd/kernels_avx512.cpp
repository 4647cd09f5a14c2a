// AVX-512 with VNNI: four products of bytes and their sum in one instruction.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVX512VNNI__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

// The instruction wants unsigned activations: they are stored 128 higher, and the weights' sums take that out again.
constexpr int activation_offset = 128;
constexpr std::size_t lanes = 16, float_tile_rows = 12, float_panels = 2;

#include "ingest/model/simd/kernel_bodies.hpp"

HEARSAY_INLINE void store_bytes(std::uint8_t* to, const Ints& v) {
  *reinterpret_cast<LooseBytes*>(to) = __builtin_convertvector(v, Bytes);
}

// The intrinsic makes GCC 12 copy the sums back and forth; the instruction itself leaves them in their registers.
HEARSAY_INLINE void add_products(Ints& sums, const Ints& activations, const Ints& weights) {
  Ints more = sums;
  asm("vpdpbusd %2, %1, %0" : "+v"(more) : "v"(activations), "v"(weights));
  sums = more;
}

template <std::size_t R>
HEARSAY_INLINE void int8_tile(const Int8Weights& w, std::size_t column, const std::uint8_t* q, const float* scale,
                              float* out, std::size_t out_stride, bool with_gelu) {
  const std::int8_t* panel = w.panels + column * w.quads * 4;
  Ints sums[R][2];
  for (std::size_t r = 0; r < R; ++r)
    for (std::size_t v = 0; v < 2; ++v) sums[r][v] = Ints{};
  for (std::size_t k = 0; k < w.quads; ++k, panel += int8_panel * 4) {
    const Ints b0 = *reinterpret_cast<const LooseInts*>(panel), b1 = *reinterpret_cast<const LooseInts*>(panel + 64);
    for (std::size_t r = 0; r < R; ++r) {
      int quad;
      __builtin_memcpy(&quad, q + (r * w.quads + k) * 4, 4);
      const Ints a = quad - Ints{};
      add_products(sums[r][0], a, b0);
      add_products(sums[r][1], a, b1);
    }
  }
  for (std::size_t v = 0; v < 2; ++v) {
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
  for (std::size_t column = 0; column < w.out; column += int8_panel)
    int8_rows<12>(w, column, q, scale, rows, out, out_stride, with_gelu);
}

HEARSAY_INLINE void add_fine_products(Ints& sums, const Ints& activations, const Ints& weights) {
  Ints more = sums;
  asm("vpdpwssd %2, %1, %0" : "+v"(more) : "v"(activations), "v"(weights));
  sums = more;
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
    const auto* const weights = reinterpret_cast<const __m256i*>(panel);
    const Ints b0 = __builtin_bit_cast(Ints, _mm512_cvtepi8_epi16(_mm256_loadu_si256(weights)));
    const Ints b1 = __builtin_bit_cast(Ints, _mm512_cvtepi8_epi16(_mm256_loadu_si256(weights + 1)));
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
  for (std::size_t column = 0; column < w.out; column += int8_panel) fine_rows<12>(w, column, q, scale, rows, out);
}

}  // namespace

const Kernels avx512_kernels{Isa::avx512,  quantise,   round_rows,    int8_linear, float_linear,
                             softmax,      add_norm,   add_int8_row,  dots,        lstm_cell,
                             lstm_rounded, leaky_relu, quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
