#include "ingest/relation/normalize_time.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "ingest/relation/time_words.hpp"

namespace hearsay {
namespace {

using std::chrono::sys_days;
using Date = std::chrono::year_month_day;

/// Reads the words one after the other; each method looks for one kind of expression anywhere in them.
class TimeReader {
 public:
  TimeReader(std::vector<std::string> words, std::optional<Date> today, std::string_view tense)
      : words_(std::move(words)), today_(today), is_future_(tense == "future") {}

  std::optional<std::string> read() {
    if (words_.empty()) return std::nullopt;
    using Reader = std::optional<std::string> (TimeReader::*)();
    static constexpr std::array<Reader, 12> readers{
        &TimeReader::iso,     &TimeReader::range,      &TimeReader::calendar,    &TimeReader::decade,
        &TimeReader::season,  &TimeReader::shift,      &TimeReader::deictic,     &TimeReader::relative_unit,
        &TimeReader::weekday, &TimeReader::plain_year, &TimeReader::month_alone, &TimeReader::duration};
    for (const Reader reader : readers) {
      if (auto value = (this->*reader)()) return with_clock(*value);
    }
    if (today_ && clock()) return with_clock(day_text(*today_));
    return std::nullopt;
  }

 private:
  bool has(std::string_view w) const { return std::find(words_.begin(), words_.end(), w) != words_.end(); }
  std::string_view at(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i]) : std::string_view();
  }

  std::optional<std::string> iso() {
    for (const std::string& w : words_) {
      if (w.size() == 10 && w[4] == '-' && w[7] == '-' && parse_date(w)) return w;
      if (w.size() == 7 && w[4] == '-' && year_number(w.substr(0, 4)) && number_of(w.substr(5)) &&
          *number_of(w.substr(5)) >= 1 && *number_of(w.substr(5)) <= 12)
        return w;
      if (const auto slash = w.find('/'); slash != std::string::npos) {
        if (const auto value = slashed(w, slash)) return value;
      }
    }
    return std::nullopt;
  }

  /// 7/9/2017 as Americans write it; 25/12/2017 can only be the other order.
  static std::optional<std::string> slashed(const std::string& w, std::size_t first) {
    const std::size_t second = w.find('/', first + 1);
    if (second == std::string::npos) return std::nullopt;
    const auto a = number_of(w.substr(0, first)), b = number_of(w.substr(first + 1, second - first - 1));
    const auto y = year_number(w.substr(second + 1));
    if (!a || !b || !y) return std::nullopt;
    const auto month = static_cast<unsigned>(*a > 12 ? *b : *a), day = static_cast<unsigned>(*a > 12 ? *a : *b);
    const Date date{std::chrono::year{*y}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional(day_text(date)) : std::nullopt;
  }

  std::optional<std::string> range() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const bool opens = at(i) == "from" || at(i) == "between";
      if (!opens) continue;
      for (std::size_t j = i + 2; j < words_.size(); ++j) {
        if (at(j) != "to" && at(j) != "until" && at(j) != "and" && at(j) != "till" && at(j) != "through" &&
            at(j) != "-")
          continue;
        return joined(slice(i + 1, j), slice(j + 1, words_.size()));
      }
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i > 0 && i + 1 < words_.size() && at(i) == "-" && year_number(at(i - 1)) && year_number(at(i + 1))) {
        return words_[i - 1] + '/' + words_[i + 1];
      }
      const std::string& w = words_[i];
      const auto dash = w.find('-');
      if (dash != 4 || !year_number(w.substr(0, 4))) continue;
      std::string end = w.substr(5);
      if (end.size() == 2 && number_of(end) && *number_of(end) > 12) end = w.substr(0, 2) + end;
      if (year_number(end)) return w.substr(0, 4) + '/' + end;
    }
    return day_range();
  }

  /// "July 7 - 8, 2017", "July 7 to 8"
  std::optional<std::string> day_range() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const auto month = month_number(at(i));
      if (!month) continue;
      int first = 0, last = 0;
      std::size_t next = i + 2;
      if (const auto dash = words_[i + 1].find('-'); dash != std::string::npos) {
        first = day_number(words_[i + 1].substr(0, dash)).value_or(0);
        last = day_number(words_[i + 1].substr(dash + 1)).value_or(0);
      } else if ((at(i + 2) == "-" || at(i + 2) == "to" || at(i + 2) == "through") && day_number(at(i + 1)) &&
                 day_number(at(i + 3))) {
        first = *day_number(at(i + 1));
        last = *day_number(at(i + 3));
        next = i + 4;
      }
      if (first == 0 || last <= first) continue;
      const auto year = year_for(*month, next);
      if (!year) return std::nullopt;
      const std::string prefix = year_text(*year) + '-' + two(*month) + '-';
      return prefix + two(static_cast<unsigned>(first)) + '/' + prefix + two(static_cast<unsigned>(last));
    }
    return std::nullopt;
  }

  std::vector<std::string> slice(std::size_t from, std::size_t to) const {
    return {words_.begin() + static_cast<std::ptrdiff_t>(from), words_.begin() + static_cast<std::ptrdiff_t>(to)};
  }

  std::optional<std::string> joined(std::vector<std::string> left, std::vector<std::string> right) {
    const auto tense = is_future_ ? "future" : "past";
    const auto end = TimeReader(right, today_, tense).read();
    // "between May and July 2016": the year stands only once.
    if (!right.empty() && year_number(right.back()) && !left.empty() && !year_number(left.back()) &&
        month_number(left.front())) {
      left.push_back(right.back());
    }
    const auto begin = TimeReader(left, today_, tense).read();
    if (!begin || !end || begin->find('/') != std::string::npos || end->find('/') != std::string::npos)
      return std::nullopt;
    return *begin + '/' + *end;
  }

  /// The year named behind a month, else the nearest one that fits the tense.
  std::optional<int> year_for(unsigned month, std::size_t next) {
    for (std::size_t i = next; i < std::min(next + 2, words_.size()); ++i) {
      if (const auto y = year_number(at(i))) return y;
    }
    if (has("last") && has("year") && today_) return int{today_->year()} - 1;
    if (has("next") && has("year") && today_) return int{today_->year()} + 1;
    if (!today_) return std::nullopt;
    const int year{today_->year()};
    const unsigned now{today_->month()};
    if (has("last")) return month >= now ? year - 1 : year;
    if (has("next")) return month <= now ? year + 1 : year;
    if (has("this")) return year;
    if (is_future_) return month < now ? year + 1 : year;
    return month > now ? year - 1 : year;
  }

  std::optional<std::string> calendar() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto month = month_number(at(i));
      if (!month) continue;
      std::optional<int> day = i > 0 ? day_number(at(i - 1)) : std::nullopt;
      std::size_t next = i + 1;
      if (!day && (day = day_number(at(i + 1)))) next = i + 2;
      if (!day) continue;
      const auto year = year_for(*month, next);
      if (!year) continue;
      const Date date{std::chrono::year{*year}, std::chrono::month{*month},
                      std::chrono::day{static_cast<unsigned>(*day)}};
      if (date.ok()) return day_text(date);
    }
    return std::nullopt;
  }

  std::optional<std::string> month_alone() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto month = month_number(at(i));
      if (!month || (words_[i] == "may" && words_.size() == 1 && !today_)) continue;
      const auto year = year_for(*month, i + 1);
      if (!year) return std::nullopt;
      return year_text(*year) + '-' + two(*month);
    }
    return std::nullopt;
  }

  /// "the 1990s", "the late 1980s", "the 19th century"
  std::optional<std::string> decade() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::string w = words_[i];
      std::erase(w, '\'');
      if (w.ends_with('s') && w.size() == 5 && year_number(w.substr(0, 4)) && w[3] == '0') {
        const int from = *year_number(w.substr(0, 4));
        return part_of_years(from, from % 100 == 0 && has("century") ? 100 : 10);
      }
      if (at(i + 1) == "century") {
        if (const auto ordinal = century_number(w)) return part_of_years((*ordinal - 1) * 100, 100);
      }
    }
    return std::nullopt;
  }

  static std::optional<int> century_number(const std::string& w) {
    static constexpr std::array<std::pair<std::string_view, int>, 4> names{
        {{"twentieth", 20}, {"nineteenth", 19}, {"eighteenth", 18}, {"twenty-first", 21}}};
    for (const auto& [name, number] : names) {
      if (name == w) return number;
    }
    const auto value = day_number(w);
    return value && *value <= 21 && w.size() > 2 ? value : std::nullopt;
  }

  std::string part_of_years(int from, int count) const {
    int to = from + count - 1;
    if (has("early")) to = from + count / 2 - 1 - (count == 10 ? 1 : 0);
    if (has("late")) from += count / 2 + (count == 10 ? 1 : 0);
    if (has("mid")) {
      from += count * 4 / 10;
      to = from + count * 2 / 10;
    }
    return year_text(from) + '/' + year_text(to);
  }

  /// "summer 2016", "the third quarter of 2016", "the first half of last year"
  std::optional<std::string> season() {
    struct Part {
      std::string_view name;
      unsigned from, to;
    };
    static constexpr std::array<Part, 5> seasons{
        {{"spring", 3, 5}, {"summer", 6, 8}, {"autumn", 9, 11}, {"fall", 9, 11}, {"winter", 12, 2}}};
    for (const Part& s : seasons) {
      if (!has(s.name)) continue;
      const auto year = some_year();
      if (!year) return std::nullopt;
      return year_text(*year) + '-' + two(s.from) + '/' + year_text(s.to < s.from ? *year + 1 : *year) + '-' +
             two(s.to);
    }
    const bool quarter = has("quarter"), half = has("half");
    if (!quarter && !half) return std::nullopt;
    static constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};
    for (unsigned i = 0; i < ordinals.size(); ++i) {
      if (!has(ordinals[i])) continue;
      const auto year = some_year();
      if (!year || (half && i > 1)) return std::nullopt;
      const unsigned months = half ? 6 : 3;
      return year_text(*year) + '-' + two(i * months + 1) + '/' + year_text(*year) + '-' + two(i * months + months);
    }
    return std::nullopt;
  }

  std::optional<int> some_year() const {
    for (const std::string& w : words_) {
      if (const auto y = year_number(w)) return y;
    }
    if (!today_) return std::nullopt;
    const int year{today_->year()};
    if (has("last")) return year - 1;
    if (has("next")) return year + 1;
    return year;
  }

  std::string shifted(const Unit& unit, int count, bool forward) const {
    const int n = (forward ? 1 : -1) * count * unit.count;
    if (unit.is_clock) return day_text(*today_);
    if (unit.letter == 'Y') return year_text(int{today_->year()} + n);
    if (unit.letter == 'M') return month_text(Date{*today_ + std::chrono::months{n}});
    const sys_days day = sys_days{*today_} + std::chrono::days{unit.letter == 'W' ? 7 * n : n};
    return unit.letter == 'W' ? week_text(day) : day_text(Date{day});
  }

  /// "two days ago", "three weeks earlier", "in two years", "a month from now", "10 years later"
  std::optional<std::string> shift() {
    if (!today_) return std::nullopt;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const Unit* unit = unit_of(at(i + 1));
      const auto count = number_of(at(i));
      if (unit == nullptr || !count || *count > 2000) continue;
      const std::string_view after = at(i + 2), before = i > 0 ? at(i - 1) : std::string_view();
      if (after == "ago" || after == "earlier" || after == "before" || after == "previously")
        return shifted(*unit, *count, false);
      if (after == "later" || after == "hence" || (after == "from" && (at(i + 3) == "now" || at(i + 3) == "today")))
        return shifted(*unit, *count, true);
      if (before == "in" && is_future_) return shifted(*unit, *count, true);
    }
    if (has("couple") && has("ago")) {
      for (const std::string& w : words_) {
        if (const Unit* unit = unit_of(w)) return shifted(*unit, 2, false);
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> deictic() {
    if (!today_) return std::nullopt;
    const sys_days now{*today_};
    const auto day = [&](int n) { return day_text(Date{now + std::chrono::days{n}}); };
    if (has("today") || has("tonight")) return day(0);
    if (has("yesterday")) return has("before") ? day(-2) : day(-1);
    if (has("tomorrow")) return has("after") ? day(2) : day(1);
    if (has("last") && has("night")) return day(-1);
    if (has("this") && (has("morning") || has("afternoon") || has("evening"))) return day(0);
    if (words_.size() == 1 && (has("now") || has("currently"))) return day(0);
    if (has("weekend")) return weekend();
    return std::nullopt;
  }

  std::optional<std::string> weekend() const {
    const sys_days now{*today_};
    const int weekday = static_cast<int>(std::chrono::weekday{now}.iso_encoding());
    int to_saturday = 6 - weekday;
    if (has("last") && weekday < 6) to_saturday -= 7;
    if (has("last") && weekday >= 6) to_saturday -= 7;
    if (has("next")) to_saturday += 7;
    if (!has("last") && !has("next") && !has("this") && !is_future_ && weekday < 6) to_saturday -= 7;
    const sys_days saturday = now + std::chrono::days{to_saturday};
    return day_text(Date{saturday}) + '/' + day_text(Date{saturday + std::chrono::days{1}});
  }

  /// "last year", "this week", "next month", "the past three years", "earlier this month"
  std::optional<std::string> relative_unit() {
    if (!today_) return std::nullopt;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::string_view which = at(i);
      const bool back = which == "last" || which == "previous" || which == "past";
      const bool ahead = which == "next" || which == "coming" || which == "following";
      if (!back && !ahead && which != "this" && which != "current") continue;
      if (const auto count = number_of(at(i + 1)); count && unit_of(at(i + 2)) != nullptr)
        return span_of(*unit_of(at(i + 2)), *count, ahead);
      const Unit* unit = unit_of(at(i + 1));
      if (unit == nullptr || unit->is_clock) continue;
      if (!back && !ahead) return this_one(*unit);
      if (which == "past" || unit->count > 1) return span_of(*unit, 1, ahead);
      return shifted(*unit, 1, ahead);
    }
    return std::nullopt;
  }

  std::string this_one(const Unit& unit) const {
    if (unit.count == 10) {
      const int from = int{today_->year()} / 10 * 10;
      return year_text(from) + '/' + year_text(from + 9);
    }
    if (unit.count == 100) {
      const int from = int{today_->year()} / 100 * 100;
      return year_text(from) + '/' + year_text(from + 99);
    }
    return shifted(unit, 0, true);
  }

  /// "the past three years": a stretch that ends or begins with the article's day.
  std::string span_of(const Unit& unit, int count, bool ahead) const {
    const int n = std::min(count, 2000) * unit.count;
    const sys_days now{*today_};
    Date far = *today_;
    if (unit.letter == 'Y')
      far = Date{*today_ + std::chrono::years{ahead ? n : -n}};
    else if (unit.letter == 'M' && !unit.is_clock)
      far = Date{*today_ + std::chrono::months{ahead ? n : -n}};
    else if (!unit.is_clock)
      far = Date{now + std::chrono::days{(ahead ? 1 : -1) * n * (unit.letter == 'W' ? 7 : 1)}};
    if (!far.ok()) far = Date{far.year() / far.month() / std::chrono::last};
    return ahead ? day_text(*today_) + '/' + day_text(far) : day_text(far) + '/' + day_text(*today_);
  }

  std::optional<std::string> weekday() {
    if (!today_) return std::nullopt;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto wanted = weekday_number(at(i));
      if (!wanted) continue;
      const sys_days now{*today_};
      const int today = static_cast<int>(std::chrono::weekday{now}.c_encoding());
      int back = (today - static_cast<int>(*wanted) + 7) % 7;
      const std::string_view before = i > 0 ? at(i - 1) : std::string_view();
      const bool next =
          before == "next" || before == "coming" || before == "this" ? before != "this" || is_future_ : is_future_;
      if (next)
        return day_text(Date{now + std::chrono::days{back == 0 ? (is_future_ && before != "next" ? 0 : 7) : 7 - back}});
      if (before == "last" && back == 0) back = 7;
      return day_text(Date{now - std::chrono::days{back}});
    }
    return std::nullopt;
  }

  std::optional<std::string> plain_year() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto year = year_number(at(i));
      if (!year || unit_of(at(i + 1)) != nullptr) continue;
      if (i > 0 && month_number(at(i - 1))) return month_alone();
      if (has("early") || has("late") || has("mid")) return part_of_year(*year);
      return year_text(*year);
    }
    return std::nullopt;
  }

  std::string part_of_year(int year) const {
    const std::string y = year_text(year) + '-';
    if (has("early")) return y + "01/" + y + "04";
    return has("late") ? y + "09/" + y + "12" : y + "05/" + y + "08";
  }

  /// "for two hours", "three-year", "more than two hours"
  std::optional<std::string> duration() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const Unit* unit = unit_of(at(i + 1));
      const auto count = number_of(at(i));
      if (unit == nullptr || !count) continue;
      return std::string(unit->is_clock ? "PT" : "P") + std::to_string(*count * unit->count) + unit->letter;
    }
    return std::nullopt;
  }

  /// "3 p.m.", "9:20pm", "15:00", "noon", "midnight" as "T15:00"
  std::optional<std::string> clock() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i] == "noon") return "T12:00";
      if (words_[i] == "midnight") return "T00:00";
      std::string w = words_[i];
      std::string half;
      for (const std::string_view suffix : {"p.m.", "a.m.", "pm", "am", "p.m", "a.m"}) {
        if (w.size() > suffix.size() && w.ends_with(suffix)) {
          half = suffix.substr(0, 1);
          w.resize(w.size() - suffix.size());
          break;
        }
        if (at(i + 1) == suffix) {
          half = suffix.substr(0, 1);
          break;
        }
      }
      const auto colon = w.find(':');
      if (half.empty() && colon == std::string::npos) continue;
      const auto hour = number_of(w.substr(0, colon));
      const auto minute = colon == std::string::npos ? std::optional(0) : number_of(w.substr(colon + 1));
      if (!hour || !minute || *hour > 23 || *minute > 59 || (!half.empty() && *hour > 12) || w[0] > '9') continue;
      const int h = half == "p" ? *hour % 12 + 12 : half == "a" ? *hour % 12 : *hour;
      return "T" + two(static_cast<unsigned>(h)) + ":" + two(static_cast<unsigned>(*minute));
    }
    return std::nullopt;
  }

  std::string with_clock(const std::string& value) const {
    if (value.size() != 10 || value.find('/') != std::string::npos) return value;
    const auto time = clock();
    return time ? value + *time : value;
  }

  std::vector<std::string> words_;
  std::optional<Date> today_;
  bool is_future_;
};

}  // namespace

std::optional<std::string> normalize_time(std::string_view text, const std::optional<std::string>& date,
                                          std::string_view tense) {
  return TimeReader(words_of_time(text), parse_date(date), tense).read();
}

}  // namespace hearsay
