// AVX2 and FMA, with no help for int8 beyond 16-bit sums of pairs.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVX2__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

constexpr int activation_offset = 128;
constexpr std::size_t lanes = 8, float_tile_rows = 6, float_panels = 1, int8_tile_rows = 5;

#include "ingest/model/simd/kernel_bodies.hpp"

// GCC 12 takes a conversion of vectors apart into single bytes.
HEARSAY_INLINE void store_bytes(std::uint8_t* to, const Ints& v) {
  const __m256i words = _mm256_packs_epi32(__builtin_bit_cast(__m256i, v), _mm256_setzero_si256());
  const __m256i bytes = _mm256_packus_epi16(words, words);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to),
                   _mm_unpacklo_epi32(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1)));
}

// Weights within 7 bits keep the sum of two products with an unsigned byte inside 16 bits: nothing saturates.
HEARSAY_INLINE void add_products(Ints& sums, const Ints& activations, const Ints& weights) {
  const __m256i pairs =
      _mm256_maddubs_epi16(__builtin_bit_cast(__m256i, activations), __builtin_bit_cast(__m256i, weights));
  sums += __builtin_bit_cast(Ints, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

HEARSAY_INLINE void add_fine_products(Ints& sums, const Ints& activations, const Ints& weights) {
  sums += __builtin_bit_cast(
      Ints, _mm256_madd_epi16(__builtin_bit_cast(__m256i, activations), __builtin_bit_cast(__m256i, weights)));
}

HEARSAY_INLINE Ints widened(const std::int8_t* weights) {
  return __builtin_bit_cast(Ints, _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights))));
}

#include "ingest/model/simd/kernel_tiles.hpp"

}  // namespace

const Kernels avx2_kernels{Isa::avx2,    quantise, round_rows, int8_linear,  float_linear, softmax,       add_norm,
                           add_int8_row, dots,     lstm_cell,  lstm_rounded, leaky_relu,   quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
