#pragma once

#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

struct Tokens {
  std::vector<ByteSpan> tokens;       ///< UD words: ascending, disjoint, none empty
  std::vector<TokenSpan> paragraphs;  ///< cover all tokens, in order
};

/// Cuts a text into words as the English UD treebanks EWT and GUM do: "do|n't", "Putin|'s", "well|-|known" but
/// "co-founder", "$|1.5|bn", "U.S.", "9/11", addresses, handles and emoticons whole.
/// Needs   nothing: any bytes will do; text that is no UTF-8 gives one token for each such byte or run.
/// Gives   every character that is not white space, in exactly one token. No token crosses white space.
/// Cost    linear, also for a line without spaces.
[[nodiscard]] Tokens tokenize(std::string_view text);

/// The groups of words that stand together as one surface token in CoNLL-U: "don't" = do n't, "Putin's" = Putin 's.
/// Needs   tokens of `doc`; with tags also the apostrophe after a plural ("leaders'").
/// Gives   spans of two words or more, in order.
[[nodiscard]] std::vector<TokenSpan> multiword_spans(const Document& doc);

}  // namespace hearsay
