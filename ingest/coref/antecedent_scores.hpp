#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"

namespace hearsay {

class Model;

/// How well an earlier word serves as the antecedent of a later one, as the model's `coref` head sees it; above 0
/// it is better than no antecedent. Words stand for the mentions they head.
class AntecedentScores {
 public:
  AntecedentScores() = default;  ///< knows nothing: rules decide alone

  /// Needs   tags and sentences of `doc`. A model without the head gives an empty object.
  /// Cost    linear: a word is compared with the candidates of a window and the last of the same form.
  /// Source  Dobrovolskii (2021), "Word-Level Coreference Resolution", EMNLP; formulas in train/README.md.
  AntecedentScores(const Document& doc, const Encoding& encoding, const Model& model);

  using Scored = std::pair<TokenIndex, float>;
  [[nodiscard]] bool empty() const { return first_.empty(); }
  /// The candidates of `token`, ascending, with their scores; empty when it has none.
  [[nodiscard]] std::span<const Scored> antecedents(TokenIndex token) const {
    return empty() ? std::span<const Scored>()
                   : std::span(scored_).subspan(first_[token], first_[token + 1] - first_[token]);
  }
  /// None when the model did not look at this pair.
  [[nodiscard]] std::optional<float> score(TokenIndex token, TokenIndex antecedent) const;
  [[nodiscard]] bool is_candidate(TokenIndex token) const { return !empty() && candidate_[token]; }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Scored> scored_;
  std::vector<bool> candidate_;
};

}  // namespace hearsay
