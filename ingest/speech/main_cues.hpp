#pragma once
// A sentence with a quotation has a verb of saying, and often others that hang on it.

#include <utility>
#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"

namespace hearsay {

/// Which cue of a sentence utters its quotation.
/// A look: all three must outlive it; attributions added later are not seen. Cost    n log n to make.
class MainCues {
 public:
  /// `outer`: see outer_quotations().
  MainCues(const Document& doc, const std::vector<std::uint32_t>& outer, const std::vector<Attribution>& attributions);

  /// For "referring" in "'...,' Ann said, referring to the law." the attribution of "said"; the attribution itself
  /// where its own cue is a verb of saying, or where there is no other.
  [[nodiscard]] std::uint32_t of(std::uint32_t attribution) const;

 private:
  [[nodiscard]] bool utters_before(std::uint32_t attribution, TokenIndex cue) const;

  const Document& doc_;
  const std::vector<std::uint32_t>& outer_;
  const std::vector<Attribution>& attributions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_sentence_;  ///< sentence of the cue, attribution
};

/// "'...,' Ann said, referring to the law. '...'": gives the second quotation to the saying, not to the referring.
void give_sequels_to_main_cues(const Document& doc, const std::vector<Quotation>& quotations,
                               std::vector<Attribution>& attributions);

}  // namespace hearsay
