#pragma once
// Code points and what the tokenizer wants to know about them.

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

/// A piece of text as code points, each with the byte where it begins.
struct Characters {
  std::vector<char32_t> code;
  std::vector<std::uint32_t> byte;  ///< one more than `code`: the last is the end

  [[nodiscard]] std::size_t size() const { return code.size(); }
  [[nodiscard]] char32_t at(std::size_t i) const { return i < code.size() ? code[i] : U'\0'; }
};

/// Decodes `text`, which starts at byte `offset`, into `out` (whose memory is used again).
/// A byte that is no UTF-8 counts as one character, U+FFFD.
void decode(std::string_view text, std::uint32_t offset, Characters& out);

[[nodiscard]] bool is_space(char32_t c);   ///< white space in Unicode, no-break spaces and U+FEFF too
[[nodiscard]] bool is_letter(char32_t c);  ///< letters, and the marks that sit on them
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);  ///< upper or title case
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_apostrophe(char32_t c);  ///< ' ’ ` ´ ʼ
[[nodiscard]] bool closes(char32_t c);  ///< a bracket or quote that may close something: ) ] } " ” » and apostrophes
[[nodiscard]] bool is_joiner(char32_t c);      ///< stays with the character before: marks, ZWJ, variation selectors
[[nodiscard]] bool is_pictograph(char32_t c);  ///< emoji and other symbols without a plain-text meaning
[[nodiscard]] inline bool is_word(char32_t c) { return is_letter(c) || is_digit(c) || c == U'_'; }

/// Lower case for ASCII; other characters stay.
[[nodiscard]] inline char32_t ascii_lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

}  // namespace hearsay
