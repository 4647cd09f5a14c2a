#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// The dependency trees of a document with the dependents of each token at hand. Lives no longer than the document.
class DependencyTrees {  // not "Trees": ingest/relation has a class of that name
 public:
  explicit DependencyTrees(const Document& doc);

  [[nodiscard]] const Document& doc() const { return *doc_; }
  /// Dependents of `token`, in text order.
  [[nodiscard]] std::span<const TokenIndex> dependents(TokenIndex token) const {
    return std::span(dependents_).subspan(first_[token], first_[token + 1] - first_[token]);
  }
  [[nodiscard]] std::string_view deprel(TokenIndex token) const { return doc_->arcs[token].deprel; }
  [[nodiscard]] std::string_view upos(TokenIndex token) const { return doc_->tags[token].upos; }
  [[nodiscard]] std::string_view xpos(TokenIndex token) const { return doc_->tags[token].xpos; }
  [[nodiscard]] std::string_view lemma(TokenIndex token) const { return doc_->tags[token].lemma; }
  [[nodiscard]] bool has_feature(TokenIndex token, std::string_view feature) const {
    return doc_->tags[token].feats.find(feature) != std::string::npos;
  }
  /// The first dependent with this relation, or none.
  [[nodiscard]] std::optional<TokenIndex> dependent(TokenIndex token, std::string_view deprel) const;
  /// Whether `above` is `token` or one of its heads. Bounded by the depth of the tree.
  [[nodiscard]] bool dominates(TokenIndex above, TokenIndex token) const;
  /// The verb or predicate whose clause `token` stands in.
  [[nodiscard]] TokenIndex clause_of(TokenIndex token) const;

 private:
  const Document* doc_;
  std::vector<std::uint32_t> first_;
  std::vector<TokenIndex> dependents_;
};

/// The relation without its subtype: "nsubj:pass" is "nsubj".
[[nodiscard]] inline std::string_view basic(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

}  // namespace hearsay
