#include "ingest/speech/find_attributions.hpp"

#include "ingest/speech/learned_attributions.hpp"

namespace hearsay {

std::vector<Attribution> find_attributions(const Document& doc, const Encoding& encoding, const Model& model) {
  if (!has_attribution_heads(model)) return complete_attributions(doc, {}, false);
  return complete_attributions(doc, find_learned(doc, encoding, model), true);
}

}  // namespace hearsay
