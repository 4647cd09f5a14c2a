#include "ingest/names/find_names.hpp"

#include "ingest/model/model.hpp"

namespace hearsay {

std::vector<Name> find_names(const Document& doc, const Encoding& encoding, const Model& model) {
  if (doc.tokens.empty()) return {};
  const Matrix scores = model.linear("names", encoding);
  return refine_names(doc, decode_names(doc, scores.values, model.labels("names")));
}

}  // namespace hearsay
