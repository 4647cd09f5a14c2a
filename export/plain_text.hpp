#pragma once
// Text that may go into any output format.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// `text` as valid UTF-8: every broken byte sequence becomes U+FFFD. Nothing else changes.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// `text` as one line that XML accepts: valid UTF-8, white space runs become one space, none at either end;
/// control characters and U+FFFE, U+FFFF go.
[[nodiscard]] std::string clean_line(std::string_view text);

/// Unicode code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// A clean line, cut to at most `length` code points; "…" as the last one when something is left out.
[[nodiscard]] std::string shorten(std::string_view line, std::size_t length);

/// Breaks a clean line at spaces into lines of about `width` code points, `max_lines` at most; the last ends in "…"
/// when words are left out. A longer word stands alone and is cut at twice the width. Never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view line, std::size_t width, std::size_t max_lines);

}  // namespace hearsay
