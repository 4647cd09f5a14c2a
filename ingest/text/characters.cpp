#include "ingest/text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace hearsay {

void decode(std::string_view text, std::uint32_t offset, Characters& out) {
  out.code.clear();
  out.byte.clear();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    out.byte.push_back(offset + static_cast<std::uint32_t>(i));
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    out.code.push_back(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  out.byte.push_back(offset + static_cast<std::uint32_t>(length));
}

namespace {
UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }
bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
}  // namespace

bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
  return u_isUWhiteSpace(icu(c)) != 0 || c == U'\uFEFF' || c == U'\u200B';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  return u_isUAlphabetic(icu(c)) != 0 || (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= U'0' && c <= U'9';
  return u_isdigit(icu(c)) != 0;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  return u_islower(icu(c)) != 0;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'`' || c == U'´' || c == U'ʼ'; }

bool closes(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == U'"' || c == U'”' || c == U'»' || is_apostrophe(c);
}
bool is_joiner(char32_t c) {
  if (c < 0x300) return false;
  return (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0 || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool is_pictograph(char32_t c) { return c >= 0x2190 && (U_GET_GC_MASK(icu(c)) & (U_GC_SO_MASK | U_GC_SK_MASK)) != 0; }

}  // namespace hearsay
