#pragma once
// What a phrase contributes to an event: its role, and its words as an Argument.

#include "ingest/relation/clause.hpp"
#include "ingest/relation/statement.hpp"

namespace hearsay {

/// The role of a complement of `verb`, from its preposition, its name type and the verb.
[[nodiscard]] Role role_of(const Trees& trees, TokenIndex verb, const Complement& complement);

/// The words and role of one conjunct `head` of the complement; times are not yet normalised.
[[nodiscard]] Argument argument_of(const Trees& trees, TokenIndex verb, const Complement& complement, TokenIndex head);

/// The preposition as lemmas: "with", "because of"; empty for none. "to" before a verb is none.
[[nodiscard]] std::string preposition_of(const Trees& trees, const Complement& complement);

/// A date, a weekday, "two days later", "recently".
[[nodiscard]] bool is_time_expression(const Trees& trees, TokenIndex head);
/// A noun phrase as a participant: its head, its words without apposition and loose relative clauses.
/// "in other words", "for example": ties its sentence to another and is no participant of the verb.
[[nodiscard]] bool joins_sentences(const Trees& trees, const Complement& complement);
/// "many of whom": a part of what a relative pronoun stands for, which nobody knows outside its sentence.
[[nodiscard]] bool is_part_of_relative(const Trees& trees, TokenIndex head);
[[nodiscard]] Argument participant(const Trees& trees, TokenIndex head, Role role);

}  // namespace hearsay
