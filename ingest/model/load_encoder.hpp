#pragma once
// From tensors to encoders; what both kinds of them are made of.

#include <memory>
#include <string>

#include "ingest/model/encoder.hpp"
#include "ingest/model/int8_matrix.hpp"
#include "ingest/model/int8_table.hpp"
#include "ingest/model/model_file.hpp"

namespace hearsay {

/// The encoder that the file's header describes. Throws ModelError when it is of another kind, or tensors are missing
/// or of the wrong shape.
[[nodiscard]] std::unique_ptr<const Encoder> load_encoder(const ModelFile& file);
[[nodiscard]] std::unique_ptr<const Encoder> load_transformer(const ModelFile& file);
[[nodiscard]] std::unique_ptr<const Encoder> load_recurrent(const ModelFile& file);

/// Integers for 8-bit products. Throws ModelError when one has more than 7 bits.
[[nodiscard]] std::span<const std::int8_t> checked_weights(const ModelFile& file, const std::string& name,
                                                           std::size_t out, std::size_t in);

/// Adds the outputs of NAME.weight, with its scales, behind those of `to`; `bias` names their biases, if any.
void append_linear(const ModelFile& file, const std::string& weight, const std::string& bias, std::size_t out,
                   std::size_t in, Int8Matrix& to);

/// A table to look up, with one scale a row.
[[nodiscard]] Int8Table int8_table(const ModelFile& file, const std::string& name, std::size_t rows, std::size_t width);

}  // namespace hearsay
