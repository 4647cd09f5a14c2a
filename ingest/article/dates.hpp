#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// A calendar date as it stands in a text.
struct FoundDate {
  std::string iso;                 ///< YYYY-MM-DD, with a time YYYY-MM-DDTHH:MM
  std::size_t begin = 0, end = 0;  ///< bytes, the time included
};

/// Dates with a year, in text order: "July 09, 2017", "8 July 2017", "07 July, 2017, 9:20pm", "26-FEB-1987
/// 15:01:01.79", "2017-07-08T09:30:00Z". 07/08/2017 is two dates and gives none; 13/08/2017 is one.
[[nodiscard]] std::vector<FoundDate> find_dates(std::string_view text);

/// The date that a whole field ("2017-07-08", "20170708", "Sat, 08 Jul 2017 09:30:00 GMT") stands for.
[[nodiscard]] std::optional<std::string> read_date(std::string_view field);

}  // namespace hearsay
