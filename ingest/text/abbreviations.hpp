#pragma once

#include <string_view>

namespace hearsay {

/// How a word with a stop behaves.
enum class Abbreviation {
  none,
  always,        ///< "Mr.", "Dr.", "Sept.": never a word with a full stop
  before_digit,  ///< "No. 5", "p. 12"
  in_address,    ///< "Phoenix, Ariz.", "(D-Mass.)": a state, after a comma, a bracket or a hyphen
};

/// `word` without its stop, as it stands in the text.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// A title that stands before a name, so that its stop never ends a sentence: "Mr", "Sen", "Lt".
[[nodiscard]] bool is_title_abbreviation(std::string_view word);

/// Last label of a web address: "com", "org", "uk".
[[nodiscard]] bool is_top_level_domain(std::string_view label);

/// Ending of a file name: "pdf", "doc".
[[nodiscard]] bool is_file_extension(std::string_view label);

/// Letters after a number that UD writes as a word of their own: "5 km", "7 pm", "$ 3 bn".
[[nodiscard]] bool is_unit(std::string_view letters);

/// UD keeps a word with these prefixes whole: "anti-war", "co-founder", "mid-July" (given in lower case).
[[nodiscard]] bool is_kept_prefix(std::string_view prefix);

}  // namespace hearsay
