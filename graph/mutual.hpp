#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// Predicates that say the same with their sides exchanged: "A met B" is "B met with A".
[[nodiscard]] bool is_mutual(std::string_view predicate);

/// The one spelling of a mutual predicate that claims use: "meet" for "meet with"; others as they are.
[[nodiscard]] std::string mutual_form(std::string_view predicate);

}  // namespace hearsay
