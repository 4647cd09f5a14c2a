#include "ingest/relation/roles.hpp"

#include <algorithm>
#include <cctype>

#include "ingest/relation/phrase.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_year(const std::string& form) {
  return form.size() == 4 && (form[0] == '1' || form[0] == '2') &&
         std::all_of(form.begin(), form.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_time_noun(const std::string& lemma) {
  return is_one_of(
      lemma,
      {"day",     "week",      "month",     "year",     "decade",  "century",   "hour",     "minute",    "second",
       "morning", "afternoon", "evening",   "night",    "weekend", "today",     "tomorrow", "yesterday", "tonight",
       "monday",  "tuesday",   "wednesday", "thursday", "friday",  "saturday",  "sunday",   "january",   "february",
       "march",   "april",     "june",      "july",     "august",  "september", "october",  "november",  "december",
       "noon",    "midnight",  "spring",    "summer",   "autumn",  "winter",    "jan.",     "feb.",      "aug.",
       "sept.",   "oct.",      "nov.",      "dec.",     "season",  "moment",    "period",   "time",      "quarter",
       "past",    "future",    "era",       "date"});
}

bool is_time_adverb(const std::string& lemma) {
  return is_one_of(lemma, {"now",          "then",        "later",      "earlier",   "recently",   "soon",
                           "today",        "ago",         "already",    "currently", "previously", "once",
                           "afterwards",   "afterward",   "yesterday",  "tomorrow",  "tonight",    "meanwhile",
                           "subsequently", "immediately", "eventually", "finally",   "often",      "always",
                           "sometimes",    "still",       "initially",  "formerly",  "lately",     "usually",
                           "frequently",   "daily",       "long",       "early",     "late",       "again"});
}

bool is_place_adverb(const std::string& lemma) {
  return is_one_of(
      lemma, {"here", "there", "abroad", "home", "away", "elsewhere", "nearby", "overseas", "worldwide", "outside",
              "inside", "everywhere", "nationwide", "locally", "somewhere", "anywhere", "back", "upstairs"});
}

bool is_place_name(const Trees& trees, TokenIndex head) {
  const Name* name = trees.name_at(head);
  return name != nullptr && is_one_of(name->type, {"GPE", "LOC", "FAC"});
}

bool is_place_noun(const std::string& lemma) {
  return is_one_of(lemma, {"city",   "town",     "country", "area",       "region",  "street",   "building", "house",
                           "place",  "village",  "border",  "capital",    "state",   "province", "district", "room",
                           "center", "centre",   "school",  "university", "airport", "station",  "site",     "park",
                           "church", "hospital", "hotel",   "office",     "road",    "island",   "north",    "south",
                           "east",   "west",     "world",   "ground",     "sea",     "river",    "coast",    "square"});
}

bool takes_addressee(const std::string& verb) {
  return is_one_of(verb, {"tell", "inform", "brief", "assure", "remind", "warn", "notify", "ask",   "advise", "promise",
                          "show", "give",   "offer", "send",   "hand",   "lend", "teach",  "grant", "award",  "pay"});
}

/// "no country": the clause is negative; what it is about is "country". "whose" points out of the phrase.
std::vector<TokenIndex> without_denial(const Trees& trees, std::vector<TokenIndex> words) {
  const bool is_hyphenated = words.size() > 1 && trees.form(words[1]) == "-";  // "no-fly zones"
  if (words.size() > 1 && !is_hyphenated && is_one_of(trees.form(words.front()), {"no", "neither", "whose"})) {
    words.erase(words.begin());
  }
  return words;
}

/// "he or she" is one participant, anybody.
bool is_either(const Trees& trees, TokenIndex head) {
  const auto second = trees.child_with(head, "conj");
  return second && trees.upos(head) == "PRON" && trees.upos(*second) == "PRON" && trees.has_child(*second, "cc", "or");
}

std::vector<TokenIndex> phrase_of(const Trees& trees, TokenIndex head) {
  return without_denial(trees, noun_phrase(trees, head, {.conjuncts = is_either(trees, head)}));
}

Role role_of_oblique(const Trees& trees, const std::string& verb, const std::string& preposition, TokenIndex head) {
  if (is_time_expression(trees, head)) return Role::time;
  if (preposition.empty()) return Role::object;
  if (is_one_of(preposition, {"during", "since", "until", "till", "after", "before", "following"})) return Role::time;
  const bool spatial =
      is_one_of(preposition, {"in", "at", "near", "inside", "outside", "around", "throughout", "across", "within",
                              "beside", "behind", "above", "below", "along", "off", "on"});
  if (spatial && (is_place_name(trees, head) || is_place_noun(trees.lemma(head)))) return Role::place;
  if (is_one_of(preposition, {"near", "inside", "outside", "throughout", "across", "beside", "behind", "below"}))
    return Role::place;
  if (is_one_of(preposition, {"about", "regarding", "concerning", "over", "on", "as to", "in regard to"}))
    return Role::topic;
  if (preposition == "to" &&
      is_one_of(verb, {"say", "explain", "speak", "talk", "write", "announce", "complain", "reveal"})) {
    return Role::addressee;
  }
  if (is_one_of(preposition, {"by", "via", "through", "by means of"})) return Role::instrument;
  if (is_one_of(preposition, {"for", "because of", "due to", "in order to"})) return Role::purpose;
  if (is_one_of(preposition, {"as", "like", "despite", "without", "according to", "instead of"})) return Role::manner;
  return Role::other;
}

bool is_named_time(const Trees& trees, TokenIndex head) {
  if (const Name* name = trees.name_at(head)) {
    if (name->type == "DATE" || name->type == "TIME") return true;
    if (name->type != "CARDINAL" && name->type != "MISC")
      return is_time_noun(trees.lemma(head)) && trees.upos(head) != "PROPN";
  }
  return is_time_noun(trees.lemma(head)) || is_year(trees.form(head));
}

/// "the end of 1986", "the beginning of the week"
bool is_edge_of_time(const Trees& trees, TokenIndex head) {
  if (!is_one_of(trees.lemma(head), {"end", "beginning", "start", "middle", "close", "eve"})) return false;
  const auto of = trees.child_with(head, "nmod");
  return of && trees.has_child(*of, "case", "of") && is_named_time(trees, *of);
}

}  // namespace

bool is_time_expression(const Trees& trees, TokenIndex head) {
  return is_named_time(trees, head) || is_edge_of_time(trees, head);
}

std::string preposition_of(const Trees& trees, const Complement& complement) {
  std::string preposition;
  for (const TokenIndex m : complement.markers) {
    if (trees.is(m, "mark") && trees.lemma(m) == "to") continue;
    if (complement.relation == "ccomp" || complement.relation == "xcomp") continue;
    if (!preposition.empty()) preposition += ' ';
    preposition += trees.lemma(m);
  }
  return preposition;
}

Role role_of(const Trees& trees, TokenIndex verb, const Complement& complement) {
  const std::string& lemma = trees.lemma(complement.head);
  if (complement.relation == "obj") return Role::object;
  if (complement.relation == "iobj") return takes_addressee(trees.lemma(verb)) ? Role::addressee : Role::other;
  if (complement.relation == "advmod") {
    if (is_time_adverb(lemma)) return Role::time;
    return is_place_adverb(lemma) ? Role::place : Role::manner;
  }
  if (complement.relation == "advcl") {
    for (const TokenIndex m : complement.markers) {
      if (is_one_of(trees.lemma(m), {"when", "after", "before", "while", "until", "since", "once"})) return Role::time;
      if (is_one_of(trees.lemma(m), {"to", "because", "so"})) return Role::purpose;
      if (trees.lemma(m) == "by") return Role::instrument;
    }
    return Role::manner;
  }
  if (complement.relation == "obl" || complement.relation == "nmod") {
    return role_of_oblique(trees, trees.lemma(verb), preposition_of(trees, complement), complement.head);
  }
  return Role::object;
}

Argument argument_of(const Trees& trees, TokenIndex verb, const Complement& complement, TokenIndex head) {
  Argument argument;
  argument.head = head;
  argument.role = role_of(trees, verb, complement);
  argument.preposition = preposition_of(trees, complement);
  const bool is_clause =
      (complement.relation == "ccomp" || complement.relation == "advcl" || complement.relation == "xcomp") &&
      is_clause_head(trees, head);
  argument.span = spans_of(is_clause ? clause_phrase(trees, head, false) : phrase_of(trees, head));
  if (argument.preposition == "between" && !is_clause)
    argument.span = spans_of(noun_phrase(trees, head, {.conjuncts = true}));  // "between 50 and 100"
  return argument;
}

bool joins_sentences(const Trees& trees, const Complement& complement) {
  if (complement.relation != "obl") return false;
  const std::string preposition = preposition_of(trees, complement);
  const std::string& noun = trees.lemma(complement.head);
  const bool is_bare = !trees.child_with(complement.head, "det") && !trees.child_with(complement.head, "nmod");
  if (preposition == "in")
    return (is_bare &&
            is_one_of(noun, {"fact", "particular", "general", "short", "contrast", "addition", "turn", "truth",
                             "reality", "practice", "effect", "essence", "theory", "retrospect", "brief"})) ||
           (noun == "word" && trees.has_child(complement.head, "amod", "other")) || noun == "contrast" ||
           noun == "addition";
  if (preposition == "for") return is_bare && is_one_of(noun, {"example", "instance"});
  if (preposition == "of") return noun == "course";
  if (preposition == "on") return is_one_of(noun, {"contrary", "whole"}) || (noun == "hand" && !is_bare);
  if (preposition == "by") return noun == "way" || (noun == "contrast" && is_bare) || (noun == "comparison" && is_bare);
  return (preposition == "after" || preposition == "above") && noun == "all";
}

bool is_part_of_relative(const Trees& trees, TokenIndex head) {
  const auto whole = trees.child_with(head, "nmod");
  return whole && trees.deprel(*whole) != "nmod:poss" &&
         (is_one_of(trees.form(*whole), {"whom", "which"}) || trees.has_child(*whole, "nmod:poss", "whose"));
}

Argument participant(const Trees& trees, TokenIndex head, Role role) {
  Argument argument;
  argument.head = head;
  argument.role = role;
  argument.span = spans_of(phrase_of(trees, head));
  return argument;
}

}  // namespace hearsay
