#include "graph/quotation.hpp"

#include <array>

namespace hearsay {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool strip_prefix(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

bool strip_suffix(std::string_view& text, std::string_view mark) {
  if (!text.ends_with(mark)) return false;
  text.remove_suffix(mark.size());
  return true;
}

std::string_view without_final_comma(std::string_view text) {
  text = trim(text);
  while (strip_suffix(text, ",")) text = trim(text);
  return text;
}

}  // namespace

std::string unquote(std::string_view text) {
  constexpr std::array<std::string_view, 6> opening = {"\u201C", "\u201E", "\"", "\u00AB", "``", "''"};
  constexpr std::array<std::string_view, 5> closing = {"\u201D", "\u201C", "\"", "\u00BB", "''"};
  text = without_final_comma(text);
  const bool single = text.starts_with('\'') || text.starts_with("\u2018");
  for (const std::string_view mark : opening) {
    if (strip_prefix(text, mark)) break;
  }
  for (const std::string_view mark : closing) {
    if (strip_suffix(text, mark)) break;
  }
  // A final apostrophe is a plural's possessive unless the piece was opened by one.
  if (single && (strip_suffix(text, "'") || strip_suffix(text, "\u2019"))) {
    if (!strip_prefix(text, "'")) strip_prefix(text, "\u2018");
  }
  return std::string(without_final_comma(text));
}

}  // namespace hearsay
