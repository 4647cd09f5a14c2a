#include "ingest/names/name_words.hpp"

#include <array>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

constexpr WordSet titles(std::array{"mr."sv,          "mr"sv,
                                    "mrs."sv,         "mrs"sv,
                                    "ms."sv,          "ms"sv,
                                    "miss"sv,         "dr."sv,
                                    "dr"sv,           "prof."sv,
                                    "professor"sv,    "sir"sv,
                                    "dame"sv,         "lord"sv,
                                    "lady"sv,         "baroness"sv,
                                    "baron"sv,        "count"sv,
                                    "king"sv,         "queen"sv,
                                    "prince"sv,       "princess"sv,
                                    "emperor"sv,      "sultan"sv,
                                    "emir"sv,         "sheikh"sv,
                                    "pope"sv,         "president"sv,
                                    "pres."sv,        "amb."sv,
                                    "premier"sv,      "chancellor"sv,
                                    "minister"sv,     "secretary"sv,
                                    "senator"sv,      "sen."sv,
                                    "sens."sv,        "rep."sv,
                                    "reps."sv,        "representative"sv,
                                    "congressman"sv,  "congresswoman"sv,
                                    "governor"sv,     "gov."sv,
                                    "mayor"sv,        "ambassador"sv,
                                    "judge"sv,        "justice"sv,
                                    "attorney"sv,     "general"sv,
                                    "gen."sv,         "lieutenant"sv,
                                    "lt."sv,          "colonel"sv,
                                    "col."sv,         "major"sv,
                                    "maj."sv,         "captain"sv,
                                    "capt."sv,        "sergeant"sv,
                                    "sgt."sv,         "admiral"sv,
                                    "adm."sv,         "commander"sv,
                                    "cmdr."sv,        "marshal"sv,
                                    "officer"sv,      "chief"sv,
                                    "director"sv,     "chairman"sv,
                                    "chairwoman"sv,   "chair"sv,
                                    "speaker"sv,      "leader"sv,
                                    "spokesman"sv,    "spokeswoman"sv,
                                    "spokesperson"sv, "commissioner"sv,
                                    "reverend"sv,     "rev."sv,
                                    "father"sv,       "bishop"sv,
                                    "archbishop"sv,   "cardinal"sv,
                                    "rabbi"sv,        "imam"sv,
                                    "ayatollah"sv,    "sheriff"sv,
                                    "deputy"sv,       "detective"sv,
                                    "coach"sv,        "ceo"sv,
                                    "mp"sv,           "envoy"sv,
                                    "advisor"sv,      "adviser"sv,
                                    "prosecutor"sv,   "lawmaker"sv,
                                    "councillor"sv,   "councilman"sv,
                                    "councilwoman"sv});

constexpr WordSet modifiers(std::array{
    "prime"sv,      "foreign"sv, "vice"sv,      "deputy"sv, "defense"sv,   "defence"sv,   "finance"sv,  "interior"sv,
    "first"sv,      "chief"sv,   "attorney"sv,  "press"sv,  "assistant"sv, "associate"sv, "acting"sv,   "interim"sv,
    "lieutenant"sv, "major"sv,   "brigadier"sv, "rear"sv,   "managing"sv,  "executive"sv, "crown"sv,    "district"sv,
    "trade"sv,      "health"sv,  "treasury"sv,  "home"sv,   "majority"sv,  "minority"sv,  "national"sv, "security"sv,
    "special"sv,    "supreme"sv, "police"sv,    "grand"sv,  "general"sv});

constexpr WordSet domains(std::array{
    "state"sv,    "staff"sv,    "defense"sv,  "defence"sv,      "treasury"sv,       "interior"sv,    "justice"sv,
    "health"sv,   "human"sv,    "services"sv, "education"sv,    "labor"sv,          "labour"sv,      "energy"sv,
    "commerce"sv, "trade"sv,    "finance"sv,  "transport"sv,    "transportation"sv, "agriculture"sv, "homeland"sv,
    "security"sv, "national"sv, "foreign"sv,  "intelligence"sv, "affairs"sv,        "house"sv,       "budget"sv,
    "police"sv,   "army"sv,     "navy"sv,     "exchequer"sv,    "culture"sv,        "tourism"sv,     "war"sv});

constexpr WordSet facilities(std::array{
    "airport"sv, "bridge"sv, "street"sv,     "avenue"sv,  "road"sv,      "boulevard"sv, "highway"sv,  "hospital"sv,
    "stadium"sv, "tower"sv,  "towers"sv,     "palace"sv,  "building"sv,  "square"sv,    "hall"sv,     "station"sv,
    "prison"sv,  "jail"sv,   "museum"sv,     "church"sv,  "cathedral"sv, "mosque"sv,    "temple"sv,   "hotel"sv,
    "house"sv,   "arena"sv,  "port"sv,       "harbor"sv,  "harbour"sv,   "dam"sv,       "plaza"sv,    "center"sv,
    "centre"sv,  "base"sv,   "checkpoint"sv, "kremlin"sv, "pipeline"sv,  "monument"sv,  "memorial"sv, "cemetery"sv,
    "castle"sv,  "fort"sv,   "library"sv,    "theater"sv, "theatre"sv});

constexpr WordSet landscapes(std::array{
    "river"sv,   "sea"sv,        "ocean"sv,     "lake"sv,    "mountain"sv, "mountains"sv, "mount"sv,   "mt."sv,
    "island"sv,  "islands"sv,    "peninsula"sv, "gulf"sv,    "bay"sv,      "desert"sv,    "valley"sv,  "coast"sv,
    "strait"sv,  "canal"sv,      "forest"sv,    "hills"sv,   "hill"sv,     "region"sv,    "plateau"sv, "basin"sv,
    "cape"sv,    "east"sv,       "west"sv,      "north"sv,   "south"sv,    "beach"sv,     "park"sv,    "archipelago"sv,
    "heights"sv, "creek"sv,      "falls"sv,     "glacier"sv, "channel"sv,  "earth"sv,     "moon"sv,    "mars"sv,
    "world"sv,   "hemisphere"sv, "border"sv,    "horn"sv});

constexpr WordSet continents(std::array{
    "europe"sv, "asia"sv, "africa"sv, "antarctica"sv, "oceania"sv, "arctic"sv, "eurasia"sv, "balkans"sv, "caucasus"sv,
    "mediterranean"sv, "atlantic"sv, "pacific"sv, "caribbean"sv, "scandinavia"sv, "levant"sv, "sahara"sv, "sahel"sv});

constexpr WordSet weekdays(std::array{"monday"sv, "tuesday"sv, "wednesday"sv, "thursday"sv, "friday"sv, "saturday"sv,
                                      "sunday"sv, "mon."sv, "tues."sv, "wed."sv, "thurs."sv, "fri."sv, "sat."sv,
                                      "sun."sv});

constexpr WordSet months(std::array{"january"sv, "february"sv, "march"sv,     "april"sv,   "may"sv,      "june"sv,
                                    "july"sv,    "august"sv,   "september"sv, "october"sv, "november"sv, "december"sv,
                                    "jan."sv,    "feb."sv,     "mar."sv,      "apr."sv,    "jun."sv,     "jul."sv,
                                    "aug."sv,    "sept."sv,    "sep."sv,      "oct."sv,    "nov."sv,     "dec."sv});

constexpr WordSet numbers(std::array{
    "zero"sv,     "one"sv,       "two"sv,      "three"sv,     "four"sv,     "five"sv,     "six"sv,      "seven"sv,
    "eight"sv,    "nine"sv,      "ten"sv,      "eleven"sv,    "twelve"sv,   "thirteen"sv, "fourteen"sv, "fifteen"sv,
    "sixteen"sv,  "seventeen"sv, "eighteen"sv, "nineteen"sv,  "twenty"sv,   "thirty"sv,   "forty"sv,    "fifty"sv,
    "sixty"sv,    "seventy"sv,   "eighty"sv,   "ninety"sv,    "hundred"sv,  "thousand"sv, "million"sv,  "billion"sv,
    "trillion"sv, "dozen"sv,     "hundreds"sv, "thousands"sv, "millions"sv, "billions"sv, "dozens"sv,   "bn"sv,
    "m"sv,        "k"sv,         "tn"sv});

constexpr WordSet ordinals(std::array{"first"sv, "second"sv, "third"sv, "fourth"sv, "fifth"sv, "sixth"sv, "seventh"sv,
                                      "eighth"sv, "ninth"sv, "tenth"sv, "eleventh"sv, "twelfth"sv, "thirteenth"sv,
                                      "fourteenth"sv, "fifteenth"sv, "twentieth"sv, "thirtieth"sv, "hundredth"sv});

constexpr WordSet currencies(std::array{
    "$"sv,      "us$"sv,   "u$"sv,     "c$"sv,      "a$"sv,      "€"sv,    "£"sv,     "¥"sv,
    "₽"sv,    "₴"sv,     "₹"sv,      "dollar"sv,  "dollars"sv, "euro"sv, "euros"sv, "pound"sv,
    "pounds"sv, "ruble"sv, "rubles"sv, "rouble"sv,  "roubles"sv, "yuan"sv, "yen"sv,   "franc"sv,
    "francs"sv, "rupee"sv, "rupees"sv, "cents"sv,   "cent"sv,    "won"sv,  "peso"sv,  "pesos"sv,
    "lira"sv,   "krona"sv, "kronor"sv, "hryvnia"sv, "shekels"sv});

constexpr WordSet measures(std::array{
    "kilometer"sv, "kilometers"sv, "kilometre"sv, "kilometres"sv, "km"sv,      "meter"sv,     "meters"sv, "metre"sv,
    "metres"sv,    "mile"sv,       "miles"sv,     "foot"sv,       "feet"sv,    "ft"sv,        "inch"sv,   "inches"sv,
    "cm"sv,        "mm"sv,         "acre"sv,      "acres"sv,      "hectare"sv, "hectares"sv,  "ton"sv,    "tons"sv,
    "tonne"sv,     "tonnes"sv,     "kilogram"sv,  "kilograms"sv,  "kg"sv,      "lb"sv,        "lbs"sv,    "ounce"sv,
    "ounces"sv,    "barrel"sv,     "barrels"sv,   "gallon"sv,     "gallons"sv, "liter"sv,     "liters"sv, "litre"sv,
    "litres"sv,    "degrees"sv,    "mph"sv,       "megawatts"sv,  "mw"sv,      "kilowatts"sv, "bushels"sv});

}  // namespace

bool is_capital(std::string_view form) {
  const auto first = static_cast<unsigned char>(form.front());
  if (first == 0xC3) return form.size() > 1 && static_cast<unsigned char>(form[1]) <= 0x9E;  // À to Þ
  return (first >= 'A' && first <= 'Z') || (first > 0xC3 && first < 0xE0);
}

bool is_year(std::string_view form) {
  return form.size() == 4 && (form.starts_with("1") || form.starts_with("20")) &&
         form.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_title_word(std::string_view lower) { return titles.holds(lower); }
bool is_title_modifier(std::string_view lower) { return modifiers.holds(lower); }
bool is_office_domain(std::string_view lower) { return domains.holds(lower); }
bool is_facility_word(std::string_view lower) { return facilities.holds(lower); }
bool is_landscape_word(std::string_view lower) { return landscapes.holds(lower); }
bool is_continent(std::string_view lower) { return continents.holds(lower); }
bool is_weekday(std::string_view lower) { return weekdays.holds(lower); }
bool is_month(std::string_view lower) { return months.holds(lower); }
bool is_number_word(std::string_view lower) { return numbers.holds(lower); }
bool is_ordinal_word(std::string_view lower) { return ordinals.holds(lower); }
bool is_currency(std::string_view lower) { return currencies.holds(lower); }
bool is_measure(std::string_view lower) { return measures.holds(lower); }

}  // namespace hearsay
