// AVX-VNNI: the products of AVX-512's VNNI on the vectors of AVX2, for the many processors that have only these.
#include "ingest/model/simd/kernel_table.hpp"

#if defined(__AVXVNNI__)
#include <immintrin.h>

namespace hearsay::simd {
namespace {

// The instruction wants unsigned activations: they are stored 128 higher, and the weights' sums take that out again.
constexpr int activation_offset = 128;
constexpr std::size_t lanes = 8, float_tile_rows = 6, float_panels = 1, int8_tile_rows = 6, int8_tile_vectors = 2,
                      fine_tile_rows = 6;

#include "ingest/model/simd/kernel_256.hpp"

// As in kernels_avx512.cpp, the instruction itself; {vex} keeps the assembler from taking it for that of AVX-512.
HEARSAY_INLINE void add_products(Ints& sums, const Ints& activations, const Ints& weights) {
  Ints more = sums;
  asm("%{vex%} vpdpbusd %2, %1, %0" : "+x"(more) : "x"(activations), "x"(weights));
  sums = more;
}

HEARSAY_INLINE void add_fine_products(Ints& sums, const Ints& activations, const Ints& weights) {
  Ints more = sums;
  asm("%{vex%} vpdpwssd %2, %1, %0" : "+x"(more) : "x"(activations), "x"(weights));
  sums = more;
}

#include "ingest/model/simd/kernel_vnni.hpp"

}  // namespace

const Kernels avx_vnni_kernels{Isa::avx_vnni, quantise,   round_rows,    int8_linear, float_linear,
                               softmax,       add_norm,   add_int8_row,  dots,        lstm_cell,
                               lstm_rounded,  leaky_relu, quantise_fine, fine_linear};

}  // namespace hearsay::simd
#endif
