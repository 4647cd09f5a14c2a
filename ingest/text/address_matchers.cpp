// What TokenScanner knows of addresses, handles and file names.
#include <algorithm>
#include <array>

#include "ingest/text/abbreviations.hpp"
#include "ingest/text/token_scanner.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_local_part = 64;  // RFC 5321; also keeps the search for "@" cheap
constexpr std::size_t longest_domain = 96;

bool is_address(char32_t c) { return is_word(c) || c == U'.' || c == U'-' || c == U'+' || c == U'%'; }

}  // namespace

/// An address does not end with the punctuation of the sentence around it.
std::size_t TokenScanner::trim_address(std::size_t begin, std::size_t end) const {
  while (end > begin + 1) {
    const char32_t c = text_->code[end - 1];
    const bool ends_sentence = c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' ||
                               c == U'>' || c == U'*' || c == U'…';
    if (!ends_sentence && !closes(c)) break;
    --end;
  }
  return end;
}

std::size_t TokenScanner::match_url(std::size_t at) const {
  const char32_t c = ascii_lower(text_->code[at]);
  if (c != U'h' && c != U'w' && c != U'f' && c != U'm') return 0;
  const auto begins = {"http://"sv, "https://"sv, "www."sv, "ftp://"sv, "mailto:"sv};
  const bool is_url = std::any_of(begins.begin(), begins.end(), [&](std::string_view b) { return spells(at, b); });
  if (!is_url) return 0;
  std::size_t end = at;
  while (end < text_->size()) {
    const char32_t d = text_->code[end];
    if (d == U'<' || d == U'>' || d == U'"' || d == U'“' || d == U'”' || d == U'«' || d == U'»') break;
    ++end;
  }
  return trim_address(at, end) - at;
}

std::size_t TokenScanner::match_email(std::size_t at) const {
  if (at > 0 && is_address(text_->code[at - 1]) && text_->code[at - 1] != U'-') return 0;
  std::size_t i = at;
  const std::size_t limit = std::min(text_->size(), at + longest_local_part);
  while (i < limit && is_address(text_->code[i])) ++i;
  if (i >= text_->size() || text_->code[i] != U'@' || !is_word(text_->at(i + 1))) return 0;
  const std::size_t domain = ++i;
  while (i < text_->size() && i < domain + longest_domain &&
         (is_word(text_->code[i]) || text_->code[i] == U'.' || text_->code[i] == U'-'))
    ++i;
  return trim_address(at, i) - at;
}

/// "example.com", "news.example.co.uk/path", "report.pdf"
std::size_t TokenScanner::match_domain(std::size_t at) const {
  if (at > 0 && (is_word(text_->code[at - 1]) || text_->code[at - 1] == U'.')) return 0;
  std::size_t i = at, label = at, end = 0;
  const std::size_t limit = std::min(text_->size(), at + longest_domain);
  for (; i <= limit; ++i) {
    const char32_t c = text_->at(i);
    const bool inside = i < limit && (is_word(c) || (c == U'-' && i > at));
    if (inside) continue;
    if (label > at && i > label && i - label <= 5) {
      const std::string last = ascii(label, i);
      const bool capital = is_upper(text_->code[label]) && is_lower(text_->at(label + 1));
      if (!capital && (is_top_level_domain(last) || is_file_extension(last)) && is_letter(text_->code[label - 2]))
        end = i;
      else if (!capital && (is_file_extension(last) || (i - label == 2 && c == U'/' && is_word(text_->at(i + 1)))))
        end = i;
    }
    if (c != U'.' || i == label) break;
    label = i + 1;
  }
  if (end == 0 && i - at >= 8 && label > at) end = newsgroup_end(at, i);
  if (end == 0) return 0;
  if (text_->at(end) == U'/' && is_word(text_->at(end + 1))) {
    while (end < text_->size() && text_->code[end] < 0x80) ++end;
    end = trim_address(at, end);
  }
  return end - at;
}

/// "comp.sources.unix": three labels or more, all in small letters. 0 for none.
std::size_t TokenScanner::newsgroup_end(std::size_t at, std::size_t limit) const {
  std::size_t dots = 0, end = at;
  for (; end < limit; ++end) {
    const char32_t c = text_->code[end];
    const bool dot = c == U'.' && end > at + 1 && is_lower(text_->code[end - 1]) && is_lower(text_->at(end + 1));
    if (dot) ++dots;
    if (!dot && !(is_lower(c) && c < 0x80) && c != U'-') break;
  }
  const bool whole = !is_word(text_->at(end));
  return dots >= 2 && whole ? end : 0;
}

std::size_t TokenScanner::match_handle(std::size_t at) const {
  const char32_t first = text_->at(at + 1);
  if (!is_letter(first) && first != U'_') return 0;
  std::size_t end = at + 1;
  while (is_word(text_->at(end))) ++end;
  return end - at;
}

}  // namespace hearsay
