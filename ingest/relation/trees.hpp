#pragma once
// Questions about the dependency trees of a Document that the readers of clauses and noun phrases ask again and again.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Children and lower-case words of every token. A look: `doc` must outlive it and keep its tags and arcs.
/// Relations are asked for by their base: "nsubj" is also the answer for "nsubj:pass".
class Trees {
 public:
  /// Needs   sentences, tags and arcs of `doc`. Linear in tokens.
  explicit Trees(const Document& doc);

  [[nodiscard]] const Document& doc() const { return *doc_; }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(lemma_.size()); }
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex token) const;  ///< in text order; the first 200
  [[nodiscard]] std::optional<TokenIndex> head(TokenIndex token) const { return doc_->arcs[token].head; }
  [[nodiscard]] std::string_view relation(TokenIndex token) const;
  [[nodiscard]] std::string_view full_relation(TokenIndex token) const { return doc_->arcs[token].deprel; }
  [[nodiscard]] bool is(TokenIndex token, std::string_view base) const { return relation(token) == base; }
  [[nodiscard]] bool is_any(TokenIndex token, std::initializer_list<std::string_view> bases) const;
  /// The first child with this relation.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex token, std::string_view base) const;
  [[nodiscard]] bool has_child(TokenIndex token, std::string_view base) const { return child(token, base).has_value(); }
  /// A child with this relation and lemma.
  [[nodiscard]] bool has_child(TokenIndex token, std::string_view base, std::string_view lemma) const;

  [[nodiscard]] const std::string& lemma(TokenIndex token) const { return lemma_[token]; }  ///< lower case
  [[nodiscard]] const std::string& form(TokenIndex token) const { return form_[token]; }    ///< lower case
  [[nodiscard]] const std::string& upos(TokenIndex token) const { return doc_->tags[token].upos; }
  [[nodiscard]] const std::string& xpos(TokenIndex token) const { return doc_->tags[token].xpos; }
  [[nodiscard]] TokenSpan sentence(TokenIndex token) const { return doc_->sentences[sentence_[token]]; }
  [[nodiscard]] std::uint32_t sentence_number(TokenIndex token) const { return sentence_[token]; }
  [[nodiscard]] const Name* name_at(TokenIndex token) const;  ///< the name that holds the token, or null

 private:
  const Document* doc_;
  std::vector<std::uint32_t> first_;  ///< children of t: child_[first_[t] .. first_[t + 1])
  std::vector<TokenIndex> child_;
  std::vector<std::string> lemma_, form_;
  std::vector<std::uint32_t> sentence_, name_;
};

/// ASCII letters in lower case; other bytes unchanged.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// `head` and what is coordinated with it ("A, B and C" gives three), nearest first; at most 40.
[[nodiscard]] std::vector<TokenIndex> conjuncts(const Trees& trees, TokenIndex head);

}  // namespace hearsay
