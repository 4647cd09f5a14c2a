#pragma once
// The words of a phrase, read from its head.

#include <vector>

#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Which branches of the tree belong to the phrase.
struct PhraseShape {
  bool conjuncts = false;      ///< "and B" after A
  bool adpositions = false;    ///< its own preposition, "to" or conjunction
  bool appositions = false;    ///< ", the president of Y,"
  bool loose_clauses = false;  ///< relative clauses and participles behind a comma, remarks in brackets
  bool complements = false;    ///< of a predicate, the clause right behind it: "open to [change]", "glad [to be here]"
  bool clauses = true;         ///< relative clauses and participles without a comma
};

/// The phrase headed by a noun, adjective, number or adverb, in text order, without punctuation at its edges.
/// When the head is the predicate of a clause ("is [a former minister]"), its subject, copula and the like are left
/// out.
[[nodiscard]] std::vector<TokenIndex> noun_phrase(const Trees& trees, TokenIndex head, PhraseShape shape = {});

/// Everything below a clause's head but punctuation at the edges; `markers` keeps its "that", "to", "because".
[[nodiscard]] std::vector<TokenIndex> clause_phrase(const Trees& trees, TokenIndex head, bool markers);

/// Neighbouring tokens as spans.
[[nodiscard]] std::vector<TokenSpan> spans_of(const std::vector<TokenIndex>& tokens);

/// The words as they stand, one space where the text has any room or the tokens are not neighbours.
[[nodiscard]] std::string words_of(const Document& doc, const std::vector<TokenIndex>& tokens);

/// The "longer" of "no longer": a negation, no time of its own.
[[nodiscard]] bool is_no_longer(const Trees& trees, TokenIndex token);

}  // namespace hearsay
