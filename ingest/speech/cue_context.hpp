#pragma once

#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// The words that a cue's source and content may lie in.
/// Needs   tokens and paragraphs of `doc`, which must outlive it.
/// Cost    linear in tokens, once; a look into two vectors per cue.
class CueContexts {
 public:
  explicit CueContexts(const Document& doc);

  /// The cue's paragraph, and of the two beside it those that a quotation or a colon links with it; at most 100 words
  /// away, and inside `window`, the words that were encoded together with the cue. Training reads 200 words and both
  /// paragraphs: what is left out here holds the role of one cue in a thousand, and reading it takes half the time.
  [[nodiscard]] TokenSpan around(TokenSpan cue, TokenSpan window) const;

  /// Is a quotation still open where the paragraph ends?
  [[nodiscard]] bool ends_inside_quotation(std::uint32_t paragraph) const { return open_[paragraph]; }

 private:
  const Document& doc_;
  std::vector<bool> open_;
  std::vector<bool> linked_;  ///< with the paragraph after it
};

}  // namespace hearsay
