#pragma once

#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"
#include "ingest/model/model.hpp"

namespace hearsay {

/// Parts of speech, Penn tags, features and lemmas.
/// Needs   tokens of `doc` and their encoding.
/// Gives   one Tag per token. A lemma is never empty.
/// Errors  none.
/// Cost    linear in tokens; safe to call from many threads with one model.
/// Source  lemmas by learned edit scripts after Chrupala (2006), "Simple data-driven context-sensitive lemmatization".
[[nodiscard]] std::vector<Tag> tag(const Document& doc, const Encoding& encoding, const Model& model);

}  // namespace hearsay
