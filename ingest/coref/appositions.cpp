#include "ingest/coref/appositions.hpp"

#include <algorithm>
#include <optional>

#include "ingest/coref/noun_classes.hpp"

namespace hearsay {
namespace {

// A noun for a person; with somebody's name behind it also one that may be something else: "head", "moderator".
bool is_person_noun(const Document& doc, TokenIndex t) {
  const Tag& tag = doc.tags[t];
  if (tag.upos != "NOUN") return false;
  const bool looks_so = tag.lemma == "head" || tag.lemma.ends_with("ator") || tag.lemma.ends_with("ist") ||
                        tag.lemma.ends_with("man") || tag.lemma.ends_with("woman");
  return kinds_of_noun(tag.lemma) == Kinds::person || is_role(tag.lemma) ||
         (looks_so && (kinds_of_noun(tag.lemma) & Kinds::person) != 0);
}

// A noun for a person, or a person's name.
bool is_person(const Document& doc, TokenIndex t) {
  const Name* name = name_at(doc, t);
  return name != nullptr ? name->type == "PERSON" : is_person_noun(doc, t) || doc.tags[t].upos == "PRON";
}

/// The noun for a person that `noun` belongs to: "head" for "agency" in "the head of the agency".
std::optional<TokenIndex> person_above(const Document& doc, TokenIndex noun) {
  constexpr int kSteps = 3;  // "the chairman of the board of the company"
  TokenIndex at = noun;
  for (int step = 0; step < kSteps && doc.arcs[at].deprel == "nmod" && doc.arcs[at].head; ++step) {
    const TokenIndex above = *doc.arcs[at].head;
    if (above > at) return std::nullopt;
    if (is_person_noun(doc, above)) return above;
    at = above;
  }
  return std::nullopt;
}

bool has_apposition(const Document& doc, TokenIndex noun, TokenIndex until) {
  constexpr TokenIndex kFar = 30;
  for (TokenIndex t = noun + 1; t < std::min(until, noun + kFar); ++t) {
    if (doc.arcs[t].head == noun && doc.arcs[t].deprel == "appos") return true;
  }
  return false;
}

}  // namespace

void hold_appositions_to_people(Document& doc) {
  for (const Name& name : doc.names) {
    if (name.type != "PERSON") continue;
    for (TokenIndex t = name.span.begin; t < name.span.end; ++t) {
      const std::optional<TokenIndex> head = doc.arcs[t].head;
      if (doc.arcs[t].deprel != "appos" || !head || *head > t || is_person(doc, *head)) continue;
      const std::optional<TokenIndex> person = person_above(doc, *head);
      if (person && !has_apposition(doc, *person, t)) doc.arcs[t].head = person;
    }
  }
}

}  // namespace hearsay
