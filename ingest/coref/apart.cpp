#include "ingest/coref/apart.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/coref/name_matching.hpp"
#include "ingest/coref/persons.hpp"

namespace hearsay {
namespace {

constexpr std::size_t most_bearers = 256;  // of one name; keeps the cost linear

/// Whom a speaker does not mean when he speaks of himself. Names count only where he does not introduce himself: there
/// are "I am Ann", "call me Ann", "my name, Ann," and "this is Ann".
bool is_third_person(const Trees& trees, const Mention& mention, const Traits& traits) {
  if (traits.kinds != Kinds::person || traits.person != 3 || (traits.number & Numbers::singular) == 0) return false;
  if (traits.kind == MentionKind::pronoun) return !traits.demonstrative;
  if (traits.kind != MentionKind::name || trees.has_child(mention.head, "cop")) return false;
  const std::string_view relation = trees.relation(mention.head);
  return relation == "nsubj" || relation == "nmod" || relation == "compound" || relation == "iobj" ||
         (relation == "obl" && trees.has_child(mention.head, "case"));
}

bool is_single_person(const Traits& traits) {
  return traits.kinds == Kinds::person && traits.person == 3 && traits.number == Numbers::singular &&
         !traits.coordination && !traits.reflexive;
}

/// Who does something to somebody and that somebody, or two of a list, if both are persons and one is not named: "the
/// president pressed Putin". Two names are left to what they say.
bool are_two_persons(const Traits& subject, const Traits& object) {
  if (!is_single_person(subject) || !is_single_person(object)) return false;
  return subject.kind != MentionKind::name || object.kind != MentionKind::name;
}

bool is_negated(const Trees& trees, TokenIndex predicate) {
  const auto dependents = trees.children(predicate);
  return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex d) {
    const auto lemma = trees.lemma(d);
    return lemma == "not" || lemma == "n't" || lemma == "n’t" || lemma == "never" || lemma == "no";
  });
}

/// The mentions of one article, while they are told apart.
class Marker {
 public:
  Marker(const Trees& trees, const std::vector<Mention>& mentions, const std::vector<Traits>& traits,
         const SpeechRegions& speech, const std::vector<std::uint32_t>& persons,
         const std::vector<std::uint32_t>& by_head, Entities& entities)
      : trees_(trees),
        mentions_(mentions),
        traits_(traits),
        speech_(speech),
        persons_(persons),
        by_head_(by_head),
        entities_(entities),
        next_(static_cast<std::int32_t>(speech.count())) {
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
      if (is_named_person(m)) by_family_name_[traits[m].name.back()].push_back(m);
      if (persons[m] != no_person) by_person_[persons[m]].push_back(m);
    }
  }

  void mark() {
    mark_speakers();
    for (const auto& [speaker, told] : speech_.insertions()) {
      const auto a = mention_at(speaker), b = mention_at(told);
      if (a && b && *a != *b) part(*a, *b);
    }
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      mark_spoken(m);
      if (by_head_[mentions_[m].head] != m) continue;
      if (trees_.relation(mentions_[m].head) == "obj") mark_object(m);
      if (trees_.relation(mentions_[m].head) == "conj") mark_conjunct(m);
      if (trees_.has_child(mentions_[m].head, "cop")) mark_predicate(m);
    }
  }

 private:
  [[nodiscard]] bool is_named_person(std::uint32_t m) const {
    const Traits& traits = traits_[m];
    return traits.kind == MentionKind::name && traits.kinds == Kinds::person && !traits.name.empty();
  }

  [[nodiscard]] std::optional<std::uint32_t> mention_at(std::optional<TokenIndex> token) const {
    if (!token || by_head_[*token] >= mentions_.size()) return std::nullopt;
    return by_head_[*token];
  }

  /// All quotations of one named person have one side, and so has he wherever he is named: "he" in one of them is
  /// nobody who is called by his name later.
  void mark_speakers() {
    std::unordered_map<std::uint32_t, std::int32_t> of_person;
    sides_.assign(speech_.count(), 0);
    for (std::uint32_t region = 1; region < speech_.count(); ++region) {
      const auto speaker = mention_at(speech_.speaker(region));
      if (!speaker || !speech_.direct(region)) continue;
      sides_[region] = static_cast<std::int32_t>(region);
      const std::uint32_t person = persons_[*speaker];
      const bool is_new = person == no_person || of_person.try_emplace(person, sides_[region]).second;
      if (person != no_person) sides_[region] = of_person.at(person);
      if (is_new) take_side(*speaker, sides_[region]);
    }
  }

  /// The speaker of a quotation, his "I", and those of whom he speaks.
  void mark_spoken(std::uint32_t m) {
    const std::uint32_t region = speech_.region(mentions_[m].head);
    const auto speaker = region == 0 ? std::nullopt : mention_at(speech_.speaker(region));
    if (!speaker) return;
    const bool himself = *speaker == m || (persons_[m] != no_person && persons_[m] == persons_[*speaker]);
    if (traits_[m].person == 1 && traits_[m].number == Numbers::singular) {
      if (is_named_person(*speaker)) entities_.speaks_for(m, *speaker);
      if (speech_.direct(region)) entities_.take_side(m, sides_[region]);
    }
    if (!himself && speech_.direct(region) && is_third_person(trees_, mentions_[m], traits_[m]))
      entities_.take_side(m, -sides_[region]);
  }

  void mark_object(std::uint32_t m) {
    const auto subject = mention_at(trees_.child_with(*trees_.head(mentions_[m].head), "nsubj"));
    if (subject && are_two_persons(traits_[*subject], traits_[m])) part(*subject, m);
  }

  /// "He and Novak" are two, as are "Novak and the mayor".
  void mark_conjunct(std::uint32_t m) {
    const auto first = mention_at(trees_.head(mentions_[m].head));
    if (first && are_two_persons(traits_[*first], traits_[m])) part(*first, m);
  }

  /// "She is not the mayor", "that is out the window": where a thing stands it is not.
  void mark_predicate(std::uint32_t m) {
    const auto subject = mention_at(trees_.child_with(mentions_[m].head, "nsubj"));
    if (!subject || *subject == m) return;
    if (is_negated(trees_, mentions_[m].head) || trees_.child_with(mentions_[m].head, "case")) part(*subject, m);
  }

  void part(std::uint32_t a, std::uint32_t b) {
    take_side(a, next_);
    take_side(b, -next_);
    ++next_;
  }

  /// With a name all its bearers take the side, else a description might be joined to an earlier one of them. Where the
  /// article knows several of a family ("Ivana Trump"), the family name alone may be another's.
  void take_side(std::uint32_t m, std::int32_t side) {
    if (!is_named_person(m)) return entities_.take_side(m, side);
    const bool certain = persons_[m] != no_person;
    const std::span bearers(certain ? by_person_.at(persons_[m]) : by_family_name_.at(traits_[m].name.back()));
    const std::span some = bearers.first(std::min(bearers.size(), most_bearers));
    const auto match = [&](std::uint32_t other) { return match_names(traits_[m], traits_[other]); };
    const bool family =
        !certain && std::ranges::any_of(some, [&](auto other) { return match(other) == NameMatch::different; });
    for (const std::uint32_t other : some)
      if (!family || match(other) == NameMatch::same) entities_.take_side(other, side);
    if (some.size() < bearers.size()) entities_.take_side(m, side);
  }

  const Trees& trees_;
  const std::vector<Mention>& mentions_;
  const std::vector<Traits>& traits_;
  const SpeechRegions& speech_;
  const std::vector<std::uint32_t>&persons_, &by_head_;
  Entities& entities_;
  std::int32_t next_;  ///< the next pair of sides
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_family_name_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_person_;
  std::vector<std::int32_t> sides_;  ///< of the speaker of each region; 0 where nobody is known
};

}  // namespace

void mark_apart(const Trees& trees, const std::vector<Mention>& mentions, const std::vector<Traits>& traits,
                const SpeechRegions& speech, const std::vector<std::uint32_t>& persons,
                const std::vector<std::uint32_t>& by_head, Entities& entities) {
  Marker(trees, mentions, traits, speech, persons, by_head, entities).mark();
}

}  // namespace hearsay
