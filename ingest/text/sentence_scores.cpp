#include <vector>

#include "ingest/model/model.hpp"
#include "ingest/text/split_sentences.hpp"

namespace hearsay {

std::vector<TokenSpan> split_sentences(const Document& doc, const Encoding& encoding, const Model& model) {
  const Matrix scores = model.linear("sentence", encoding);
  std::vector<float> begins(doc.tokens.size());
  for (std::size_t token = 0; token < begins.size(); ++token)
    begins[token] = scores.row(token)[1] - scores.row(token)[0];
  return split_sentences(doc, begins);
}

}  // namespace hearsay
