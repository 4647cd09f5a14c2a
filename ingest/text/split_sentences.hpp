#pragma once

#include <span>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"

namespace hearsay {

class Model;

/// Parts the tokens of a document into sentences.
/// Needs   text, tokens, paragraphs; scores come from the model's `sentence` head.
/// Gives   spans that cover all tokens in order, none across a paragraph; closing quotes and brackets stay with
///         the sentence before, and a sentence never begins inside a word, an address or a number.
/// Cost    linear; safe to call from many threads.
[[nodiscard]] std::vector<TokenSpan> split_sentences(const Document& doc, const Encoding& encoding, const Model& model);

/// The same from the scores of the words: how much more likely the word begins a sentence than not (a difference
/// of logarithms). Without scores (an empty span) rules alone decide.
[[nodiscard]] std::vector<TokenSpan> split_sentences(const Document& doc, std::span<const float> begins);

}  // namespace hearsay
