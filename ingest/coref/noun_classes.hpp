#pragma once
// What common nouns, pronouns and given names tell about the thing they stand for. General vocabulary only.

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

/// Sets of possible answers: all bits mean "unknown".
struct Kinds {
  enum : std::uint8_t { person = 1, organization = 2, place = 4, thing = 8, time = 16, all = 31 };
};
struct Numbers {
  enum : std::uint8_t { singular = 1, plural = 2, all = 3 };
};
struct Genders {
  enum : std::uint8_t { masculine = 1, feminine = 2, neuter = 4, all = 7 };
};

/// Kinds that a common noun may have, by its lemma; Kinds::all when it tells nothing.
[[nodiscard]] std::uint8_t kinds_of_noun(std::string_view lemma);
/// Gender of a common noun ("woman", "king", "chairman"); Genders::all when it tells nothing.
[[nodiscard]] std::uint8_t gender_of_noun(std::string_view lemma);
/// Gender of a title with the name after it ("Mr.", "Queen"); never guessed from a role ("President").
[[nodiscard]] std::uint8_t gender_of_title(std::string_view lower);
/// Gender that a given name most often has; Genders::all when it tells nothing.
[[nodiscard]] std::uint8_t gender_of_given_name(std::string_view name);
/// "team", "police", "government": one body that may be "they".
[[nodiscard]] bool is_collective(std::string_view lemma);
/// Whether a person called `title` may be called `role`: "leader" for a president, "minister" for a prime minister.
[[nodiscard]] bool is_role_of(std::string_view role, std::string_view title);
/// A role that a person holds: "president", "leader", "spokeswoman".
[[nodiscard]] bool is_role(std::string_view lemma);
/// An office that nobody holds together with another of its kind: "president", "senator", "governor".
[[nodiscard]] bool is_office(std::string_view lemma);

/// A word of a set of which a thing has only one: "first" and "second", "ruling" and "opposition".
struct Opposite {
  std::uint8_t scale = 0, place = 0;
};
[[nodiscard]] std::optional<Opposite> opposite_of(std::string_view modifier);

/// One spelling for what has several: "U.S.", "USA" and "America" give "united states". Other names stay.
[[nodiscard]] std::string_view usual_name(std::string_view lower);
/// "governor" for "gov."; other words stay.
[[nodiscard]] std::string_view full_title(std::string_view lower);
/// The country behind an adjective where the two share no stem or little of it: "french" gives "france"; else empty.
[[nodiscard]] std::string_view country_of(std::string_view lower_adjective);

/// Capitals that news writes for governments: one is no country beside its own. Not complete.
[[nodiscard]] bool is_capital_city(std::string_view lower);

}  // namespace hearsay
