#pragma once
// What a Model is made of; only this room looks inside.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "ingest/model/int8_matrix.hpp"
#include "ingest/model/model.hpp"
#include "ingest/model/model_file.hpp"
#include "ingest/model/transformer.hpp"
#include "ingest/model/word_pieces.hpp"

namespace hearsay {

template <class Value>
using ByName = std::map<std::string, Value, std::less<>>;

struct Model::Parts {
  ModelFile file;
  WordPieces pieces;
  Transformer encoder;
  LemmaLexicon lemmas;
  ByName<Int8Matrix> heads;
  ByName<Matrix> matrices;
  ByName<PackedMatrix> packed;
  ByName<std::span<const float>> vectors;
};

/// A model from an open file. Throws ModelError when tensors are missing or of the wrong shape.
[[nodiscard]] std::shared_ptr<const Model> make_model(ModelFile file);

}  // namespace hearsay
