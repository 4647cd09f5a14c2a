#pragma once
// The lexicon of political events: which predicates belong to which class.

#include <string_view>

namespace hearsay {

/// Predicates with one PLOVER event type and one CAMEO root code.
struct EventClass {
  std::string_view type, cameo, predicates;
};

/// The class of the predicate, word for word ("impose sanctions"); null when it has none.
[[nodiscard]] const EventClass* find_event_class(std::string_view predicate);

}  // namespace hearsay
