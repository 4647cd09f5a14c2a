#pragma once

#include <vector>

#include "ingest/model/encoding.hpp"
#include "ingest/model/model.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Which words head the arguments of each verb, near or far, by the head `arguments` (formulas in train/README.md).
/// Needs   sentences, tags and arcs of `trees.doc()`; `encoding` of the same document.
/// Gives   pairs that are arguments with a probability of at least 0.1, by verb, then word; none where the model has no
///         such head.
/// Errors  ModelError when the head was trained for other signs than this program's.
/// Cost    linear in tokens.
/// Source  questions as roles: He, Lewis and Zettlemoyer 2015; trained on Roit et al. 2020.
[[nodiscard]] std::vector<VerbArgument> find_arguments(const Trees& trees, const Encoding& encoding,
                                                       const Model& model);

}  // namespace hearsay
