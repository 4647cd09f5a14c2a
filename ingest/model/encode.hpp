#pragma once

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"
#include "ingest/model/model.hpp"

namespace hearsay {

/// One vector per token, in context: what all heads read.
/// Needs   text, tokens and paragraphs of `doc`.
/// Gives   a row per token, the vector of its first word piece, rounded to 8 bits as in training. A document is read
///         in windows of at most 256 pieces, cut where a paragraph or a sentence seems to end; no token is left out.
/// Errors  none.
/// Cost    linear in tokens; a word counts at most eight pieces, however long it is. Safe to call from many threads.
[[nodiscard]] Encoding encode(const Document& doc, const Model& model);

}  // namespace hearsay
