#pragma once
// The parts of an open relation in the sentence's own words: what CaRB and BenchIE call its slots.

#include <vector>

#include "ingest/relation/clause.hpp"

namespace hearsay {

/// A complement in words: what goes to the relation, what to the argument.
struct OpenCell {
  std::vector<TokenIndex> preposition = {};
  std::vector<TokenIndex> words = {};
  /// Phrases behind the noun that may as well belong to the verb: "put limits [on imports]".
  std::vector<std::vector<TokenIndex>> loose = {};
};

void sort_unique(std::vector<TokenIndex>& tokens);

/// Cuts a clause into words, in text order. A look: the trees must outlive it.
class OpenCells {
 public:
  using Tokens = std::vector<TokenIndex>;

  explicit OpenCells(const Trees& trees) : trees_(trees) {}

  /// Auxiliaries, negation, linking adverbs, verb and particle.
  [[nodiscard]] Tokens verb_group(const Clause& clause) const;
  /// What stands directly behind the verb, one cell for each conjunct.
  [[nodiscard]] std::vector<OpenCell> core_cells(const Clause& clause) const;
  /// Everything else that is said with the verb; times that hold for it come from the verb it leans on.
  [[nodiscard]] std::vector<OpenCell> other_cells(const Clause& clause, const std::vector<OpenCell>& cores) const;

  /// The noun without articles and what follows: whom a participle before a noun describes.
  [[nodiscard]] Tokens bare_noun(TokenIndex noun) const;
  /// The phrase without the clause around `head` that describes it: "the man" for "the man who left".
  [[nodiscard]] Tokens without(Tokens words, TokenIndex head) const;
  /// Whether `child` is a phrase with a preposition other than "of" behind `noun`.
  [[nodiscard]] bool is_parted_off(TokenIndex noun, TokenIndex child) const;

 private:
  Tokens with_conjunction(TokenIndex participle) const;
  bool is_inner_adverb(const Clause& clause, const Complement& c) const;
  bool is_adjectival(const Clause& clause) const;
  bool is_like_verb(TokenIndex adjective) const;
  bool is_verbal_predicate(const Clause& clause) const;
  bool has_bound_oblique(const Clause& clause) const;
  bool is_bound_oblique(const Clause& clause, const Complement& c) const;
  std::vector<OpenCell> verbal_cells(const Clause& clause) const;
  std::vector<OpenCell> cells_of(const Clause& clause, const Complement& c) const;
  void part_off(TokenIndex noun, OpenCell& cell) const;
  void add_inherited(const Clause& clause, std::vector<OpenCell>& rest) const;

  const Trees& trees_;
};

}  // namespace hearsay
