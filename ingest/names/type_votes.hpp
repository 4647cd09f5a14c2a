#pragma once

#include <span>
#include <string>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Types names again by all the evidence of the article: the model's scores of the same name elsewhere, of longer
/// and shorter forms of it ("Anna Kovacs" and "Kovacs", "World Food Agency (WFA)"), and of names in one list with it.
/// Needs   tokens of `doc`, with arcs also lists; `scores` and `labels` as in decode_names(); `names` by first token.
/// Gives   new types; spans stay. A name's confidence becomes the probability of its type after the vote, where
///         that is the higher.
/// Cost    linear in tokens, and in names up to a logarithm.
void vote_on_types(const Document& doc, std::span<const float> scores, const std::vector<std::string>& labels,
                   std::vector<Name>& names);

}  // namespace hearsay
