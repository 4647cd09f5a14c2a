// Included once by each kernels_*.cpp, inside its unnamed namespace, compiled for that file's instruction set.
// No standard header may be used here: a function template compiled for AVX-512 must not be shared with other files.

#define HEARSAY_INLINE static inline __attribute__((always_inline))

// `lanes` is the machine's own vector: compilers split longer ones badly.
using Floats = float __attribute__((vector_size(4 * lanes)));
using Ints = int __attribute__((vector_size(4 * lanes)));
using Bytes = signed char __attribute__((vector_size(lanes)));
using LooseFloats = float __attribute__((vector_size(4 * lanes), aligned(4), may_alias));
using LooseInts = int __attribute__((vector_size(4 * lanes), aligned(4), may_alias));
using LooseBytes = signed char __attribute__((vector_size(lanes), aligned(1), may_alias));

HEARSAY_INLINE void load(Floats& v, const float* p) { v = *reinterpret_cast<const LooseFloats*>(p); }
HEARSAY_INLINE void store(float* p, const Floats& v) { *reinterpret_cast<LooseFloats*>(p) = v; }
HEARSAY_INLINE void load_some(Floats& v, const float* p, std::size_t n, float fill) {
  float some[lanes];
  for (std::size_t i = 0; i < lanes; ++i) some[i] = i < n ? p[i] : fill;
  load(v, some);
}
HEARSAY_INLINE void store_some(float* p, const Floats& v, std::size_t n) {
  float some[lanes];
  store(some, v);
  for (std::size_t i = 0; i < n; ++i) p[i] = some[i];
}

// Sums run in 16 lanes on every machine, so that they round alike.
constexpr std::size_t parts = float_panel / lanes;
struct Sums {
  Floats part[parts];
};
HEARSAY_INLINE void clear(Sums& sums) {
  for (std::size_t v = 0; v < parts; ++v) sums.part[v] = Floats{};
}
HEARSAY_INLINE float total_of(const Sums& sums) {
  float s[float_panel];
  for (std::size_t v = 0; v < parts; ++v) store(s + v * lanes, sums.part[v]);
  for (std::size_t step = float_panel / 2; step > 0; step /= 2)
    for (std::size_t i = 0; i < step; ++i) s[i] += s[i + step];
  return s[0];
}
HEARSAY_INLINE float largest_of(const Floats& v) {
  float s[lanes];
  store(s, v);
  for (std::size_t step = lanes / 2; step > 0; step /= 2)
    for (std::size_t i = 0; i < step; ++i) s[i] = s[i] > s[i + step] ? s[i] : s[i + step];
  return s[0];
}

// Adding 1.5 * 2^23 rounds to the nearest integer (ties to even) and leaves it in the low bits.
constexpr float round_magic = 12582912.0F;
constexpr int round_magic_bits = 0x4B400000;

// e^x with a relative error below 2e-7: 2^n times a polynomial on [-ln 2 / 2, ln 2 / 2]. |x| is at most 88.
HEARSAY_INLINE void small_exponential(Floats& x) {
  const Floats t = x * 1.44269504F + round_magic;
  const Floats n = t - round_magic;
  const Floats r = x - n * 0.693359375F + n * 2.12194440e-4F;
  Floats p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  const Ints power = (__builtin_bit_cast(Ints, t) - (round_magic_bits - 127)) << 23;
  x = p * __builtin_bit_cast(Floats, power);
}

HEARSAY_INLINE void exponential(Floats& x) {
  x = x < -87.0F ? Floats{} - 87.0F : x;
  x = x > 88.0F ? Floats{} + 88.0F : x;
  small_exponential(x);
}

// x Phi(x), good to 1e-6 |x|. Phi(x) - 1/2 is odd: x P(x^2) / Q(x^2), a minimax fit on [0, 5] made for this place;
// beyond, Phi stays where it is.
HEARSAY_INLINE void gelu(Floats& x) {
  Floats z = x < -5.0F ? Floats{} - 5.0F : x;
  z = z > 5.0F ? Floats{} + 5.0F : z;
  const Floats u = z * z;
  Floats p = u * -3.969861055e-9F + 3.448961613e-7F;
  p = p * u + 1.553870002e-5F;
  p = p * u + 3.603772996e-3F;
  p = p * u + 2.370017475e-2F;
  p = p * u + 3.989441004e-1F;
  Floats q = u * 9.998242512e-4F + 2.168144276e-2F;
  q = q * u + 2.260977802e-1F;
  q = q * u + 1.0F;
  x = x * (z * p / q + 0.5F);
}

HEARSAY_INLINE void sigmoid(Floats& x) {
  x = -x;
  exponential(x);
  x = 1.0F / (1.0F + x);
}
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

// x = sigmoid(x) tanh(y), with one division. Beyond 40 the exponentials' product could overflow; tanh is 1 long before.
HEARSAY_INLINE void sigmoid_times_tanh(Floats& x, const Floats& y) {
  Floats e = -x, f = y * 2.0F;
  exponential(e);
  f = f > 40.0F ? Floats{} + 40.0F : f;
  exponential(f);
  x = (f - 1.0F) / ((1.0F + e) * (f + 1.0F));
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
