#include "ingest/names/titles.hpp"

#include <algorithm>
#include <string>

#include "ingest/names/name_words.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// "Minister of Environment and Climate Change Anna Kovacs"
constexpr TokenIndex longest_office = 7;

bool is_title_of(const Document& doc, TokenIndex of, TokenIndex limit) {
  return of > limit && word(doc, of) == "of" && is_title_word(ascii_lower(word(doc, of - 1)));
}

/// What "of" may lead to in an office: "State", "staff", "the Treasury", "Health and Human Services".
bool is_inside_office(const Document& doc, TokenIndex token) {
  const std::string_view form = word(doc, token);
  return is_capital(form) || form == "the" || form == "and" || is_office_domain(form);
}

/// Whether all names inside `office` are of places and bodies; `names` end with the last before the person.
bool names_no_person(const std::vector<Name>& names, std::size_t count, TokenSpan office) {
  for (std::size_t n = count; n > 0 && names[n - 1].span.end > office.begin; --n)
    if (is_one_of(names[n - 1].type, {"PERSON", "NORP", "DATE", "EVENT"})) return false;
  return true;
}

class TitleFinder {
 public:
  TitleFinder(const Document& doc, const std::vector<Name>& names, std::vector<bool>& taken)
      : doc_(doc), names_(names), taken_(taken) {}

  std::vector<Name> find() {
    std::vector<Name> titles;
    std::size_t sentence = 0;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const TokenIndex person = names_[n].span.begin;
      while (sentence < doc_.sentences.size() && doc_.sentences[sentence].end <= person) ++sentence;
      if (names_[n].type != "PERSON") continue;
      limit_ = doc_.sentences[sentence].begin;
      TokenSpan title = adjacent(person);
      if (title.empty()) title = office(n);
      if (title.empty()) continue;
      title = with_modifiers(title);
      std::fill(taken_.begin() + title.begin, taken_.begin() + title.end, true);
      titles.push_back({title, "TITLE", 0.9F});
    }
    return titles;
  }

 private:
  /// "President", "Mr."
  [[nodiscard]] TokenSpan adjacent(TokenIndex person) const {
    const bool found = person > limit_ && !taken_[person - 1] && is_title_word(ascii_lower(word(doc_, person - 1)));
    return found ? TokenSpan{person - 1, person} : TokenSpan{};
  }

  /// "Secretary of State", "Director" of "Director of Homeland Security"
  [[nodiscard]] TokenSpan office(std::size_t name) const {
    const TokenIndex person = names_[name].span.begin;
    for (TokenIndex t = person; t > limit_ && person - t < longest_office; --t) {
      if (t < person && is_title_of(doc_, t - 1, limit_)) {
        if (taken_[t - 2] || !names_no_person(names_, name, {t, person})) return {};
        const bool named = std::find(taken_.begin() + t, taken_.begin() + person, true) != taken_.begin() + person;
        return {t - 2, named ? t - 1 : person};
      }
      if (!is_inside_office(doc_, t - 1)) return {};
    }
    return {};
  }

  /// "Prime" of "Prime Minister"
  [[nodiscard]] TokenSpan with_modifiers(TokenSpan title) const {
    for (; title.begin > limit_ && !taken_[title.begin - 1]; --title.begin) {
      const std::string lower = ascii_lower(word(doc_, title.begin - 1));
      if (!is_title_modifier(lower) && !is_title_word(lower)) break;
    }
    return title;
  }

  const Document& doc_;
  const std::vector<Name>& names_;
  std::vector<bool>& taken_;
  TokenIndex limit_ = 0;
};

}  // namespace

TokenIndex title_length(const Document& doc, TokenSpan person) {
  TokenIndex length = 0;
  bool office = person.begin > 1 && is_title_of(doc, person.begin - 1, 0);
  for (TokenIndex token = person.begin; token + 1 < person.end; ++token) {
    const std::string lower = ascii_lower(word(doc, token));
    if (is_title_word(lower) || (office && is_office_domain(lower)))
      length = token + 1 - person.begin;
    else if (lower == "of")
      office = length > 0;
    else if (!is_title_modifier(lower) && lower != "-" && !(office && (lower == "the" || lower == "and")))
      break;
  }
  return length;
}

void add_titles(const Document& doc, std::vector<Name>& names, std::vector<bool>& taken) {
  const std::vector<Name> titles = TitleFinder(doc, names, taken).find();
  names.insert(names.end(), titles.begin(), titles.end());
}

}  // namespace hearsay
