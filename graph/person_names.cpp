#include "graph/person_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

using Words = std::vector<std::string>;

std::string join(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_particle(std::string_view word) {
  static const std::set<std::string_view> particles = {"von", "van", "de",  "der", "den", "di",  "da",  "del", "della",
                                                       "la",  "le",  "bin", "ibn", "ter", "ten", "dos", "du"};
  return particles.contains(word);
}

bool fits(const Words& partial, const Words& full) {
  if (partial.size() > full.size()) return false;
  if (partial.size() > 1 && partial.front().size() == 1) {
    return partial.back() == full.back() && full.front().starts_with(partial.front());
  }
  return std::equal(partial.rbegin(), partial.rend(), full.rbegin());
}

/// Middle names "J" and "John" agree, "H W" and "W" do not; none agrees with all.
bool compatible_middles(const Words& a, const Words& b) {
  for (std::size_t i = 1; i + 1 < std::min(a.size(), b.size()); ++i) {
    if (!a[i].starts_with(b[i]) && !b[i].starts_with(a[i])) return false;
  }
  return true;
}

class PersonGroups {
 public:
  explicit PersonGroups(std::span<const PersonName> names) {
    std::map<std::pair<std::string, std::string>, std::set<Words>> by_ends;
    for (const PersonName& name : names) {
      if (!is_partial_name(name.words)) by_ends[{name.words.front(), name.words.back()}].insert(name.words);
    }
    for (const auto& [ends, variants] : by_ends) join_middles(variants);
    for (const auto& [words, key] : key_of_) {
      by_last_[words.back()].push_back(words);
      by_first_[words.front()].push_back(words);
    }
    for (const PersonName& name : names) {
      if (!is_partial_name(name.words)) in_article_[name.article].insert(key_of_.at(name.words));
    }
  }

  std::string key(const PersonName& name) const {
    if (!is_partial_name(name.words)) return key_of_.at(name.words);
    const std::set<std::string> candidates = candidates_for(name.words);
    if (const std::set<std::string> here = those_in(name.article, candidates); here.size() == 1) return *here.begin();
    if (candidates.size() == 1) return *candidates.begin();
    const std::string alone = join(name.words);
    return candidates.empty() ? alone : alone + '@' + std::to_string(name.article);
  }

 private:
  std::map<Words, std::string> key_of_;  ///< full names
  std::map<std::string, std::vector<Words>, std::less<>> by_last_, by_first_;
  std::map<std::uint32_t, std::set<std::string>> in_article_;

  void join_middles(const std::set<Words>& variants) {
    const bool all_agree = std::all_of(variants.begin(), variants.end(), [&](const Words& a) {
      return std::all_of(variants.begin(), variants.end(), [&](const Words& b) { return compatible_middles(a, b); });
    });
    for (const Words& words : variants) key_of_[words] = all_agree ? join(*variants.begin()) : join(words);
  }

  std::set<std::string> candidates_for(const Words& partial) const {
    std::set<std::string> found;
    if (const auto at = by_last_.find(partial.back()); at != by_last_.end()) {
      for (const Words& full : at->second) {
        if (fits(partial, full)) found.insert(key_of_.at(full));
      }
    }
    if (!found.empty() || partial.size() > 1) return found;
    if (const auto at = by_first_.find(partial.front()); at != by_first_.end()) {
      for (const Words& full : at->second) found.insert(key_of_.at(full));
    }
    return found;
  }

  std::set<std::string> those_in(std::uint32_t article, const std::set<std::string>& candidates) const {
    const auto at = in_article_.find(article);
    if (at == in_article_.end()) return {};
    std::set<std::string> both;
    std::set_intersection(at->second.begin(), at->second.end(), candidates.begin(), candidates.end(),
                          std::inserter(both, both.begin()));
    return both;
  }
};

}  // namespace

bool is_partial_name(const Words& words) {
  return words.size() < 2 || words.front().size() == 1 || is_particle(words.front());
}

std::vector<std::string> group_persons(std::span<const PersonName> names) {
  const PersonGroups groups(names);
  std::vector<std::string> keys;
  keys.reserve(names.size());
  for (const PersonName& name : names) keys.push_back(groups.key(name));
  return keys;
}

}  // namespace hearsay
