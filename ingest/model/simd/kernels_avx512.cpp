// AVX-512 with VNNI: four products of bytes and their sum in one instruction.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVX512VNNI__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

// The instruction wants unsigned activations: they are stored 128 higher, and the weights' sums take that out again.
constexpr int activation_offset = 128;
constexpr std::size_t lanes = 16, float_tile_rows = 12, float_panels = 2, int8_tile_rows = 12, int8_tile_vectors = 2,
                      fine_tile_rows = 12;

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

HEARSAY_INLINE void add_fine_products(Ints& sums, const Ints& activations, const Ints& weights) {
  Ints more = sums;
  asm("vpdpwssd %2, %1, %0" : "+v"(more) : "v"(activations), "v"(weights));
  sums = more;
}

HEARSAY_INLINE Ints widened(const std::int8_t* weights) {
  return __builtin_bit_cast(Ints, _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights))));
}

#include "ingest/model/simd/kernel_vnni.hpp"

}  // namespace

const Kernels avx512_kernels{Isa::avx512,  quantise,   round_rows,    int8_linear, float_linear,
                             softmax,      add_norm,   add_int8_row,  dots,        lstm_cell,
                             lstm_rounded, leaky_relu, quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
