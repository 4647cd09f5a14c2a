#pragma once
// A clause as the grammar sees it: verb group, subjects, and everything else that hangs on the verb.

#include <optional>
#include <vector>

#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// How far a subject had to be fetched.
enum class SubjectOrigin : std::uint8_t {
  own,         ///< hangs on the verb
  relative,    ///< the noun that a relative pronoun stands for
  shared,      ///< of the verb that this one is coordinated with
  controlled,  ///< of the governing verb: "agreed to create", "asked him to leave"
  attached,    ///< the noun that a participle describes: "the man arrested on Friday"
  adjunct,     ///< of the clause that this one modifies: "met, discussing Syria"
  learned,     ///< what the model takes for it, wherever it stands in the sentence
};

struct Subject {
  TokenIndex head = 0;
  SubjectOrigin origin = SubjectOrigin::own;
};

/// A dependant of the verb that is not its subject.
struct Complement {
  TokenIndex head = 0;
  std::string_view relation;        ///< UD base relation; "agent" for the by-phrase, "predicate" for what follows "be"
  std::vector<TokenIndex> markers;  ///< its prepositions, "to" or conjunction, in text order
  bool moved = false;               ///< stands elsewhere: the noun of a relative clause, shared by coordination
};

struct Clause {
  TokenIndex head = 0;  ///< the verb, or the predicate that follows "be"
  std::optional<TokenIndex> copula;
  bool is_copular = false;  ///< "be", written or (in headlines) left out
  bool is_passive = false;
  bool is_existential = false;           ///< "there is"
  bool is_modifier = false;              ///< a participle before its noun: "the underlying measure"
  std::vector<TokenIndex> auxiliaries;   ///< without the copula; of the first verb when coordination shares them
  std::vector<TokenIndex> negations;     ///< "not", "never", ...
  std::vector<TokenIndex> particles;     ///< "up" in "set up"
  std::optional<TokenIndex> infinitive;  ///< its "to"
  std::vector<Subject> subjects;         ///< not yet split at "and"
  std::vector<Complement> complements;   ///< in text order
};

/// All clauses of the document, by head. Linear in tokens. Uses the layer of verb arguments where there is one.
[[nodiscard]] std::vector<Clause> read_clauses(const Trees& trees);

/// The clause's subjects, fetched from afar where it has none of its own.
[[nodiscard]] std::vector<Subject> find_subjects(const Trees& trees, TokenIndex verb);

/// The subject and what is coordinated with it; of the nouns "A, who left, and B" only A left.
[[nodiscard]] std::vector<TokenIndex> subject_conjuncts(const Trees& trees, const Clause& clause,
                                                        const Subject& subject);

/// The noun for which the relative pronoun stands; none when `pronoun` is not relative.
[[nodiscard]] std::optional<TokenIndex> antecedent_of(const Trees& trees, TokenIndex pronoun);

/// "a plan which I think would fail": the clause under `governor` whose subject is the relative pronoun.
[[nodiscard]] std::optional<TokenIndex> clause_with_gap(const Trees& trees, TokenIndex governor);

[[nodiscard]] bool is_passive_verb(const Trees& trees, TokenIndex verb);
/// Heads a clause: a verb with a verb's place in the tree, or a predicate with "be" or a subject.
[[nodiscard]] bool is_clause_head(const Trees& trees, TokenIndex token);
/// Prepositions and conjunctions of `token`, with the other words of "because of".
[[nodiscard]] std::vector<TokenIndex> markers_of(const Trees& trees, TokenIndex token);

}  // namespace hearsay
