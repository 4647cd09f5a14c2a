#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay {

/// Lemma scripts of known words, and of unknown inflected ones by their endings.
/// A word's inflection is a fact about the word: looking it up beats predicting it from a vector. Unknown words take
/// the script of most known words with the same tag and the longest common ending (cf. Mikheev 1997, ending guessers).
class LemmaLexicon {
 public:
  /// `table`: lines "XPOS SCRIPT<TAB>word word ..."; must outlive this. Lines of another shape are passed over.
  explicit LemmaLexicon(std::string_view table);

  /// The script for a word (in lower case) with this Penn Treebank tag; none when nothing is known of it.
  [[nodiscard]] std::optional<std::string_view> script(std::string_view word, std::string_view xpos) const;

 private:
  std::unordered_map<std::string, std::string_view> words_;    ///< "VBD met" -> "lower|1|et"
  std::unordered_map<std::string, std::string_view> endings_;  ///< "VBD ted" -> "lower|2|"
};

}  // namespace hearsay
