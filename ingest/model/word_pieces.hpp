#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

/// The pieces that one word is cut into.
struct PieceList {
  static constexpr std::size_t most = 8;
  std::array<std::uint32_t, most> ids{};
  std::uint8_t size = 0;
  [[nodiscard]] std::span<const std::uint32_t> all() const& { return {ids.data(), size}; }
  std::span<const std::uint32_t> all() const&& = delete;
  void add(std::uint32_t id) {
    if (size < most) ids[size++] = id;
  }
};

/// The class of a word's letter case, which its lower-cased pieces no longer show. The numbers are the model's.
enum class WordShape : std::uint8_t { special, lower, title, upper, other, digit, quote, mixed };

[[nodiscard]] WordShape word_shape(std::string_view word);

/// Cuts words into pieces of a fixed vocabulary.
/// Normal form: NFD without marks (Mn), lower case, punctuation apart; spaces and controls only part.
/// Then the longest piece first; a run that cannot be spelled, or is longer than 100 characters, is one [UNK].
/// A word gives at least one and at most eight pieces. Linear in the length of the word.
/// Source  Devlin et al. (2019), "BERT", NAACL; WordPiece after Schuster and Nakajima (2012), ICASSP.
class WordPieces {
 public:
  /// The place in `vocabulary` is the id; "##" marks a piece that continues a run. The views must outlive this.
  /// Throws std::out_of_range when [UNK], [CLS] or [SEP] is missing.
  explicit WordPieces(std::span<const std::string_view> vocabulary);

  [[nodiscard]] PieceList of_word(std::string_view word) const;
  [[nodiscard]] bool knows(std::string_view word) const { return first_.contains(word); }  ///< as one piece
  [[nodiscard]] std::uint32_t unknown() const { return unknown_; }
  [[nodiscard]] std::uint32_t begin_mark() const { return begin_mark_; }  ///< [CLS]
  [[nodiscard]] std::uint32_t end_mark() const { return end_mark_; }      ///< [SEP]

 private:
  struct Run;
  void spell(const Run& run, PieceList& out) const;

  std::unordered_map<std::string_view, std::uint32_t> first_, later_;  ///< `later_` without the "##"
  std::size_t longest_ = 0;                                            ///< bytes of the longest piece
  std::uint32_t unknown_ = 0, begin_mark_ = 0, end_mark_ = 0;
};

}  // namespace hearsay
