#pragma once
// Questions that the readers of noun phrases share, and the bare fact that they tell.

#include <initializer_list>
#include <string>
#include <string_view>

#include "ingest/relation/nominal.hpp"

namespace hearsay {

/// Stands in a name of one of these types ("PERSON", "GPE").
[[nodiscard]] bool is_name_of(const Trees& trees, TokenIndex token, std::initializer_list<std::string_view> types);
[[nodiscard]] bool is_place(const Trees& trees, TokenIndex token);
/// "Putin", "Russian", "the EU": who can do something.
[[nodiscard]] bool is_people_word(const Trees& trees, TokenIndex token);
/// The lemma of its first preposition; empty for none.
[[nodiscard]] std::string first_case(const Trees& trees, TokenIndex token);
/// "Russia's", "his"
[[nodiscard]] bool is_possessor(const Trees& trees, TokenIndex token);

/// "SUBJECT PREDICATE OBJECT", told by the word `trigger`.
[[nodiscard]] NominalFact fact_between(const Trees& trees, TokenIndex trigger, TokenIndex subject,
                                       std::string predicate, TokenIndex object);

}  // namespace hearsay
