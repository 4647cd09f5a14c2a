#include "export/plain_text.hpp"

#include <utf8.h>

#include <iterator>

namespace hearsay {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

// XML 1.0, production 2, without the C1 controls, which no reader of a label expects.
bool is_printable(char32_t c) { return c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && (c & 0xFFFE) != 0xFFFE; }

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = line.find(' ');
    if (end != 0) words.push_back(line.substr(0, end));
    if (end == std::string_view::npos) break;
    line.remove_prefix(end + 1);
  }
  return words;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  if (utf8::is_valid(text.begin(), text.end())) return std::string(text);
  std::string valid;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  return valid;
}

std::string clean_line(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string line;
  bool space_before = false;
  for (auto at = valid.begin(); at != valid.end();) {
    const auto c = static_cast<char32_t>(utf8::unchecked::next(at));
    if (is_space(c)) {
      space_before = !line.empty();
    } else if (is_printable(c)) {
      if (space_before) line += ' ';
      space_before = false;
      utf8::unchecked::append(static_cast<std::uint32_t>(c), std::back_inserter(line));
    }
  }
  return line;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

std::string shorten(std::string_view line, std::size_t length) {
  if (count_code_points(line) <= length || length == 0) return std::string(line);
  auto end = line.begin();
  utf8::unchecked::advance(end, length - 1);
  std::string_view head(line.data(), static_cast<std::size_t>(end - line.begin()));
  while (head.ends_with(' ')) head.remove_suffix(1);
  return std::string(head) + std::string(ellipsis);
}

std::vector<std::string> wrap(std::string_view line, std::size_t width, std::size_t max_lines) {
  std::vector<std::string> lines(1);
  for (const std::string_view word : words_of(line)) {
    const std::string piece = shorten(word, 2 * width);
    const std::size_t used = count_code_points(lines.back());
    if (used == 0) {
      lines.back() = piece;
    } else if (used + 1 + count_code_points(piece) <= width) {
      lines.back() += ' ' + piece;
    } else if (lines.size() == max_lines) {
      lines.back() += std::string(" ") + std::string(ellipsis);
      break;
    } else {
      lines.push_back(piece);
    }
  }
  return lines;
}

}  // namespace hearsay
