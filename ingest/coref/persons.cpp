#include "ingest/coref/persons.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/coref/name_matching.hpp"

namespace hearsay {
namespace {

constexpr std::size_t most_of_one_name = 16;  // bearers of one family name; keeps the cost linear

/// Where the running text begins: the first paragraph that ends as a sentence does, behind headlines and bylines.
TokenIndex body_begin(const Document& doc) {
  for (const TokenSpan paragraph : doc.paragraphs) {
    if (paragraph.size() == 0) continue;
    const std::string_view last = word(doc, paragraph.end - 1);
    if (last == "." || last == "?" || last == "!" || last == "”" || last == "\"") return paragraph.begin;
  }
  return 0;
}

bool is_person_name(const Traits& mention) {
  return mention.kind == MentionKind::name && mention.kinds == Kinds::person && !mention.coordination &&
         !mention.name.empty();
}

/// What "Mrs." tells; a word that may be a given name ("Madison") tells nothing where it is a family name.
std::uint8_t gender_of_titles(const Traits& mention) {
  std::uint8_t gender = Genders::masculine | Genders::feminine;
  for (const std::string& title : mention.titles) gender &= gender_of_title(title);
  return gender;
}

class PersonFinder {
 public:
  PersonFinder(const Document& doc, const std::vector<Mention>& mentions, std::vector<Traits>& traits)
      : mentions_(mentions), traits_(traits), body_(body_begin(doc)) {
    found_.of.assign(mentions.size(), no_person);
    for (const Traits& mention : traits)
      names_.push_back(is_person_name(mention) ? plain_name(mention.name) : std::vector<std::string>());
  }

  Persons find() {
    for (std::uint32_t m = 0; m < mentions_.size(); ++m)
      if (names_[m].size() > 1) add_full_name(m);
    for (std::uint32_t m = 0; m < mentions_.size(); ++m)
      if (names_[m].size() == 1) add_short_name(m);
    for (std::uint32_t p = 0, all = static_cast<std::uint32_t>(persons_.size()); p < all; ++p) settle_short_names(p);
    for (std::uint32_t m = 0; m < mentions_.size(); ++m)
      if (found_.of[m] != no_person) traits_[m].gender = persons_[found_.of[m]].gender;
    return std::move(found_);
  }

 private:
  struct Person {
    std::uint32_t first;  ///< the mention that introduces the person
    std::uint8_t gender;
    std::vector<std::uint32_t> short_names = {};  ///< mentions by family name or given name alone
  };

  void add_full_name(std::uint32_t m) {
    std::vector<std::uint32_t>& family = by_family_name_[names_[m].back()];
    if (family.size() >= most_of_one_name) return;
    std::vector<std::uint32_t> fitting;
    for (const std::uint32_t p : family)
      if ((persons_[p].gender & traits_[m].gender) != 0 && same_person(names_[m], names_[persons_[p].first]))
        fitting.push_back(p);
    if (fitting.size() > 1) return;
    if (fitting.empty()) {
      fitting.push_back(static_cast<std::uint32_t>(persons_.size()));
      family.push_back(fitting[0]);
      by_given_name_[names_[m].front()].push_back(fitting[0]);
      persons_.push_back({m, traits_[m].gender});
    }
    found_.of[m] = fitting[0];
    persons_[fitting[0]].gender &= traits_[m].gender;
  }

  /// To the one person whom a single word can name: by the family name, else by the given name.
  void add_short_name(std::uint32_t m) {
    for (const auto* index : {&by_family_name_, &by_given_name_}) {
      const auto bearers = index->find(names_[m][0]);
      if (bearers == index->end()) continue;
      if (bearers->second.size() == 1) persons_[bearers->second[0]].short_names.push_back(m);
      return;
    }
  }

  /// "Mrs. Horvat" beside "Peter Horvat": there are two, and a mere "Horvat" is either. "Horvat" in the running text
  /// before any "Anna Horvat" is a person of his own until more is known.
  void settle_short_names(std::uint32_t p) {
    const std::vector<std::uint32_t> names = std::move(persons_[p].short_names);
    std::uint8_t gender = Genders::masculine | Genders::feminine;
    bool before = false;
    for (const std::uint32_t m : names) {
      gender &= gender_of_titles(traits_[m]);
      before |= mentions_[m].head >= body_ && mentions_[m].head < mentions_[persons_[p].first].head;
    }
    if (names.empty() || (gender & persons_[p].gender) == 0) return;
    const std::uint32_t bearer = before ? static_cast<std::uint32_t>(persons_.size()) : p;
    if (before) {
      persons_.push_back({names[0], gender});
      found_.perhaps_one.emplace_back(names[0], persons_[p].first);
    }
    persons_[bearer].gender &= gender;
    for (const std::uint32_t m : names) found_.of[m] = bearer;
  }

  const std::vector<Mention>& mentions_;
  std::vector<Traits>& traits_;
  TokenIndex body_;
  std::vector<std::vector<std::string>> names_;  ///< of persons, without suffixes; empty for other mentions
  std::vector<Person> persons_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_family_name_, by_given_name_;
  Persons found_;
};

}  // namespace

Persons find_persons(const Document& doc, const std::vector<Mention>& mentions, std::vector<Traits>& traits) {
  return PersonFinder(doc, mentions, traits).find();
}

}  // namespace hearsay
