#include "ingest/relation/time_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/words.hpp"

namespace hearsay {

using std::chrono::sys_days;
using Date = std::chrono::year_month_day;

namespace {

constexpr std::size_t max_words = 24;

template <std::size_t N>
std::optional<unsigned> index_in(const std::array<std::string_view, N>& names, std::string_view word) {
  for (unsigned i = 0; i < N; ++i) {
    if (word == names[i]) return i;
    const std::string_view bare = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
    if (bare.size() >= 3 && bare.size() <= 4 && names[i].starts_with(bare) &&
        (bare.size() == 3 || bare == "sept" || bare == "tues" || bare == "thur" || bare == names[i]))
      return i;
  }
  return std::nullopt;
}

}  // namespace

std::string two(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::optional<int> number_of(std::string_view word) {
  static constexpr std::array<std::string_view, 21> names{
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  if (word == "a" || word == "an") return 1;
  if (word == "thirty") return 30;
  if (word == "forty") return 40;
  if (word == "fifty") return 50;
  if (const auto at = std::find(names.begin(), names.end(), word); at != names.end())
    return static_cast<int>(at - names.begin());
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<int> day_number(std::string_view word) {
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(suffix)) word.remove_suffix(2);
  }
  if (word.empty() || word[0] < '0' || word[0] > '9') return std::nullopt;
  const auto value = number_of(word);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

std::optional<int> year_number(std::string_view word) {
  if (word.size() != 4) return std::nullopt;
  const auto value = number_of(word);
  return value && *value >= 1000 && *value < 2200 ? value : std::nullopt;
}

std::optional<unsigned> month_number(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                           "may",       "june",     "july",     "august",
                                                           "september", "october",  "november", "december"};
  if (const auto at = index_in(months, word)) return *at + 1;
  return std::nullopt;
}

std::optional<unsigned> weekday_number(std::string_view word) {
  static constexpr std::array<std::string_view, 7> days{"sunday",   "monday", "tuesday", "wednesday",
                                                        "thursday", "friday", "saturday"};
  if (word == "sun" || word == "mar") return std::nullopt;
  return index_in(days, word);
}

const Unit* unit_of(std::string_view word) {
  static constexpr std::array<Unit, 10> units{{{"second", 'S', true, 1},
                                               {"minute", 'M', true, 1},
                                               {"hour", 'H', true, 1},
                                               {"day", 'D', false, 1},
                                               {"week", 'W', false, 1},
                                               {"month", 'M', false, 1},
                                               {"year", 'Y', false, 1},
                                               {"decade", 'Y', false, 10},
                                               {"century", 'Y', false, 100},
                                               {"fortnight", 'W', false, 2}}};
  if (word.ends_with('s') && word.size() > 3) word.remove_suffix(1);
  if (word == "centurie") word = "century";
  for (const Unit& u : units) {
    if (u.name == word) return &u;
  }
  return nullptr;
}

std::string year_text(int year) {
  std::string text = std::to_string(year);
  while (text.size() < 4) text.insert(0, "0");
  return text;
}
std::string day_text(Date d) {
  return year_text(int{d.year()}) + '-' + two(unsigned{d.month()}) + '-' + two(unsigned{d.day()});
}
std::string month_text(Date d) { return year_text(int{d.year()}) + '-' + two(unsigned{d.month()}); }

std::string week_text(sys_days day) {
  const std::chrono::weekday weekday{day};
  const sys_days thursday = day + std::chrono::days{4 - static_cast<int>(weekday.iso_encoding())};
  const Date date{thursday};
  const sys_days first = sys_days{date.year() / std::chrono::January / 1};
  const auto week = static_cast<unsigned>((thursday - first).count() / 7 + 1);
  return year_text(int{date.year()}) + "-W" + two(week);
}

std::optional<Date> parse_date(const std::optional<std::string>& text) {
  if (!text || text->size() < 10) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) {
    return number_of(std::string_view(*text).substr(at, size));
  };
  const auto y = part(0, 4), m = part(5, 2), d = part(8, 2);
  if (!y || !m || !d) return std::nullopt;
  const Date date{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                  std::chrono::day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::vector<std::string> words_of_time(std::string_view text) {
  std::vector<std::string> words;
  std::string now;
  const auto end_word = [&] {
    while (!now.empty() && (now.back() == '-' || now.back() == '\'' || now.back() == '/')) now.pop_back();
    if (!now.empty() && now.back() == '.' && !now.ends_with(".m.") &&
        (now.size() > 6 || weekday_number(now) || now[0] <= '9'))
      now.pop_back();
    if (now.ends_with("'s") && now.size() > 2 && now[0] > '9') now.resize(now.size() - 2);
    if (!now.empty()) words.push_back(now);
    now.clear();
  };
  for (std::size_t i = 0; i < text.size() && words.size() < max_words; ++i) {
    std::string_view rest = text.substr(i);
    char c = text[i];
    if (rest.starts_with("\u2019")) {
      c = '\'';
      i += 2;
    } else if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) {
      c = '-';
      i += 2;
    }
    c = ascii_lower(c);
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool in_word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '\'' || c == ':' || c == '/';
    if (c == '-' && !now.empty() && now[0] >= '0' && now[0] <= '9' && now.size() <= 7 && next >= '0' && next <= '9') {
      now += c;  // 2017-07-09, 1990-95
    } else if (in_word) {
      now += c;
    } else {
      if (c == '-' && now.empty()) words.emplace_back("-");
      end_word();
    }
  }
  end_word();
  std::erase_if(words, [](const std::string& w) {
    return w == "." || w == "," || w == "the" || w == "of" || w == "on" || w == "about" || w == "around" ||
           w == "only" || w == "exactly" || w == "nearly" || w == "roughly" || w == "almost" || w == "approximately" ||
           w == "at" || w == "by" || w == "'s" || w == "'";
  });
  return words;
}

}  // namespace hearsay
