#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ingest/coref/pair_rules.hpp"

namespace hearsay {

/// One property of a pair that holds (value 1) or holds to a degree.
struct Feature {
  std::uint16_t index = 0;
  float value = 1.0F;
};
using Features = std::vector<Feature>;

/// What is known of a pair beside the two mentions.
struct PairEvidence {
  Verdict rule;
  std::optional<float> model;  ///< AntecedentScores
  bool model_best = false;     ///< no other antecedent scores higher there
  std::uint32_t mentions_between = 0;
  std::uint32_t rivals = 0;  ///< entities nearer than this one that nothing forbids
  bool apposition = false, predicate = false;
};

/// Mentions and pairs as sparse features for PairRanker. The layout is fixed by the order of writing; a change of it
/// needs new weights (train/pairs.py). Cost    a few dozen operations a pair; nothing depends on the length of the
/// article. Source  the features of Durrett and Klein (2013), "Easy victories and uphill battles in coreference
/// resolution",
///         EMNLP, without words; roles and parallelism after Lappin and Leass (1994).
class PairFeatures {
 public:
  static constexpr std::size_t mention_count = 98, context_count = 13, pair_count = 114;
  /// Later mention, earlier mention, what came before the later one, the pair.
  static constexpr std::size_t count = 2 * mention_count + context_count + pair_count;

  explicit PairFeatures(const LinkContext& context);

  /// Features 0 .. mention_count of a mention by itself.
  [[nodiscard]] const Features& of(std::uint32_t mention) const { return mentions_[mention]; }
  [[nodiscard]] std::size_t mentions() const { return mentions_.size(); }
  /// What the article has said before `mention` is linked: numbered from 2 * mention_count.
  void context_of(std::uint32_t mention, Features& out) const;
  /// Features of the pair itself, numbered after those of the context.
  void pair(std::uint32_t later, std::uint32_t earlier, const PairEvidence& evidence, Features& out) const;
  /// `mention` has been linked; later ones may refer to it.
  void remember(std::uint32_t mention);

 private:
  struct Words {
    std::uint32_t head = 0, form = 0, text = 0;  ///< numbers of its lemma, its head's form, all its words
  };
  void describe(std::uint32_t mention);
  [[nodiscard]] std::uint32_t number_of(std::string text);

  LinkContext context_;
  std::vector<Features> mentions_;
  std::vector<Words> words_;
  std::vector<std::uint32_t> total_;  ///< how many mentions of the article have this lemma
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::uint32_t, std::uint32_t> seen_heads_, seen_texts_, latest_;
  std::uint32_t linked_ = 0;
};

}  // namespace hearsay
