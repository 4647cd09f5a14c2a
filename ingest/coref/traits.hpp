#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/coref/noun_classes.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// What is known of a mention by itself, before anything is linked.
struct Traits {
  MentionKind kind = MentionKind::nominal;
  std::uint8_t person = 3;                                                        ///< 1 and 2 for "I" and "you", else 3
  std::uint8_t number = Numbers::all, gender = Genders::all, kinds = Kinds::all;  ///< sets of possible answers
  bool definite = false, indefinite = false, demonstrative = false, reflexive = false, coordination = false;
  bool is_subject = false, is_object = false, is_modifier = false, is_generic_pronoun = false;
  std::string head;                    ///< lemma of the head in lower case; "u.s." and the like as usual_name()
  std::vector<std::string> modifiers;  ///< lower-cased lemmas of what is written before and after the head
  std::vector<std::string> nations;    ///< adjectives and owners that place it: "russian", "united states"
  std::vector<Opposite> opposites;     ///< "ruling" in "the ruling party"
  std::vector<std::string> name;       ///< the words of the name without its titles; empty for others
  std::vector<std::string> titles;     ///< "president", "mr."
  std::string key;                     ///< the whole name in lower case, one spelling (usual_name())
  std::string name_type;               ///< Name::type
  std::optional<std::uint32_t>
      owner;  ///< the mention of whom a thing is: "his" of "his plan", "Novak" of "the Novak plan"
  std::uint32_t sentence = 0;
  TokenIndex clause = 0;  ///< predicate of the clause it stands in
};

/// "russia" and "russian" are one nation.
[[nodiscard]] bool share_nation(const Traits& a, const Traits& b);
/// "the ruling party", "the opposition party": modifiers of which a thing has only one.
[[nodiscard]] bool are_opposites(const Traits& a, const Traits& b);

[[nodiscard]] std::vector<Traits> describe(const Trees& trees, const std::vector<Mention>& mentions);

}  // namespace hearsay
