#pragma once
// The words of time expressions as numbers, and dates as ISO 8601.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// "seven", "7", "a"; none for other words.
[[nodiscard]] std::optional<int> number_of(std::string_view word);
/// "3rd" as 3; "3" too.
[[nodiscard]] std::optional<int> day_number(std::string_view word);
/// Four digits from 1000 to 2199.
[[nodiscard]] std::optional<int> year_number(std::string_view word);
/// "july", "sept." as 1 to 12.
[[nodiscard]] std::optional<unsigned> month_number(std::string_view word);
/// "friday", "fri." as 0 (Sunday) to 6.
[[nodiscard]] std::optional<unsigned> weekday_number(std::string_view word);

/// A unit of durations: its letter in ISO 8601, whether behind the "T", and how many of the letter it is.
struct Unit {
  std::string_view name;
  char letter;
  bool is_clock;
  int count;
};
/// Null for other words.
[[nodiscard]] const Unit* unit_of(std::string_view word);

[[nodiscard]] std::string two(unsigned n);  ///< two digits
[[nodiscard]] std::string year_text(int year);
[[nodiscard]] std::string month_text(std::chrono::year_month_day date);
[[nodiscard]] std::string day_text(std::chrono::year_month_day date);
/// ISO week of a day: the week of its Thursday.
[[nodiscard]] std::string week_text(std::chrono::sys_days day);
/// None where `text` does not begin with a day that exists.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_date(const std::optional<std::string>& text);
/// In lower case, without the words that say nothing about when; the first 24.
[[nodiscard]] std::vector<std::string> words_of_time(std::string_view text);

}  // namespace hearsay
