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

}  // namespace hearsay
