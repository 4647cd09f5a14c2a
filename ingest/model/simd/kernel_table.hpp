#pragma once
// The hot loops of the model, once per instruction set; one binary picks the best that the machine has.

#include <cstddef>
#include <cstdint>

namespace hearsay::simd {

/// Columns of one panel of packed int8 weights, and of packed float weights.
inline constexpr std::size_t int8_panel = 32, float_panel = 16;

/// The largest magnitude of a weight: two products with an unsigned byte then fit into 16 bits, as AVX2 adds them.
inline constexpr int largest_weight = 64;

/// int8 weights [out, in], laid out as panels of 32 outputs x quads of 4 inputs. A view: kernels include no container.
struct Int8Weights {
  std::size_t out = 0, in = 0;
  std::size_t quads = 0;                  ///< inputs in fours, the last filled with zeros
  const std::int8_t* panels = nullptr;    ///< [out / 32][quads][32][4], within 7 bits: -64 to 64
  const std::int32_t* offsets = nullptr;  ///< 128 x the sum of an output's weights, for unsigned activations
  const float* scale = nullptr;           ///< one per output, like `offsets` and `bias` filled up to whole panels
  const float* bias = nullptr;
  /// [out / 32][quads]: the quads of a panel in an order in which each of the first `paired` and the next one after it
  /// are safe to add up in 16 bits: no activation takes the sum of their four products beyond them.
  const std::uint16_t* order = nullptr;
  const std::uint32_t* paired = nullptr;  ///< [out / 32], even
};

/// 8-bit weights [out, in] for 16-bit activations: panels of 32 outputs x pairs of inputs.
struct FineWeights {
  std::size_t out = 0, in = 0;
  std::size_t pairs = 0;                ///< inputs in twos, the last filled with zeros
  const std::int8_t* panels = nullptr;  ///< [out / 32][pairs][32][2]
  const float* scale = nullptr;         ///< one per output, filled up to whole panels
};

enum class Isa : std::uint8_t { baseline, avx2, avx_vnni, avx512 };

/// Rows are dense unless a stride is given. Every kernel gives the same result for a row whatever rows stand beside it.
struct Kernels {
  Isa isa;
  /// Quantises rows symmetrically to 8 bits: the largest magnitude of a row becomes 127.
  void (*quantise)(const float* x, std::size_t rows, std::size_t columns, std::uint8_t* q, std::size_t q_stride,
                   float* scale);
  /// Rounds rows in place to what quantise() would keep of them.
  void (*round_rows)(float* x, std::size_t rows, std::size_t columns);
  /// out = x W^T + bias, then GELU where asked. Exact in integers, so equal on every machine up to the last rounding.
  void (*int8_linear)(const Int8Weights& w, const std::uint8_t* q, const float* scale, std::size_t rows, float* out,
                      std::size_t out_stride, bool gelu);
  /// c = a B^T (+ c where asked) with B in panels. Writes whole panels where `c_stride` has room, else the exact
  /// columns.
  void (*float_linear)(std::size_t rows, std::size_t columns, std::size_t inner, const float* a, std::size_t a_stride,
                       const float* panels, float* c, std::size_t c_stride, bool add);
  /// Softmax of factor * x over the first `columns` of each row; what follows up to the next 16 becomes 0.
  void (*softmax)(float* x, std::size_t rows, std::size_t columns, std::size_t stride, float factor);
  /// x = LayerNorm(x + residual); `residual` may be null.
  void (*add_norm)(float* x, const float* residual, const float* gain, const float* shift, std::size_t rows,
                   std::size_t width, float epsilon);
  /// sum += scale x int8 row, for embeddings.
  void (*add_int8_row)(float* sum, const std::int8_t* row, float scale, std::size_t width);
  /// out[r] = x . rows[r], rows dense.
  void (*dots)(const float* x, const float* rows, std::size_t count, std::size_t columns, float* out);
  /// One LSTM step: gates (i, f, g, o) before their squashing, in three parts to be added; updates the cell, writes the
  /// hidden state.
  void (*lstm_cell)(const float* input, const float* recurrent, const float* bias, float* cell, float* hidden,
                    std::size_t size);
  /// The same with gates in two parts and `size` a multiple of 16; `q` is the hidden state as quantise()
  /// writes it, on the fixed scale of 1/127.
  void (*lstm_rounded)(const float* input, const float* recurrent, float* cell, float* hidden, std::uint8_t* q,
                       std::size_t size);
  /// x = x < 0 ? slope * x : x.
  void (*leaky_relu)(float* x, std::size_t count, float slope);
  /// Rounds rows to 16 bits: the largest magnitude of a row becomes 32767.
  void (*quantise_fine)(const float* x, std::size_t rows, std::size_t columns, std::int16_t* q, std::size_t q_stride,
                        float* scale);
  /// out = x W^T, rows of `w.out`. Exact in integers.
  void (*fine_linear)(const FineWeights& w, const std::int16_t* q, const float* scale, std::size_t rows, float* out);
};

extern const Kernels baseline_kernels, avx2_kernels, avx_vnni_kernels, avx512_kernels;

/// The best kernels of this machine, at most `best`.
[[nodiscard]] const Kernels& choose_kernels(Isa best = Isa::avx512);
/// choose_kernels() once for the process; the environment variable HEARSAY_ISA (baseline, avx2, avx-vnni) holds it
/// down,
/// for measurements and tests.
[[nodiscard]] const Kernels& kernels();

}  // namespace hearsay::simd
