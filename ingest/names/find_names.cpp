#include "ingest/names/find_names.hpp"

#include "ingest/model/model.hpp"
#include "ingest/names/type_votes.hpp"

namespace hearsay {

std::vector<Name> find_names(const Document& doc, const Encoding& encoding, const Model& model) {
  if (doc.tokens.empty()) return {};
  const Matrix scores = model.linear("names", encoding);
  std::vector<Name> names = decode_names(doc, scores.values, model.labels("names"));
  vote_on_types(doc, scores.values, model.labels("names"), names);
  return refine_names(doc, std::move(names));
}

}  // namespace hearsay
