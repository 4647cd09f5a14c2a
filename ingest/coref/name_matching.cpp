#include "ingest/coref/name_matching.hpp"

#include <algorithm>
#include <string_view>

namespace hearsay {
namespace {

using Words = std::vector<std::string>;

bool is_suffix(std::string_view word) {
  return word == "jr." || word == "sr." || word == "jr" || word == "sr" || word == "ii" || word == "iii";
}

/// "Smith", "-", "Jones" are one word, and nobody is called half of it.
Words joined(const Words& words) {
  Words out;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (i > 0 && i + 1 < words.size() && words[i] == "-")
      out.back() += "-" + words[++i];
    else
      out.push_back(words[i]);
  return out;
}

Words without_suffix(Words words) {
  while (words.size() > 1 && (is_suffix(words.back()) || words.back() == ",")) words.pop_back();
  return words;
}

/// "j." and "john", "don" and "donald" (a short form that begins the long one)
bool given_names_agree(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  const std::string_view initial = a.substr(0, a.ends_with('.') ? a.size() - 1 : a.size());
  if (initial.size() == 1) return b.starts_with(initial);
  return a.size() >= 3 && b.starts_with(a);
}

/// "j." and "john", but not "h.w." and "w.": of two middle names one begins the other. Nobody gives all of them.
bool middle_names_agree(const Words& a, const Words& b) {
  const auto plain = [](std::string_view word) { return word.substr(0, word.find_last_not_of('.') + 1); };
  for (std::size_t i = 1; i + 1 < std::min(a.size(), b.size()); ++i)
    if (!plain(a[i]).starts_with(plain(b[i])) && !plain(b[i]).starts_with(plain(a[i]))) return false;
  return true;
}

bool is_small(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "for" || word == "in" || word == "on" ||
         word == "&" || word == "-" || word == "'s" || word == "’s";
}

/// "nato" for "north atlantic treaty organization"; stops in the short form do not count.
bool is_acronym(const Words& letters, const Words& words) {
  if (letters.size() != 1 || words.size() < 2) return false;
  std::string plain;
  for (const char c : letters[0])
    if (c != '.') plain += c;
  if (plain.size() < 2 || plain.size() > 7) return false;
  std::string initials, all;
  for (const std::string& word : words) {
    all += word.front();
    if (!is_small(word)) initials += word.front();
  }
  return plain == initials || plain == all;
}

bool ends_with(const Words& longer, const Words& shorter) {
  return longer.size() >= shorter.size() && std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

bool begins_with(const Words& longer, const Words& shorter) {
  return longer.size() >= shorter.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

bool is_company_ending(std::string_view word) {
  return word == "inc." || word == "inc" || word == "corp." || word == "corp" || word == "ltd" || word == "ltd." ||
         word == "co." || word == "llc" || word == "group" || word == "company" || word == "corporation" ||
         word == "plc" || word == "ag";
}

bool is_person(const Traits& traits) { return traits.kinds == Kinds::person; }

NameMatch match_people(const Traits& a, const Traits& b) {
  if ((a.gender & b.gender) == 0) return NameMatch::different;
  if (!same_person(a.name, b.name)) return NameMatch::different;
  return a.name.size() == b.name.size() ? NameMatch::same : NameMatch::part;
}

NameMatch match_others(const Traits& a, const Traits& b) {
  const Words& longer = a.name.size() >= b.name.size() ? a.name : b.name;
  const Words& shorter = a.name.size() >= b.name.size() ? b.name : a.name;
  if (is_acronym(shorter, longer)) return NameMatch::same;
  if (shorter.empty()) return NameMatch::unknown;
  if (begins_with(longer, shorter) &&
      std::all_of(longer.begin() + static_cast<std::ptrdiff_t>(shorter.size()), longer.end(), is_company_ending))
    return NameMatch::part;
  // "the State Department" after "the US State Department"; one word is too little: "Department".
  const bool organization = (a.kinds & b.kinds & Kinds::organization) != 0 && a.kinds != Kinds::all;
  if (organization && shorter.size() >= 2 && ends_with(longer, shorter)) return NameMatch::part;
  return NameMatch::unknown;
}

}  // namespace

Words plain_name(const Words& name) { return without_suffix(joined(name)); }

bool same_person(const Words& first, const Words& second) {
  const Words a = plain_name(first), b = plain_name(second);
  if (a.empty() || b.empty()) return false;
  const Words& longer = a.size() >= b.size() ? a : b;
  const Words& shorter = a.size() >= b.size() ? b : a;
  if (shorter.size() == 1) return longer.back() == shorter[0] || longer.front() == shorter[0];
  if (ends_with(longer, shorter)) return true;  // "Le Pen" after "Marine Le Pen"
  return longer.back() == shorter.back() && given_names_agree(longer.front(), shorter.front()) &&
         middle_names_agree(a, b);
}

NameMatch match_names(const Traits& a, const Traits& b) {
  if ((a.kinds & b.kinds) == 0) return NameMatch::different;
  if (!a.key.empty() && a.key == b.key) return (a.gender & b.gender) != 0 ? NameMatch::same : NameMatch::different;
  if (is_person(a) || is_person(b)) {
    const bool both = is_person(a) && is_person(b);
    if (both) return match_people(a, b);
    return same_person(a.name, b.name) ? NameMatch::part : NameMatch::different;
  }
  const NameMatch match = match_others(a, b);
  if (match != NameMatch::unknown) return match;
  // Two names that share nothing are two things, unless one describes the other ("the Kremlin" for Russia).
  return a.kinds == Kinds::all || b.kinds == Kinds::all ? NameMatch::unknown : NameMatch::different;
}

}  // namespace hearsay
