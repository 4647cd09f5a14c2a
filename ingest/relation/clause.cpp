#include "ingest/relation/clause.hpp"

#include <algorithm>

#include "ingest/relation/clause_arguments.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_negation(const Trees& trees, TokenIndex token) {
  if (!trees.is(token, {"advmod", "det", "cc"})) return false;
  if (trees.lemma(token) == "far" && trees.has_child(token, "fixed", "from")) return true;
  return is_one_of(trees.lemma(token), {"not", "n't", "never", "nor", "neither", "hardly", "scarcely"}) ||
         is_one_of(trees.form(token), {"not", "n't", "n’t", "never"});
}

/// "not only", "not just": no negation.
bool is_cancelled(const Trees& trees, TokenIndex negation) {
  const TokenIndex next = negation + 1;
  return next < trees.size() && is_one_of(trees.form(next), {"only", "just", "merely", "least"});
}

bool shares_copula(const Trees& trees, TokenIndex token) {
  if (!trees.is(token, "conj") || trees.has_child(token, "nsubj") || trees.has_child(token, "cop")) return false;
  const auto head = trees.head(token);
  return head && trees.has_child(*head, "cop") && trees.upos(token) != "VERB" && trees.upos(token) != "AUX";
}

bool is_finite_form(const std::string& xpos) { return xpos == "VBZ" || xpos == "VBP" || xpos == "VB"; }

bool is_verb_place(const Trees& trees, TokenIndex token) {
  return !trees.is(token, {"amod", "compound", "flat", "fixed", "case", "mark", "cc", "punct", "nummod", "det", "aux",
                           "cop", "goeswith", "reparandum", "discourse", "dep"});
}

/// "The point is that we won": "is" belongs to the point, not to what is said of "we".
bool links_outer_subject(const Trees& trees, TokenIndex verb, TokenIndex copula) {
  const auto children = trees.children(verb);
  const bool has_outer = std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return trees.deprel(c).starts_with("nsubj:outer") && c < copula;
  });
  return has_outer && std::any_of(children.begin(), children.end(),
                                  [&](TokenIndex c) { return c > copula && trees.is(c, "nsubj"); });
}

/// "They agreed that there should be peace", with "there" hung on the first verb.
bool follows_subject(const Trees& trees, TokenIndex verb, TokenIndex there) {
  const auto subject = trees.child(verb, "nsubj");
  return subject && *subject < verb && there > verb;
}

/// Auxiliaries, negations and the like of one verb, into the clause.
void read_verb_group(const Trees& trees, TokenIndex verb, Clause& clause) {
  for (const TokenIndex c : trees.children(verb)) {
    if (trees.is(c, "aux")) clause.auxiliaries.push_back(c);
    if (trees.is(c, "cop") && !links_outer_subject(trees, verb, c)) clause.copula = c;
    if (trees.deprel(c) == "compound:prt") clause.particles.push_back(c);
    if (trees.is(c, "mark") && trees.lemma(c) == "to") clause.infinitive = c;
    if (trees.is(c, "expl") && trees.lemma(c) == "there") clause.is_existential = !follows_subject(trees, verb, c);
    if (is_negation(trees, c) && !is_cancelled(trees, c)) clause.negations.push_back(c);
  }
}

/// "could meet and talk": the second verb has the first one's auxiliaries when its form asks for them.
void share_auxiliaries(const Trees& trees, Clause& clause) {
  if (!clause.auxiliaries.empty() || trees.has_child(clause.head, "cop")) return;
  if (!trees.is(clause.head, "conj") || trees.has_child(clause.head, "nsubj")) return;
  TokenIndex first = *trees.head(clause.head);
  for (int step = 0; step < 10 && trees.is(first, "conj"); ++step) first = *trees.head(first);
  const std::string& form = trees.xpos(clause.head);
  const bool same_form = form == trees.xpos(first) && (form == "VB" || form == "VBN" || form == "VBG");
  if (!same_form && !(clause.is_copular && trees.has_child(first, "cop"))) return;
  for (const TokenIndex c : trees.children(first)) {
    if (trees.is(c, "aux")) clause.auxiliaries.push_back(c);
    if (c < clause.head && trees.is(c, "advmod") && is_negation(trees, c) && !is_cancelled(trees, c)) {
      clause.negations.push_back(c);
    }
    if (form == "VB" && !clause.infinitive && trees.is(c, "mark") && trees.lemma(c) == "to") clause.infinitive = c;
    if (trees.deprel(c) == "aux:pass") clause.is_passive = true;
  }
}

bool is_complement(const Trees& trees, TokenIndex child) {
  if (trees.is(child, "advmod")) return !is_negation(trees, child);
  return trees.is(child, {"obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "agent"}) ||
         (trees.is(child, "nmod") && trees.deprel(child) == "nmod:unmarked");
}

Complement complement_at(const Trees& trees, TokenIndex token) {
  Complement complement{token, trees.relation(token), markers_of(trees, token)};
  if (trees.deprel(token) == "obl:agent") complement.relation = "agent";
  if (const auto noun = antecedent_of(trees, token)) {
    complement.head = *noun;
    complement.moved = true;
  }
  return complement;
}

/// "the hope that they will find work": where the verb has its object, "that" is no second one.
void drop_idle_that(const Trees& trees, Clause& clause) {
  const auto is_object = [](const Complement& c) { return c.relation == "obj" && !c.moved; };
  if (std::none_of(clause.complements.begin(), clause.complements.end(), is_object)) return;
  const bool has_that = trees.has_child(clause.head, "obj", "that");
  if (has_that) std::erase_if(clause.complements, [](const Complement& c) { return c.relation == "obj" && c.moved; });
}

void read_complements(const Trees& trees, Clause& clause) {
  for (const TokenIndex c : trees.children(clause.head)) {
    if (!is_complement(trees, c)) continue;
    // In "its maker" under a predicate noun, nothing but adverbials hangs on the clause.
    if (clause.is_copular && trees.upos(clause.head) != "VERB" && trees.is(c, {"obj", "iobj"})) continue;
    const bool is_subject =
        std::any_of(clause.subjects.begin(), clause.subjects.end(), [&](const Subject& s) { return s.head == c; });
    if (is_subject) continue;
    clause.complements.push_back(complement_at(trees, c));
  }
  drop_idle_that(trees, clause);
  if (clause.is_copular) {
    clause.complements.push_back({clause.head, "predicate", markers_of(trees, clause.head)});
    std::erase_if(clause.complements.back().markers,
                  [&](TokenIndex m) { return !trees.is(m, "case") && !trees.is(m, "fixed"); });
  }
}

/// "build and sell cars": an object behind the last verb belongs to all of them.
void share_complements(const Trees& trees, Clause& clause) {
  if (!trees.is(clause.head, "conj") || clause.is_copular) return;
  const TokenIndex first = *trees.head(clause.head);
  const bool has_object = std::any_of(clause.complements.begin(), clause.complements.end(), [](const Complement& c) {
    return c.relation == "obj" || c.relation == "ccomp" || c.relation == "xcomp";
  });
  if (has_object || !is_clause_head(trees, first)) return;
  for (const TokenIndex c : trees.children(first)) {
    if (c < clause.head || !trees.is(c, {"obj", "obl"})) continue;
    Complement shared = complement_at(trees, c);
    shared.moved = true;
    clause.complements.push_back(std::move(shared));
  }
}

/// "developed and tested the vaccine", with the object hung on the second verb.
void borrow_object(const Trees& trees, Clause& clause) {
  const bool is_bare = clause.complements.empty() && !clause.is_copular && !clause.is_passive;
  if (!is_bare || clause.head + 2 >= trees.size() || !trees.is(clause.head + 1, "cc")) return;
  const TokenIndex next = clause.head + 2;
  if (!trees.is(next, "conj") || trees.head(next) != clause.head || trees.has_child(next, "nsubj")) return;
  if (const auto object = trees.child(next, "obj");
      object && *object > next && trees.xpos(next) == trees.xpos(clause.head)) {
    clause.complements.push_back({*object, "obj", {}, true});
  }
}

/// "whose house", "many of whom"
bool is_of_antecedent(const Trees& trees, TokenIndex subject) {
  const auto children = trees.children(subject);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return trees.is(c, "nmod") && is_one_of(trees.form(c), {"whose", "whom", "which"});
  });
}

bool mentions_antecedent(const Trees& trees, const Clause& clause, TokenIndex noun) {
  return std::any_of(clause.complements.begin(), clause.complements.end(),
                     [&](const Complement& c) { return c.head == noun && c.moved; }) ||
         std::any_of(clause.subjects.begin(), clause.subjects.end(),
                     [&](const Subject& s) { return s.head == noun || is_of_antecedent(trees, s.head); }) ||
         std::any_of(trees.children(clause.head).begin(), trees.children(clause.head).end(),
                     [&](TokenIndex c) { return trees.xpos(c) == "WRB"; });
}

bool has_that(const Trees& trees, TokenIndex verb) {
  return trees.has_child(verb, "mark", "that") || trees.has_child(verb, "obj", "that");
}

/// "the man she met", "the man she talked to": the noun fills the gap of its relative clause.
void fill_gap(const Trees& trees, Clause& clause) {
  if (trees.deprel(clause.head) != "acl:relcl" || clause.is_copular) return;
  const TokenIndex noun = *trees.head(clause.head);
  if (clause.subjects.empty() || mentions_antecedent(trees, clause, noun)) return;
  if (has_that(trees, clause.head)) return;  // "the fear that he left" has no gap
  for (Complement& c : clause.complements) {
    if ((c.relation == "obl" || c.relation == "advmod") && trees.upos(c.head) == "ADP") {
      c = {noun, "obl", {c.head}, true};
      return;
    }
  }
  const bool filled = std::any_of(clause.complements.begin(), clause.complements.end(), [](const Complement& c) {
    return c.relation == "obj" || c.relation == "ccomp" || c.relation == "xcomp";
  });
  if (!filled) clause.complements.insert(clause.complements.begin(), {noun, "obj", {}, true});
}

/// "the man who officials say fled": he is neither who says it nor what is said.
void leave_to_gap(const Trees& trees, Clause& clause) {
  if (!clause_with_gap(trees, clause.head)) return;
  const TokenIndex noun = *trees.head(clause.head);
  std::erase_if(clause.subjects, [&](const Subject& s) { return s.head == noun; });
  std::erase_if(clause.complements, [&](const Complement& c) { return c.head == noun; });
}

/// "the underlying measure", "a powerful and profit-motivated industry"
bool is_modifier(const Trees& trees, TokenIndex verb) {
  if (trees.is(verb, "amod")) return true;
  return trees.is(verb, "conj") && trees.is(*trees.head(verb), "amod") && !is_finite_form(trees.xpos(verb));
}

Clause read_clause(const Trees& trees, TokenIndex head) {
  Clause clause;
  clause.head = head;
  read_verb_group(trees, head, clause);
  const bool is_verb = trees.upos(head) == "VERB" || trees.upos(head) == "AUX";
  clause.is_copular = clause.copula.has_value() || !is_verb;
  if (!clause.copula && shares_copula(trees, head)) clause.copula = trees.child(*trees.head(head), "cop");
  clause.is_passive = !clause.is_copular && is_passive_verb(trees, head);
  clause.is_modifier = is_modifier(trees, head);
  share_auxiliaries(trees, clause);
  clause.subjects = find_subjects(trees, head);
  read_complements(trees, clause);
  share_complements(trees, clause);
  borrow_object(trees, clause);
  leave_to_gap(trees, clause);
  fill_gap(trees, clause);
  return clause;
}

}  // namespace

std::vector<TokenIndex> markers_of(const Trees& trees, TokenIndex token) {
  std::vector<TokenIndex> markers;
  for (const TokenIndex c : trees.children(token)) {
    if (!trees.is(c, {"case", "mark"}) || (trees.is(c, "case") && c > token)) continue;
    markers.push_back(c);
    for (const TokenIndex part : trees.children(c)) {
      if (trees.is(part, "fixed")) markers.push_back(part);
    }
  }
  std::sort(markers.begin(), markers.end());
  return markers;
}

bool is_passive_verb(const Trees& trees, TokenIndex verb) {
  if (is_one_of(trees.xpos(verb), {"VB", "VBZ", "VBP"})) return false;  // "if she were to win"
  bool has_auxiliary = false;
  for (const TokenIndex c : trees.children(verb)) {
    if (trees.deprel(c) == "aux:pass" || trees.deprel(c) == "nsubj:pass" || trees.deprel(c) == "obl:agent") {
      return true;
    }
    has_auxiliary = has_auxiliary || trees.is(c, "aux");
  }
  // "founded in 1990", "the deal reached last week", mistagged as finite verbs
  if (trees.is(verb, "advcl") && trees.xpos(verb) == "VBD" && trees.children(verb).size() > 0 && !has_auxiliary &&
      !trees.has_child(verb, "nsubj") && !trees.has_child(verb, "obj") && !trees.has_child(verb, "mark") &&
      verb == trees.sentence(verb).begin)
    return true;  // "Asked why, she left."
  const bool reduced = trees.deprel(verb) == "acl" && trees.xpos(verb) == "VBD" &&
                       (trees.has_child(verb, "obl") || *trees.head(verb) + 1 == verb) &&
                       !trees.has_child(verb, "nsubj") && !trees.has_child(verb, "obj");
  if ((trees.xpos(verb) != "VBN" && !reduced) || has_auxiliary) return false;
  return trees.is(verb, {"acl", "amod", "advcl", "xcomp"}) && trees.deprel(verb) != "acl:relcl";
}

bool is_clause_head(const Trees& trees, TokenIndex token) {
  if (trees.has_child(token, "cop") || shares_copula(trees, token)) return true;
  if (trees.upos(token) == "VERB") return is_verb_place(trees, token);
  if (trees.is(token, "acl") && trees.upos(token) == "ADJ" && trees.has_child(token, "obl"))
    return true;  // "men armed with knives"
  if (trees.is(token, {"aux", "cop", "punct", "case", "mark"})) return false;
  return trees.has_child(token, "nsubj");
}

std::vector<Clause> read_clauses(const Trees& trees) {
  std::vector<Clause> clauses;
  for (TokenIndex t = 0; t < trees.size(); ++t) {
    const bool modifier = trees.upos(t) == "VERB" && trees.is(t, "amod");
    if (modifier || is_clause_head(trees, t)) clauses.push_back(read_clause(trees, t));
  }
  complete_subjects(trees, clauses);
  return clauses;
}

}  // namespace hearsay
