// AVX2 and FMA, with no help for int8 beyond 16-bit sums of pairs.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVX2__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

constexpr int activation_offset = 128;
constexpr std::size_t lanes = 8, float_tile_rows = 6, float_panels = 1, int8_tile_rows = 4, int8_tile_vectors = 2,
                      fine_tile_rows = 5;

#include "ingest/model/simd/kernel_256.hpp"

// Weights within 7 bits keep the sum of two products with an unsigned byte inside 16 bits: nothing saturates.
HEARSAY_INLINE __m256i products(const Ints& activations, const std::int8_t* weights) {
  return _mm256_maddubs_epi16(__builtin_bit_cast(__m256i, activations),
                              _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights)));
}

HEARSAY_INLINE void add_halves(Ints& sums, __m256i halves) {
  sums += __builtin_bit_cast(Ints, _mm256_madd_epi16(halves, _mm256_set1_epi16(1)));
}

// Two quads that are safe together are added in 16 bits, which saves one of two costly widenings.
template <std::size_t R>
HEARSAY_INLINE void add_panel(Ints (&sums)[R][int8_tile_vectors], const Int8Weights& w, std::size_t column,
                              const std::uint8_t* q) {
  const std::int8_t* const panel = panel_of(w, column);
  const std::uint16_t* const order = w.order + column / int8_panel * w.quads;
  const std::size_t paired = w.paired[column / int8_panel];
  const std::uint8_t* rows[R];
  for (std::size_t r = 0; r < R; ++r) rows[r] = q + r * w.quads * 4;
  std::size_t k = 0;
  for (; k < paired; k += 2) {
    const std::size_t one = order[k], other = order[k + 1];
    const std::int8_t *const b = panel + one * int8_panel * 4, *const c = panel + other * int8_panel * 4;
    for (std::size_t r = 0; r < R; ++r) {
      const Ints a = broadcast_quad(rows[r] + one * 4), d = broadcast_quad(rows[r] + other * 4);
      for (std::size_t v = 0; v < int8_tile_vectors; ++v)
        add_halves(sums[r][v], _mm256_add_epi16(products(a, b + v * lanes * 4), products(d, c + v * lanes * 4)));
    }
  }
  for (; k < w.quads; ++k) {
    for (std::size_t r = 0; r < R; ++r) {
      const Ints a = broadcast_quad(q + (r * w.quads + order[k]) * 4);
      for (std::size_t v = 0; v < int8_tile_vectors; ++v)
        add_halves(sums[r][v], products(a, panel + order[k] * int8_panel * 4 + v * lanes * 4));
    }
  }
}

HEARSAY_INLINE void add_fine_products(Ints& sums, const Ints& activations, const Ints& weights) {
  sums += __builtin_bit_cast(
      Ints, _mm256_madd_epi16(__builtin_bit_cast(__m256i, activations), __builtin_bit_cast(__m256i, weights)));
}

#include "ingest/model/simd/kernel_tiles.hpp"

}  // namespace

const Kernels avx2_kernels{Isa::avx2,    quantise, round_rows, int8_linear,  float_linear, softmax,       add_norm,
                           add_int8_row, dots,     lstm_cell,  lstm_rounded, leaky_relu,   quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
