#include "ingest/coref/apart.hpp"

#include <algorithm>

namespace hearsay {
namespace {

/// Whom a speaker does not mean when he speaks of himself. Names count as subject and owner only, for there are "I am
/// Ann", "call me Ann" and "this is Ann".
bool is_third_person(const Trees& trees, const Mention& mention, const Traits& traits) {
  if (traits.kinds != Kinds::person || traits.person != 3 || (traits.number & Numbers::singular) == 0) return false;
  if (traits.kind == MentionKind::pronoun) return !traits.demonstrative;
  if (traits.kind != MentionKind::name || trees.has_child(mention.head, "cop")) return false;
  return traits.is_subject || trees.deprel(mention.head) == "nmod:poss";
}

bool is_negated(const Trees& trees, TokenIndex predicate) {
  const auto dependents = trees.children(predicate);
  return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex d) {
    const auto lemma = trees.lemma(d);
    return lemma == "not" || lemma == "n't" || lemma == "n’t" || lemma == "never" || lemma == "no";
  });
}

}  // namespace

void mark_apart(const Trees& trees, const std::vector<Mention>& mentions, const std::vector<Traits>& traits,
                const SpeechRegions& speech, const std::vector<std::uint32_t>& by_head, Entities& entities) {
  const auto mention_at = [&](std::optional<TokenIndex> token) -> std::optional<std::uint32_t> {
    if (!token || by_head[*token] >= mentions.size()) return std::nullopt;
    return by_head[*token];
  };
  for (std::uint32_t region = 1; region < speech.count(); ++region)
    if (const auto speaker = mention_at(speech.speaker(region)); speaker && speech.direct(region))
      entities.take_side(*speaker, static_cast<std::int32_t>(region));
  auto next = static_cast<std::int32_t>(speech.count());
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const std::uint32_t region = speech.region(mentions[m].head);
    const auto side = static_cast<std::int32_t>(region);
    const bool speaks = traits[m].person == 1 && traits[m].number == Numbers::singular;
    const auto speaker = region == 0 ? std::nullopt : mention_at(speech.speaker(region));
    if (speaks && speaker) {
      const Traits& named = traits[*speaker];
      if (named.kind == MentionKind::name && named.kinds == Kinds::person) entities.speaks_for(m, *speaker);
      if (speech.direct(region)) entities.take_side(m, side);
    }
    if (speaker && *speaker != m && speech.direct(region) && is_third_person(trees, mentions[m], traits[m]))
      entities.take_side(m, -side);
    if (by_head[mentions[m].head] != m || !trees.has_child(mentions[m].head, "cop")) continue;
    const auto subject = mention_at(trees.child_with(mentions[m].head, "nsubj"));
    if (!subject || *subject == m || !is_negated(trees, mentions[m].head)) continue;
    entities.take_side(*subject, next);
    entities.take_side(m, -next++);
  }
}

}  // namespace hearsay
