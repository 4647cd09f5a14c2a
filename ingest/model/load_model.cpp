#include "ingest/model/load_encoder.hpp"
#include "ingest/model/parts.hpp"

namespace hearsay {
namespace {

Matrix dequantised(const ModelFile& file, const std::string& name, const Tensor& tensor) {
  Matrix out(tensor.shape[0], tensor.shape[1]);
  const auto values = file.bytes(name, out.rows, out.columns);
  const auto scale = file.floats(name + ".scale", out.rows);
  for (std::size_t i = 0; i < values.size(); ++i)
    out.values[i] = scale[i / out.columns] * static_cast<float>(values[i]);
  return out;
}

/// Everything named head.NAME: linear layers over encodings stay int8, other matrices become floats.
void add_head(const std::string& name, const Tensor& tensor, Model::Parts& parts) {
  const ModelFile& file = parts.file;
  const std::string key = name.substr(5);
  if (tensor.type == Tensor::Type::f32 && tensor.shape.size() == 1) parts.vectors[key] = file.floats(name, 0);
  if (tensor.type != Tensor::Type::i8 || tensor.shape.size() != 2) return;
  if (name.ends_with(".weight") && tensor.shape[1] == parts.encoder->width()) {
    const std::string head = name.substr(0, name.size() - 7);
    const std::string bias = file.tensors().contains(head + ".bias") ? head + ".bias" : "";
    append_linear(file, name, bias, tensor.shape[0], tensor.shape[1], parts.heads[head.substr(5)]);
    return;
  }
  if (tensor.shape[1] <= FineMatrix::most_inputs)
    parts.fine[key] = FineMatrix(file.bytes(name, 0, 0), file.floats(name + ".scale", tensor.shape[0]));
  const Matrix& matrix = parts.matrices[key] = dequantised(file, name, tensor);
  parts.packed[key] = PackedMatrix(matrix.view());
}

}  // namespace

std::shared_ptr<const Model> make_model(ModelFile file) {
  auto encoder = load_encoder(file);
  LemmaLexicon lemmas(file.tensors().contains("lemmas") ? file.text("lemmas") : std::string_view());
  auto parts = std::make_unique<Model::Parts>(
      Model::Parts{std::move(file), std::move(encoder), std::move(lemmas), {}, {}, {}, {}, {}});
  for (const auto& [name, tensor] : parts->file.tensors())
    if (name.starts_with("head.")) add_head(name, tensor, *parts);
  return std::make_shared<const Model>(std::move(parts));
}

std::shared_ptr<const Model> load_model(const std::filesystem::path& path) { return make_model(ModelFile(path)); }

}  // namespace hearsay
