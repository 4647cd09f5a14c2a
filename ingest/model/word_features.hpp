#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

/// A table of vectors for a part of the word: its first or last characters, or the pattern of its letters.
struct AffixTable {
  enum class Part : std::uint8_t { prefix, suffix, shape };
  Part part = Part::prefix;
  std::uint8_t length = 0;  ///< code points; 0 for a shape
  std::uint32_t rows = 1;
};

/// The word without what its neighbours would not care about: lower case by code point, every digit 0, quotes,
/// apostrophes and dashes plain.
[[nodiscard]] std::string word_key(std::string_view word);

/// The letters' case: "McCain" -> "XxXxxx", "U.S." -> "X.X.", "1987" -> "ddd"; at most three of the same in a row.
[[nodiscard]] std::string letter_pattern(std::string_view word);

/// Which rows of the embedding tables stand for a word. Hashed tables have no entry for a word of their own: affixes
/// share rows, and every word has some.
/// Source  the hashing trick: Weinberger et al. (2009), ICML; FNV-1a, 32 bits.
class WordFeatures {
 public:
  /// `keys`: what the words table has vectors of, a line each in the order of ids; must outlive this. Id 0 is the
  /// unknown word. `tables` in the order of the model file, which starts the hash.
  WordFeatures(std::string_view keys, std::vector<AffixTable> tables);

  [[nodiscard]] std::size_t words() const { return count_; }
  [[nodiscard]] std::size_t tables() const { return tables_.size(); }

  [[nodiscard]] bool knows(std::string_view word) const { return ids_.contains(word); }

  /// Appends the row of the words table, then that of each affix table. Linear in the length of the word.
  void append_rows(std::string_view word, std::vector<std::uint32_t>& rows) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::vector<AffixTable> tables_;
  std::uint32_t count_ = 0;
};

}  // namespace hearsay
