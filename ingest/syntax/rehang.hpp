#pragma once
// What the mending of trees has in common: words change heads, and what hung on the old head of a phrase goes to the
// new.

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// "flat", "compound", "amod", "nmod:desc": what a word is inside a name, not what the name is to its sentence.
[[nodiscard]] bool is_inside_name(std::string_view deprel);

/// What may stand in front of a noun and stays with it when another word becomes head of the phrase: "former".
[[nodiscard]] bool is_premodifier(std::string_view deprel);

void hang(Document& doc, TokenIndex word, TokenIndex head, std::string_view deprel);

/// Whether one of the heads above `word` (itself included) is inside `span`; also when they are too many to look at.
[[nodiscard]] bool hangs_below(const Document& doc, TokenIndex word, TokenSpan span);

/// Words that are no longer the heads of their phrases, and which took their place.
class Heirs {
 public:
  explicit Heirs(const Document& doc) : heirs_(doc.tokens.size()), phrases_(doc.tokens.size()) {}

  /// What hangs on `head` from outside `phrase` shall hang on `heir`, but for premodifiers.
  void add(TokenIndex head, TokenIndex heir, TokenSpan phrase);
  /// Rehangs them. Linear in tokens.
  void inherit(Document& doc) const;

 private:
  std::vector<std::optional<TokenIndex>> heirs_;
  std::vector<TokenSpan> phrases_;
};

}  // namespace hearsay
