#include "ingest/model/load_encoder.hpp"

#include <algorithm>

namespace hearsay {

std::span<const std::int8_t> checked_weights(const ModelFile& file, const std::string& name, std::size_t out,
                                             std::size_t in) {
  const auto weights = file.bytes(name, out, in);
  const bool fit = std::all_of(weights.begin(), weights.end(),
                               [](std::int8_t w) { return w >= -simd::largest_weight && w <= simd::largest_weight; });
  if (!fit) file.fail("has weights beyond 7 bits in \"" + name + "\"; write it again with train/export.py");
  return weights;
}

void append_linear(const ModelFile& file, const std::string& weight, const std::string& bias, std::size_t out,
                   std::size_t in, Int8Matrix& to) {
  const auto weights = checked_weights(file, weight, out, in);
  const auto scale = file.floats(weight + ".scale", out);
  const auto biases = bias.empty() ? std::span<const float>() : file.floats(bias, out);
  if (to.out() == 0)
    to = Int8Matrix(weights, scale, biases);
  else
    to.append(weights, scale, biases);
}

Int8Table int8_table(const ModelFile& file, const std::string& name, std::size_t rows, std::size_t width) {
  const Int8Table out{file.bytes(name, rows, width), file.floats(name + ".scale", rows)};
  if (out.scale.size() * width != out.values.size()) file.fail("has another number of scales in \"" + name + "\"");
  return out;
}

std::unique_ptr<const Encoder> load_encoder(const ModelFile& file) {
  const std::string& kind = file.encoder().kind;
  if (kind == "transformer") return load_transformer(file);
  if (kind == "recurrent") return load_recurrent(file);
  file.fail("has an encoder of kind \"" + kind +
            "\", this program knows \"transformer\" and \"recurrent\"; take a newer hearsay");
}

}  // namespace hearsay
