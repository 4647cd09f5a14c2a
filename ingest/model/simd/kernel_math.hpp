// Vectors of floats and what is computed on them; the first part of kernel_bodies.hpp.

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

// x = sigmoid(x) tanh(y), with one division. Beyond 40 the exponentials' product could overflow; tanh is 1 long before.
HEARSAY_INLINE void sigmoid_times_tanh(Floats& x, const Floats& y) {
  Floats e = -x, f = y * 2.0F;
  exponential(e);
  f = f > 40.0F ? Floats{} + 40.0F : f;
  exponential(f);
  x = (f - 1.0F) / ((1.0F + e) * (f + 1.0F));
}
