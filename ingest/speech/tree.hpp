#pragma once
// Questions about a Document's dependency trees, answered in constant time after one linear pass.

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Children and yields of every token. A look: `doc` must outlive it and keep its arcs.
class Tree {
 public:
  /// Needs   arcs of `doc` (one per token, no cycles); without arcs every token stands alone.
  explicit Tree(const Document& doc);

  /// The children in text order; of more than 256 only the first, so that questions stay cheap in hostile text.
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex token) const;
  /// From the first to the last token below `token`, itself included.
  [[nodiscard]] TokenSpan yield(TokenIndex token) const { return yields_[token]; }
  [[nodiscard]] std::optional<TokenIndex> head(TokenIndex token) const;
  [[nodiscard]] std::string_view relation(TokenIndex token) const;  ///< with subtype
  /// The relation is one of `names`; "nsubj" also matches "nsubj:pass".
  [[nodiscard]] bool is(TokenIndex token, std::initializer_list<std::string_view> names) const;
  /// The first child with one of these relations.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex token, std::initializer_list<std::string_view> names) const;
  [[nodiscard]] bool has_child_lemma(TokenIndex token, std::string_view relation, std::string_view lemma) const;
  [[nodiscard]] const Document& document() const { return *doc_; }

 private:
  [[nodiscard]] std::span<const TokenIndex> all_children(TokenIndex token) const;

  const Document* doc_;
  std::vector<std::uint32_t> first_;  ///< children of t: child_[first_[t] .. first_[t + 1])
  std::vector<TokenIndex> child_;
  std::vector<TokenSpan> yields_;
};

}  // namespace hearsay
