#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// The lemma of a verb's form, where our tables know it; else `lemma` as the tagger gave it. A tagger spells most
/// lemmas right, but a wrong one ("denie") would hide the verb from every table of later rooms. Both in lower case.
/// Constant time.
[[nodiscard]] std::string verb_lemma(std::string_view form, const std::string& lemma);

}  // namespace hearsay
