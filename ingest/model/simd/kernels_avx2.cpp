// AVX2 and FMA, with no help for int8 beyond 16-bit sums of pairs.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVX2__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

constexpr int activation_offset = 128;
constexpr std::size_t lanes = 8, float_tile_rows = 6, float_panels = 1;

#include "ingest/model/simd/kernel_bodies.hpp"

// GCC 12 takes a conversion of vectors apart into single bytes.
HEARSAY_INLINE void store_bytes(std::uint8_t* to, const Ints& v) {
  const __m256i words = _mm256_packs_epi32(__builtin_bit_cast(__m256i, v), _mm256_setzero_si256());
  const __m256i bytes = _mm256_packus_epi16(words, words);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to),
                   _mm_unpacklo_epi32(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1)));
}

// Weights within 7 bits keep the sum of two products with an unsigned byte inside 16 bits: nothing saturates.
template <std::size_t R>
HEARSAY_INLINE void int8_tile(const Int8Weights& w, std::size_t column, const std::uint8_t* q, const float* scale,
                              float* out, std::size_t out_stride, bool with_gelu) {
  const std::int8_t* panel = w.panels + column / int8_panel * w.quads * int8_panel * 4 + column % int8_panel * 4;
  Ints sums[R][2];
  for (std::size_t r = 0; r < R; ++r)
    for (std::size_t v = 0; v < 2; ++v) sums[r][v] = Ints{};
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t k = 0; k < w.quads; ++k, panel += int8_panel * 4) {
    const __m256i b0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel));
    const __m256i b1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel + 32));
    for (std::size_t r = 0; r < R; ++r) {
      int quad;
      __builtin_memcpy(&quad, q + (r * w.quads + k) * 4, 4);
      const __m256i a = _mm256_set1_epi32(quad);
      const __m256i p0 = _mm256_madd_epi16(_mm256_maddubs_epi16(a, b0), ones);
      const __m256i p1 = _mm256_madd_epi16(_mm256_maddubs_epi16(a, b1), ones);
      sums[r][0] += __builtin_bit_cast(Ints, p0);
      sums[r][1] += __builtin_bit_cast(Ints, p1);
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
  for (std::size_t column = 0; column < w.out; column += 2 * lanes)
    int8_rows<5>(w, column, q, scale, rows, out, out_stride, with_gelu);
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
    const auto* const weights = reinterpret_cast<const __m128i*>(panel);
    const __m256i b0 = _mm256_cvtepi8_epi16(_mm_loadu_si128(weights));
    const __m256i b1 = _mm256_cvtepi8_epi16(_mm_loadu_si128(weights + 1));
    for (std::size_t r = 0; r < R; ++r) {
      int pair;
      __builtin_memcpy(&pair, q + (r * w.pairs + k) * 2, 4);
      const __m256i a = _mm256_set1_epi32(pair);
      sums[r][0] += __builtin_bit_cast(Ints, _mm256_madd_epi16(a, b0));
      sums[r][1] += __builtin_bit_cast(Ints, _mm256_madd_epi16(a, b1));
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
  for (std::size_t column = 0; column < w.out; column += 2 * lanes) fine_rows<5>(w, column, q, scale, rows, out);
}

}  // namespace

const Kernels avx2_kernels{Isa::avx2,    quantise, round_rows, int8_linear,  float_linear, softmax,       add_norm,
                           add_int8_row, dots,     lstm_cell,  lstm_rounded, leaky_relu,   quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
