#include "graph/known_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "graph/name_key.hpp"

namespace hearsay {
namespace {

struct KnownName {
  std::string_view full;
  std::array<std::string_view, 5> short_forms;  ///< folded
};

// States and bodies that newspapers write in more than one way without ever saying so.
constexpr KnownName table[] = {
    {"United States", {"us", "usa", "america", "united states of america"}},
    {"United Kingdom", {"uk", "great britain", "britain"}},
    {"European Union", {"eu"}},
    {"United Nations", {"un", "uno"}},
    {"Russia", {"russian federation"}},
    {"China", {"people's republic of china", "prc"}},
    {"Taiwan", {"republic of china"}},
    {"North Korea", {"dprk", "democratic people's republic of korea"}},
    {"South Korea", {"republic of korea", "rok"}},
    {"Iran", {"islamic republic of iran"}},
    {"Germany", {"federal republic of germany"}},
    {"Czech Republic", {"czechia"}},
    {"Ivory Coast", {"cote d'ivoire"}},
    {"Myanmar", {"burma"}},
    {"Turkey", {"turkiye"}},
    {"United Arab Emirates", {"uae", "emirates"}},
    {"Saudi Arabia", {"kingdom of saudi arabia", "ksa"}},
    {"Democratic Republic of the Congo", {"drc", "dr congo", "democratic republic of congo"}},
    {"NATO", {"north atlantic treaty organization", "north atlantic treaty organisation"}},
    {"World Health Organization", {"who", "world health organisation"}},
    {"World Trade Organization", {"wto", "world trade organisation"}},
    {"International Monetary Fund", {"imf"}},
    {"European Central Bank", {"ecb"}},
    {"International Atomic Energy Agency", {"iaea"}},
    {"International Criminal Court", {"icc"}},
    {"African Union", {"au"}},
    {"OPEC", {"organization of the petroleum exporting countries"}},
    {"Central Intelligence Agency", {"cia"}},
    {"Federal Bureau of Investigation", {"fbi"}},
    {"National Security Agency", {"nsa"}},
    {"G20", {"g-20", "group of 20", "group of twenty"}},
    {"G7", {"g-7", "group of seven"}},
    {"Islamic State", {"isis", "isil", "daesh", "is"}},
    {"White House", {"whitehouse"}},
};

/// How newspapers shorten the states of the U.S. (Associated Press); not those that are words or cities as well
/// ("La.").
constexpr std::array<std::pair<std::string_view, std::string_view>, 39> states{
    {{"Ala.", "Alabama"},        {"Ariz.", "Arizona"},       {"Ark.", "Arkansas"},       {"Calif.", "California"},
     {"Colo.", "Colorado"},      {"Conn.", "Connecticut"},   {"Del.", "Delaware"},       {"Fla.", "Florida"},
     {"Ga.", "Georgia"},         {"Ill.", "Illinois"},       {"Ind.", "Indiana"},        {"Kan.", "Kansas"},
     {"Ky.", "Kentucky"},        {"Md.", "Maryland"},        {"Mass.", "Massachusetts"}, {"Mich.", "Michigan"},
     {"Minn.", "Minnesota"},     {"Miss.", "Mississippi"},   {"Mo.", "Missouri"},        {"Mont.", "Montana"},
     {"Neb.", "Nebraska"},       {"Nev.", "Nevada"},         {"N.H.", "New Hampshire"},  {"N.J.", "New Jersey"},
     {"N.M.", "New Mexico"},     {"N.Y.", "New York"},       {"N.C.", "North Carolina"}, {"N.D.", "North Dakota"},
     {"Okla.", "Oklahoma"},      {"Ore.", "Oregon"},         {"Pa.", "Pennsylvania"},    {"R.I.", "Rhode Island"},
     {"S.C.", "South Carolina"}, {"S.D.", "South Dakota"},   {"Tenn.", "Tennessee"},     {"Tex.", "Texas"},
     {"Vt.", "Vermont"},         {"W.Va.", "West Virginia"}, {"Wis.", "Wisconsin"}}};

}  // namespace

std::optional<std::string_view> full_name_of_state(std::string_view name) {
  const auto found = std::ranges::find(states, name, [](const auto& state) { return state.first; });
  return found == states.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> known_full_name(std::string_view folded) {
  static const std::map<std::string, std::string_view, std::less<>> by_name = [] {
    std::map<std::string, std::string_view, std::less<>> names;
    for (const KnownName& known : table) {
      names.emplace(fold_name(known.full), known.full);
      for (const std::string_view form : known.short_forms) {
        if (!form.empty()) names.emplace(form, known.full);
      }
    }
    return names;
  }();
  const auto found = by_name.find(folded);
  return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace hearsay
