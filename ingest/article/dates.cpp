#include "ingest/article/dates.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
#define HEARSAY_MONTH                                                                                           \
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|" \
  "nov(?:ember)?|dec(?:ember)?)"

int month_number(std::string_view name) {
  const std::string key = ascii_lower(name.substr(0, 3));
  const auto* const found = std::find(kMonths.begin(), kMonths.end(), key);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

std::optional<std::string> iso_date(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1600 || year > 2199 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) return std::nullopt;
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
  return std::string(buffer.data());
}

struct Spelling {
  const char* pattern;
  const char* order;  ///< what the three groups are: y, m (number), M (name), d; '?' is day or month
};

// Each has exactly three groups; the first that matches at the leftmost place wins.
constexpr std::array<Spelling, 6> kSpellings = {{
    {R"(\b(\d{4})-(\d{1,2})-(\d{1,2}))", "ymd"},
    {R"((?i)\b)" HEARSAY_MONTH R"(\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b)", "Mdy"},
    {R"((?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+)" HEARSAY_MONTH R"(\.?,?[\s-]+(\d{4})\b)", "dMy"},
    {R"(\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b)", "dmy"},
    {R"(\b(\d{1,2})/(\d{1,2})/(\d{4})\b)", "??y"},
    {R"(\b(\d{4})/(\d{1,2})/(\d{1,2})\b)", "ymd"},
}};

const std::array<RE2, 6>& spellings() {
  static const std::array<RE2, 6> compiled = {RE2(kSpellings[0].pattern), RE2(kSpellings[1].pattern),
                                              RE2(kSpellings[2].pattern), RE2(kSpellings[3].pattern),
                                              RE2(kSpellings[4].pattern), RE2(kSpellings[5].pattern)};
  return compiled;
}

int number(re2::StringPiece digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<std::string> assemble(std::string_view order, const std::array<re2::StringPiece, 4>& groups) {
  if (order[0] == '?') {
    const int first = number(groups[1]), second = number(groups[2]);
    if (first <= 12 && second <= 12 && first != second) return std::nullopt;  // which is the month, nobody can say
    return first > 12 ? iso_date(number(groups[3]), second, first) : iso_date(number(groups[3]), first, second);
  }
  int year = 0, month = 0, day = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const re2::StringPiece group = groups[i + 1];
    if (order[i] == 'y') year = number(group);
    if (order[i] == 'm') month = number(group);
    if (order[i] == 'M') month = month_number({group.data(), group.size()});
    if (order[i] == 'd') day = number(group);
  }
  return iso_date(year, month, day);
}

/// Adds a time that follows the date directly: ", 9:20pm", " at 14:05", "T09:30:00Z".
void add_time(std::string_view text, FoundDate& date) {
  static const RE2 kTime(
      R"((?i)^(?:T|[\s,|;-]+|\s+at\s+|,?\s*(?:at\s+)?)(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?(\s*[ap]\.?m\b\.?)?)");
  const std::string_view rest = text.substr(date.end, 40);
  const re2::StringPiece input(rest.data(), rest.size());
  std::array<re2::StringPiece, 4> groups;
  if (!kTime.Match(input, 0, input.size(), RE2::ANCHOR_START, groups.data(), 4)) return;
  int hour = number(groups[1]);
  const int minute = number(groups[2]);
  if (hour > 23 || minute > 59) return;
  const bool half_day = groups[3].data() != nullptr && !groups[3].empty();
  if (half_day) {
    const bool afternoon =
        std::string_view(groups[3].data(), groups[3].size()).find_first_of("pP") != std::string_view::npos;
    if (hour > 12) return;
    hour = hour % 12 + (afternoon ? 12 : 0);
  }
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", hour, minute);
  date.iso += buffer.data();
  date.end += groups[0].size();
}

std::optional<FoundDate> next_date(std::string_view text, std::size_t from) {
  std::optional<FoundDate> best;
  for (std::size_t kind = 0; kind < kSpellings.size(); ++kind) {
    const re2::StringPiece input(text.data(), text.size());
    std::array<re2::StringPiece, 4> groups;
    if (!spellings()[kind].Match(input, from, text.size(), RE2::UNANCHORED, groups.data(), 4)) continue;
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    if (best && best->begin <= begin) continue;
    if (const auto iso = assemble(kSpellings[kind].order, groups)) {
      best = FoundDate{*iso, begin, begin + groups[0].size()};
    }
  }
  if (best) add_time(text, *best);
  return best;
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
  std::vector<FoundDate> dates;
  for (std::size_t from = 0; from < text.size();) {
    auto date = next_date(text, from);
    if (!date) break;
    from = date->end;
    dates.push_back(*std::move(date));
  }
  return dates;
}

std::optional<std::string> read_date(std::string_view field) {
  if (const auto date = next_date(field.substr(0, 200), 0)) return date->iso;
  static const RE2 kCompact(R"(^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}).*)?\s*$)");
  const re2::StringPiece input(field.data(), std::min<std::size_t>(field.size(), 200));
  std::array<re2::StringPiece, 4> groups;
  if (!kCompact.Match(input, 0, input.size(), RE2::ANCHOR_BOTH, groups.data(), 4)) return std::nullopt;
  return assemble("ymd", groups);
}

}  // namespace hearsay
