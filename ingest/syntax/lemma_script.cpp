#include "ingest/syntax/lemma_script.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

/// The byte where the last `characters` of `text` begin; none when there are not more than that.
std::size_t end_without(std::string_view text, std::size_t characters) {
  std::size_t at = text.size();
  for (; characters > 0 && at > 0; --characters) do
      --at;
    while (at > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[at])));
  return at;
}

}  // namespace

std::string lower_case(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; }))
    return ascii_lower(text);
  std::string out;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string apply_lemma_script(std::string_view form, std::string_view script) {
  const std::size_t first = script.find('|');
  if (first == std::string_view::npos) return std::string(form);
  const std::string_view kind = script.substr(0, first), rest = script.substr(first + 1);
  if (kind == "=") return std::string(rest);
  const std::size_t second = rest.find('|');
  std::size_t strip = 0;
  if (second == std::string_view::npos ||
      std::from_chars(rest.data(), rest.data() + second, strip).ptr != rest.data() + second)
    return std::string(form);
  std::string cased = kind == "lower" ? lower_case(form) : std::string(form);
  const std::size_t end = end_without(cased, strip);
  if (end == 0 && strip > 0) return cased;
  return cased.replace(end, std::string::npos, rest.substr(second + 1));
}

}  // namespace hearsay
