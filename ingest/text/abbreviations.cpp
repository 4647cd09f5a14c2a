#include "ingest/text/abbreviations.hpp"

#include <array>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

constexpr WordSet titles(std::array{"Mr"sv,   "Mrs"sv,    "Ms"sv,   "Mx"sv,   "Dr"sv,   "Drs"sv, "Prof"sv, "Sen"sv,
                                    "Sens"sv, "Rep"sv,    "Reps"sv, "Gov"sv,  "Govs"sv, "Gen"sv, "Lt"sv,   "Col"sv,
                                    "Sgt"sv,  "Capt"sv,   "Cmdr"sv, "Adm"sv,  "Maj"sv,  "Cpl"sv, "Pvt"sv,  "Rev"sv,
                                    "Hon"sv,  "Messrs"sv, "Mme"sv,  "Mlle"sv, "Supt"sv, "Det"sv, "Insp"sv, "Amb"sv,
                                    "Atty"sv, "Brig"sv,   "Fr"sv,   "Sr"sv,   "Msgr"sv, "Pres"sv});

constexpr WordSet always(std::array{
    "St"sv,    "Ste"sv,  "Ft"sv,    "Mt"sv,   "vs"sv,     "etc"sv,  "Inc"sv,  "Corp"sv, "Co"sv,   "Cos"sv,   "Ltd"sv,
    "Bros"sv,  "Jr"sv,   "Jan"sv,   "Feb"sv,  "Apr"sv,    "Aug"sv,  "Sept"sv, "Sep"sv,  "Oct"sv,  "Nov"sv,   "Dec"sv,
    "Ave"sv,   "Blvd"sv, "Rd"sv,    "Dept"sv, "Assn"sv,   "Univ"sv, "Esp"sv,  "esp"sv,  "Attn"sv, "Vol"sv,   "approx"sv,
    "ca"sv,    "cf"sv,   "eg"sv,    "ie"sv,   "al"sv,     "yrs"sv,  "mins"sv, "oz"sv,   "lb"sv,   "lbs"sv,   "ext"sv,
    "Tues"sv,  "Thur"sv, "Thurs"sv, "Wed"sv,  "Messrs"sv, "Que"sv,  "Ont"sv,  "Ph"sv,   "Ed"sv,   "ed"sv,    "eds"sv,
    "div"sv,   "dept"sv, "govt"sv,  "Govt"sv, "Natl"sv,   "Intl"sv, "v"sv,    "Fri"sv,  "Sts"sv,  "Assoc"sv, "Pvt"sv,
    "Ass't"sv, "arrv"sv, "Conf"sv,  "Spec"sv, "Mob"sv});

constexpr WordSet before_digit(std::array{"No"sv,   "no"sv,  "Nos"sv, "nos"sv, "p"sv,   "pp"sv,  "vol"sv,
                                          "Fig"sv,  "fig"sv, "Sec"sv, "sec"sv, "Art"sv, "art"sv, "Para"sv,
                                          "para"sv, "Ch"sv,  "ch"sv,  "c"sv,   "b"sv,   "d"sv,   "Mar"sv,
                                          "Jun"sv,  "Jul"sv, "Sun"sv, "Mon"sv, "Sat"sv, "Op"sv});

constexpr WordSet states(std::array{
    "Ala"sv, "Ariz"sv, "Ark"sv, "Calif"sv, "Colo"sv, "Conn"sv, "Del"sv,  "Fla"sv,  "Ga"sv,   "Ill"sv,  "Ind"sv,
    "Kan"sv, "Ky"sv,   "La"sv,  "Md"sv,    "Mass"sv, "Mich"sv, "Minn"sv, "Miss"sv, "Mo"sv,   "Mont"sv, "Neb"sv,
    "Nev"sv, "Okla"sv, "Ore"sv, "Pa"sv,    "Tenn"sv, "Tex"sv,  "Va"sv,   "Vt"sv,   "Wash"sv, "Wis"sv,  "Wyo"sv});

constexpr WordSet domains(std::array{
    "com"sv, "org"sv, "net"sv, "edu"sv, "gov"sv, "mil"sv, "int"sv, "info"sv, "biz"sv, "io"sv, "tv"sv, "uk"sv, "us"sv,
    "de"sv,  "fr"sv,  "ru"sv,  "ua"sv,  "eu"sv,  "ca"sv,  "au"sv,  "cn"sv,   "jp"sv,  "nl"sv, "ch"sv, "es"sv, "it"sv,
    "pl"sv,  "br"sv,  "ie"sv,  "nz"sv,  "dk"sv,  "se"sv,  "fi"sv,  "cz"sv,   "gr"sv,  "tr"sv, "il"sv, "za"sv});

constexpr WordSet extensions(std::array{"doc"sv,  "docx"sv, "xls"sv,  "xlsx"sv, "ppt"sv, "pdf"sv, "txt"sv, "htm"sv,
                                        "html"sv, "jpg"sv,  "jpeg"sv, "png"sv,  "gif"sv, "zip"sv, "exe"sv, "csv"sv,
                                        "xml"sv,  "json"sv, "mp3"sv,  "mp4"sv,  "url"sv, "php"sv, "asp"sv});

constexpr WordSet units(std::array{
    "am"sv,  "pm"sv, "AM"sv,   "PM"sv,      "a"sv,     "p"sv,       "m"sv,       "M"sv,       "k"sv,   "K"sv,   "b"sv,
    "B"sv,   "bn"sv, "tn"sv,   "mn"sv,      "mm"sv,    "MM"sv,      "cm"sv,      "km"sv,      "kg"sv,  "kgs"sv, "mg"sv,
    "g"sv,   "ft"sv, "in"sv,   "lb"sv,      "lbs"sv,   "oz"sv,      "mph"sv,     "kph"sv,     "Hz"sv,  "kHz"sv, "MHz"sv,
    "GHz"sv, "GB"sv, "MB"sv,   "KB"sv,      "kb"sv,    "TB"sv,      "MW"sv,      "kW"sv,      "GW"sv,  "kWh"sv, "x"sv,
    "hrs"sv, "hr"sv, "mins"sv, "min"sv,     "yrs"sv,   "percent"sv, "million"sv, "billion"sv, "ml"sv,  "C"sv,   "F"sv,
    "f"sv,   "t"sv,  "days"sv, "minutes"sv, "miles"sv, "hh"sv,      "sq"sv,      "est"sv,     "EST"sv, "GMT"sv});

constexpr WordSet prefixes(std::array{
    "ante"sv,  "anti"sv,  "arch"sv,   "bi"sv,     "bio"sv,   "co"sv,    "counter"sv, "cross"sv, "cyber"sv,
    "de"sv,    "e"sv,     "eco"sv,    "ex"sv,     "extra"sv, "inter"sv, "intra"sv,   "macro"sv, "mega"sv,
    "micro"sv, "mid"sv,   "mini"sv,   "multi"sv,  "neo"sv,   "non"sv,   "over"sv,    "para"sv,  "post"sv,
    "pre"sv,   "pro"sv,   "pseudo"sv, "psycho"sv, "quasi"sv, "re"sv,    "semi"sv,    "socio"sv, "sub"sv,
    "super"sv, "supra"sv, "trans"sv,  "tri"sv,    "ultra"sv, "un"sv,    "uni"sv});

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (titles.holds(word) || always.holds(word)) return Abbreviation::always;
  if (before_digit.holds(word)) return Abbreviation::before_digit;
  return states.holds(word) ? Abbreviation::in_address : Abbreviation::none;
}

bool is_title_abbreviation(std::string_view word) { return titles.holds(word); }
bool is_top_level_domain(std::string_view label) { return domains.holds(ascii_lower(label)); }
bool is_file_extension(std::string_view label) { return extensions.holds(ascii_lower(label)); }
bool is_unit(std::string_view letters) { return units.holds(letters); }
bool is_kept_prefix(std::string_view prefix) { return prefixes.holds(prefix); }

}  // namespace hearsay
