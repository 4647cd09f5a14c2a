#pragma once
// Facts that noun phrases tell: appositions, titles, places inside places, and events told by nouns.

#include <optional>
#include <string>
#include <vector>

#include "ingest/relation/meaning.hpp"
#include "ingest/relation/statement.hpp"

namespace hearsay {

struct NominalFact {
  TokenIndex trigger = 0;
  Argument subject;
  std::string predicate;
  std::optional<Argument> object;
  std::vector<Argument> settings = {};  ///< when and where an event noun says it was
  std::string relation_type;            ///< structural relation; empty for events
  bool is_event = false;                ///< told by an event noun: its type comes from the predicate
  Stance stance;
  float confidence = 0.85F;  ///< if the arc of the trigger is certain
};

/// In order of trigger. Linear in tokens.
[[nodiscard]] std::vector<NominalFact> read_nominal_facts(const Trees& trees);

/// The structural relation that "SUBJECT is PREDICATE" tells: positionHeld, family, age, nationality, memberOf,
/// locatedIn or none.
[[nodiscard]] std::string structural_type(const Trees& trees, TokenIndex subject, TokenIndex predicate);

}  // namespace hearsay
