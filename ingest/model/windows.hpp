#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Cuts a document into runs of tokens that the encoder reads at once.
/// Needs   tokens and paragraphs of `doc`; `pieces`: how many pieces each token has, at least 1 and at most 8.
/// Gives   windows that cover all tokens in order; each holds at most `limit` pieces, counting one mark at either end
///         and one between paragraphs. A cut falls at the last paragraph end that fits, else after the last likely
///         sentence end, else anywhere.
/// Cost    linear in tokens.
[[nodiscard]] std::vector<TokenSpan> cut_windows(const Document& doc, std::span<const std::uint8_t> pieces,
                                                 std::size_t limit);

}  // namespace hearsay
