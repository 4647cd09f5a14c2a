// kernel_tiles.hpp for the instruction sets with VNNI, which have
//   add_products(sums, activations, weights)       four products of bytes each, activations unsigned

template <std::size_t R>
HEARSAY_INLINE void add_panel(Ints (&sums)[R][int8_tile_vectors], const Int8Weights& w, std::size_t column,
                              const std::uint8_t* q) {
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

#include "ingest/model/simd/kernel_tiles.hpp"
