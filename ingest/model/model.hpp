#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/model/encoding.hpp"
#include "ingest/model/kernels.hpp"
#include "ingest/model/lemma_lexicon.hpp"
#include "ingest/model/model_error.hpp"

namespace hearsay {

class FineMatrix;

/// A trained model: an encoder (see encode()) and the heads that read its vectors.
/// Names are those of the model file without their "head." (train/README.md lists them with shapes and formulas):
/// labels "upos", heads "upos" or "arcs.dep", matrices "arcs.w", vectors "arcs.root".
/// Immutable: any number of threads may share one. Views and references live as long as the model.
/// Errors  asking for a name that the model lacks throws ModelError with that name.
class Model {
 public:
  struct Parts;
  explicit Model(std::unique_ptr<const Parts> parts);
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  ~Model();

  /// The strings behind the outputs of a head, in order: "upos" "xpos" "feats" "lemma" "relations" "names" "cue"
  /// "roles".
  [[nodiscard]] const std::vector<std::string>& labels(std::string_view name) const;

  /// Scores of one linear head for every token: tokens x outputs. `head` names any head.NAME.weight that reads
  /// encodings, with its bias where it has one: "names", "cue", "arcs.dep", "roles.word", "coref.m".
  /// `encoding` comes from encode(), which has rounded it once for all heads.
  [[nodiscard]] Matrix linear(std::string_view head, const Encoding& encoding) const;
  /// The same for the tokens of `span`.
  [[nodiscard]] Matrix linear(std::string_view head, const Encoding& encoding, TokenSpan span) const;
  /// The same for rows picked from an encoding, or made elsewhere: they are rounded anew.
  [[nodiscard]] Matrix linear(std::string_view head, MatrixView rows) const;

  /// A matrix of floats, row by row: "coref.words", "roles.distance", "labels.u".
  [[nodiscard]] MatrixView matrix(std::string_view name) const;
  /// The same matrix ready for multiply().
  [[nodiscard]] const PackedMatrix& packed(std::string_view name) const;
  /// The same matrix with its 8-bit weights as they are, for half the time; at most FineMatrix::most_inputs columns.
  [[nodiscard]] const FineMatrix& fine(std::string_view name) const;
  [[nodiscard]] std::span<const float> vector(std::string_view name) const;
  [[nodiscard]] bool has_vector(std::string_view name) const;  ///< for what older models lack

  /// Whether the encoder has a vector for the whole of `word`, which is in lower case: made-up words it does not know.
  [[nodiscard]] bool knows(std::string_view word) const;

  /// Known words and their lemmas; empty when the model has none.
  [[nodiscard]] const LemmaLexicon& lemmas() const;

  /// For the encoder; nobody else needs it.
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};

/// Loads a model file: maps it, checks it, lays the weights out for this machine. 0.1 s for 24 MB.
/// Errors  ModelError: missing, damaged, cut short, of another version, not a model; path and remedy in the message.
[[nodiscard]] std::shared_ptr<const Model> load_model(const std::filesystem::path& path);

}  // namespace hearsay
