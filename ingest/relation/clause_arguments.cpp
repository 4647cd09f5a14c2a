#include "ingest/relation/clause_arguments.hpp"

#include <algorithm>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr float sure_enough = 0.5F;   // for a clause without subject
constexpr float surer = 0.6F;         // to take the place of a subject that the rules fetched
constexpr float implausible = 0.15F;  // what the model says of a subject that may be replaced

/// Who acts; of a passive, what is acted on.
ArgumentKind subject_kind(const Clause& clause) {
  return clause.is_passive ? ArgumentKind::object : ArgumentKind::subject;
}

bool is_complement(const Clause& clause, TokenIndex word) {
  return std::any_of(clause.complements.begin(), clause.complements.end(),
                     [&](const Complement& c) { return c.head == word; });
}

const VerbArgument* best_subject(const Trees& trees, const Clause& clause) {
  const VerbArgument* best = nullptr;
  const ArgumentKind kind = subject_kind(clause);
  for (const VerbArgument& a : arguments_of(trees.doc(), clause.head)) {
    const bool nominal =
        is_one_of(trees.upos(a.word), {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"}) || trees.is(a.word, "csubj");
    if (!nominal || is_complement(clause, a.word)) continue;
    if (best == nullptr || a.of(kind) > best->of(kind)) best = &a;
  }
  return best;
}

/// "the controversy surrounding the vote": right before its participle the noun is hardly anything else.
bool is_right_before(const Clause& clause, const Subject& s) {
  return s.origin == SubjectOrigin::attached && s.head + 1 == clause.head;
}

bool is_doubtful(const Trees& trees, const Clause& clause) {
  return std::all_of(clause.subjects.begin(), clause.subjects.end(), [&](const Subject& s) {
    return !is_right_before(clause, s) && s.origin != SubjectOrigin::own && s.origin != SubjectOrigin::relative &&
           argument_at(trees.doc(), clause.head, s.head).core() < implausible;
  });
}

}  // namespace

std::span<const VerbArgument> arguments_of(const Document& doc, TokenIndex verb) {
  const auto [begin, end] =
      std::equal_range(doc.verb_arguments.begin(), doc.verb_arguments.end(), VerbArgument{verb, 0, {}},
                       [](const VerbArgument& a, const VerbArgument& b) { return a.verb < b.verb; });
  return {begin, end};
}

VerbArgument argument_at(const Document& doc, TokenIndex verb, TokenIndex word) {
  for (const VerbArgument& a : arguments_of(doc, verb)) {
    if (a.word == word) return a;
  }
  return {verb, word, {}};
}

void complete_subjects(const Trees& trees, std::vector<Clause>& clauses) {
  for (Clause& clause : clauses) {
    if (clause.is_copular || !is_doubtful(trees, clause)) continue;
    const VerbArgument* best = best_subject(trees, clause);
    if (best == nullptr || best->of(subject_kind(clause)) < (clause.subjects.empty() ? sure_enough : surer)) continue;
    clause.subjects = {{best->word, SubjectOrigin::learned}};
  }
}

}  // namespace hearsay
