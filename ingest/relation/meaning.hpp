#pragma once
// What a clause commits its speaker to: polarity, modality and tense.

#include "ingest/relation/clause.hpp"
#include "ingest/relation/statement.hpp"

namespace hearsay {

struct Stance {
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
};

/// Reads the clause's own negation and auxiliaries, then climbs the verbs and nouns that govern it
/// ("failed to [meet]", "no reason to believe that Russia [meddled]"), up to the next act of speech.
[[nodiscard]] Stance stance_of(const Trees& trees, const Clause& clause);

/// The same for an event told by a noun: "alleged [interference]", "allegations of [meddling] were untrue".
[[nodiscard]] Stance stance_of_noun(const Trees& trees, TokenIndex noun);

/// "past", "present", "future", or empty where nothing shows it.
[[nodiscard]] std::string tense_of(const Trees& trees, const Clause& clause);

/// "say", "tell" and their like: what follows is the speaker's word, not the article's.
[[nodiscard]] bool is_speech_verb(const std::string& lemma);

}  // namespace hearsay
