#pragma once

#include <cstdint>
#include <span>

#include "ingest/model/simd/kernel_table.hpp"

namespace hearsay {

/// int8 rows with one scale each, read in place from the model file.
struct Int8Table {
  std::span<const std::int8_t> values;
  std::span<const float> scale;

  [[nodiscard]] std::size_t width() const { return scale.empty() ? 0 : values.size() / scale.size(); }
  /// sum += the row.
  void add_row(std::size_t row, float* sum, const simd::Kernels& kernels = simd::kernels()) const {
    kernels.add_int8_row(sum, values.data() + row * width(), scale[row], width());
  }
};

}  // namespace hearsay
