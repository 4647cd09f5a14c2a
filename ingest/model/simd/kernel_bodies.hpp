// Included once by each kernels_*.cpp, inside its unnamed namespace, compiled for that file's instruction set.
// No standard header may be used here: a function template compiled for AVX-512 must not be shared with other files.
#include "ingest/model/simd/kernel_math.hpp"

HEARSAY_INLINE void keep_larger(Floats& most, const Floats& v) { most = v > most ? v : most; }

HEARSAY_INLINE Floats magnitude(const Floats& v) {
  return __builtin_bit_cast(Floats, __builtin_bit_cast(Ints, v) & 0x7FFFFFFF);
}

// Four running maxima: each waits for the one before it only.
HEARSAY_INLINE float largest_magnitude(const float* x, std::size_t columns) {
  Floats most[4] = {};
  std::size_t i = 0;
  for (; i + 4 * lanes <= columns; i += 4 * lanes) {
    for (std::size_t m = 0; m < 4; ++m) {
      Floats v;
      load(v, x + i + m * lanes);
      keep_larger(most[m], magnitude(v));
    }
  }
  for (; i < columns; i += lanes) {
    Floats v;
    if (i + lanes <= columns)
      load(v, x + i);
    else
      load_some(v, x + i, columns - i, 0.0F);
    keep_larger(most[0], magnitude(v));
  }
  for (std::size_t m = 1; m < 4; ++m) keep_larger(most[0], most[m]);
  return largest_of(most[0]);
}

// Stores the low byte of each number; each instruction set has its own way, after this file is included.
HEARSAY_INLINE void store_bytes(std::uint8_t* to, const Ints& v);

// The integers nearest to v (ties to even), as the int8 products want them.
HEARSAY_INLINE void store_quantised(std::uint8_t* q, const Floats& v) {
  const Floats t = v + round_magic;
  store_bytes(q, __builtin_bit_cast(Ints, t) - (round_magic_bits - activation_offset));
}

void quantise(const float* x, std::size_t rows, std::size_t columns, std::uint8_t* q, std::size_t q_stride,
              float* scale) {
  for (std::size_t r = 0; r < rows; ++r, x += columns, q += q_stride) {
    const float most = largest_magnitude(x, columns);
    const float safe = most > 1e-30F ? most : 1.0F;
    scale[r] = safe / 127.0F;
    const float factor = 127.0F / safe;
    std::size_t i = 0;
    for (; i + lanes <= columns; i += lanes) {
      Floats v;
      load(v, x + i);
      store_quantised(q + i, v * factor);
    }
    for (; i < columns; ++i) {
      const float t = x[i] * factor + round_magic;
      q[i] = static_cast<std::uint8_t>(static_cast<int>(t - round_magic) + activation_offset);
    }
    for (; i < q_stride; ++i) q[i] = 0;
  }
}

void quantise_fine(const float* x, std::size_t rows, std::size_t columns, std::int16_t* q, std::size_t q_stride,
                   float* scale) {
  for (std::size_t r = 0; r < rows; ++r, x += columns, q += q_stride) {
    const float most = largest_magnitude(x, columns);
    const float safe = most > 1e-30F ? most : 1.0F;
    scale[r] = safe / 32767.0F;
    const float factor = 32767.0F / safe;
    for (std::size_t i = 0; i < columns; ++i)
      q[i] = static_cast<std::int16_t>(static_cast<int>(x[i] * factor + round_magic - round_magic));
    for (std::size_t i = columns; i < q_stride; ++i) q[i] = 0;
  }
}

void round_rows(float* x, std::size_t rows, std::size_t columns) {
  for (; rows > 0; --rows, x += columns) {
    const float most = largest_magnitude(x, columns);
    const float safe = most > 1e-30F ? most : 1.0F;
    const float factor = 127.0F / safe, step = safe / 127.0F;
    for (std::size_t i = 0; i < columns; ++i) x[i] = (x[i] * factor + round_magic - round_magic) * step;
  }
}

// The weights of the outputs from `column` on for the first four inputs; those for the next four lie int8_panel * 4 on.
HEARSAY_INLINE const std::int8_t* panel_of(const Int8Weights& w, std::size_t column) {
  return w.panels + column / int8_panel * w.quads * int8_panel * 4 + column % int8_panel * 4;
}

HEARSAY_INLINE Ints broadcast_quad(const std::uint8_t* q) {
  int quad;
  __builtin_memcpy(&quad, q, 4);
  return quad - Ints{};
}

// What every int8 tile ends with: the sums of one row, `lanes` of them, become outputs.
HEARSAY_INLINE void finish(const Ints& sums, const Int8Weights& w, std::size_t column, float row_scale, float* out,
                           bool with_gelu) {
  Floats scale, bias;
  load(scale, w.scale + column);
  load(bias, w.bias + column);
  Floats y = __builtin_convertvector(sums, Floats) * (scale * row_scale) + bias;
  if (with_gelu) gelu(y);
  if (column + lanes <= w.out)
    store(out + column, y);
  else if (column < w.out)
    store_some(out + column, y, w.out - column);
}

HEARSAY_INLINE void finish_fine(const Ints& sums, const FineWeights& w, std::size_t column, float row_scale,
                                float* out) {
  Floats scale;
  load(scale, w.scale + column);
  const Floats y = __builtin_convertvector(sums, Floats) * (scale * row_scale);
  if (column + lanes <= w.out)
    store(out + column, y);
  else if (column < w.out)
    store_some(out + column, y, w.out - column);
}

// Stores one vector of a float tile, of which `left` columns exist; `room` says whether the rest may be written too.
HEARSAY_INLINE void put(float* to, const Floats& sums, std::size_t left, bool room, bool add) {
  if (left >= lanes && add) {
    Floats old;
    load(old, to);
    store(to, sums + old);
  } else if (left >= lanes || (left > 0 && room && !add)) {
    store(to, sums);
  } else if (left > 0) {
    float some[lanes];
    store(some, sums);
    for (std::size_t i = 0; i < left; ++i) to[i] = add ? to[i] + some[i] : some[i];
  }
}

// R rows x V vectors of outputs; the vectors lie in consecutive panels.
template <std::size_t R, std::size_t V>
HEARSAY_INLINE void float_tile(std::size_t inner, const float* a, std::size_t a_stride, const float* b, float* c,
                               std::size_t room, std::size_t columns, bool add, std::size_t c_stride) {
  Floats sums[R][V];
  for (std::size_t r = 0; r < R; ++r)
    for (std::size_t v = 0; v < V; ++v) sums[r][v] = Floats{};
  for (std::size_t k = 0; k < inner; ++k) {
    Floats weights[V];
    for (std::size_t v = 0; v < V; ++v) {
      const std::size_t at = v * lanes;
      load(weights[v], b + at / float_panel * inner * float_panel + k * float_panel + at % float_panel);
    }
    for (std::size_t r = 0; r < R; ++r)
      for (std::size_t v = 0; v < V; ++v) sums[r][v] += a[r * a_stride + k] * weights[v];
  }
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < V; ++v) {
      const std::size_t at = v * lanes, left = columns > at ? columns - at : 0;
      put(c + r * c_stride + at, sums[r][v], left, at + lanes <= room, add);
    }
  }
}

template <std::size_t R, std::size_t V>
HEARSAY_INLINE void float_rows(std::size_t rows, std::size_t inner, const float* a, std::size_t a_stride,
                               const float* b, float* c, std::size_t room, std::size_t columns, bool add,
                               std::size_t c_stride) {
  for (; rows >= R; rows -= R, a += R * a_stride, c += R * c_stride)
    float_tile<R, V>(inner, a, a_stride, b, c, room, columns, add, c_stride);
  if constexpr (R > 1) float_rows<(R + 1) / 2, V>(rows, inner, a, a_stride, b, c, room, columns, add, c_stride);
}

void float_linear(std::size_t rows, std::size_t columns, std::size_t inner, const float* a, std::size_t a_stride,
                  const float* panels, float* c, std::size_t c_stride, bool add) {
  constexpr std::size_t one = float_panel / lanes, step = float_panels * float_panel;
  std::size_t p = 0;
  for (; p + step <= (columns + float_panel - 1) / float_panel * float_panel; p += step)
    float_rows<float_tile_rows, float_panels * one>(rows, inner, a, a_stride, panels + p * inner, c + p, c_stride - p,
                                                    columns - p, add, c_stride);
  for (; p < columns; p += float_panel)
    float_rows<float_tile_rows, one>(rows, inner, a, a_stride, panels + p * inner, c + p, c_stride - p, columns - p,
                                     add, c_stride);
}

void leaky_relu(float* x, std::size_t count, float slope) {
  for (std::size_t i = 0; i < count; ++i) x[i] = x[i] < 0.0F ? slope * x[i] : x[i];
}

void softmax(float* x, std::size_t rows, std::size_t columns, std::size_t stride, float factor) {
  const std::size_t end = (columns + float_panel - 1) / float_panel * float_panel;
  for (; rows > 0; --rows, x += stride) {
    for (std::size_t i = columns; i < end; ++i) x[i] = -1e30F;
    Sums most;
    for (std::size_t p = 0; p < parts; ++p) load(most.part[p], x + p * lanes);
    for (std::size_t i = float_panel; i < end; i += float_panel) {
      for (std::size_t p = 0; p < parts; ++p) {
        Floats v;
        load(v, x + i + p * lanes);
        keep_larger(most.part[p], v);
      }
    }
    for (std::size_t p = 1; p < parts; ++p) keep_larger(most.part[0], most.part[p]);
    const float top = largest_of(most.part[0]);
    Sums total;
    clear(total);
    for (std::size_t i = 0; i < end; i += float_panel) {
      for (std::size_t p = 0; p < parts; ++p) {
        Floats v;
        load(v, x + i + p * lanes);
        const Floats shifted = (v - top) * factor;
        v = shifted;
        small_exponential(v);  // what it makes of numbers below its range is thrown away
        v = shifted < -87.0F ? Floats{} : v;
        total.part[p] += v;
        store(x + i + p * lanes, v);
      }
    }
    const float share = 1.0F / total_of(total);
    for (std::size_t i = 0; i < end; i += lanes) {
      Floats v;
      load(v, x + i);
      store(x + i, v * share);
    }
  }
}

// `width` is a multiple of 16: the loader sees to that.
HEARSAY_INLINE float mean_of(const float* x, std::size_t width) {
  Sums total;
  clear(total);
  for (std::size_t i = 0; i < width; i += float_panel) {
    for (std::size_t p = 0; p < parts; ++p) {
      Floats v;
      load(v, x + i + p * lanes);
      total.part[p] += v;
    }
  }
  return total_of(total) / static_cast<float>(width);
}

HEARSAY_INLINE float variance_of(const float* x, float mean, std::size_t width) {
  Sums squares;
  clear(squares);
  for (std::size_t i = 0; i < width; i += float_panel) {
    for (std::size_t p = 0; p < parts; ++p) {
      Floats v;
      load(v, x + i + p * lanes);
      v -= mean;
      squares.part[p] += v * v;
    }
  }
  return total_of(squares) / static_cast<float>(width);
}

void add_norm(float* x, const float* residual, const float* gain, const float* shift, std::size_t rows,
              std::size_t width, float epsilon) {
  for (; rows > 0; --rows, x += width) {
    for (std::size_t i = 0; i < width && residual != nullptr; i += lanes) {
      Floats v, other;
      load(v, x + i);
      load(other, residual + i);
      store(x + i, v + other);
    }
    const float mean = mean_of(x, width);
    const float factor = 1.0F / __builtin_sqrtf(variance_of(x, mean, width) + epsilon);
    for (std::size_t i = 0; i < width; i += lanes) {
      Floats v, g, s;
      load(v, x + i);
      load(g, gain + i);
      load(s, shift + i);
      store(x + i, (v - mean) * factor * g + s);
    }
    if (residual != nullptr) residual += width;
  }
}

void add_int8_row(float* sum, const std::int8_t* row, float scale, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) sum[i] += scale * static_cast<float>(row[i]);
}

void dots(const float* x, const float* rows, std::size_t count, std::size_t columns, float* out) {
  for (std::size_t r = 0; r < count; ++r, rows += columns) {
    Sums total;
    clear(total);
    std::size_t i = 0;
    for (; i + float_panel <= columns; i += float_panel) {
      for (std::size_t p = 0; p < parts; ++p) {
        Floats a, b;
        load(a, x + i + p * lanes);
        load(b, rows + i + p * lanes);
        total.part[p] += a * b;
      }
    }
    float rest = 0.0F;
    for (; i < columns; ++i) rest += x[i] * rows[i];
    out[r] = total_of(total) + rest;
  }
}

HEARSAY_INLINE void load_sum(Floats& v, const float* a, const float* b) {
  Floats other;
  load(v, a);
  load(other, b);
  v += other;
}

// One vector of lstm_cell(), `n` numbers of it.
HEARSAY_INLINE void load_gate(Floats& v, const float* const gates[3], std::size_t at, std::size_t n) {
  Floats part;
  v = Floats{};
  for (std::size_t g = 0; g < 3; ++g) {
    if (n == lanes)
      load(part, gates[g] + at);
    else
      load_some(part, gates[g] + at, n, 0.0F);
    v += part;
  }
}

void lstm_cell(const float* input, const float* recurrent, const float* bias, float* cell, float* hidden,
               std::size_t size) {
  const float* const gates[3] = {input, recurrent, bias};
  for (std::size_t i = 0; i < size; i += lanes) {
    const std::size_t n = size - i < lanes ? size - i : lanes;
    Floats in, forget, update, out, c;
    load_gate(in, gates, i, n);
    load_gate(forget, gates, size + i, n);
    load_gate(update, gates, 2 * size + i, n);
    load_gate(out, gates, 3 * size + i, n);
    if (n == lanes)
      load(c, cell + i);
    else
      load_some(c, cell + i, n, 0.0F);
    sigmoid(forget);
    sigmoid_times_tanh(in, update);
    c = forget * c + in;
    sigmoid_times_tanh(out, c);
    if (n == lanes) {
      store(cell + i, c);
      store(hidden + i, out);
    } else {
      store_some(cell + i, c, n);
      store_some(hidden + i, out, n);
    }
  }
}

void lstm_rounded(const float* input, const float* recurrent, float* cell, float* hidden, std::uint8_t* q,
                  std::size_t size) {
  for (std::size_t i = 0; i < size; i += lanes) {
    Floats in, forget, update, out, c;
    load_sum(in, input + i, recurrent + i);
    load_sum(forget, input + size + i, recurrent + size + i);
    load_sum(update, input + 2 * size + i, recurrent + 2 * size + i);
    load_sum(out, input + 3 * size + i, recurrent + 3 * size + i);
    load(c, cell + i);
    sigmoid(forget);
    c *= forget;
    sigmoid_times_tanh(in, update);
    c += in;
    store(cell + i, c);
    sigmoid_times_tanh(out, c);
    store(hidden + i, out);
    store_quantised(q + i, out * 127.0F);
  }
}
