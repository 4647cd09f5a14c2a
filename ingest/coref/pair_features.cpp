#include "ingest/coref/pair_features.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "ingest/coref/name_matching.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

std::size_t bucket(std::uint32_t value, const auto& bounds) {
  return static_cast<std::size_t>(std::upper_bound(bounds.begin(), bounds.end(), value) - bounds.begin());
}

std::size_t place_of(const auto& words, std::string_view word) {
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

/// Numbers features in the order in which they are written.
class Writer {
 public:
  Writer(Features& out, std::size_t first) : out_(out), next_(first) {}
  void flag(bool holds) { number(holds ? 1.0F : 0.0F); }
  void number(float value) {
    if (value != 0.0F) out_.push_back({static_cast<std::uint16_t>(next_), value});
    ++next_;
  }
  /// One of `choices`; a value beyond them is none.
  void one_of(std::size_t value, std::size_t choices) {
    if (value < choices) out_.push_back({static_cast<std::uint16_t>(next_ + value), 1.0F});
    next_ += choices;
  }
  [[nodiscard]] std::size_t next() const { return next_; }

 private:
  Features& out_;
  std::size_t next_;
};

constexpr std::array pronouns{"he"sv,  "she"sv,  "it"sv,   "they"sv,  "I"sv,    "we"sv,
                              "you"sv, "this"sv, "that"sv, "these"sv, "those"sv};

std::size_t pronoun_class(const Document& doc, const Mention& mention, const Traits& traits) {
  if (traits.kind != MentionKind::pronoun) return pronouns.size() + 1;
  if (traits.person == 1) return traits.number == Numbers::plural ? 5 : 4;
  if (traits.person == 2) return 6;
  if (traits.demonstrative) return place_of(pronouns, ascii_lower(word(doc, mention.head)));
  if (traits.gender == Genders::masculine) return 0;
  if (traits.gender == Genders::feminine) return 1;
  if (traits.gender == Genders::neuter) return 2;
  return traits.number == Numbers::plural ? 3 : pronouns.size();
}

std::size_t kinds_class(std::uint8_t kinds) {
  constexpr std::array<std::uint8_t, 7> sets{Kinds::person,
                                             Kinds::organization,
                                             Kinds::place,
                                             Kinds::thing,
                                             Kinds::time,
                                             Kinds::all,
                                             Kinds::place | Kinds::organization};
  return static_cast<std::size_t>(std::find(sets.begin(), sets.end(), kinds) - sets.begin());
}

std::size_t gender_class(std::uint8_t gender) {
  constexpr std::array<std::uint8_t, 5> sets{Genders::masculine, Genders::feminine, Genders::neuter, Genders::all,
                                             Genders::masculine | Genders::feminine};
  return static_cast<std::size_t>(std::find(sets.begin(), sets.end(), gender) - sets.begin());
}

constexpr std::array roles{"nsubj"sv, "obj"sv,   "iobj"sv,      "obl"sv,     "nmod"sv,  "compound"sv,
                           "conj"sv,  "appos"sv, "root"sv,      "xcomp"sv,   "ccomp"sv, "amod"sv,
                           "flat"sv,  "dep"sv,   "parataxis"sv, "vocative"sv};
constexpr std::array tags{"NOUN"sv, "PROPN"sv, "PRON"sv, "NUM"sv, "ADJ"sv, "DET"sv};
constexpr std::array name_types{"PERSON"sv, "ORG"sv, "GPE"sv,  "LOC"sv,   "NORP"sv,
                                "DATE"sv,   ""sv,    "MISC"sv, "EVENT"sv, "WORK"sv};

constexpr std::array<std::uint32_t, 5> length_bounds{2, 3, 4, 6, 11};
constexpr std::array<std::uint32_t, 3> few{1, 2, 4};
constexpr std::array<std::uint32_t, 7> sentence_bounds{1, 2, 3, 4, 6, 9, 16};
constexpr std::array<std::uint32_t, 8> word_bounds{2, 4, 8, 16, 32, 64, 128, 256};
constexpr std::array<std::uint32_t, 6> mention_bounds{1, 2, 4, 8, 16, 32};

bool is_head_of_clause(std::string_view deprel) {
  return deprel == "root" || deprel == "ccomp" || deprel == "parataxis";
}

/// Facts about two mentions that stand in no layer.
class Pair {
 public:
  Pair(const LinkContext& context, std::uint32_t later, std::uint32_t earlier)
      : c_(context),
        trees_(context.trees),
        doc_(context.trees.doc()),
        later_(context.mentions[later]),
        earlier_(context.mentions[earlier]),
        a_(context.traits[later]),
        b_(context.traits[earlier]) {}

  void write_modifiers(Writer& out) const {
    const auto in = [](const std::vector<std::string>& words, const std::string& word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    const auto shared = static_cast<std::size_t>(std::count_if(
        a_.modifiers.begin(), a_.modifiers.end(), [&](const std::string& m) { return in(b_.modifiers, m); }));
    out.flag(a_.modifiers.empty());
    out.flag(b_.modifiers.empty());
    out.flag(shared == a_.modifiers.size());
    out.flag(shared == a_.modifiers.size() && shared == b_.modifiers.size());
    out.flag(shared > 0);
    out.flag(shared == 0 && !a_.modifiers.empty() && !b_.modifiers.empty());
    out.flag(in(b_.modifiers, a_.head) || in(b_.name, a_.head));
    out.flag(in(a_.modifiers, b_.head) || in(a_.name, b_.head));
    out.flag(std::any_of(a_.name.begin(), a_.name.end(), [&](const std::string& w) { return in(b_.name, w); }));
    out.flag(in(a_.modifiers, b_.key) || in(b_.modifiers, a_.key));
    out.flag(std::any_of(b_.titles.begin(), b_.titles.end(), [&](const std::string& t) { return t == a_.head; }));
  }

  void write_places(Writer& out) const {
    const std::uint32_t sentences = a_.sentence - b_.sentence;
    out.one_of(bucket(sentences, sentence_bounds), 8);
    out.one_of(bucket(later_.head - earlier_.head, word_bounds), 9);
    out.flag(paragraph_of(doc_, later_.head) == paragraph_of(doc_, earlier_.head));
    out.flag(sentences == 0 && a_.clause == b_.clause);
    out.flag(a_.is_subject && b_.is_subject);
    out.flag(a_.is_object && b_.is_object);
    out.flag(trees_.deprel(later_.head) == trees_.deprel(earlier_.head));
    out.flag(sentences == 0 && doc_.arcs[later_.head].head == doc_.arcs[earlier_.head].head);
    out.flag(sentences == 0 && b_.is_subject && governs_clause(earlier_.head, later_.head));
    out.flag(sentences == 0 && trees_.dominates(earlier_.head, later_.head));
    out.flag(sentences == 0 && trees_.dominates(later_.head, earlier_.head));
    out.flag(sentences > 0 && b_.is_subject && is_main_predicate(earlier_.head));
    out.flag(sentences == 1 && b_.is_subject && a_.is_subject && is_main_predicate(earlier_.head) &&
             is_main_predicate(later_.head));
    out.flag(later_.span.begin <= earlier_.span.end + 1 && later_.span.begin >= earlier_.span.end);
    out.flag(earlier_.span.begin == doc_.sentences[b_.sentence].begin);
  }

  void write_speech(Writer& out) const {
    const std::uint32_t x = c_.speech.region(later_.head), y = c_.speech.region(earlier_.head);
    out.flag(x == y && x != 0);
    out.flag(x != 0 && y == 0);
    out.flag(x == 0 && y != 0);
    out.flag(x != 0 && y != 0 && x != y);
    const auto speaker = c_.speech.speaker(x);
    out.flag(x != 0 && speaker && earlier_.span.contains(*speaker));
  }

  void write_agreement(Writer& out) const {
    const auto agree = [&](std::uint8_t a, std::uint8_t b, std::uint8_t all) {
      const bool known = a != all && b != all;
      out.flag(known && a == b);
      out.flag(known && (a & b) == 0);
      out.flag(!known);
    };
    agree(a_.number, b_.number, Numbers::all);
    agree(a_.gender, b_.gender, Genders::all);
    agree(a_.kinds, b_.kinds, Kinds::all);
    out.flag(!a_.name_type.empty() && a_.name_type == b_.name_type);
    out.flag(!a_.name_type.empty() && !b_.name_type.empty() && a_.name_type != b_.name_type);
  }

 private:
  /// "Putin said he": the predicate of the one governs the clause of the other.
  [[nodiscard]] bool governs_clause(TokenIndex subject, TokenIndex inner) const {
    const auto predicate = doc_.arcs[subject].head;
    return predicate && doc_.arcs[inner].head != predicate && trees_.dominates(*predicate, inner);
  }
  [[nodiscard]] bool is_main_predicate(TokenIndex subject) const {
    const auto predicate = doc_.arcs[subject].head;
    return predicate && is_head_of_clause(trees_.deprel(*predicate));
  }

  const LinkContext& c_;
  const Trees& trees_;
  const Document& doc_;
  const Mention &later_, &earlier_;
  const Traits &a_, &b_;
};

std::size_t match_class(const Traits& a, const Traits& b) {
  if (a.kind != MentionKind::name || b.kind != MentionKind::name) return 4;
  return static_cast<std::size_t>(match_names(a, b));
}

}  // namespace

PairFeatures::PairFeatures(const LinkContext& context) : context_(context) {
  const Document& doc = context_.trees.doc();
  for (std::uint32_t m = 0; m < context_.mentions.size(); ++m) {
    const Mention& mention = context_.mentions[m];
    TokenSpan span = mention.span;
    const std::string first = ascii_lower(word(doc, span.begin));
    if (span.size() > 1 && (first == "the" || first == "a" || first == "an")) ++span.begin;
    while (span.size() > 1 && (word(doc, span.end - 1) == "'s" || word(doc, span.end - 1) == "’s")) --span.end;
    const Traits& traits = context_.traits[m];
    words_.push_back({number_of("lemma " + (traits.kind == MentionKind::name ? traits.key : traits.head)),
                      number_of("form " + ascii_lower(word(doc, mention.head))),
                      number_of(ascii_lower(text_of(doc, span)))});
  }
  total_.assign(numbers_.size(), 0);
  for (const Words& words : words_) ++total_[words.head];
  mentions_.resize(words_.size());
  for (std::uint32_t m = 0; m < words_.size(); ++m) describe(m);
}

std::uint32_t PairFeatures::number_of(std::string text) {
  return numbers_.try_emplace(std::move(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
}

void PairFeatures::describe(std::uint32_t m) {
  const Trees& trees = context_.trees;
  const Mention& mention = context_.mentions[m];
  const Traits& traits = context_.traits[m];
  Writer out(mentions_[m], 0);
  out.one_of(static_cast<std::size_t>(mention.kind), 3);
  out.one_of(pronoun_class(trees.doc(), mention, traits), 12);
  out.flag(traits.reflexive);
  out.one_of(traits.number, 4);
  out.one_of(gender_class(traits.gender), 6);
  out.one_of(kinds_class(traits.kinds), 8);
  out.flag(traits.definite);
  out.flag(traits.indefinite);
  out.flag(traits.demonstrative);
  out.flag(trees.has_child(mention.head, "nmod:poss"));
  out.flag(mention.kind == MentionKind::nominal && !traits.definite && !traits.indefinite);
  out.flag(trees.child_with(mention.head, "nummod").has_value());
  out.flag(traits.coordination);
  const std::string_view deprel = trees.deprel(mention.head);
  out.one_of(place_of(roles, trees.relation(mention.head)), roles.size() + 1);
  out.flag(deprel == "nmod:poss");
  out.flag(deprel == "nsubj:pass");
  out.flag(deprel == "obl:agent");
  out.one_of(place_of(tags, trees.upos(mention.head)), tags.size() + 1);
  out.one_of(place_of(name_types, traits.name_type), name_types.size() + 1);
  out.one_of(bucket(mention.span.size(), length_bounds), 6);
  out.flag(trees.has_child(mention.head, "acl:relcl"));
  out.flag(trees.child_with(mention.head, "nmod").has_value());
  out.flag(trees.has_child(mention.head, "cop"));
  out.flag(context_.speech.region(mention.head) != 0);
  out.flag(traits.sentence == 0);
  out.flag(mention.span.begin == trees.doc().sentences[traits.sentence].begin);
  out.flag(m > 0 && context_.mentions[m - 1].span.contains(mention.span));
  out.one_of(bucket(total_[words_[m].head] - 1, few), 4);
  out.flag(is_role(traits.head));
  out.flag(is_collective(traits.head));
  assert(out.next() == mention_count);
}

void PairFeatures::context_of(std::uint32_t m, Features& out_features) const {
  Writer out(out_features, 2 * mention_count);
  const auto times = [](const auto& seen, std::uint32_t number) {
    const auto found = seen.find(number);
    return found == seen.end() ? 0U : found->second;
  };
  out.one_of(bucket(times(seen_heads_, words_[m].head), few), 4);
  out.one_of(bucket(times(seen_texts_, words_[m].text), few), 4);
  constexpr std::array<std::uint32_t, 4> mentions{8, 32, 128, 512};
  out.one_of(bucket(linked_, mentions), 5);
  assert(out.next() == 2 * mention_count + context_count);
}

void PairFeatures::pair(std::uint32_t later, std::uint32_t earlier, const PairEvidence& evidence,
                        Features& out_features) const {
  Writer out(out_features, 2 * mention_count + context_count);
  const Traits &a = context_.traits[later], &b = context_.traits[earlier];
  const Pair pair(context_, later, earlier);
  constexpr std::array steps{-1.4F, -0.9F, -0.4F, 0.0F, 0.4F, 0.9F, 1.4F, 2.0F, 2.9F, 3.9F};
  const float rule = evidence.rule.value;
  out.one_of(static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [&](float s) { return rule > s; })),
             11);
  out.number(std::clamp(rule / 4.0F, -1.0F, 1.0F));
  out.flag(!evidence.model);
  out.number(std::clamp(evidence.model.value_or(0.0F) / 4.0F, -2.0F, 2.0F));
  out.flag(evidence.model_best);
  out.flag(evidence.model_best && *evidence.model > 0.0F);
  out.flag(evidence.apposition);
  out.flag(evidence.predicate);
  const Words &x = words_[later], &y = words_[earlier];
  out.flag(x.head == y.head);
  out.flag(x.form == y.form);
  out.flag(x.text == y.text);
  const auto same_head = latest_.find(x.head);
  out.flag(same_head != latest_.end() && same_head->second == earlier);
  out.flag(a.head == b.head);
  out.one_of(match_class(a, b), 4);
  pair.write_modifiers(out);
  pair.write_places(out);
  pair.write_speech(out);
  pair.write_agreement(out);
  out.one_of(bucket(evidence.mentions_between, mention_bounds), 7);
  out.one_of(evidence.rivals, 4);

  const Entities::Entity& entity = context_.entities.of(earlier);
  constexpr std::array<std::uint32_t, 4> sizes{2, 3, 5, 9};
  out.one_of(bucket(entity.mentions, sizes), 5);
  out.flag(entity.last == earlier);
  out.flag(!entity.names.empty());
  const Traits& latest = context_.traits[entity.last];
  const std::uint32_t ago = a.sentence - std::min(a.sentence, latest.sentence);
  out.one_of(ago, 4);
  out.flag(latest.kind == MentionKind::pronoun && latest.head == a.head);
  out.flag(latest.is_subject);
  out.flag(entity.gender == a.gender && a.gender != Genders::all);
  out.flag(entity.kinds == a.kinds && a.kinds != Kinds::all);
  out.flag(entity.gender == Genders::all || entity.gender == (Genders::masculine | Genders::feminine));
  out.flag(std::find(entity.titles.begin(), entity.titles.end(), a.head) != entity.titles.end());
  out.flag(std::find(entity.heads.begin(), entity.heads.end(), a.head) != entity.heads.end());
  out.flag(context_.traits[entity.first].sentence <= 1);
  assert(out.next() == count);
}

void PairFeatures::remember(std::uint32_t m) {
  ++seen_heads_[words_[m].head];
  ++seen_texts_[words_[m].text];
  latest_[words_[m].head] = m;
  ++linked_;
}

}  // namespace hearsay
