#pragma once
// Time expressions as ISO 8601, relative to the day the article was published.

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

/// Gives   a day "2017-07-07", a month "2017-07", a year "2016", a week "2017-W27", a clock time "2017-07-07T15:00",
///         a range "1990/1999", a duration "PT2H" or "P3Y"; none where the words fix no date ("recently") or need
///         the article's date and there is none.
/// `date`  the article's date, YYYY-MM-DD with or without a time.
/// `tense` of the clause: "Friday" is the next one under "future", else the last one, the article's own day included.
/// Source  values follow TIMEX3 (Pustejovsky et al. 2003, "TimeML") where ISO 8601 can say them.
[[nodiscard]] std::optional<std::string> normalize_time(std::string_view text, const std::optional<std::string>& date,
                                                        std::string_view tense);

}  // namespace hearsay
