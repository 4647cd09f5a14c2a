#pragma once
// Code points of a word, for this room's two ways to look at words.

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

/// The code point at byte `at`, which moves behind it; U+FFFD for what is no UTF-8.
[[nodiscard]] inline UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c;
}

/// Appends `c`, which is a code point, as UTF-8.
inline void append_code_point(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t n = 0;
  U8_APPEND_UNSAFE(bytes, n, c);
  text.append(bytes, n);
}

}  // namespace hearsay
