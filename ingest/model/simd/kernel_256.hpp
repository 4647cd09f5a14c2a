// kernel_bodies.hpp for the instruction sets with vectors of 256 bits.
#include "ingest/model/simd/kernel_bodies.hpp"

// GCC 12 takes a conversion of vectors apart into single bytes.
HEARSAY_INLINE void store_bytes(std::uint8_t* to, const Ints& v) {
  const __m256i words = _mm256_packs_epi32(__builtin_bit_cast(__m256i, v), _mm256_setzero_si256());
  const __m256i bytes = _mm256_packus_epi16(words, words);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to),
                   _mm_unpacklo_epi32(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1)));
}

HEARSAY_INLINE Ints widened(const std::int8_t* weights) {
  return __builtin_bit_cast(Ints, _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights))));
}
