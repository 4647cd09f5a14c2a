#include "ingest/speech/find_attributions.hpp"

#include "ingest/speech/learned_attributions.hpp"

namespace hearsay {

std::vector<Attribution> find_attributions(const Trees& trees, const Encoding& encoding, const Model& model) {
  if (!has_attribution_heads(model)) return complete_attributions(trees, {}, false);
  return complete_attributions(trees, find_learned(trees.doc(), encoding, model), true);
}

}  // namespace hearsay
