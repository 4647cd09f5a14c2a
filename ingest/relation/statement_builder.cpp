#include "ingest/relation/statement_builder.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/relation/confidence.hpp"
#include "ingest/relation/normalize_time.hpp"
#include "ingest/relation/phrase.hpp"
#include "ingest/relation/relation_types.hpp"
#include "ingest/relation/roles.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t no_attribution = ~0U;
constexpr float told_from = 0.35F;     // below, statements are mostly wrong (bench/README.md)
constexpr std::size_t max_pairs = 24;  // statements of one clause; more come only from lists

/// For every token the innermost attribution whose content holds it; a mere impression is the writer's.
std::vector<std::uint32_t> paint_attributions(const Document& doc, const std::vector<Attribution>& attributions) {
  std::vector<std::uint32_t> order(attributions.size());
  std::vector<std::uint32_t> sizes(attributions.size());
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    order[i] = i;
    for (const TokenSpan span : attributions[i].content) sizes[i] += span.size();
  }
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return sizes[a] > sizes[b]; });
  std::vector<std::uint32_t> painted(doc.tokens.size(), no_attribution);
  for (const std::uint32_t i : order) {
    if (is_impression(attributions[i])) continue;
    for (const TokenSpan span : attributions[i].content) {
      for (TokenIndex t = span.begin; t < span.end && t < painted.size(); ++t) painted[t] = i;
    }
  }
  return painted;
}

std::vector<TokenSpan> predicate_span(const Clause& clause) {
  std::vector<TokenIndex> tokens = clause.auxiliaries;
  tokens.insert(tokens.end(), clause.negations.begin(), clause.negations.end());
  tokens.insert(tokens.end(), clause.particles.begin(), clause.particles.end());
  if (clause.copula) tokens.push_back(*clause.copula);
  if (!clause.is_copular || !clause.copula) tokens.push_back(clause.head);
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return spans_of(tokens);
}

}  // namespace

StatementBuilder::StatementBuilder(const Trees& trees, const std::vector<Attribution>& attributions)
    : doc_(trees.doc()),
      trees_(trees),
      attribution_at_(paint_attributions(doc_, attributions)),
      cluster_of_(clusters_by_head(doc_)) {}

std::optional<std::uint32_t> StatementBuilder::attribution_at(TokenIndex token) const {
  return attribution_at_[token] == no_attribution ? std::nullopt : std::optional(attribution_at_[token]);
}

std::vector<Statement> StatementBuilder::take() {
  std::erase_if(found_, [this](const Statement& s) { return s.confidence < told_from || binds_itself(s); });
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Statement& a, const Statement& b) { return a.trigger < b.trigger; });
  return std::move(found_);
}

/// A plain pronoun or name does not refer to the subject of its own clause (principle B; Chomsky 1981): where
/// coreference says so, one of the two is wrong, and nobody would sign "she thanked her" of one woman.
bool StatementBuilder::binds_itself(const Statement& s) const {
  if (s.objects.empty() || is_copular(s)) return false;
  const Argument& object = s.objects.front();
  const std::string& form = trees_.form(object.head);
  if (form.ends_with("self") || form.ends_with("selves") || form == "other" || form == "another") return false;
  return cluster_of_[s.subject.head] != no_cluster && cluster_of_[s.subject.head] == cluster_of_[object.head];
}

void StatementBuilder::normalize(Argument& argument, const std::string& tense) const {
  if (argument.role != Role::time) return;
  std::string words = argument.preposition;
  for (const TokenSpan span : argument.span) {
    words += ' ';
    words += text_of(doc_, span);
  }
  argument.normalized = normalize_time(words, doc_.date, tense);
}

Statement& StatementBuilder::add(Frame& frame, TokenIndex who, std::string predicate, std::vector<Argument> objects) {
  if (found_.size() - frame.first >= max_pairs) found_.pop_back();
  Statement s;
  s.sentence = trees_.sentence_number(frame.clause.head);
  s.trigger = frame.clause.head;
  s.predicate_span = predicate_span(frame.clause);
  s.subject = participant(trees_, who, Role::object);
  leave_out(frame.clause, s.subject);
  s.predicate = std::move(predicate);
  s.objects = std::move(objects);
  for (const Argument& a : frame.shared) {
    const bool same =
        std::any_of(s.objects.begin(), s.objects.end(), [&](const Argument& o) { return o.head == a.head; });
    if (!same && a.head != who) s.objects.push_back(a);
  }
  for (Argument& a : s.objects) leave_out(frame.clause, a);
  const bool breaks_off = take_in_preposition(s);
  s.polarity = frame.stance.polarity;
  s.modality = frame.stance.modality;
  s.tense = frame.tense;
  s.confidence = breaks_off ? 0.0F : confidence_of(signs_of(trees_, frame.clause, s));
  finish(s, frame.clause.is_copular || frame.clause.is_existential);
  found_.push_back(std::move(s));
  return found_.back();
}

/// "The results are in", "what he called for": a bare preposition is no object but a part of the predicate. True where
/// the clause breaks off: "they do not have to".
bool StatementBuilder::take_in_preposition(Statement& s) const {
  if (s.objects.empty() || s.objects.front().role == Role::time) return false;
  const Argument& object = s.objects.front();
  const bool is_bare = object.span.size() == 1 && object.span.front().size() == 1 && object.preposition.empty();
  const std::string& tag = trees_.xpos(object.head);
  if (!is_bare || (tag != "IN" && tag != "RP" && tag != "TO")) return false;
  const std::string& form = trees_.form(object.head);
  if (form == "that") return false;
  if (tag == "TO" || is_one_of(form, {"as", "because", "if", "to"})) return true;
  s.predicate += ' ' + form;
  s.objects.erase(s.objects.begin());
  return false;
}

/// "the man" for "the man who left", when the statement is that he left.
void StatementBuilder::leave_out(const Clause& clause, Argument& argument) const {
  const bool holds_itself = std::any_of(argument.span.begin(), argument.span.end(),
                                        [&](TokenSpan span) { return span.contains(clause.head); });
  if (!holds_itself || argument.head == clause.head) return;
  argument.span = spans_of(noun_phrase(trees_, argument.head, {.clauses = false}));
  const bool still = std::any_of(argument.span.begin(), argument.span.end(),
                                 [&](TokenSpan span) { return span.contains(clause.head); });
  if (still) argument.span = {{argument.head, argument.head + 1}};
}

void StatementBuilder::finish(Statement& s, bool is_state) const {
  if (attribution_at_[s.trigger] != no_attribution) s.attributed_to = attribution_at_[s.trigger];
  if (s.relation_type.empty() && !is_state) {
    const bool has_object = !s.objects.empty() && s.objects.front().role == Role::object;
    const std::string noun = has_object ? trees_.lemma(s.objects.front().head) : "";
    // "be killed by" is the class of "kill by".
    const bool is_passive = s.predicate.starts_with("be ");
    const std::size_t rest = s.predicate.find(' ', 3);
    const std::string active = trees_.lemma(s.trigger) + (rest == std::string::npos ? "" : s.predicate.substr(rest));
    const RelationType type = event_type(is_passive ? active : s.predicate, noun);
    s.relation_type = type.type;
    s.cameo = type.cameo;
  }
}

void StatementBuilder::add(const NominalFact& fact) {
  Statement s;
  s.sentence = trees_.sentence_number(fact.trigger);
  s.trigger = fact.trigger;
  s.predicate_span = {{fact.trigger, fact.trigger + 1}};
  s.subject = fact.subject;
  s.predicate = fact.predicate;
  if (fact.object) s.objects = {*fact.object};
  for (Argument setting : fact.settings) {
    if (fact.object && setting.head == fact.object->head) continue;
    normalize(setting, "past");
    s.objects.push_back(std::move(setting));
  }
  s.polarity = fact.stance.polarity;
  s.modality = fact.stance.modality;
  s.relation_type = fact.relation_type;
  s.confidence = fact.confidence * std::sqrt(doc_.arcs[fact.trigger].confidence);
  finish(s, !fact.is_event);
  found_.push_back(std::move(s));
}

}  // namespace hearsay
