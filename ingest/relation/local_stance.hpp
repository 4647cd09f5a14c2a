#pragma once
// What a clause's own words say about whether it is so: negation, auxiliaries, adverbs, conjunctions.

#include <optional>
#include <string>

#include "ingest/relation/statement.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

struct Local {
  bool negative = false;
  std::optional<Modality> modality;
};

/// Of the clause headed by `verb`, without what governs it.
[[nodiscard]] Local look_at(const Trees& trees, TokenIndex verb);

[[nodiscard]] std::optional<Modality> modality_of_auxiliary(const Trees& trees, TokenIndex aux);
/// "no country", "neither side", "neither Spain nor Italy": a participant that does not exist denies the whole clause.
[[nodiscard]] bool denies(const Trees& trees, TokenIndex participant);
/// "I think", "we believe": the speaker's own doubt.
[[nodiscard]] bool is_first_person(const Trees& trees, TokenIndex verb);
[[nodiscard]] bool is_opinion_verb(const std::string& lemma);

}  // namespace hearsay
