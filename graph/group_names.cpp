#include "graph/group_names.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/known_names.hpp"
#include "graph/name_key.hpp"
#include "graph/person_names.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

std::string thing_key(const std::string& name) {
  const std::string folded = fold_name(full_name_of_state(name).value_or(name));
  const auto known = known_full_name(folded);
  return known ? fold_name(*known) : folded;
}

/// "european union" and "eu": the initials of the words, with or without the small ones.
bool is_acronym_of(const std::string& acronym, const std::string& full) {
  std::string all, large;
  for (const std::string& word : split_words(full)) {
    all += word.front();
    if (word != "of" && word != "the" && word != "and" && word != "for") large += word.front();
  }
  return all.size() > 1 && (acronym == all || acronym == large);
}

bool holds_words(const std::string& longer, const std::string& shorter) {
  return (" " + longer + " ").find(" " + shorter + " ") != std::string::npos;
}

class ThingGroups {
 public:
  explicit ThingGroups(std::span<const ThingName> names) {
    for (const ThingName& name : names) note(name);
    for (const auto& [key, kinds] : kinds_) join_by_alias(key);
  }

  std::string key(const ThingName& name) const { return root(main_key(name)); }

 private:
  std::map<std::string, std::set<std::string>> kinds_;   ///< by key
  std::map<std::string, std::set<std::string>> owners_;  ///< by alias: the keys that have it
  std::map<std::string, std::string> joined_;            ///< union-find; the least key is the root

  /// A well-known name of the thing decides; else the fullest.
  static std::string main_key(const ThingName& name) {
    const std::string key = thing_key(name.name);
    if (known_full_name(key)) return key;
    std::set<std::string> known;
    for (const std::string& other : name.names) {
      if (known_full_name(fold_name(other))) known.insert(thing_key(other));
    }
    return known.size() == 1 && is_acronym_of(key, *known.begin()) ? *known.begin() : key;
  }

  void note(const ThingName& name) {
    const std::string key = main_key(name);
    kinds_[key].insert(name.kind);
    for (const std::string& other : name.names) {
      if (const std::string alias = thing_key(other); alias != key && !alias.empty()) owners_[alias].insert(key);
    }
  }

  /// "EU" is the European Union of another article when that one alone is also called so. A place is more often
  /// named for what sits there ("Moscow" for Russia), so that only a short form of the name will do.
  void join_by_alias(const std::string& key) {
    const auto owners = owners_.find(key);
    if (owners == owners_.end()) return;
    std::set<std::string> roots;
    for (const std::string& owner : owners->second) {
      if (root(owner) != root(key)) roots.insert(root(owner));
    }
    if (roots.size() != 1) return;
    const std::string& owner = *owners->second.begin();
    const bool is_place = kinds_.at(key).contains("Place");
    if (is_place && !is_acronym_of(key, owner) && !holds_words(owner, key)) return;
    const std::string a = root(key), b = *roots.begin();
    joined_[std::max(a, b)] = std::min(a, b);
  }

  std::string root(std::string key) const {
    for (auto at = joined_.find(key); at != joined_.end(); at = joined_.find(key)) key = at->second;
    return key;
  }
};

/// The most frequent; of equal ones the first in `kinds`.
std::string usual_kind(const std::vector<const Referent*>& referents) {
  constexpr std::array<std::string_view, 7> kinds = {"Organization", "Place",   "Event", "Group",
                                                     "Work",         "Concept", "Person"};
  std::map<std::string_view, std::size_t> count;
  for (const Referent* referent : referents) ++count[referent->kind];
  const auto best = std::max_element(kinds.begin(), kinds.end(), [&](auto a, auto b) { return count[a] < count[b]; });
  return count[*best] > 0 ? std::string(*best) : "Concept";
}

using Ballot = std::map<std::string, std::size_t>;

template <typename Rank>
std::string best_name(const Ballot& ballot, Rank rank) {
  const auto best = std::max_element(ballot.begin(), ballot.end(), [&](const auto& a, const auto& b) {
    return rank(a.first, a.second) < rank(b.first, b.second);
  });
  return best == ballot.end() ? std::string() : best->first;
}

bool has_small_letter(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Given name and surname before a surname alone; then the usual form; then without middle names; mixed case
/// before capitals throughout ("PUTIN" in a headline).
std::string name_of_person(const Ballot& ballot) {
  return best_name(ballot, [](const std::string& name, std::size_t count) {
    const std::vector<std::string> words = split_words(fold_name(name));
    const long fewer_words = -static_cast<long>(words.size());
    return std::tuple(!is_partial_name(words), has_small_letter(name), count, fewer_words, name.size());
  });
}

std::string name_of_thing(const Ballot& ballot, bool named) {
  for (const auto& [name, count] : ballot) {
    if (const auto state = full_name_of_state(name)) return std::string(*state);
    const auto known = named ? known_full_name(fold_name(name)) : std::nullopt;
    if (known) return std::string(*known);
  }
  return best_name(ballot, [&](const std::string& name, std::size_t count) {
    const bool plain = !named && !name.empty() && name.front() >= 'a' && name.front() <= 'z';
    return std::tuple(plain, count, name.size(), has_small_letter(name));
  });
}

}  // namespace

std::vector<std::string> group_things(std::span<const ThingName> names) {
  const ThingGroups groups(names);
  std::vector<std::string> keys;
  keys.reserve(names.size());
  for (const ThingName& name : names) keys.push_back(groups.key(name));
  return keys;
}

Entity describe(const std::vector<const Referent*>& referents, bool is_person) {
  Ballot ballot;
  std::set<std::string> aliases, descriptions;
  Entity entity;
  for (const Referent* referent : referents) {
    ++ballot[is_person ? strip_titles(referent->name) : referent->name];
    entity.named = entity.named || !referent->names.empty();
    for (const std::string& name : referent->names) {
      aliases.insert(is_person ? strip_titles(name) : name);
    }
    descriptions.insert(referent->phrases.begin(), referent->phrases.end());
  }
  entity.kind = is_person ? "Person" : usual_kind(referents);
  entity.name = is_person ? name_of_person(ballot) : name_of_thing(ballot, entity.named);
  for (std::set<std::string>* names : {&aliases, &descriptions}) {
    names->erase("");
    names->erase(entity.name);
  }
  entity.aliases.assign(aliases.begin(), aliases.end());
  entity.descriptions.assign(descriptions.begin(), descriptions.end());
  return entity;
}

std::string make_key(const std::string& kind, const std::string& name) {
  const std::string folded = fold_name(name);
  const auto wide = icu::UnicodeString::fromUTF8(folded);
  icu::UnicodeString slug;
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (u_isalnum(c) != 0)
      slug.append(c);
    else if (c != '\'' && !slug.isEmpty() && slug[slug.length() - 1] != '-')
      slug.append(static_cast<UChar32>('-'));
  }
  while (slug.endsWith(u"-", 1)) slug.truncate(slug.length() - 1);
  std::string key = ascii_lower(kind) + '/';
  slug.toUTF8String(key);
  return key;
}

}  // namespace hearsay
