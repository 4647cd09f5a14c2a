// Any machine: correct first; on x86-64 the compiler makes SSE2 of the vectors.
#include "ingest/model/simd/kernel_table.hpp"

namespace hearsay::simd {
namespace {

constexpr int activation_offset = 0;
constexpr std::size_t lanes = 4, float_tile_rows = 2, float_panels = 1;

#include "ingest/model/simd/kernel_bodies.hpp"

HEARSAY_INLINE void store_bytes(std::uint8_t* to, const Ints& v) {
  *reinterpret_cast<LooseBytes*>(to) = __builtin_convertvector(v, Bytes);
}

void int8_linear(const Int8Weights& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out,
                 std::size_t out_stride, bool with_gelu) {
  for (std::size_t column = 0; column < w.out; column += lanes) {
    const std::int8_t* const panel = panel_of(w, column);
    for (std::size_t r = 0; r < rows; ++r) {
      const auto* a = reinterpret_cast<const std::int8_t*>(q + r * w.quads * 4);
      Ints sums{};
      for (std::size_t k = 0; k < w.quads; ++k) {
        const std::int8_t* const b = panel + k * int8_panel * 4;
        for (std::size_t i = 0; i < lanes; ++i)
          for (std::size_t j = 0; j < 4; ++j) sums[i] += a[k * 4 + j] * b[i * 4 + j];
      }
      finish(sums, w, column, scale[r], out + r * out_stride, with_gelu);
    }
  }
}

void fine_linear(const FineWeights& w, const std::int16_t* q, const float* scale, std::size_t rows, float* out) {
  for (std::size_t column = 0; column < w.out; column += lanes) {
    const std::int8_t* const panel = w.panels + (column / int8_panel * w.pairs * int8_panel + column % int8_panel) * 2;
    for (std::size_t r = 0; r < rows; ++r) {
      Ints sums{};
      for (std::size_t k = 0; k < w.pairs; ++k) {
        const std::int16_t* const a = q + (r * w.pairs + k) * 2;
        const std::int8_t* const b = panel + k * int8_panel * 2;
        for (std::size_t i = 0; i < lanes; ++i) sums[i] += a[0] * b[i * 2] + a[1] * b[i * 2 + 1];
      }
      finish_fine(sums, w, column, scale[r], out + r * w.out);
    }
  }
}

}  // namespace

const Kernels baseline_kernels{Isa::baseline, quantise,   round_rows,    int8_linear, float_linear,
                               softmax,       add_norm,   add_int8_row,  dots,        lstm_cell,
                               lstm_rounded,  leaky_relu, quantise_fine, fine_linear};

}  // namespace hearsay::simd
