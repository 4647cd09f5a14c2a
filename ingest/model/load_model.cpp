#include <algorithm>
#include <cstdlib>

#include "ingest/model/parts.hpp"

namespace hearsay {
namespace {

std::span<const std::int8_t> checked_weights(const ModelFile& file, const std::string& name, std::size_t out,
                                             std::size_t in) {
  const auto weights = file.bytes(name, out, in);
  const bool fit = std::all_of(weights.begin(), weights.end(), [](std::int8_t w) {
    return w >= -simd::largest_weight && w <= simd::largest_weight;
  });
  if (!fit) file.fail("has weights beyond 7 bits in \"" + name + "\"; write it again with train/export.py");
  return weights;
}

void append_linear(const ModelFile& file, const std::string& name, std::size_t out, std::size_t in, Int8Matrix& to) {
  const auto weights = checked_weights(file, name + ".weight", out, in);
  const auto scale = file.floats(name + ".weight.scale", out), bias = file.floats(name + ".bias", out);
  if (to.out() == 0) to = Int8Matrix(weights, scale, bias);
  else to.append(weights, scale, bias);
}

Int8Table table(const ModelFile& file, const std::string& name, std::size_t rows, std::size_t width) {
  const Int8Table out{file.bytes(name, rows, width), file.floats(name + ".scale", rows)};
  if (out.scale.size() * width != out.values.size()) file.fail("has another number of scales in \"" + name + "\"");
  return out;
}

Norm norm(const ModelFile& file, const std::string& name, std::size_t width) {
  return {file.floats(name + ".weight", width), file.floats(name + ".bias", width)};
}

void check_shape(const ModelFile& file) {
  const EncoderShape& e = file.encoder();
  if (e.kind != "transformer")
    file.fail("has an encoder of kind \"" + e.kind + "\", this program knows \"transformer\"; take a newer hearsay");
  const bool sound = e.layers > 0 && e.width > 0 && e.width % 32 == 0 && e.heads > 0 &&
                     e.width % (16 * e.heads) == 0 && e.feed_forward > 0 && e.most_pieces > PieceList::most + 2;
  if (!sound) file.fail("has an encoder whose sizes do not go together; retrain");
}

TransformerLayer layer(const ModelFile& file, const std::string& name, const EncoderShape& shape) {
  TransformerLayer out;
  for (const char* part : {".q", ".k", ".v"}) append_linear(file, name + part, shape.width, shape.width, out.qkv);
  append_linear(file, name + ".o", shape.width, shape.width, out.mix);
  append_linear(file, name + ".up", shape.feed_forward, shape.width, out.up);
  append_linear(file, name + ".down", shape.width, shape.feed_forward, out.down);
  out.after_attention = norm(file, name + ".norm1", shape.width);
  out.after_feed_forward = norm(file, name + ".norm2", shape.width);
  return out;
}

Transformer encoder(const ModelFile& file, std::size_t vocabulary) {
  const EncoderShape& shape = file.encoder();
  Transformer out;
  out.width = shape.width;
  out.heads = shape.heads;
  out.positions = shape.most_pieces;
  out.epsilon = shape.epsilon;
  out.words = table(file, "embed.words", vocabulary, shape.width);
  out.places = table(file, "embed.positions", shape.most_pieces, shape.width);
  out.shapes = table(file, "embed.shapes", 8, shape.width);
  out.norm = norm(file, "embed.norm", shape.width);
  for (std::size_t l = 0; l < shape.layers; ++l) out.layers.push_back(layer(file, "layer." + std::to_string(l), shape));
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

WordPieces word_pieces(const ModelFile& file, std::span<const std::string_view> vocabulary) {
  try {
    return WordPieces(vocabulary);
  } catch (const std::out_of_range&) {
    file.fail("has a vocabulary without [UNK], [CLS] or [SEP]; retrain");
  }
}

Matrix dequantised(const ModelFile& file, const std::string& name, const Tensor& tensor) {
  Matrix out(tensor.shape[0], tensor.shape[1]);
  const auto values = file.bytes(name, out.rows, out.columns);
  const auto scale = file.floats(name + ".scale", out.rows);
  for (std::size_t i = 0; i < values.size(); ++i) out.values[i] = scale[i / out.columns] * static_cast<float>(values[i]);
  return out;
}

/// Everything named head.NAME: linear layers over encodings stay int8, other matrices become floats.
void add_head(const std::string& name, const Tensor& tensor, Model::Parts& parts) {
  const ModelFile& file = parts.file;
  const std::string key = name.substr(5);
  if (tensor.type == Tensor::Type::f32 && tensor.shape.size() == 1) parts.vectors[key] = file.floats(name, 0);
  if (tensor.type != Tensor::Type::i8 || tensor.shape.size() != 2) return;
  if (name.ends_with(".weight") && tensor.shape[1] == parts.encoder.width) {
    const std::string head = name.substr(0, name.size() - 7);
    const auto scale = file.floats(name + ".scale", tensor.shape[0]);
    const bool biased = file.tensors().contains(head + ".bias");
    const auto bias = biased ? file.floats(head + ".bias", tensor.shape[0]) : std::span<const float>();
    const auto weights = checked_weights(file, name, tensor.shape[0], tensor.shape[1]);
    parts.heads[head.substr(5)] = Int8Matrix(weights, scale, bias);
    return;
  }
  const Matrix& matrix = parts.matrices[key] = dequantised(file, name, tensor);
  parts.packed[key] = PackedMatrix(matrix.view());
}

}  // namespace

std::shared_ptr<const Model> make_model(ModelFile file) {
  check_shape(file);
  const auto vocabulary = lines_of(file.text("vocab"));
  WordPieces pieces = word_pieces(file, vocabulary);
  Transformer transformer = encoder(file, vocabulary.size());
  LemmaLexicon lemmas(file.tensors().contains("lemmas") ? file.text("lemmas") : std::string_view());
  auto parts = std::make_unique<Model::Parts>(
      Model::Parts{std::move(file), std::move(pieces), std::move(transformer), std::move(lemmas), {}, {}, {}, {}});
  for (const auto& [name, tensor] : parts->file.tensors())
    if (name.starts_with("head.")) add_head(name, tensor, *parts);
  return std::make_shared<const Model>(std::move(parts));
}

std::shared_ptr<const Model> load_model(const std::filesystem::path& path) { return make_model(ModelFile(path)); }

}  // namespace hearsay
