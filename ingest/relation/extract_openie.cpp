#include "ingest/relation/extract_openie.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/clause_arguments.hpp"
#include "ingest/relation/meaning.hpp"
#include "ingest/relation/open_cells.hpp"
#include "ingest/relation/open_nouns.hpp"
#include "ingest/relation/phrase.hpp"

namespace hearsay {
namespace {

using Tokens = std::vector<TokenIndex>;

// From where on an argument that only the model sees is told, and how sure the relation is that tells it.
constexpr float likely_core = 0.4F, likely_any = 0.5F, unsure = 0.2F;

bool is_likely(const VerbArgument& argument) { return argument.core() >= likely_core || argument.any() >= likely_any; }

class OpenReader {
 public:
  explicit OpenReader(const Trees& trees)
      : doc_(trees.doc()), trees_(trees), cells_(trees), clauses_(read_clauses(trees)), clause_at_(trees.size(), none) {
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) clause_at_[clauses_[i].head] = i;
  }

  std::vector<OpenRelation> read() {
    for (const Clause& clause : clauses_) {
      if (!is_merged(clause)) read_clause(clause);
    }
    std::vector<OpenRelation> nouns = read_open_nouns(trees_);
    found_.insert(found_.end(), std::make_move_iterator(nouns.begin()), std::make_move_iterator(nouns.end()));
    std::stable_sort(found_.begin(), found_.end(),
                     [](const OpenRelation& a, const OpenRelation& b) { return a.sentence < b.sentence; });
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t none = ~0U;

  // ------------------------------------------------------------------ clauses

  /// "failed to [see] X": the infinitive that has no doer of its own is told with the verb above it.
  const Clause* inner_of(const Clause& clause) const {
    if (clause.is_copular || clause.is_modifier) return nullptr;
    const Clause* inner = nullptr;
    for (const Complement& c : clause.complements) {
      if (c.relation == "obj" || c.relation == "iobj") return nullptr;
      if (c.relation == "xcomp" && clause_at_[c.head] != none && inner == nullptr)
        inner = &clauses_[clause_at_[c.head]];
    }
    return inner;
  }

  bool is_merged(const Clause& clause) const {
    if (!trees_.is(clause.head, "xcomp")) return false;
    const auto up = trees_.head(clause.head);
    if (!up || clause_at_[*up] == none) return false;
    const Clause& outer = clauses_[clause_at_[*up]];
    // In "wants to try to win" the third verb is told by itself.
    return inner_of(outer) == &clause && !outer.subjects.empty() && !is_merged(outer);
  }

  void read_clause(const Clause& clause) {
    const std::vector<Tokens> subjects = subject_phrases(clause);
    Tokens group = cells_.verb_group(clause);
    if (subjects.empty()) {
      add_without_subject(clause, group);
      return;
    }
    if (clause.is_modifier) {
      const Name* name = trees_.name_at(clause.head);
      if (name != nullptr && name->span.contains(*trees_.head(clause.head))) return;  // "United Nations"
      add(clause, cells_.bare_noun(*trees_.head(clause.head)), group, {}, {});
      add_further(clause, nullptr, cells_.bare_noun(*trees_.head(clause.head)), group);
      return;
    }
    add_further(clause, inner_of(clause), subjects.front(), group);
    std::vector<OpenCell> cores, rest;
    if (const Clause* inner = inner_of(clause)) {
      for (const Tokens& subject : subjects) add_plain_infinitive(clause, subject, group, *inner);
      const Tokens more = cells_.verb_group(*inner);
      group.insert(group.end(), more.begin(), more.end());
      if (inner->infinitive) group.push_back(*inner->infinitive);
      cores = cells_.core_cells(*inner);
      rest = cells_.other_cells(*inner, cores);
      for (OpenCell& cell : cells_.other_cells(clause, {})) {
        const bool is_inner = std::find(cell.words.begin(), cell.words.end(), inner->head) != cell.words.end();
        if (!is_inner) rest.push_back(std::move(cell));
      }
      sort_unique(group);
    } else {
      cores = cells_.core_cells(clause);
      rest = cells_.other_cells(clause, cores);
    }
    for (const Tokens& subject : subjects) {
      if (cores.empty()) add(clause, subject, group, {}, rest);
      for (const OpenCell& core : cores) add(clause, subject, group, core, rest);
    }
  }

  /// Beside "plans to build | a factory" the plain "plans | to build a factory", for who asks what is planned.
  void add_plain_infinitive(const Clause& clause, const Tokens& subject, const Tokens& group, const Clause& inner) {
    Tokens words = clause_phrase(trees_, inner.head, true);
    if (words.size() > 6) return;
    add(clause, subject, group, {{}, std::move(words)}, {});
    if (!found_.empty()) found_.back().confidence = std::min(found_.back().confidence, 0.3F);
  }

  std::vector<Tokens> subject_phrases(const Clause& clause) const {
    std::vector<Tokens> phrases;
    for (const Subject& s : clause.subjects) {
      if (trees_.is(s.head, "expl") && phrases.empty()) phrases.push_back({s.head});
      if (trees_.is(s.head, "expl")) continue;
      const bool is_clause =
          trees_.is(s.head, "csubj") || (trees_.upos(s.head) == "VERB" && s.origin == SubjectOrigin::own);
      if (is_clause) {
        phrases.push_back(clause_phrase(trees_, s.head, true));
        continue;
      }
      for (const TokenIndex h : subject_conjuncts(trees_, clause, s)) {
        Tokens words = noun_phrase(trees_, h);
        if (s.origin == SubjectOrigin::relative || s.origin == SubjectOrigin::attached)
          words = cells_.without(std::move(words), clause.head);
        const bool is_known = std::find(phrases.begin(), phrases.end(), words) != phrases.end();
        if (!words.empty() && !is_known) phrases.push_back(std::move(words));
      }
    }
    // "the ability to create", "a procedure for finding": with no doer named, the noun stands for him.
    const auto noun = trees_.head(clause.head);
    if (phrases.empty() && trees_.is(clause.head, "acl") && noun) {
      Tokens words = cells_.without(noun_phrase(trees_, *noun), clause.head);
      if (!words.empty()) phrases.push_back(std::move(words));
    }
    return phrases;
  }

  // ------------------------------------------------------------------ what the model adds

  /// Words of which the rules have told something with this verb.
  Tokens told(const Clause& clause, const Clause* inner) const {
    Tokens heads{clause.head};
    const auto tell = [&](TokenIndex head) {
      for (const TokenIndex h : conjuncts(trees_, head)) heads.push_back(h);
    };
    for (const Subject& s : clause.subjects) tell(s.head);
    for (const Clause* part : {&clause, inner}) {
      if (part == nullptr) continue;
      for (const Complement& c : part->complements) {
        tell(c.head);
        if (c.relation != "obj" || c.moved) continue;
        for (const TokenIndex phrase : trees_.children(c.head)) {
          if (cells_.is_parted_off(c.head, phrase)) heads.push_back(phrase);
        }
      }
    }
    if (clause.is_modifier) heads.push_back(*trees_.head(clause.head));
    return heads;
  }

  OpenCell cell_of(const VerbArgument& argument) const {
    if (trees_.upos(argument.word) == "VERB" && is_clause_head(trees_, argument.word))
      return {{}, clause_phrase(trees_, argument.word, true)};
    const bool is_core = argument.core() >= argument.any() / 2;
    Tokens words = noun_phrase(trees_, argument.word, {.adpositions = !is_core});
    if (trees_.dominates(argument.word, argument.verb)) words = cells_.without(std::move(words), argument.verb);
    return {{}, std::move(words)};
  }

  /// Their words, where these are neither the subject's nor hold the verb.
  std::vector<OpenCell> cells_of(const std::vector<VerbArgument>& arguments, const Tokens& subject) const {
    std::vector<OpenCell> cells;
    for (const VerbArgument& argument : arguments) {
      OpenCell cell = cell_of(argument);
      const bool holds_verb = std::find(cell.words.begin(), cell.words.end(), argument.verb) != cell.words.end();
      if (!cell.words.empty() && cell.words != subject && !holds_verb) cells.push_back(std::move(cell));
    }
    return cells;
  }

  /// What the rules do not see of a verb, as a relation of its own: it is less sure than theirs.
  void add_further(const Clause& clause, const Clause* inner, const Tokens& subject, const Tokens& group) {
    std::vector<VerbArgument> further;
    const Tokens known = told(clause, inner);
    for (const VerbArgument& a : arguments_of(doc_, clause.head)) {
      if (is_likely(a) && std::find(known.begin(), known.end(), a.word) == known.end()) further.push_back(a);
    }
    const std::vector<OpenCell> cells = cells_of(further, subject);
    if (!cells.empty()) add_unsure(clause, subject, group, cells);
  }

  /// "Building the road took years": what is built comes first where nobody is named who builds.
  void add_without_subject(const Clause& clause, const Tokens& group) {
    std::vector<VerbArgument> likely;
    for (const VerbArgument& a : arguments_of(doc_, clause.head)) {
      if (is_likely(a)) likely.push_back(a);
    }
    const auto first = std::max_element(likely.begin(), likely.end(),
                                        [](const auto& a, const auto& b) { return a.core() < b.core(); });
    if (first == likely.end() || first->core() < likely_core) return;
    const std::vector<OpenCell> subject = cells_of({*first}, {});
    likely.erase(first);
    if (!subject.empty()) add_unsure(clause, subject.front().words, group, cells_of(likely, subject.front().words));
  }

  void add_unsure(const Clause& clause, const Tokens& subject, const Tokens& group,
                  const std::vector<OpenCell>& cells) {
    add(clause, subject, group, {}, cells);
    if (!found_.empty()) found_.back().confidence = std::min(found_.back().confidence, unsure);
  }

  // ------------------------------------------------------------------ tuples

  void add(const Clause& clause, const Tokens& subject, Tokens group, const OpenCell& core,
           const std::vector<OpenCell>& rest) {
    OpenRelation tuple;
    tuple.sentence = trees_.sentence_number(clause.head);
    tuple.arg1 = words_of(doc_, subject);
    group.insert(group.end(), core.preposition.begin(), core.preposition.end());
    tuple.relation = words_of(doc_, group);
    if (needs_be(clause))
      tuple.relation = be_for(clause, subject) + (tuple.relation.empty() ? "" : ' ' + tuple.relation);
    if (!core.words.empty()) tuple.arguments.push_back(words_of(doc_, core.words));
    for (const Tokens& phrase : core.loose) tuple.arguments.push_back(words_of(doc_, phrase));
    for (const OpenCell& cell : rest) tuple.arguments.push_back(words_of(doc_, cell.words));
    tuple.confidence = confidence_of(clause, tuple);
    if (!tuple.arg1.empty() && !tuple.relation.empty()) found_.push_back(std::move(tuple));
  }

  /// "ads developed by X" tells that they were developed; headlines leave "is" out.
  bool needs_be(const Clause& clause) const {
    if (clause.is_copular) return !clause.copula;
    return clause.is_passive && clause.auxiliaries.empty() && !clause.subjects.empty() &&
           clause.subjects.front().origin == SubjectOrigin::attached;
  }

  std::string be_for(const Clause& clause, const Tokens& subject) const {
    const auto is_plural = [&](TokenIndex t) { return trees_.xpos(t) == "NNS" || trees_.xpos(t) == "NNPS"; };
    const bool plural = !clause.subjects.empty() && is_plural(clause.subjects.front().head) && !subject.empty();
    const bool past = tense_above(clause.head) == "past";
    return plural ? (past ? "were" : "are") : (past ? "was" : "is");
  }

  std::string tense_above(TokenIndex token) const {
    auto up = trees_.head(token);
    for (int step = 0; up && step < 8; ++step) {
      if (clause_at_[*up] != none) return tense_of(trees_, clauses_[clause_at_[*up]]);
      up = trees_.head(*up);
    }
    return "";
  }

  static float confidence_of(const Clause& clause, const OpenRelation& tuple) {
    if (clause.is_modifier) return 0.15F;
    float confidence = tuple.arguments.empty() ? 0.25F : 0.9F;
    if (clause.subjects.empty()) return confidence * 0.5F;
    switch (clause.subjects.front().origin) {
      case SubjectOrigin::own: return confidence;
      case SubjectOrigin::relative: return confidence * 0.95F;
      case SubjectOrigin::shared: return confidence * 0.9F;
      case SubjectOrigin::attached: return confidence * 0.8F;
      case SubjectOrigin::controlled: return confidence * 0.7F;
      case SubjectOrigin::adjunct: return confidence * 0.6F;
      case SubjectOrigin::learned: return confidence * 0.6F;
    }
    return confidence;
  }

  const Document& doc_;
  const Trees& trees_;
  OpenCells cells_;
  std::vector<Clause> clauses_;
  std::vector<std::uint32_t> clause_at_;
  std::vector<OpenRelation> found_;
};

}  // namespace

std::vector<OpenRelation> extract_openie(const Trees& trees) { return OpenReader(trees).read(); }

}  // namespace hearsay
