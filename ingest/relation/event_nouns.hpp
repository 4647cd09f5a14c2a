#pragma once
// Events told by nouns: "the Putin-Trump meeting", "Russia's attack on Aleppo".

#include <vector>

#include "ingest/relation/nominal.hpp"
#include "ingest/relation/noun_classes.hpp"

namespace hearsay {

/// Adds one fact for each doer and each other party that hang on `noun`; none when nobody does.
void read_event_noun(const Trees& trees, TokenIndex noun, const EventNoun& event, std::vector<NominalFact>& facts);

}  // namespace hearsay
