#pragma once
// Verbs, adjectives and nouns that decide whether what they govern happens.

#include <optional>
#include <string_view>

#include "ingest/relation/statement.hpp"

namespace hearsay {

/// What a governing word does to the event below it.
struct GovernorEffect {
  bool negates = false;              ///< "fail to", "refuse to", "deny that"
  std::optional<Modality> modality;  ///< "plan to": planned; none: passes on what stands above
};

/// For a verb or adjective before an infinitive, a gerund or a that-clause. Unknown words have no effect.
/// Source  the classes of implicative and factive verbs follow Karttunen (1971), "Implicative Verbs", Language 47.
[[nodiscard]] GovernorEffect verb_effect(std::string_view lemma);
/// For a noun before an infinitive, "of" or a that-clause: "plan", "allegation", "failure".
[[nodiscard]] GovernorEffect noun_effect(std::string_view lemma);
/// Takes its complement for true even when it is negated: "did not know that ...".
[[nodiscard]] bool is_factive(std::string_view lemma);
/// "not think that p" means "think that not p".
[[nodiscard]] bool raises_negation(std::string_view lemma);

}  // namespace hearsay
