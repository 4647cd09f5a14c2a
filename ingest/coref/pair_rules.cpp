#include "ingest/coref/pair_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "ingest/coref/name_matching.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t most_sentences = 12;  // a role further from its person may be another's

constexpr Verdict never(const char* reason) { return {true, -9.0F, reason, false}; }

class Judge {
 public:
  Judge(const LinkContext& context, std::uint32_t later, std::uint32_t earlier)
      : c_(context),
        later_(later),
        earlier_(earlier),
        a_(context.traits[later]),
        b_(context.traits[earlier]),
        later_mention_(context.mentions[later]),
        earlier_mention_(context.mentions[earlier]) {}

  Verdict judge() const {
    if (const Verdict v = constraints(); v.forbidden) return v;
    if (a_.kind == MentionKind::pronoun) return pronoun();
    if (b_.kind == MentionKind::pronoun) return {false, -2.0F, "a description rarely follows its pronoun"};
    if (a_.coordination || b_.coordination) return coordination();
    if (a_.kind == MentionKind::name && b_.kind == MentionKind::name) return names();
    if (a_.kind == MentionKind::name) return name_after_nominal();
    return nominal();
  }

 private:
  Verdict constraints() const {
    const TokenSpan x = later_mention_.span, y = earlier_mention_.span;
    if (x.contains(y) || (y.contains(x) && !in_relative_clause())) return never("one contains the other");
    if ((a_.kinds & b_.kinds) == 0) return never("of different kinds");
    if ((a_.gender & b_.gender) == 0) return never("gender");
    if (!a_.nations.empty() && !b_.nations.empty() && !share_nation(a_, b_)) return never("of two nations");
    if (a_.head == b_.head && are_opposites(a_, b_)) return never("opposites");
    // "I doubt that she will be the next president": a description is never the one who writes "I".
    if (a_.kind == MentionKind::nominal && b_.kind == MentionKind::pronoun && b_.person == 1 &&
        b_.number == Numbers::singular && c_.speech.region(earlier_mention_.head) == 0) {
      return never("person");
    }
    if (begins_something_new()) return never("an indefinite begins something new");
    if (c_.entities.apart(later_, earlier_)) return never("the text tells them apart");
    if (!c_.entities.compatible(later_, earlier_)) return never("the entities contradict each other");
    if (numbers_differ() && !may_differ_in_number()) return never("number");
    if (a_.kind == MentionKind::pronoun || b_.kind == MentionKind::pronoun) return binding();
    return {};
  }

  /// "another ship" is no ship spoken of before, nor is "a soldier" a soldier; "a dog" may be dogs in general.
  bool begins_something_new() const {
    if (a_.kind != MentionKind::nominal || a_.definite) return false;
    const std::string_view first = word(c_.trees.doc(), later_mention_.span.begin);
    if (first == "another" || first == "Another") return true;
    const bool article = first == "a" || first == "an" || first == "A" || first == "An";
    return article && a_.kinds == Kinds::person && b_.kind != MentionKind::pronoun && !b_.demonstrative;
  }

  bool numbers_differ() const {
    return (a_.number & b_.number) == 0 && !is_collective(b_.head) && !is_collective(a_.head);
  }

  /// "the Taliban ... the insurgents": names whose number the tag does not tell; "a voter ... they"; "a strap ...
  /// straps" of a kind. "He", "she" and "it" are one.
  bool may_differ_in_number() const {
    if (a_.kind == MentionKind::pronoun)
      return a_.person == 3 && a_.number == Numbers::plural && b_.kind != MentionKind::name &&
             (b_.gender & (Genders::masculine | Genders::feminine)) != 0;
    return a_.name_type != "PERSON" && b_.name_type != "PERSON" && b_.kind != MentionKind::pronoun;
  }

  /// "He saw him": two arguments of one predicate differ, unless one is reflexive.
  Verdict binding() const {
    const auto& arcs = c_.trees.doc().arcs;
    const bool arguments = is_argument(later_mention_.head) && is_argument(earlier_mention_.head);
    const bool siblings = arguments && arcs[later_mention_.head].head == arcs[earlier_mention_.head].head;
    if (siblings && !a_.reflexive && a_.person == 3) return never("two arguments of one predicate");
    if (a_.reflexive && a_.sentence != b_.sentence) return never("a reflexive stays in its sentence");
    return {};
  }

  /// "a man who loves his mother": a pronoun in the relative clause of the phrase around it may be the phrase's.
  bool in_relative_clause() const {
    if (a_.kind != MentionKind::pronoun) return false;
    const auto& arcs = c_.trees.doc().arcs;
    TokenIndex token = later_mention_.head;
    for (int depth = 0; depth < 32 && arcs[token].head; ++depth) {
      if (*arcs[token].head == earlier_mention_.head) return c_.trees.deprel(token) == "acl:relcl";
      token = *arcs[token].head;
    }
    return false;
  }

  bool is_argument(TokenIndex token) const {
    const std::string_view relation = c_.trees.relation(token);
    return relation == "nsubj" || relation == "obj" || relation == "iobj" || relation == "obl";
  }

  Verdict pronoun() const {
    if (a_.person != 3 || b_.person != 3) return speaker_pronoun();
    if (a_.reflexive)
      return {false,
              a_.clause != b_.clause ? 0.5F
              : b_.is_subject        ? 3.0F
                                     : 1.0F,
              "reflexive", a_.clause == b_.clause && b_.is_subject};
    if (a_.demonstrative) return {false, b_.demonstrative ? -0.5F : -1.0F, "demonstrative"};
    const std::uint32_t distance = a_.sentence - b_.sentence;
    if (distance > 8) return never("too far for a pronoun");
    if (speaks_of_himself()) return {false, -2.5F, "a speaker rarely calls himself he"};
    if (numbers_differ()) return {false, -1.5F, "one and they"};
    float value = b_.kind == MentionKind::pronoun && a_.head == b_.head ? 1.2F : 0.4F;
    value += distance == 0 ? 0.9F : distance == 1 ? 0.8F : distance == 2 ? 0.1F : -0.6F;
    if (b_.is_subject) value += 0.5F;
    if (b_.is_object) value += 0.2F;
    if (b_.is_modifier) value -= 0.4F;
    if (b_.kind == MentionKind::name) value += 0.3F;
    if (b_.indefinite) value -= 0.2F;
    if (a_.is_subject && b_.is_subject) value += 0.3F;
    value += 0.15F * std::log2(static_cast<float>(c_.entities.of(earlier_).mentions));
    return {false, value + certainty(), "pronoun and the closest that fits"};
  }

  /// A pronoun that says much ("he") finds its antecedent more surely than one that says little ("it").
  float certainty() const {
    const std::uint8_t kinds = c_.entities.of(earlier_).kinds;
    if (a_.head == "he" || a_.head == "she" || a_.head == "his" || a_.head == "her")
      return kinds == Kinds::person ? 0.6F : kinds == Kinds::all ? -1.4F : -0.4F;
    if (a_.head == "it" || a_.head == "its")
      return kinds == Kinds::all ? -1.0F : (kinds & Kinds::time) != 0 ? -2.0F : -0.7F;
    return b_.number == Numbers::plural ? 0.3F : -0.9F;
  }

  bool speaks_of_himself() const {
    const std::uint32_t region = c_.speech.region(later_mention_.head);
    if (region == 0 || c_.speech.region(earlier_mention_.head) == region) return false;
    const auto speaker = c_.speech.speaker(region);
    return speaker && earlier_mention_.span.contains(*speaker);
  }

  /// "I", "we" and "you" go with their like in the mouth of one speaker; speakers are joined elsewhere.
  Verdict speaker_pronoun() const {
    if (a_.person != b_.person) return never("person");
    const std::uint32_t x = c_.speech.region(later_mention_.head), y = c_.speech.region(earlier_mention_.head);
    if ((a_.number & b_.number) == 0) return never("person");
    if (x == y) return {false, 2.0F, "one speaker"};
    const auto first = c_.speech.speaker(x), second = c_.speech.speaker(y);
    if (x == 0 || y == 0 || !first || !second) return never("another speaker");
    if (a_.person == 1 && a_.number == Numbers::singular) return never("each is joined to its speaker");
    return {false, -0.5F, "perhaps one speaker"};
  }

  Verdict coordination() const {
    if (a_.coordination != b_.coordination) return {false, -1.5F, "a list and one thing"};
    return a_.head == b_.head && a_.modifiers == b_.modifiers ? Verdict{false, 1.0F, "the same list"}
                                                              : Verdict{false, -1.0F, "two lists"};
  }

  Verdict names() const {
    switch (match_names(a_, b_)) {
      case NameMatch::different: return never("different names");
      case NameMatch::same: return {false, a_.kinds == Kinds::time ? 1.0F : 4.0F, "same name", are_people()};
      case NameMatch::part: return {false, 3.0F, "part of the name", are_people()};
      case NameMatch::unknown: return {false, -1.0F, "names that share nothing"};
    }
    return {};
  }

  bool are_people() const { return a_.kinds == Kinds::person && b_.kinds == Kinds::person; }

  Verdict name_after_nominal() const {
    if (b_.head == a_.key) return {false, 1.0F, "same word"};
    return {false, -1.2F, "a name after a description"};
  }

  Verdict nominal() const {
    if (b_.kind == MentionKind::name) return role();
    if (a_.head != b_.head) return {false, -1.0F, "different nouns"};
    if (a_.number != b_.number) return {false, -1.5F, "number"};
    if (a_.kinds == Kinds::time)
      return {false, a_.modifiers == b_.modifiers && !a_.modifiers.empty() ? 0.4F : -0.8F, "the same time"};
    const bool fewer = std::all_of(a_.modifiers.begin(), a_.modifiers.end(),
                                   [&](const std::string& m) { return has(b_.modifiers, m); });
    const bool equal = fewer && a_.modifiers.size() == b_.modifiers.size();
    if (a_.indefinite) return {false, -1.5F, "an indefinite begins something new"};
    if (a_.definite && fewer) return {false, a_.sentence - b_.sentence > 12 ? 0.3F : 1.5F, "same noun"};
    if (a_.definite) return {false, -0.8F, "same noun with other modifiers"};
    return {false, equal && !b_.indefinite && !b_.definite ? 0.6F : -0.7F, "same bare noun"};
  }

  /// "the president", "the Russian leader" after "Russian President Vladimir Putin"; "the company" after a company.
  Verdict role() const {
    if (!a_.definite || a_.indefinite || a_.coordination) return {false, -1.5F, "an indefinite after a name"};
    const Entities::Entity& entity = c_.entities.of(earlier_);
    const std::uint32_t distance = a_.sentence - entity_sentence(entity);
    if (has(b_.name, a_.head) && a_.kinds != Kinds::person) return {false, 1.0F, "a word of the name"};
    if ((a_.kinds & Kinds::person) != 0 && a_.kinds != Kinds::all && entity.kinds == Kinds::person) {
      const bool titled = std::any_of(entity.titles.begin(), entity.titles.end(),
                                      [&](const std::string& t) { return is_role_of(a_.head, t); });
      if (!titled) return {false, -1.0F, "a role the person does not bear"};
      const bool agrees = nationality_agrees();
      return {false, agrees ? 1.2F : -0.8F, "the role of the person", agrees && distance <= most_sentences};
    }
    const bool country = a_.head == "country" || a_.head == "nation";
    const bool fits =
        (a_.kinds & b_.kinds) != 0 && a_.kinds != Kinds::all &&
        (a_.head == "company" || a_.head == "city" || country || a_.head == "organization" || a_.head == "agency");
    const bool bare = a_.modifiers.empty() && distance <= 2;
    if (country && b_.name_type != "GPE") return {false, -1.0F, "no country"};
    return {false, fits && bare && !b_.is_modifier ? 0.3F : -1.0F, "the closest of its kind"};
  }

  std::uint32_t entity_sentence(const Entities::Entity& entity) const {
    return c_.traits[std::min(entity.last, later_)].sentence;
  }

  /// "the Russian leader" is somebody whom the article calls Russian; a bare "the president" says nothing.
  bool nationality_agrees() const {
    if (a_.nations.empty()) return true;
    const auto& names = c_.entities.of(earlier_).names;
    return std::any_of(names.begin(), names.end(),
                       [&](std::uint32_t name) { return share_nation(a_, c_.traits[name]); });
  }

  static bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  const LinkContext& c_;
  const std::uint32_t later_, earlier_;
  const Traits &a_, &b_;
  const Mention &later_mention_, &earlier_mention_;
};

}  // namespace

Verdict judge(const LinkContext& context, std::uint32_t later, std::uint32_t earlier) {
  return Judge(context, later, earlier).judge();
}

}  // namespace hearsay
