#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

/// Which words stand in whose direct speech. "I" inside belongs to the speaker, outside to the writer.
class SpeechRegions {
 public:
  SpeechRegions(const Document& doc, const std::vector<Attribution>& attributions);

  /// The number of the quotation around `token`, innermost first; 0 outside any. Words with one number have one
  /// speaker. Only quoted words count: in "He said I was late" the writer is "I".
  [[nodiscard]] std::uint32_t region(TokenIndex token) const { return regions_[token]; }
  /// The head of the source of a region, if the article names one.
  [[nodiscard]] std::optional<TokenIndex> speaker(std::uint32_t region) const { return speakers_[region]; }
  /// Whether all that was said is quoted; else ("he said it was 'his' idea") the article may have changed the persons.
  [[nodiscard]] bool direct(std::uint32_t region) const { return direct_[region]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(speakers_.size()); }
  [[nodiscard]] std::optional<TokenIndex> addressee(std::uint32_t region) const { return addressees_[region]; }
  /// "Lee, a top aide said, is calm": the aide and Lee, whom a parser takes for one; heads of both.
  [[nodiscard]] const std::vector<std::pair<TokenIndex, TokenIndex>>& insertions() const { return insertions_; }

 private:
  void add_insertion(const Document& doc, const Attribution& attribution);

  std::vector<std::pair<TokenIndex, TokenIndex>> insertions_;
  std::vector<std::uint32_t> regions_;
  std::vector<std::optional<TokenIndex>> speakers_, addressees_;
  std::vector<bool> direct_;
};

}  // namespace hearsay
