#pragma once
// The form in which names are compared.

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// `text` without case, accents, dots, quotation marks, a leading determiner and a final possessive: "the U.S.'s" ->
/// "us". Linear. Text that is not valid UTF-8 is read with U+FFFD in the place of each bad byte.
[[nodiscard]] std::string fold_name(std::string_view text);

/// The words of a folded name.
[[nodiscard]] std::vector<std::string> split_words(std::string_view folded);

/// A name as it is shown: no quotation marks around it, no leading "the", no final possessive, single spaces.
[[nodiscard]] std::string tidy_name(std::string_view text);

/// A person's name without what comes before it: "Russian President Vladimir Putin" -> "Vladimir Putin".
/// A title stays where nothing but one given name follows it ("Pope Francis", "Queen Elizabeth").
[[nodiscard]] std::string strip_titles(std::string_view name);

/// The folded words of a person's name, without titles and with spellings of one sound made equal at the end of a
/// given name ("Sergey" and "Sergei", "Dmitry" and "Dmitri") and Arabic articles off ("al-Assad" and "Assad").
[[nodiscard]] std::vector<std::string> person_words(std::string_view name);

/// The number of insertions, deletions, replacements and exchanges of neighbours between two texts (code points).
/// Quadratic in the length: for names.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace hearsay
