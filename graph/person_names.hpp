#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

/// One person as one article names it.
struct PersonName {
  std::uint32_t article = 0;
  std::vector<std::string> words;  ///< of the fullest name, see person_words(); never empty
  friend auto operator<=>(const PersonName&, const PersonName&) = default;
};

/// Whether a name says less than a full one: "Putin", "V. Putin", "von der Leyen". The words are folded.
[[nodiscard]] bool is_partial_name(const std::vector<std::string>& words);

/// Which names mean one person: one key per name, equal keys for one person.
/// Rules   Different full names never join; "Donald Trump" and "Donald J. Trump" do, unless there is a second middle
///         name to choose from. A surname, a surname with an initial, or a given name alone joins the one full name
///         of its own article that fits, else the one of all articles; where two fit it stays alone in its article.
/// Order   the keys do not depend on the order of `names`.
/// Cost    about linear, times the number of persons with one surname.
[[nodiscard]] std::vector<std::string> group_persons(std::span<const PersonName> names);

}  // namespace hearsay
