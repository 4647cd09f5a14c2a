#pragma once
// The model's part: a tagger finds cues, a small recurrent decoder reads source and content for each of them.

#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

class Model;

/// Has the model the heads that find_learned() needs?
[[nodiscard]] bool has_attribution_heads(const Model& model);

/// Cues by Viterbi over the head `cue`, then one run of the decoder `roles` per cue.
/// Needs   tokens, paragraphs of `doc` and its encoding; has_attribution_heads(model).
/// Gives   by cue; source, cue, content and confidence are set. Cues without content give nothing.
/// Cost    linear in tokens for the tagger; the decoder reads at most 200 words around a cue (see cue_context.hpp).
/// Source  train/README.md, "Attribution", has the arithmetic.
[[nodiscard]] std::vector<Attribution> find_learned(const Document& doc, const Encoding& encoding, const Model& model);

}  // namespace hearsay
