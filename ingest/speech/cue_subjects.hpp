#pragma once
// Who speaks, as syntax shows it: the subject of a verb of saying, the owner of a claim.

#include <optional>

#include "ingest/document.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Who a verb says it of: the subject, through conjunction, participle, relative clause and passive.
struct CueSubject {
  TokenIndex head = 0;
  TokenSpan span;
};

/// The one who utters the verb `cue`, when the sentence names him.
/// Covers  "Ann said", "Ann came and said", "Ann left, saying", "Ann, who said", "was told by Ann",
///         "Ann is quoted as saying", "a statement saying", "wants to say".
[[nodiscard]] std::optional<CueSubject> find_speaker(const Trees& tree, TokenIndex cue);

/// "- where Lee spoke -" before what hangs on `verb` in "... - where Lee spoke - while chanting"; both dashes are in
/// it.
[[nodiscard]] std::optional<TokenSpan> dashes_before(const Trees& tree, TokenIndex verb);

/// The clause that a verb takes as its object, with a subject of its own.
[[nodiscard]] std::optional<TokenIndex> find_clause(const Trees& tree, TokenIndex verb);

/// Whose claim the noun `noun` is: "Ann's claim", "the claim by Ann", "Ann repeated the claim".
[[nodiscard]] std::optional<CueSubject> find_owner(const Trees& tree, TokenIndex noun);

/// To whom "according to" points; `according` is its first word.
[[nodiscard]] std::optional<CueSubject> find_according(const Trees& tree, TokenIndex according);

/// Is the verb passive, so that its subject says nothing: "He was told", "Asked about it, he smiled"?
[[nodiscard]] bool is_passive(const Trees& tree, TokenIndex verb);

/// Who a passive names with "by".
[[nodiscard]] std::optional<CueSubject> find_agent(const Trees& tree, TokenIndex verb);

/// "who", "that": stands for a noun outside its clause.
[[nodiscard]] bool is_relative_pronoun(const Trees& tree, TokenIndex token);

/// `span` without spaces' worth of punctuation at its edges; quotation marks stay.
[[nodiscard]] TokenSpan trimmed(const Document& doc, TokenSpan span);

}  // namespace hearsay
