#include "ingest/relation/extract_openie.hpp"

#include <algorithm>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/phrase.hpp"
#include "ingest/relation/relation_types.hpp"
#include "ingest/relation/roles.hpp"

namespace hearsay {
namespace {

constexpr std::size_t max_tuples = 24;  // of one clause; more come only from lists

using Tokens = std::vector<TokenIndex>;

class OpenReader {
 public:
  explicit OpenReader(const Document& doc) : doc_(doc), trees_(doc) {}

  std::vector<OpenRelation> read() {
    for (const Clause& clause : read_clauses(trees_)) read_clause(clause);
    read_nouns();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const OpenRelation& a, const OpenRelation& b) { return a.sentence < b.sentence; });
    return std::move(found_);
  }

 private:
  /// A complement in words: what goes to the relation, what to the argument.
  struct Cell {
    Tokens preposition;
    Tokens words;
    bool is_core = false;
  };

  void read_clause(const Clause& clause) {
    const auto subjects = subject_phrases(clause);
    const Tokens group = verb_group(clause);
    const auto cores = core_cells(clause);
    const auto rest = other_cells(clause, cores);
    if (clause.is_modifier) {
      for (const Tokens& s : subjects) add(clause, s, group, {}, {}, 0.3F);
      return;
    }
    for (const Tokens& subject : subjects) {
      if (cores.empty()) add(clause, subject, group, {}, rest, 0.0F);
      for (const Cell& core : cores) add(clause, subject, group, core, rest, 0.0F);
    }
  }

  std::vector<Tokens> subject_phrases(const Clause& clause) const {
    std::vector<Tokens> phrases;
    for (const Subject& s : clause.subjects) {
      if (trees_.is(s.head, "csubj")) {
        phrases.push_back(clause_phrase(trees_, s.head, true));
        continue;
      }
      for (const TokenIndex h : conjuncts(trees_, s.head)) {
        Tokens words = noun_phrase(trees_, h);
        if (s.origin == SubjectOrigin::relative || s.origin == SubjectOrigin::attached) words = without(std::move(words), clause.head);
        if (!words.empty()) phrases.push_back(std::move(words));
      }
    }
    return phrases;
  }

  /// The phrase without the clause that describes it: "the man" for "the man who left".
  Tokens without(Tokens words, TokenIndex head) const {
    TokenIndex top = head;
    for (int step = 0; step < 8 && !trees_.is_any(top, {"acl", "amod"}); ++step) {
      const auto up = trees_.head(top);
      if (!up) break;
      top = *up;
    }
    const Tokens inner = top == head && trees_.is(top, "amod") ? Tokens{top} : clause_phrase(trees_, top, true);
    std::erase_if(words, [&](TokenIndex w) { return std::find(inner.begin(), inner.end(), w) != inner.end(); });
    while (!words.empty() && trees_.upos(words.back()) == "PUNCT") words.pop_back();
    return words;
  }

  /// Auxiliaries, negation, verb and particle in text order.
  Tokens verb_group(const Clause& clause) const {
    Tokens group = clause.auxiliaries;
    group.insert(group.end(), clause.negations.begin(), clause.negations.end());
    group.insert(group.end(), clause.particles.begin(), clause.particles.end());
    if (clause.copula) group.push_back(*clause.copula);
    if (!clause.is_copular) group.push_back(clause.head);
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
    return group;
  }

  // ------------------------------------------------------------------ arguments

  /// What stands directly behind the verb, one cell for each conjunct.
  std::vector<Cell> core_cells(const Clause& clause) const {
    for (const std::string_view relation : {"obj", "predicate", "ccomp", "xcomp"}) {
      for (const Complement& c : clause.complements) {
        if (c.relation == relation) return cells_of(clause, c, true);
      }
    }
    for (const Complement& c : clause.complements) {
      const bool behind = c.head > clause.head || c.moved;
      if ((c.relation == "agent" || c.relation == "obl") && behind && !c.markers.empty() &&
          role_of(trees_, clause.head, c) != Role::time) {
        return cells_of(clause, c, true);
      }
    }
    for (const Complement& c : clause.complements) {
      if (c.relation == "obl" && c.head > clause.head && !c.markers.empty()) return cells_of(clause, c, true);
    }
    return {};
  }

  std::vector<Cell> cells_of(const Clause& clause, const Complement& c, bool is_core) const {
    std::vector<Cell> cells;
    const bool is_clause = (c.relation == "ccomp" || c.relation == "xcomp" || c.relation == "advcl") && is_clause_head(trees_, c.head);
    if (is_clause) {
      Cell cell{{}, clause_phrase(trees_, c.head, c.relation != "ccomp"), is_core};
      if (c.relation == "ccomp") cell.preposition = c.markers;
      return {cell};
    }
    const Tokens heads = c.relation == "predicate" ? Tokens{c.head} : conjuncts(trees_, c.head);
    for (const TokenIndex h : heads) {
      Cell cell{c.markers, noun_phrase(trees_, h), is_core};
      if (c.moved) cell.words = without(cell.words, clause.head);
      if (h != c.head) {
        const Tokens own = markers_of(trees_, h);
        if (!own.empty()) cell.preposition = own;
      }
      if (!cell.words.empty()) cells.push_back(std::move(cell));
    }
    return cells;
  }

  std::vector<Cell> other_cells(const Clause& clause, const std::vector<Cell>& cores) const {
    std::vector<Cell> rest;
    for (const Complement& c : clause.complements) {
      if (trees_.xpos(c.head) == "WRB" || c.relation == "predicate") continue;
      std::vector<Cell> cells = cells_of(clause, c, false);
      for (Cell& cell : cells) {
        const bool used = std::any_of(cores.begin(), cores.end(), [&](const Cell& core) { return core.words == cell.words; });
        if (used) continue;
        if (c.relation != "iobj") {
          cell.words.insert(cell.words.begin(), cell.preposition.begin(), cell.preposition.end());
          std::sort(cell.words.begin(), cell.words.end());
          cell.words.erase(std::unique(cell.words.begin(), cell.words.end()), cell.words.end());
        }
        cell.preposition.clear();
        rest.push_back(std::move(cell));
      }
    }
    return rest;
  }

  // ------------------------------------------------------------------ tuples

  void add(const Clause& clause, const Tokens& subject, Tokens group, const Cell& core, const std::vector<Cell>& rest, float fixed) {
    OpenRelation tuple;
    tuple.sentence = trees_.sentence_number(clause.head);
    tuple.arg1 = words_of(doc_, subject);
    group.insert(group.end(), core.preposition.begin(), core.preposition.end());
    tuple.relation = words_of(doc_, group);
    if (clause.is_copular && !clause.copula) tuple.relation = tuple.relation.empty() ? "is" : "is " + tuple.relation;
    if (!core.words.empty()) tuple.arguments.push_back(words_of(doc_, core.words));
    for (const Cell& cell : rest) tuple.arguments.push_back(words_of(doc_, cell.words));
    tuple.confidence = fixed > 0 ? fixed : confidence_of(clause, tuple);
    if (!tuple.arg1.empty() && !tuple.relation.empty()) found_.push_back(std::move(tuple));
  }

  float confidence_of(const Clause& clause, const OpenRelation& tuple) const {
    float confidence = tuple.arguments.empty() ? 0.6F : 0.9F;
    if (clause.subjects.empty()) return confidence;
    switch (clause.subjects.front().origin) {
      case SubjectOrigin::own: break;
      case SubjectOrigin::relative: confidence *= 0.95F; break;
      case SubjectOrigin::shared: confidence *= 0.9F; break;
      case SubjectOrigin::attached: confidence *= 0.8F; break;
      case SubjectOrigin::controlled: confidence *= 0.7F; break;
      case SubjectOrigin::adjunct: confidence *= 0.6F; break;
    }
    return confidence;
  }

  // ------------------------------------------------------------------ nouns

  void read_nouns() {
    for (TokenIndex t = 0; t < trees_.size(); ++t) {
      if (trees_.is(t, "appos")) read_apposition(*trees_.head(t), t);
      if (trees_.full_relation(t) == "nmod:poss") read_possession(*trees_.head(t), t);
    }
  }

  void read_apposition(TokenIndex noun, TokenIndex apposition) {
    for (const TokenIndex a : conjuncts(trees_, apposition)) {
      if (trees_.upos(a) == "VERB" || trees_.upos(a) == "NUM") continue;
      add_nominal(t_sentence(a), noun_phrase(trees_, noun), "is", noun_phrase(trees_, a), 0.65F);
    }
  }

  void read_possession(TokenIndex noun, TokenIndex owner) {
    if (trees_.upos(owner) == "PRON") return;
    Tokens words = noun_phrase(trees_, noun);
    const Tokens owners = noun_phrase(trees_, owner);
    std::erase_if(words, [&](TokenIndex w) { return w <= owner + 1 || std::find(owners.begin(), owners.end(), w) != owners.end(); });
    if (!words.empty()) add_nominal(t_sentence(noun), owners, "has", words, 0.4F);
  }

  std::uint32_t t_sentence(TokenIndex t) const { return trees_.sentence_number(t); }

  void add_nominal(std::uint32_t sentence, const Tokens& arg1, std::string relation, const Tokens& arg2, float confidence) {
    OpenRelation tuple{sentence, confidence, words_of(doc_, arg1), std::move(relation), {words_of(doc_, arg2)}};
    if (!tuple.arg1.empty() && !tuple.arguments[0].empty()) found_.push_back(std::move(tuple));
  }

  const Document& doc_;
  Trees trees_;
  std::vector<OpenRelation> found_;
};

}  // namespace

std::vector<OpenRelation> extract_openie(const Document& doc) { return OpenReader(doc).read(); }

}  // namespace hearsay
