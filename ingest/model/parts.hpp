#pragma once
// What a Model is made of; only this room looks inside.

#include <map>
#include <memory>
#include <string>

#include "ingest/model/encoder.hpp"
#include "ingest/model/fine_matrix.hpp"
#include "ingest/model/int8_matrix.hpp"
#include "ingest/model/model.hpp"
#include "ingest/model/model_file.hpp"

namespace hearsay {

template <class Value>
using ByName = std::map<std::string, Value, std::less<>>;

struct Model::Parts {
  ModelFile file;
  std::unique_ptr<const Encoder> encoder;
  LemmaLexicon lemmas;
  ByName<Int8Matrix> heads;
  ByName<Matrix> matrices;
  ByName<PackedMatrix> packed;
  ByName<FineMatrix> fine;
  ByName<std::span<const float>> vectors;
};

/// A model from an open file. Throws ModelError when tensors are missing or of the wrong shape.
[[nodiscard]] std::shared_ptr<const Model> make_model(ModelFile file);

}  // namespace hearsay
