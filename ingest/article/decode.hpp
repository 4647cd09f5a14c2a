#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "ingest/article/mapped_text.hpp"

namespace hearsay {

struct Decoded {
  MappedText text;                     ///< valid UTF-8, without byte order mark
  std::optional<std::string> warning;  ///< set when the encoding had to be assumed
};

/// Why bytes are no text.
struct DecodeError {
  std::uint64_t line = 0;
  std::string reason;
};

/// The first byte of `bytes` that is not UTF-8, or none. Linear.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Appends `code_point` as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// UTF-8, UTF-8 or UTF-16 with a byte order mark, else Windows-1252, which is reported unless `declared_1252`.
/// Text that is mostly UTF-8 with a few wrong bytes is damaged, not Windows-1252, and gives an error.
[[nodiscard]] std::variant<Decoded, DecodeError> decode(std::string_view bytes, bool declared_1252 = false);

}  // namespace hearsay
