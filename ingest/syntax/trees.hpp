#pragma once
// The questions about the dependency trees of a Document that the stages after the parser ask again and again.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Children, yields and lower-case words of every token, made in one linear pass and shared by the stages.
/// A look: `doc` must outlive it and keep its sentences, tags, arcs and names.
/// Relations are asked for by name: "nsubj" is also the answer for "nsubj:pass", "nsubj:pass" only for itself.
class Trees {
 public:
  /// Needs   sentences, tags and arcs of `doc`; without arcs every token stands alone, without tags it has no lemma.
  /// A stage that is called alone makes its own from a Document, hence not explicit.
  Trees(const Document& doc);            // NOLINT(google-explicit-constructor)
  Trees(const Document&& doc) = delete;  // a look into a document that is about to die

  [[nodiscard]] const Document& doc() const { return *doc_; }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(form_.size()); }

  /// In text order; of more than 200 only the first, so that questions stay cheap in hostile text.
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex token) const;
  /// From the first to the last token below `token`, itself included.
  [[nodiscard]] TokenSpan yield(TokenIndex token) const { return yield_[token]; }
  [[nodiscard]] std::optional<TokenIndex> head(TokenIndex token) const;
  [[nodiscard]] std::string_view deprel(TokenIndex token) const;    ///< with subtype: "nsubj:pass"; empty without arcs
  [[nodiscard]] std::string_view relation(TokenIndex token) const;  ///< without: "nsubj"
  [[nodiscard]] bool is(TokenIndex token, std::string_view name) const;
  [[nodiscard]] bool is(TokenIndex token, std::initializer_list<std::string_view> names) const;  ///< one of them
  /// The first child with this relation, or with one of these.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex token, std::string_view name) const;
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex token, std::initializer_list<std::string_view> names) const;
  /// The first child with this deprel to the letter: "nmod" is not "nmod:poss".
  [[nodiscard]] std::optional<TokenIndex> child_with(TokenIndex token, std::string_view deprel) const;
  [[nodiscard]] bool has_child(TokenIndex token, std::string_view name) const { return child(token, name).has_value(); }
  /// A child with this relation and lemma.
  [[nodiscard]] bool has_child(TokenIndex token, std::string_view name, std::string_view lemma) const;
  /// Whether `above` is `token` or one of its heads; looks up 64 steps.
  [[nodiscard]] bool dominates(TokenIndex above, TokenIndex token) const;
  /// The verb or predicate whose clause `token` stands in; looks up 64 steps.
  [[nodiscard]] TokenIndex clause_of(TokenIndex token) const;

  /// Lower case; of verbs as verb_lemma() has it.
  [[nodiscard]] const std::string& lemma(TokenIndex token) const { return lemma_[token]; }
  [[nodiscard]] const std::string& form(TokenIndex token) const { return form_[token]; }  ///< lower case
  [[nodiscard]] const std::string& upos(TokenIndex token) const { return doc_->tags[token].upos; }
  [[nodiscard]] const std::string& xpos(TokenIndex token) const { return doc_->tags[token].xpos; }
  [[nodiscard]] bool has_feature(TokenIndex token, std::string_view feature) const;  ///< "PronType=Rel"
  [[nodiscard]] TokenSpan sentence(TokenIndex token) const { return doc_->sentences[sentence_[token]]; }
  [[nodiscard]] std::uint32_t sentence_number(TokenIndex token) const { return sentence_[token]; }
  [[nodiscard]] const Name* name_at(TokenIndex token) const;  ///< the name that holds the token, or null

 private:
  void read_words();
  void read_arcs();
  void read_yields();
  [[nodiscard]] std::span<const TokenIndex> all_children(TokenIndex token) const;

  const Document* doc_;
  std::vector<std::uint32_t> first_;  ///< children of t: child_[first_[t] .. first_[t + 1])
  std::vector<TokenIndex> child_;
  std::vector<TokenSpan> yield_;
  std::vector<std::string> lemma_, form_;
  std::vector<std::uint32_t> sentence_, name_;
};

/// `head` and what is coordinated with it ("A, B and C" gives three), nearest first; at most 40.
[[nodiscard]] std::vector<TokenIndex> conjuncts(const Trees& trees, TokenIndex head);

}  // namespace hearsay
