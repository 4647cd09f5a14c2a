#pragma once
// Words that tell what a name is. General vocabulary only: no list of people, places or organisations.

#include <string>
#include <string_view>

namespace hearsay {

[[nodiscard]] bool is_capital(std::string_view form);  ///< begins with a capital (beyond Latin-1: with any letter)
[[nodiscard]] bool is_year(std::string_view form);     ///< "1987", "2016"

[[nodiscard]] bool is_title_word(std::string_view lower);      ///< "president", "mr.", "senator", "sir"
[[nodiscard]] bool is_title_modifier(std::string_view lower);  ///< "prime", "foreign", "vice", "former", "deputy"
[[nodiscard]] bool is_office_domain(std::string_view lower);   ///< what an office is for: "Secretary of _State_"
[[nodiscard]] bool is_facility_word(std::string_view lower);   ///< "airport", "bridge", "palace"
[[nodiscard]] bool is_landscape_word(std::string_view lower);  ///< "river", "sea", "mountains"
[[nodiscard]] bool is_continent(std::string_view lower);
[[nodiscard]] bool is_weekday(std::string_view lower);
[[nodiscard]] bool is_month(std::string_view lower);
[[nodiscard]] bool is_number_word(std::string_view lower);   ///< "seven", "hundred", "million"
[[nodiscard]] bool is_ordinal_word(std::string_view lower);  ///< "first", "twentieth"
[[nodiscard]] bool is_currency(std::string_view lower);      ///< "$", "dollars", "rubles"
[[nodiscard]] bool is_measure(std::string_view lower);       ///< "kilometers", "tons", "mph"

}  // namespace hearsay
