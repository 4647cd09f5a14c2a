#pragma once
// Nouns that tell relations: events, offices, family.

#include <string_view>

namespace hearsay {

/// The verb that an event noun stands for and the preposition of its object: "denial" -> "deny", "interference" ->
/// "interfere in".
struct EventNoun {
  std::string_view noun;
  std::string_view predicate;
  bool is_mutual;                 ///< "a meeting between A and B": both do it
  std::string_view prepositions;  ///< those that introduce its object, parted by spaces
};
/// None: null.
[[nodiscard]] const EventNoun* event_noun(std::string_view lemma);

/// "president", "spokesman", "director": what one can be of something.
/// An office of a country: "president" in "the Russian president", not "actor" in "the Russian actor".
[[nodiscard]] bool is_office_noun(std::string_view lemma);
[[nodiscard]] bool is_role_noun(std::string_view lemma);
/// "wife", "son": relations of family.
[[nodiscard]] bool is_kinship_noun(std::string_view lemma);

}  // namespace hearsay
