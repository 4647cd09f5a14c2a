#include "ingest/relation/noun_words.hpp"

#include "ingest/relation/roles.hpp"
#include "ingest/words.hpp"

namespace hearsay {

bool is_name_of(const Trees& trees, TokenIndex token, std::initializer_list<std::string_view> types) {
  const Name* name = trees.name_at(token);
  return name != nullptr && is_in(types, name->type);
}

bool is_place(const Trees& trees, TokenIndex token) { return is_name_of(trees, token, {"GPE", "LOC", "FAC"}); }

bool is_people_word(const Trees& trees, TokenIndex token) {
  return is_name_of(trees, token, {"NORP", "GPE", "ORG", "PERSON"}) && trees.upos(token) != "NOUN";
}

std::string first_case(const Trees& trees, TokenIndex token) {
  for (const TokenIndex m : markers_of(trees, token)) {
    if (trees.is(m, "case")) return trees.lemma(m);
  }
  return "";
}

bool is_possessor(const Trees& trees, TokenIndex token) { return trees.deprel(token) == "nmod:poss"; }

NominalFact fact_between(const Trees& trees, TokenIndex trigger, TokenIndex subject, std::string predicate,
                         TokenIndex object) {
  NominalFact fact;
  fact.trigger = trigger;
  fact.subject = participant(trees, subject, Role::object);
  fact.predicate = std::move(predicate);
  fact.object = participant(trees, object, Role::object);
  return fact;
}

}  // namespace hearsay
