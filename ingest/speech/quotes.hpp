#pragma once
// Quotations as typography marks them. Who says them is decided elsewhere.

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/speech/quotation_marks.hpp"

namespace hearsay {

/// One stretch of text between quotation marks.
struct Quotation {
  TokenSpan span;   ///< with its marks
  TokenSpan inner;  ///< without them; may be empty
  std::uint32_t paragraph = 0;
  std::uint32_t depth = 0;                 ///< 0: not inside another quotation
  bool opened = true;                      ///< false: only the closing mark is there
  bool closed = true;                      ///< false: ends with its paragraph
  std::optional<std::uint32_t> continues;  ///< the quotation of the paragraph before that goes on here
};

/// Finds all quotations.
/// Needs   text, tokens, paragraphs of `doc`; sentences, when there, bound a quotation that was never opened.
/// Gives   quotations by first token, longer first; each lies inside one paragraph and they nest properly.
/// Marks   straight and curly, low (German), angle, corner and fullwidth ones, `` and '', and single marks that
///         are no apostrophes. A quotation that is not closed ends with its paragraph; where the next one opens
///         with a mark, or closes without having opened one, that is its continuation.
/// Cost    linear in the text, whatever the marks.
[[nodiscard]] std::vector<Quotation> find_quotations(const Document& doc);

/// Could somebody have said this, or is it a title, a nickname, a word held at arm's length ("so-called")?
/// Needs   tags.
[[nodiscard]] bool is_utterance(const Document& doc, const Quotation& quotation);

/// Does a verb in it have a tense? Needs   tags.
[[nodiscard]] bool has_finite_verb(const Document& doc, const Quotation& quotation);

constexpr std::uint32_t kNoQuotation = 0xFFFFFFFFU;

/// For each token the outermost quotation that holds it, as an index into `quotations`, or kNoQuotation.
[[nodiscard]] std::vector<std::uint32_t> outer_quotations(const Document& doc,
                                                          const std::vector<Quotation>& quotations);

}  // namespace hearsay
