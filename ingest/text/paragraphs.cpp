#include "ingest/text/paragraphs.hpp"

#include <algorithm>
#include <cstdint>

namespace hearsay {
namespace {

// Nobody wraps lines wider than this: a longer line is a paragraph written on one line.
constexpr std::uint32_t widest_wrap = 120;
// Narrower blocks are lists, verses and headings.
constexpr std::uint32_t narrowest_wrap = 40;

std::string_view part(std::string_view text, ByteSpan span) { return text.substr(span.begin, span.size()); }

std::vector<ByteSpan> lines_of(std::string_view text) {
  std::vector<ByteSpan> lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find_first_of("\n\r\v\f", begin);
    if (end == std::string_view::npos) end = text.size();
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    const bool crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (crlf ? 2 : 1);
  }
  return lines;
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\t')) ++span.begin;
  while (span.begin < span.end && (text[span.end - 1] == ' ' || text[span.end - 1] == '\t')) --span.end;
  return span;
}

/// "- item", "* item", "• item", "3. item", "b) item"
bool is_list_item(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || space == 0 || space > 4) return false;
  const std::string_view mark = line.substr(0, space);
  if (mark == "-" || mark == "*" || mark == "+" || mark == "•" || mark == "·" || mark == "–" || mark == "—")
    return true;
  const bool closes = mark.back() == '.' || mark.back() == ')';
  return mark.size() > 1 && closes &&
         std::all_of(mark.begin(), mark.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

/// A writer who wraps at `width` breaks a line only where the next word no longer fits.
bool is_wrapped(std::string_view line, std::string_view next, std::uint32_t width) {
  if (width > widest_wrap || width < narrowest_wrap || is_list_item(next)) return false;
  const std::size_t first_word = std::min(next.find(' '), next.size());
  return line.size() + 1 + first_word + 2 > width;
}

void add_block(std::string_view text, const std::vector<ByteSpan>& block, std::vector<ByteSpan>& out) {
  std::uint32_t width = 0;
  for (const ByteSpan line : block) width = std::max(width, line.size());
  for (std::size_t i = 0; i < block.size(); ++i) {
    const bool joins = i > 0 && is_wrapped(part(text, block[i - 1]), part(text, block[i]), width);
    if (joins)
      out.back().end = block[i].end;
    else
      out.push_back(block[i]);
  }
}

}  // namespace

std::vector<ByteSpan> find_paragraphs(std::string_view text) {
  std::vector<ByteSpan> paragraphs, block;
  for (const ByteSpan line : lines_of(text)) {
    const ByteSpan content = trimmed(text, line);
    if (!content.empty()) {
      block.push_back(content);
    } else {
      add_block(text, block, paragraphs);
      block.clear();
    }
  }
  add_block(text, block, paragraphs);
  return paragraphs;
}

}  // namespace hearsay
