#include <algorithm>
#include <map>
#include <string>

#include "ingest/names/amounts.hpp"
#include "ingest/names/companies.hpp"
#include "ingest/names/find_names.hpp"
#include "ingest/names/known_organizations.hpp"
#include "ingest/names/name_words.hpp"
#include "ingest/names/repair_names.hpp"
#include "ingest/names/titles.hpp"
#include "ingest/syntax/party_tags.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// Below this the model is unsure and the rest of the article decides.
constexpr float unsure = 0.75F;

bool is_lower_word(std::string_view form) { return form.front() >= 'a' && form.front() <= 'z'; }

std::string_view upos(const Document& doc, TokenIndex token) {
  return token < doc.tags.size() ? std::string_view(doc.tags[token].upos) : std::string_view();
}

bool is_possessive(std::string_view form) { return form == "'s" || form == "’s" || form == "'" || form == "’"; }

bool is_quote_or_article(std::string_view lower) {
  return lower == "the" || lower == "a" || lower == "an" || lower == "\"" || lower == "“" || lower == "”" ||
         lower == "'" || lower == "‘" || lower == "’" || lower == "," || lower == ".";
}

/// "he told The Guardian": an article with a capital inside a sentence is part of the name.
bool is_own_article(const Document& doc, TokenIndex token) {
  if (token == 0 || word(doc, token) != "The") return false;
  const std::string_view before = word(doc, token - 1);
  return is_lower_word(before) || before == "," || before == "(";
}

std::string_view general_type(std::string_view type) { return type == "PER" ? "PERSON" : type; }

void trim(const Document& doc, Name& name) {
  while (name.span.size() > 1 && (is_possessive(word(doc, name.span.end - 1)) || word(doc, name.span.end - 1) == ","))
    --name.span.end;
  while (name.span.size() > 1 && is_quote_or_article(ascii_lower(word(doc, name.span.begin))) &&
         !is_own_article(doc, name.span.begin))
    ++name.span.begin;
  if (name.type == "PERSON") name.span.begin += title_length(doc, name.span);
}

/// "September 17, 1859" is one date, also where the model stops at the comma.
std::vector<Name> join_dates(const Document& doc, const std::vector<Name>& names) {
  std::vector<Name> joined;
  for (const Name& name : names) {
    const TokenIndex end = joined.empty() ? 0 : joined.back().span.end;
    const bool dates = !joined.empty() && joined.back().type == "DATE" && name.type == "DATE";
    const bool year = word(doc, name.span.begin).size() == 4 &&
                      word(doc, name.span.begin).find_first_not_of("0123456789") == std::string_view::npos;
    const bool comma = end + 1 == name.span.begin && word(doc, end) == ",";
    if (dates && year && (comma || end == name.span.begin)) {
      joined.back().span.end = name.span.end;
      joined.back().confidence = std::min(joined.back().confidence, name.confidence);
    } else {
      joined.push_back(name);
    }
  }
  return joined;
}

/// A place is a GPE unless its own words say that it is a building or a landscape: states and cities act in the
/// news, and no word marks them.
std::string_view place_type(const Document& doc, TokenSpan span) {
  const std::string first = ascii_lower(word(doc, span.begin)), last = ascii_lower(word(doc, span.end - 1));
  if (is_facility_word(last) && (span.size() > 1 || last == "kremlin")) return "FAC";
  if (span.size() == 1)
    return is_continent(last) || last == "earth" || last == "moon" || last == "mars" ? "LOC" : "GPE";
  // "North Korea" and "New York" are states and cities, "Western Europe" and "the Middle East" are not.
  return is_landscape_word(last) || is_landscape_word(first.substr(0, first == "mount" || first == "lake" ? 5 : 0)) ||
                 is_continent(last)
             ? "LOC"
             : "GPE";
}

/// "D-N.Y." names a state, not a person or body.
void name_states_of_party_tags(const Document& doc, std::vector<Name>& names) {
  std::vector<bool> tagged(doc.tokens.size());
  std::vector<Name> states;
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    if (!is_party_tag(doc, t)) continue;
    std::fill_n(tagged.begin() + t, party_tag_words, true);
    states.push_back({{t + party_tag_words - 1, t + party_tag_words}, "GPE", 1.0F});
  }
  if (states.empty()) return;
  std::erase_if(names, [&](const Name& n) {
    return std::find(tagged.begin() + n.span.begin, tagged.begin() + n.span.end, true) != tagged.begin() + n.span.end;
  });
  names.insert(names.end(), states.begin(), states.end());
  std::ranges::sort(names, {}, &Name::span);
}

/// Types of the names of one article by their words, so that a name is typed alike everywhere.
class NameMemory {
 public:
  explicit NameMemory(const Document& doc) : doc_(doc) {}

  void add(const Name& name) {
    votes_[std::string(text_of(doc_, name.span))][name.type] += name.confidence;
    if (name.type != "PERSON" || name.span.size() < 2 || name.confidence < unsure) return;
    surnames_[std::string(word(doc_, name.span.end - 1))] += name.confidence;
  }

  void settle(Name& name) const {
    if (name.confidence >= unsure) return;
    if (name.span.size() == 1 && surnames_.count(std::string(text_of(doc_, name.span))) > 0) {
      name.type = "PERSON";
      return;
    }
    const auto found = votes_.find(std::string(text_of(doc_, name.span)));
    if (found == votes_.end()) return;
    const auto best = std::max_element(found->second.begin(), found->second.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    name.type = best->first;
  }

  /// A proper noun that is the last part of a person's name seen elsewhere in the article.
  [[nodiscard]] bool is_surname(TokenIndex token) const {
    return upos(doc_, token) == "PROPN" && surnames_.count(std::string(word(doc_, token))) > 0;
  }

 private:
  const Document& doc_;
  std::map<std::string, std::map<std::string, float>> votes_;
  std::map<std::string, float> surnames_;
};

std::vector<bool> marked(const Document& doc, const std::vector<Name>& names) {
  std::vector<bool> taken(doc.tokens.size(), false);
  for (const Name& name : names) std::fill(taken.begin() + name.span.begin, taken.begin() + name.span.end, true);
  return taken;
}

void add_surnames(const Document& doc, const NameMemory& memory, std::vector<Name>& names, std::vector<bool>& taken) {
  for (TokenIndex token = 0; token < doc.tokens.size(); ++token) {
    if (taken[token] || !memory.is_surname(token)) continue;
    names.push_back({{token, token + 1}, "PERSON", unsure});
    taken[token] = true;
  }
}

/// "The Pentagon" (1990) is a book, "the Senate election" an event; the model takes neither for these by mistake.
bool may_be_organization(std::string_view type) { return type != "EVENT" && type != "WORK" && type != "DATE"; }

bool is_kept_type(std::string_view type) {
  return type == "PERSON" || type == "ORG" || type == "GPE" || type == "LOC" || type == "FAC";
}

/// What an article names twice, or once as "Kovacs Steel Inc", it names every time: finds what the model missed.
class Repetitions {
 public:
  Repetitions(const Document& doc, const std::vector<Name>& names) : doc_(doc) {
    for (const Name& name : names) {
      if (!is_capital(word(doc, name.span.begin))) continue;
      ++counts_[text_of(doc, name.span)][name.type];
      const TokenSpan company = without_legal_form(doc, name.span);
      if (company.size() > 1 && company != name.span) counts_[text_of(doc, company)][name.type] += 2;
      longest_ = std::max(longest_, name.span.size());
    }
  }

  void add(std::vector<Name>& names, std::vector<bool>& taken) const {
    for (const TokenSpan sentence : doc_.sentences)
      for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
        if (!may_begin(token, sentence)) continue;
        const Name name = longest_at(token, sentence, taken);
        if (name.span.empty()) continue;
        std::fill(taken.begin() + name.span.begin, taken.begin() + name.span.end, true);
        names.push_back(name);
      }
  }

 private:
  /// Any word has a capital at the start of a sentence; "I" and "The" have one for other reasons.
  [[nodiscard]] bool may_begin(TokenIndex token, TokenSpan sentence) const {
    const std::string_view tag = upos(doc_, token);
    if (!is_capital(word(doc_, token)) || tag == "PRON" || tag == "DET") return false;
    return token > sentence.begin || tag == "PROPN";
  }

  [[nodiscard]] Name longest_at(TokenIndex token, TokenSpan sentence, const std::vector<bool>& taken) const {
    Name best;
    for (TokenIndex end = token + 1; end <= std::min(sentence.end, token + longest_) && !taken[end - 1]; ++end)
      if (const std::string_view type = type_of({token, end}); !type.empty())
        best = {{token, end}, std::string(type), unsure};
    return best;
  }

  /// The type of a name that was found at least twice, nearly always with that type.
  [[nodiscard]] std::string_view type_of(TokenSpan span) const {
    const auto found = counts_.find(text_of(doc_, span));
    if (found == counts_.end()) return {};
    int all = 0;
    auto best = found->second.begin();
    for (auto type = found->second.begin(); type != found->second.end(); ++type) {
      all += type->second;
      if (type->second > best->second) best = type;
    }
    return best->second >= 2 && 5 * best->second >= 4 * all && is_kept_type(best->first) ? best->first
                                                                                         : std::string_view();
  }

  const Document& doc_;
  std::map<std::string_view, std::map<std::string, int>> counts_;
  TokenIndex longest_ = 0;
};

}  // namespace

std::vector<Name> refine_names(const Document& doc, std::vector<Name> names) {
  NameMemory memory(doc);
  names = repair_names(doc, names);
  for (Name& name : names) {
    name.type = general_type(name.type);
    trim(doc, name);
    memory.add(name);
  }
  names = join_dates(doc, names);
  for (Name& name : names) {
    memory.settle(name);
    if (may_be_organization(name.type) && is_known_organization(text_of(doc, name.span))) name.type = "ORG";
    if (name.type == "LOC") name.type = place_type(doc, name.span);
  }
  type_companies(doc, names);
  name_states_of_party_tags(doc, names);
  const auto by_place = [](const Name& a, const Name& b) { return a.span < b.span; };
  std::vector<bool> taken = marked(doc, names);
  Repetitions(doc, names).add(names, taken);
  add_surnames(doc, memory, names, taken);
  std::sort(names.begin(), names.end(), by_place);
  add_titles(doc, names, taken);
  const std::vector<Name> amounts = find_amounts(doc, taken);
  names.insert(names.end(), amounts.begin(), amounts.end());
  std::sort(names.begin(), names.end(), by_place);
  return names;
}

}  // namespace hearsay
