#include "ingest/relation/nominal.hpp"

#include <algorithm>

#include "ingest/relation/event_nouns.hpp"
#include "ingest/relation/noun_classes.hpp"
#include "ingest/relation/noun_words.hpp"
#include "ingest/relation/phrase.hpp"
#include "ingest/relation/roles.hpp"
#include "ingest/syntax/party_tags.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// What a construction is worth when its arc is certain, set by reading 113 facts of news (bench/README.md); titles have
// the default of NominalFact.
constexpr float surest = 0.95F;

bool is_role(const Trees& trees, TokenIndex token) {
  const std::string& lemma = trees.lemma(token);
  if (is_role_noun(lemma) || is_kinship_noun(lemma)) return true;
  return lemma.ends_with("s") && is_role_noun(lemma.substr(0, lemma.size() - 1));
}

/// "SENATOR SACKS AIDE": no word of the sentence has a small letter.
bool is_in_capitals(const Trees& trees, TokenIndex token) {
  const std::string_view text = text_of(trees.doc(), trees.sentence(token));
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Collects facts; one method for each way in which a noun phrase tells one.
class FactReader {
 public:
  explicit FactReader(const Trees& trees) : trees_(trees) {}

  std::vector<NominalFact> read() {
    for (TokenIndex t = 0; t < trees_.size(); ++t) {
      if (trees_.is(t, "appos")) read_apposition(*trees_.head(t), t);
      read_title(t);
      if (const EventNoun* event = event_noun(trees_.lemma(t)); event != nullptr && trees_.upos(t) != "VERB")
        read_event_noun(trees_, t, *event, facts_);
      if (trees_.is(t, "nmod") || trees_.is(t, "compound")) read_place_inside(t);
      if (trees_.is(t, "case") && trees_.form(t) == "including") read_members(t);
    }
    std::stable_sort(facts_.begin(), facts_.end(),
                     [](const NominalFact& a, const NominalFact& b) { return a.trigger < b.trigger; });
    return std::move(facts_);
  }

 private:
  NominalFact& add(TokenIndex trigger, TokenIndex subject, std::string predicate, TokenIndex object, std::string type) {
    facts_.push_back(fact_between(trees_, trigger, subject, std::move(predicate), object));
    facts_.back().relation_type = std::move(type);
    return facts_.back();
  }

  /// "Kosachev, head of the committee"; "the president, Vladimir Putin"; "Hamburg, Germany"; "Smith, 45,".
  void read_apposition(TokenIndex noun, TokenIndex apposition) {
    if (is_bare_tag(noun, apposition) || is_list_item(noun, apposition) || is_mismatch(noun, apposition)) return;
    const bool is_list =
        trees_.xpos(noun) == "NNS" && trees_.upos(apposition) == "PROPN" && trees_.has_child(apposition, "conj");
    for (const TokenIndex a : conjuncts(trees_, apposition)) {
      if (trees_.upos(a) == "VERB" || a == noun || is_part_of_relative(trees_, a)) continue;
      if (is_list && !is_role(trees_, noun)) {
        if (trees_.upos(a) == "PROPN") add(a, noun, "include", a, "").confidence = surest;
        continue;
      }
      if (trees_.upos(a) == "NUM") {
        if (is_name_of(trees_, noun, {"PERSON"})) add(a, noun, "be", a, "age");
        continue;
      }
      if (is_place(trees_, a) && (is_place(trees_, noun) || is_name_of(trees_, noun, {"ORG"}))) {
        add(a, noun, "be in", a, "locatedIn").confidence = surest;
        continue;
      }
      const bool is_region = is_place(trees_, noun) && trees_.upos(a) == "PROPN" && !trees_.has_child(a, "det") &&
                             trees_.children(a).size() <= 2 && mark_before(noun, a) == ",";  // "Laconia, N.H.,"
      if (is_region) {
        add(a, noun, "be in", a, "locatedIn").confidence = surest;
        continue;
      }
      if (is_unit_of(noun, a)) {
        add(a, noun, "be part of", a, "partOf").confidence = surest;
        continue;
      }
      const bool swapped = trees_.upos(a) == "PROPN" && trees_.upos(noun) == "NOUN";
      const TokenIndex who = swapped ? a : noun, what = swapped ? noun : a;
      if (trees_.upos(what) == "PRON" || trees_.upos(what) == "ADV") continue;
      add(what, who, "be", what, structural_type(trees_, who, what)).confidence = 0.8F;
      read_of(who, what);
    }
  }

  /// "the circle of Egypt, Jordan and Syria": the parser hung the list on "circle", but Jordan is none.
  bool is_list_item(TokenIndex noun, TokenIndex apposition) const {
    const Name* name = trees_.name_at(apposition);
    const bool is_plural = trees_.xpos(noun) == "NNS" || trees_.xpos(noun) == "NNPS";
    if (name == nullptr || is_plural || !trees_.has_child(apposition, "conj")) return false;
    const auto children = trees_.children(noun);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      const bool is_before = c < apposition && trees_.is(c, "nmod");
      return is_before && trees_.name_at(c) != nullptr && trees_.name_at(c)->type == name->type;
    });
  }

  /// What cannot be one thing: two people, two bodies behind a comma, an agency behind a place ("Lyon (AFP)"), a branch
  /// in brackets ("Fuji (Europe) Ltd"), a sum. Headlines in capitals are parsed too badly to be asked.
  bool is_mismatch(TokenIndex noun, TokenIndex apposition) const {
    if (is_role(trees_, noun) && trees_.upos(noun) == "NOUN" && is_name_of(trees_, apposition, {"ORG", "GPE"}))
      return true;  // "an economist at the World Bank (WB)"
    if (is_in_capitals(trees_, noun) || word(trees_.doc(), noun).size() == 1) return true;  // the R of "(R-Ohio)"
    const std::string mark = mark_before(noun, apposition);
    const bool is_bracketed = mark == "(";
    if ((is_bracketed || mark.empty()) && (trees_.upos(noun) == "NUM" || trees_.upos(noun) == "SYM")) return true;
    if (is_place(trees_, noun))
      return is_bracketed && is_name_of(trees_, apposition, {"ORG"}) && !is_short_form(noun, apposition);
    if (is_name_of(trees_, noun, {"PERSON"})) return is_name_of(trees_, apposition, {"PERSON", "GPE"});
    if (!is_name_of(trees_, noun, {"ORG"})) return false;
    if (is_place(trees_, apposition)) return is_bracketed;
    return is_name_of(trees_, apposition, {"ORG"}) && !is_bracketed && !trees_.has_child(apposition, "det") &&
           !is_short_form(noun, apposition) && !is_unit_of(noun, apposition);
  }

  /// "2nd Battalion, 7th Marine Regiment", "the Faculty of Law, Leiden University": a part before its whole.
  bool is_unit_of(TokenIndex noun, TokenIndex apposition) const {
    static constexpr std::string_view units[] = {
        "battalion",   "battery",  "brigade", "bureau",   "committee", "company",  "department",
        "directorate", "division", "faculty", "group",    "institute", "ministry", "office",
        "platoon",     "regiment", "school",  "squadron", "task",      "unit",     "wing"};
    return is_name_of(trees_, noun, {"ORG"}) && is_name_of(trees_, apposition, {"ORG"}) &&
           mark_before(noun, apposition) == "," && is_in(units, trees_.lemma(noun));
  }

  /// The comma, bracket or dash in front of the apposition's phrase; empty when there is none.
  std::string mark_before(TokenIndex noun, TokenIndex apposition) const {
    TokenIndex before = apposition;
    while (before > noun + 1 && trees_.upos(before - 1) != "PUNCT" && trees_.upos(before - 1) != "SYM") --before;
    const bool marked = before > noun + 1 || (apposition > 0 && trees_.upos(apposition - 1) == "PUNCT");
    if (!marked) return "";
    return before > 0 ? trees_.form(before - 1) : trees_.form(before);
  }

  /// Tickers, party and state in brackets, and two names without a mark between them tell nothing: "Toshiba <TSBA.T>",
  /// "Dole (R-Kan.)". A short form made of the name's initials does: "the World Bank Group (WBG)".
  bool is_bare_tag(TokenIndex noun, TokenIndex apposition) const {
    if (is_party_tag(trees_.doc(), apposition)) return true;
    const std::string mark = mark_before(noun, apposition);
    if (mark.empty())
      return trees_.upos(noun) == "PROPN" && trees_.upos(apposition) == "PROPN" && !is_role(trees_, apposition);
    if (mark == "<") return true;
    for (TokenIndex t = noun + 1; t < apposition; ++t) {
      if (trees_.form(t) == "<") return true;  // "Jardine <JARD.HKG>"
    }
    if (mark == "(" && !is_name_of(trees_, noun, {"PERSON"})) return false;  // another name: "the Islands (Malvinas)"
    if (mark != "(" && mark != "[") return false;
    return trees_.upos(apposition) == "PROPN" && !is_short_form(noun, apposition) && !is_role(trees_, apposition) &&
           !trees_.has_child(apposition, "det");
  }

  bool is_short_form(TokenIndex noun, TokenIndex apposition) const {
    std::string initials;
    for (const TokenIndex t : noun_phrase(trees_, noun)) {
      const char first = word(trees_.doc(), t).front();
      if (first >= 'A' && first <= 'Z') initials += first;
    }
    const std::string short_form(word(trees_.doc(), apposition));
    return short_form.size() > 1 && initials.find(short_form.substr(0, 2)) != std::string::npos;
  }

  /// "three ports, including Lagos": the whole includes its members.
  void read_members(TokenIndex preposition) {
    const TokenIndex first = *trees_.head(preposition);
    const auto whole = trees_.head(first);
    if (!whole || !trees_.is(first, "nmod") || *whole > preposition || trees_.upos(*whole) == "VERB") return;
    for (const TokenIndex member : conjuncts(trees_, first)) {
      NominalFact& fact = add(preposition, *whole, "include", member, "");
      std::vector<TokenIndex> words = noun_phrase(trees_, *whole);
      std::erase_if(words, [&](TokenIndex w) { return w >= preposition || trees_.upos(w) == "PUNCT"; });
      if (!words.empty()) fact.subject.span = spans_of(words);
      fact.confidence = surest;
    }
  }

  /// "president of Russia", "the committee's head": what the role is a role of.
  void read_of(TokenIndex who, TokenIndex role) {
    if (!is_role(trees_, role)) return;
    const std::string type = structural_type(trees_, who, role);
    for (const TokenIndex c : trees_.children(role)) {
      if (!trees_.is(c, "nmod")) continue;
      const std::string preposition = is_possessor(trees_, c) ? "of" : first_case(trees_, c);
      if (preposition != "of" && preposition != "at" && preposition != "for" && preposition != "in") continue;
      for (const TokenIndex of : conjuncts(trees_, c)) {
        if (of != who) add(role, who, "be " + trees_.lemma(role) + ' ' + preposition, of, type).confidence = surest;
      }
    }
    const Name* told = nullptr;
    for (const TokenIndex c : trees_.children(role)) {
      const bool modifies =
          trees_.is(c, "compound") || (trees_.is(c, "amod") && is_name_of(trees_, c, {"NORP", "GPE"}));
      const bool is_country =
          !is_name_of(trees_, c, {"NORP"}) || is_office_noun(trees_.lemma(role));  // "American actor"
      if (modifies && c < role && is_people_word(trees_, c) && type == "positionHeld" && trees_.name_at(c) != told &&
          is_country) {
        told = trees_.name_at(c);
        NominalFact& fact = add(role, who, "be " + trees_.lemma(role) + " of", c, type);
        fact.confidence = surest;
        // "Amnesty International spokesman", whose words the parser hangs on "spokesman" one by one
        if (told->span.end <= role) fact.object->span = {told->span};
      }
    }
  }

  /// "Foreign Minister Sergei Lavrov", "presidents Vladimir Putin and Donald Trump".
  void read_title(TokenIndex t) {
    if (!is_role(trees_, t) || trees_.is(t, "appos") || is_in_capitals(trees_, t)) return;
    const bool before_name = trees_.is(t, "compound") || trees_.deprel(t) == "nmod:desc" || trees_.is(t, "flat");
    if (before_name) {
      const TokenIndex name = *trees_.head(t);
      if (name <= t || trees_.upos(name) != "PROPN" || is_name_of(trees_, name, {"ORG", "GPE", "LOC", "FAC", "EVENT"}))
        return;
      for (const TokenIndex who : conjuncts(trees_, name)) {
        // "presidents" serves both names, but not one that has a title of its own.
        const bool shared = who == name || (trees_.lemma(t) != trees_.form(t) && !has_title(who));
        if (shared && who != t) add_title(who, t, titled_words(t, name));
      }
      return;
    }
    // The title heads the name in "President Barack Obama" when the parser calls the name flat.
    std::vector<TokenIndex> flat;
    for (const TokenIndex c : trees_.children(t)) {
      if (trees_.is(c, "flat") && c > t && trees_.upos(c) == "PROPN") flat.push_back(c);
    }
    if (flat.empty() || trees_.upos(t) == "VERB") return;
    NominalFact& fact = add(t, t, "be", t, is_kinship_noun(trees_.lemma(t)) ? "family" : "positionHeld");
    fact.subject.span = whole_name(flat);
    fact.object->span = spans_of(titled_words(t, t));
  }

  bool has_title(TokenIndex name) const {
    const auto children = trees_.children(name);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenIndex c) { return c < name && trees_.deprel(c) == "nmod:desc" && is_role(trees_, c); });
  }

  /// The words, and the whole name where they are a part of one.
  std::vector<TokenSpan> whole_name(std::vector<TokenIndex> words) const {
    if (const Name* name = trees_.name_at(words.front()); name != nullptr && name->type == "PERSON") {
      for (TokenIndex t = std::max(name->span.begin, words.front()); t < name->span.end; ++t) words.push_back(t);
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
    }
    return spans_of(words);
  }

  /// The title with the words before it that modify it.
  std::vector<TokenIndex> titled_words(TokenIndex title, TokenIndex name) const {
    std::vector<TokenIndex> words;
    for (const TokenIndex w : noun_phrase(trees_, title)) {
      if (w <= title || trees_.head(w) != name) words.push_back(w);
    }
    // "former President Clinton", where "former" hangs on the name
    for (const TokenIndex c : trees_.children(name)) {
      if (c < title && trees_.is(c, "amod")) words.push_back(c);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    if (title == name) std::erase_if(words, [&](TokenIndex w) { return w > title; });
    return words;
  }

  void add_title(TokenIndex who, TokenIndex title, const std::vector<TokenIndex>& words) {
    NominalFact& fact = add(title, who, "be", title, is_kinship_noun(trees_.lemma(title)) ? "family" : "positionHeld");
    fact.object->span = spans_of(words);
    std::vector<TokenIndex> name = noun_phrase(trees_, who);
    std::erase_if(name, [&](TokenIndex w) { return std::find(words.begin(), words.end(), w) != words.end(); });
    if (!name.empty()) fact.subject.span = spans_of(name);
    const Argument subject = fact.subject;
    const std::size_t from = facts_.size();
    read_of(who, title);
    for (std::size_t i = from; i < facts_.size(); ++i) facts_[i].subject = subject;
  }

  /// A place name, or a kind of place with its name: "Idlib province", "the city of Mosul".
  bool is_located(TokenIndex noun) const {
    if (is_place(trees_, noun)) return true;
    if (!is_region_noun(trees_.lemma(noun))) return false;
    const auto children = trees_.children(noun);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      return is_place(trees_, c) &&
             (trees_.is(c, "compound") || (trees_.is(c, "nmod") && first_case(trees_, c) == "of"));
    });
  }

  static bool is_region_noun(const std::string& lemma) {
    static constexpr std::string_view nouns[] = {"city",    "town",      "village",      "province",      "district",
                                                 "region",  "state",     "county",       "island",        "port",
                                                 "capital", "suburb",    "governorate",  "municipality",  "area",
                                                 "valley",  "peninsula", "neighborhood", "neighbourhood", "border"};
    return std::find(std::begin(nouns), std::end(nouns), lemma) != std::end(nouns);
  }

  /// "Hamburg in Germany".
  void read_place_inside(TokenIndex t) {
    const TokenIndex noun = *trees_.head(t);
    if (!is_located(noun) || !is_located(t)) return;
    if (trees_.name_at(noun) != nullptr && trees_.name_at(noun) == trees_.name_at(t)) return;
    const bool owned = is_possessor(trees_, t) && is_place(trees_, t);  // "Syria's Idlib province"
    if (!trees_.is(t, "nmod") || (!owned && first_case(trees_, t) != "in")) return;
    NominalFact& fact = add(t, noun, "be in", t, "locatedIn");
    fact.confidence = surest;
    std::vector<TokenIndex> inner = clause_phrase(trees_, t, true), words = noun_phrase(trees_, noun);
    std::erase_if(words, [&](TokenIndex w) { return std::find(inner.begin(), inner.end(), w) != inner.end(); });
    if (!words.empty()) fact.subject.span = spans_of(words);
  }

  const Trees& trees_;
  std::vector<NominalFact> facts_;
};

bool is_party_member(const std::string& lemma) {
  return is_one_of(ascii_lower(lemma), {"republican", "democrat", "democratic", "libertarian", "conservative", "tory",
                                        "liberal", "communist", "socialist", "green", "labourite", "independent"});
}

}  // namespace

std::string structural_type(const Trees& trees, TokenIndex subject, TokenIndex predicate) {
  const std::string& lemma = trees.lemma(predicate);
  if (is_kinship_noun(lemma)) return "family";
  if (lemma == "member") return "memberOf";
  if (is_role_noun(lemma)) return "positionHeld";
  if (lemma == "owner" || lemma == "subsidiary") return lemma == "owner" ? "owner" : "partOf";
  if (lemma == "part" && trees.has_child(predicate, "nmod")) return "partOf";
  if (is_name_of(trees, subject, {"PERSON"}) && is_name_of(trees, predicate, {"NORP"}))
    return is_party_member(lemma) ? "memberOf" : "nationality";
  if (trees.upos(predicate) == "NUM" && is_name_of(trees, subject, {"PERSON"})) return "age";
  return "";
}

std::vector<NominalFact> read_nominal_facts(const Trees& trees) { return FactReader(trees).read(); }

}  // namespace hearsay
