#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

/// Lemma scripts of known words, and of unknown inflected ones by their endings.
/// A word's inflection is a fact about the word: looking it up beats predicting it from a vector. Unknown words follow
/// known words with the same tag and a common ending (cf. Mikheev 1997, ending guessers).
class LemmaLexicon {
 public:
  /// `table`: lines "XPOS SCRIPT<TAB>word word ..."; must outlive this. Lines of another shape are passed over.
  explicit LemmaLexicon(std::string_view table);

  /// The script of a known word (in lower case) with this Penn Treebank tag.
  [[nodiscard]] std::optional<std::string_view> script(std::string_view word, std::string_view xpos) const;

  /// Scripts for an unknown inflected word, the likeliest first: those of the longest common ending, the commonest of
  /// them first, then those of shorter ones. Empty for a tag without inflection.
  [[nodiscard]] std::vector<std::string_view> guesses(std::string_view word, std::string_view xpos) const;

 private:
  std::unordered_map<std::string, std::string_view> words_;                 ///< "VBD met" -> "lower|1|et"
  std::unordered_map<std::string, std::vector<std::string_view>> endings_;  ///< "VBD ted" -> "lower|2|", "lower|1|"
};

}  // namespace hearsay
