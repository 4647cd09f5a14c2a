#pragma once

#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"
#include "ingest/model/model.hpp"

namespace hearsay {

/// Dependency trees.
/// Needs   tokens, sentences of `doc` and the tokens' encoding.
/// Gives   one Arc per token: in each sentence exactly one root, no cycles; only the root has the relation "root".
///         The confidence is the probability that the model gives to the head.
/// Limits  a sentence is scored in stretches of at most 400 words; the roots of later stretches hang under the first's.
/// Errors  none.
/// Cost    quadratic in a stretch, linear beyond; safe to call from many threads with one model.
/// Source  Dozat and Manning (2017), "Deep biaffine attention for neural dependency parsing", ICLR.
[[nodiscard]] std::vector<Arc> parse(const Document& doc, const Encoding& encoding, const Model& model);

}  // namespace hearsay
