// AVX-512 with VNNI: four products of bytes and their sum in one instruction.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVX512VNNI__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

// The instruction wants unsigned activations: they are stored 128 higher, and the weights' sums take that out again.
constexpr int activation_offset = 128;
constexpr std::size_t lanes = 16, float_tile_rows = 12, float_panels = 2, int8_tile_rows = 12,
                      int8_tile_vectors = 2, fine_tile_rows = 12;

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
HEARSAY_INLINE void add_panel(Ints (&sums)[R][int8_tile_vectors], const Int8Weights& w, std::size_t column, const std::uint8_t* q) {
  const std::int8_t* panel = panel_of(w, column);
  for (std::size_t k = 0; k < w.quads; ++k, panel += int8_panel * 4) {
    const Ints b0 = *reinterpret_cast<const LooseInts*>(panel);
    const Ints b1 = *reinterpret_cast<const LooseInts*>(panel + lanes * 4);
    for (std::size_t r = 0; r < R; ++r) {
      const Ints a = broadcast_quad(q + (r * w.quads + k) * 4);
      add_products(sums[r][0], a, b0);
      add_products(sums[r][1], a, b1);
    }
  }
}

HEARSAY_INLINE void add_fine_products(Ints& sums, const Ints& activations, const Ints& weights) {
  Ints more = sums;
  asm("vpdpwssd %2, %1, %0" : "+v"(more) : "v"(activations), "v"(weights));
  sums = more;
}

HEARSAY_INLINE Ints widened(const std::int8_t* weights) {
  return __builtin_bit_cast(Ints, _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights))));
}

#include "ingest/model/simd/kernel_tiles.hpp"

}  // namespace

const Kernels avx512_kernels{Isa::avx512,  quantise,   round_rows,    int8_linear, float_linear,
                             softmax,      add_norm,   add_int8_row,  dots,        lstm_cell,
                             lstm_rounded, leaky_relu, quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
