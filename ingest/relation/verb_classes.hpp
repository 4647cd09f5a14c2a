#pragma once
// Classes of verbs, by lemma, that decide which statements a clause makes.

#include <string>
#include <string_view>

namespace hearsay {

/// The noun behind it tells the event: "hold talks with", "reach an agreement on".
[[nodiscard]] bool is_light_verb(const std::string& lemma);
/// Two sides do it to each other: "meet", "fight".
[[nodiscard]] bool is_mutual_verb(const std::string& lemma);
/// Gives its object a name or an office: "called the meeting a step", "appointed her minister".
[[nodiscard]] bool is_naming_verb(const std::string& lemma);
/// Its object is the subject of the clause behind it: "want the army to leave", "let him go".
[[nodiscard]] bool raises_object(const std::string& lemma);
/// An adjective behind it says what the object becomes: "make possible", "find guilty".
[[nodiscard]] bool takes_result(const std::string& lemma);
/// Tells that somebody speaks or thinks, and nothing else.
[[nodiscard]] bool is_plain_speech(const std::string& lemma);

}  // namespace hearsay
