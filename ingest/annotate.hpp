#pragma once

#include <cstdint>

#include "ingest/analysis.hpp"
#include "ingest/model/model.hpp"

namespace hearsay {

/// What the flow adds to a text, in this order; each layer rests on those before it.
/// names: and all syntax; arguments: what verbs are about, which statements rest on as well.
enum class Layer : std::uint8_t { names, arguments, attributions, coreference, statements };

struct AnnotateOptions {
  bool one_sentence_per_line = false;  ///< every line of the text is one sentence, whatever it looks like
  Layer last = Layer::statements;      ///< layers after this one stay empty
};

/// The whole flow for one article: from clean text to who did what to whom, and who said so.
/// Errors  none: any valid UTF-8 gives an analysis, if only an empty one.
/// Cost    linear in the text; safe to call from many threads with one model. The same text gives the same analysis.
[[nodiscard]] Analysis annotate(Article article, const Model& model, const AnnotateOptions& options = {});

}  // namespace hearsay
