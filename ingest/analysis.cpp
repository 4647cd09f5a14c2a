#include "ingest/analysis.hpp"

namespace hearsay {

std::optional<std::uint32_t> cluster_at(const Document& doc, TokenIndex head) {
  std::optional<std::uint32_t> best;
  for (std::uint32_t c = 0; c < doc.clusters.size(); ++c) {
    for (const std::uint32_t m : doc.clusters[c].mentions) {
      if (doc.mentions[m].head == head) return c;
    }
  }
  return best;
}

std::string canonical_name(const Document& doc, TokenIndex head, TokenSpan phrase) {
  if (const auto cluster = cluster_at(doc, head); cluster && !doc.clusters[*cluster].canonical.empty()) {
    return doc.clusters[*cluster].canonical;
  }
  return std::string(text_of(doc, phrase));
}

}  // namespace hearsay
