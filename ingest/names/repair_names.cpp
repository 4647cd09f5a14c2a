#include "ingest/names/repair_names.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "ingest/names/companies.hpp"
#include "ingest/names/elections.hpp"
#include "ingest/names/name_words.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

std::string_view upos(const Document& doc, TokenIndex token) {
  return token < doc.tags.size() ? std::string_view(doc.tags[token].upos) : std::string_view();
}

std::string lower(const Document& doc, TokenIndex token) { return ascii_lower(word(doc, token)); }

bool is_person(const Name& name) { return name.type == "PER" || name.type == "PERSON"; }

/// Capitals that stand for no organisation: zones of time, marks of a letter, offices.
bool is_abbreviated_noun(std::string_view form) {
  constexpr std::array words{"ps"sv,  "p.s."sv, "fyi"sv, "asap"sv, "gmt"sv, "utc"sv, "est"sv, "edt"sv, "cst"sv,
                             "cdt"sv, "pst"sv,  "pdt"sv, "cet"sv,  "ceo"sv, "cfo"sv, "coo"sv, "svp"sv, "vp"sv,
                             "mp"sv,  "mps"sv,  "faq"sv, "tv"sv,   "dna"sv, "gdp"sv, "pm"sv,  "am"sv,  "ph.d."sv};
  return is_in(words, form);
}

/// Small words that a name may hold, but not end with.
bool is_link(std::string_view form) {
  constexpr std::array words{"of"sv, "the"sv, "for"sv, "on"sv, "in"sv, "and"sv, "within"sv, "to"sv, "at"sv, "from"sv};
  return is_in(words, form);
}

/// Countries whose names are two: by the last word of the first part and of the second.
bool is_country_in_two(std::string_view first, std::string_view second) {
  constexpr std::array<std::array<std::string_view, 2>, 6> countries{{{"Bosnia", "Herzegovina"},
                                                                      {"Trinidad", "Tobago"},
                                                                      {"Antigua", "Barbuda"},
                                                                      {"Kitts", "Nevis"},
                                                                      {"Vincent", "Grenadines"},
                                                                      {"Tomé", "Príncipe"}}};
  return std::any_of(countries.begin(), countries.end(),
                     [&](const auto& parts) { return parts[0] == first && parts[1] == second; });
}

bool is_school(std::string_view form) {
  constexpr std::array words{"school"sv, "college"sv, "university"sv, "academy"sv, "institute"sv};
  return is_in(words, form);
}

bool is_site(std::string_view form) {
  constexpr std::array words{"airport"sv, "stadium"sv, "street"sv, "avenue"sv,    "boulevard"sv, "highway"sv,
                             "bridge"sv,  "river"sv,   "lake"sv,   "mountains"sv, "beach"sv};
  return is_in(words, form);
}

class Repairs {
 public:
  Repairs(const Document& doc, const std::vector<Name>& names) : doc_(doc), names_(names) {}

  std::vector<Name> run() {
    find_storms();
    std::size_t sentence = 0;
    for (const Name& name : names_) {
      while (sentence + 1 < doc_.sentences.size() && doc_.sentences[sentence].end <= name.span.begin) ++sentence;
      sentence_ = doc_.sentences[sentence];
      add(name);
    }
    for (Name& name : out_) finish(name);
    return std::move(out_);
  }

 private:
  /// "Hurricane Anna" makes "Anna" a storm through the article.
  void find_storms() {
    constexpr std::array words{"Hurricane"sv, "Cyclone"sv, "Typhoon"sv};
    for (TokenIndex token = 0; token + 1 < doc_.tokens.size(); ++token)
      if (is_in(words, word(doc_, token)) && is_capital(word(doc_, token + 1)) && upos(doc_, token + 1) == "PROPN")
        storms_.insert(std::string(word(doc_, token + 1)));
  }

  void add(Name name) {
    if (joins_last(name) || touches_last(name) || pairs_with_last(name)) {
      out_.back().span.end = name.span.end;
      out_.back().confidence = std::min(out_.back().confidence, name.confidence);
      return;
    }
    if (!out_.empty() && name.span.begin < out_.back().span.end) return;  // "I" of "World War I"
    trim_front(name);
    if (const TokenIndex again = repetition(name); again > 0) {  // "Regards, Anna" + "Anna, thank you"
      Name first = name;
      first.span.end = again;
      out_.push_back(first);
      name.span.begin = again;
    }
    trim_back(name);
    if (is_no_name(name)) return;
    fit_type(name);
    grow_numeral(name);
    out_.push_back(name);
  }

  /// "Bank of" + "England", "Ministry of the" + "Interior": the model began a new name after "of". "With Kovacs for" +
  /// "Norland": or after another preposition.
  [[nodiscard]] bool joins_last(const Name& name) const {
    if (out_.empty() || out_.back().span.end != name.span.begin) return false;
    const Name& last = out_.back();
    if (last.span.begin < sentence_.begin || last.type == "DATE" || name.type == "DATE") return false;
    TokenIndex of = last.span.end - 1;
    if (lower(doc_, of) == "the" && of > last.span.begin) --of;
    return of > last.span.begin && (lower(doc_, of) == "of" || (last.type == "ORG" && is_link(word(doc_, of))));
  }

  /// Two names of one type that touch are one that the model cut: "Greater" + "Oslo". Gold names hardly ever touch.
  [[nodiscard]] bool touches_last(const Name& name) const {
    if (out_.empty() || out_.back().span.end != name.span.begin || out_.back().type != name.type) return false;
    if (name.type == "DATE" || name.type == "MISC" || out_.back().span.begin < sentence_.begin) return false;
    const bool marks = word(doc_, name.span.begin).front() == '@' || word(doc_, name.span.begin).front() == '#';
    return !marks && !repeats_last(name);
  }

  [[nodiscard]] bool repeats_last(const Name& name) const {
    return word(doc_, name.span.begin) == word(doc_, out_.back().span.begin);
  }

  /// "Trinidad" + "and Tobago": one country.
  [[nodiscard]] bool pairs_with_last(const Name& name) const {
    if (out_.empty() || out_.back().type != "LOC" || name.type != "LOC") return false;
    const TokenIndex end = out_.back().span.end;
    if (out_.back().span.begin < sentence_.begin || end >= name.span.begin || name.span.begin - end > 2) return false;
    const std::string joint = lower(doc_, end);
    return (joint == "and" || joint == "&" || joint == "-") &&
           is_country_in_two(word(doc_, end - 1), word(doc_, name.span.end - 1));
  }

  /// "northern Syria", "social democratic Progress Party", "port of Oldtown": words in small letters describe.
  /// Particles such as "al" and "de" are part of the name.
  void trim_front(Name& name) const {
    if (name.type != "LOC" && name.type != "ORG") return;
    TokenIndex begin = name.span.begin;
    while (begin < name.span.end && !is_capital(word(doc_, begin)) && describes(begin)) ++begin;
    if (begin < name.span.end && is_capital(word(doc_, begin))) name.span.begin = begin;
  }

  [[nodiscard]] bool describes(TokenIndex token) const {
    constexpr std::array kinds{"ADJ"sv, "NOUN"sv, "ADV"sv, "DET"sv};
    constexpr std::array particles{"al"sv, "el"sv, "de"sv, "la"sv, "le"sv, "van"sv, "von"sv};
    const std::string form = lower(doc_, token);
    return form == "of" || (is_in(kinds, upos(doc_, token)) && !is_in(particles, form));
  }

  /// Where a person's name begins anew: its first word again. 0 for nowhere.
  [[nodiscard]] TokenIndex repetition(const Name& name) const {
    if (!is_person(name)) return 0;
    for (TokenIndex token = name.span.begin + 1; token < name.span.end; ++token)
      if (word(doc_, token) == word(doc_, name.span.begin)) return token;
    return 0;
  }

  /// Marks and the "P.S." of a letter at the end.
  void trim_back(Name& name) const {
    const auto foreign = [&](TokenIndex token) {
      const std::string_view form = word(doc_, token);
      return form == "-" || form == "–" || form == "/" || form == "(" || form == "\"" || form == "P.S.";
    };
    while (name.span.size() > 1 && foreign(name.span.end - 1)) --name.span.end;
  }

  /// The letter of "(D-Ohio)": a party, written as no name.
  [[nodiscard]] bool is_party_letter(TokenIndex token) const {
    constexpr std::array letters{"D"sv, "R"sv, "I"sv, "L"sv};
    return token > sentence_.begin && token + 2 < sentence_.end && is_in(letters, word(doc_, token)) &&
           word(doc_, token - 1) == "(" && word(doc_, token + 1) == "-";
  }

  [[nodiscard]] bool is_no_name(const Name& name) const {
    const TokenSpan span = name.span;
    if (span.size() == 1 && is_party_letter(span.begin)) return true;
    const std::string first = lower(doc_, span.begin);
    if (name.type == "ORG" && span.size() == 1 && is_legal_form(word(doc_, span.begin))) return true;
    const bool alone = span.size() == 1;
    const bool address =
        first.find('@') != std::string::npos ? first.front() != '@' : first.find("://") != std::string::npos;
    if (alone && (address || upos(doc_, span.begin) == "PRON" || first.starts_with("www."))) return true;
    if (alone && name.type == "ORG" && is_abbreviated_noun(first)) return true;
    if (alone && first.find('_') != std::string::npos && first.find('.') != std::string::npos) return true;
    if (!is_person(name)) return false;
    if (alone && first.ends_with(".com")) return true;
    for (TokenIndex token = span.begin; token < span.end; ++token) {
      const std::string form = lower(doc_, token);
      if (!is_title_word(form) && !is_title_modifier(form) && form != "of" && form != "the") return false;
    }
    return true;
  }

  void fit_type(Name& name) const {
    const std::string last = lower(doc_, name.span.end - 1);
    if (name.span.size() > 1 && name.type == "LOC" && is_school(last)) name.type = "ORG";
    if (name.span.size() > 1 && name.type == "ORG" && is_site(last)) name.type = "LOC";
    if (name.span.begin >= 2 && is_party_letter(name.span.begin - 2)) name.type = "LOC";
    if (is_person(name) && name.span.size() == 1 && storms_.count(std::string(word(doc_, name.span.begin))) > 0)
      name.type = "EVENT";
    const bool demonym = last.ends_with("an") || last.ends_with("ese") || last.ends_with("ish") || last.ends_with("i");
    const bool adjective = name.span.size() == 1 && upos(doc_, name.span.begin) == "ADJ";
    if (adjective && demonym && name.type == "LOC") name.type = "NORP";
  }

  /// What can be said only when no later part will join: small words that lead nowhere ("Citizens Party of the"), and
  /// an adjective that is left alone ("Western").
  void finish(Name& name) const {
    if (name.type != "LOC" && name.type != "ORG") return;
    while (name.span.size() > 1 && is_link(word(doc_, name.span.end - 1))) --name.span.end;
    if (name.span.size() == 1 && name.type == "LOC" && upos(doc_, name.span.begin) == "ADJ") name.type = "NORP";
  }

  /// "World War" + "II"
  void grow_numeral(Name& name) const {
    const TokenIndex end = name.span.end;
    if (name.span.size() < 2 || end == sentence_.end || text_of(doc_, TokenSpan{end - 2, end}) != "World War") return;
    if (word(doc_, end) == "I" || word(doc_, end) == "II") ++name.span.end;
  }

  const Document& doc_;
  const std::vector<Name>& names_;
  std::vector<Name> out_;
  TokenSpan sentence_;
  std::set<std::string> storms_;
};

}  // namespace

std::vector<Name> repair_names(const Document& doc, const std::vector<Name>& names) {
  return Repairs(doc, with_elections(doc, names)).run();
}

}  // namespace hearsay
