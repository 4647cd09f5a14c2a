#pragma once

#include <vector>

#include "ingest/model/encoding.hpp"
#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

class Model;

/// Finds who said (thought, wrote, denied) what, and to whom.
/// Needs   text, tokens, paragraphs, sentences, tags, arcs and names of `trees.doc()`.
/// Gives   one Attribution per cue, and one for each quotation whose speaker goes on without a cue, by first token of
///         cue or content; in "Lavrov said Trump said" the second has the first as its parent. A quotation that its
///         cue divides, or that runs over paragraphs, is one attribution with several pieces of content.
/// Spans   contents keep their quotation marks and "that"; content_text() in describe.hpp drops them.
/// Errors  none: a text without cues gives an empty vector; a model without the heads `cue` and `roles` leaves the
///         work to the rules.
/// Cost    linear in tokens and cues; safe to call from many threads with one model.
/// Source  the roles follow Pareti (2012), "A Database of Attribution Relations", LREC; what counts as an
///         attribution, Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus for Political News", LREC.
[[nodiscard]] std::vector<Attribution> find_attributions(const Trees& trees, const Encoding& encoding,
                                                         const Model& model);

/// Everything but the model: merges what it found (`learned`, any order) with what syntax and typography show, and
/// sets the remaining fields. `trust_learned`: false when there is no model, so that the rules alone decide.
[[nodiscard]] std::vector<Attribution> complete_attributions(const Trees& trees, std::vector<Attribution> learned,
                                                             bool trust_learned);

}  // namespace hearsay
