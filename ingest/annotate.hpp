#pragma once

#include "ingest/analysis.hpp"
#include "ingest/model/model.hpp"

namespace hearsay {

struct AnnotateOptions {
  bool one_sentence_per_line = false;  ///< every line of the text is one sentence, whatever it looks like
};

/// The whole flow for one article: from clean text to who did what to whom, and who said so.
/// Errors  none: any valid UTF-8 gives an analysis, if only an empty one.
/// Cost    linear in the text; safe to call from many threads with one model. The same text gives the same analysis.
[[nodiscard]] Analysis annotate(Article article, const Model& model, const AnnotateOptions& options = {});

}  // namespace hearsay
