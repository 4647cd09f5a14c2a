#pragma once
// Canonical classes of predicates.

#include <string>
#include <string_view>

namespace hearsay {

struct RelationType {
  std::string_view type;   ///< PLOVER event type ("CONSULT"), or a structural relation ("positionHeld"), or empty
  std::string_view cameo;  ///< CAMEO root code ("040") where it is clear, or empty
};

/// The event type of an active predicate, written as statements write it ("meet with", "hold talks with", "impose
/// sanctions on"). Comment alone ("say", "think") is no event. Unknown predicates have none. `noun`   lemma of the
/// object's head; decides for verbs that say little by themselves ("launch an attack", "impose sanctions"). Source
/// Halterman et al. (2023), "PLOVER and POLECAT", for the types; Schrodt (2012), "CAMEO", for the codes. The verbs are
/// ours.
[[nodiscard]] RelationType event_type(std::string_view predicate, std::string_view noun);

}  // namespace hearsay
