#pragma once
// What ingest/ hands over for one article: the records that graph/ and the writers read.

#include <vector>

#include "ingest/article/article.hpp"
#include "ingest/document.hpp"
#include "ingest/relation/statement.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

struct Analysis {
  Article article;
  Document document;
  std::vector<Attribution> attributions;  ///< by first token of cue or content
  std::vector<Statement> statements;      ///< by trigger
};

/// The cluster of the mention headed by `head` (the largest such mention), or none.
[[nodiscard]] std::optional<std::uint32_t> cluster_at(const Document& doc, TokenIndex head);

/// The name of what the argument headed by `head` refers to: its cluster's canonical name, else the phrase itself.
[[nodiscard]] std::string canonical_name(const Document& doc, TokenIndex head, TokenSpan phrase);

}  // namespace hearsay
