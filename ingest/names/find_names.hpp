#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"

namespace hearsay {

class Model;

/// Finds names, dates, amounts and titles.
/// Needs   tokens, sentences and tags of `doc`.
/// Gives   disjoint spans by first token, none across a sentence; see Name::type for the types.
/// Errors  none: a text without names gives an empty vector.
/// Cost    linear in tokens; safe to call from many threads.
[[nodiscard]] std::vector<Name> find_names(const Document& doc, const Encoding& encoding, const Model& model);

/// The best sequence of labels (O, B-TYPE, I-TYPE) of each sentence as names with the model's own types.
/// `scores` holds one row a token with one score a label, before any softmax; a name's confidence is the smallest
/// probability among its words.
[[nodiscard]] std::vector<Name> decode_names(const Document& doc, std::span<const float> scores,
                                             const std::vector<std::string>& labels);

/// What the model says, made whole: articles, titles and possessive endings cut off, parts of a name typed alike
/// through the article, PER as PERSON, LOC as GPE, LOC or FAC, and what grammar finds (amounts, numbers, titles).
/// Needs   tokens, sentences and tags of `doc`; `names` by first token, disjoint.
[[nodiscard]] std::vector<Name> refine_names(const Document& doc, std::vector<Name> names);

/// The type printed in CoNLL-U: PER ORG LOC NORP EVENT WORK DATE MISC; empty for amounts, numbers and titles,
/// which are printed as no name. The table stands in README.md.
[[nodiscard]] std::string_view conll_type(std::string_view type);

}  // namespace hearsay
