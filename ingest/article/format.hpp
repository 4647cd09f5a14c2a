#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

enum class Format : std::uint8_t { plain, html, json_lines, json };

/// What kind of text `bytes` are: by their content, and by the name only where the content leaves it open.
[[nodiscard]] Format sniff_format(std::string_view bytes, const std::filesystem::path& name);

/// Why `bytes` are no text, e.g. "a PDF document; ..."; none for text.
[[nodiscard]] std::optional<std::string> why_not_text(std::string_view bytes);

/// Is this the kind of file that holds articles? Pictures, scripts, hidden files and READMEs in a directory are not.
[[nodiscard]] bool may_hold_articles(const std::filesystem::path& file);

}  // namespace hearsay
