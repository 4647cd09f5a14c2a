#include "ingest/model/word_features.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "ingest/model/code_points.hpp"

namespace hearsay {
namespace {

UChar32 plain(UChar32 c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c >= '0' && c <= '9' ? '0' : c;
  switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E: return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A: return '\'';
    case 0x2013:
    case 0x2014: return '-';
    default: return u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? '0' : u_tolower(c);
  }
}

UChar32 pattern_of(UChar32 c) {
  const auto kind = U_MASK(u_charType(c));
  if ((kind & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return 'X';
  if ((kind & U_GC_L_MASK) != 0) return 'x';
  return (kind & U_GC_ND_MASK) != 0 ? 'd' : c;
}

std::string_view first_of(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  for (; characters > 0 && end < text.size(); --characters) static_cast<void>(next_code_point(text, end));
  return text.substr(0, end);
}

std::string_view last_of(std::string_view text, std::size_t characters) {
  std::size_t begin = text.size();
  for (; characters > 0 && begin > 0; --characters) do
      --begin;
    while (begin > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[begin])));
  return text.substr(begin);
}

/// FNV-1a over the number of the table, then the text.
std::uint32_t hash(std::uint8_t table, std::string_view text) {
  constexpr std::uint32_t prime = 16777619U;
  std::uint32_t h = (2166136261U ^ table) * prime;
  for (const char c : text) h = (h ^ static_cast<std::uint8_t>(c)) * prime;
  return h;
}

}  // namespace

std::string word_key(std::string_view word) {
  std::string key;
  key.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) append_code_point(key, plain(next_code_point(word, at)));
  return key;
}

std::string letter_pattern(std::string_view word) {
  std::string pattern;
  UChar32 last = -1;
  int run = 0;
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = pattern_of(next_code_point(word, at));
    run = c == last ? run + 1 : 1;
    last = c;
    if (run <= 3) append_code_point(pattern, c);
  }
  return pattern;
}

WordFeatures::WordFeatures(std::string_view keys, std::vector<AffixTable> tables) : tables_(std::move(tables)) {
  ids_.reserve(static_cast<std::size_t>(std::count(keys.begin(), keys.end(), '\n')) + 1);
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find('\n'), keys.size());
    ids_.emplace(keys.substr(0, end), count_++);
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
}

void WordFeatures::append_rows(std::string_view word, std::vector<std::uint32_t>& rows) const {
  const std::string key = word_key(word);
  const auto known = ids_.find(key);
  rows.push_back(known == ids_.end() ? 0 : known->second);
  std::uint8_t number = 0;
  for (const AffixTable& table : tables_) {
    ++number;
    using Part = AffixTable::Part;
    const std::uint32_t h = table.part == Part::shape    ? hash(number, letter_pattern(word))
                            : table.part == Part::prefix ? hash(number, first_of(key, table.length))
                                                         : hash(number, last_of(key, table.length));
    rows.push_back(h % table.rows);
  }
}

}  // namespace hearsay
