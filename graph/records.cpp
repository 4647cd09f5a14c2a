#include "graph/records.hpp"

namespace hearsay {

std::size_t source_count(const Claim& claim) {
  std::size_t count = 0;  // the evidence is sorted by article
  for (std::size_t i = 0; i < claim.evidence.size(); ++i) {
    if (i == 0 || claim.evidence[i].article != claim.evidence[i - 1].article) ++count;
  }
  return count;
}

std::string content_text(const AttributionRecord& attribution) {
  std::string text;
  for (const std::string& piece : attribution.content) {
    if (!text.empty()) text += ' ';
    text += piece;
  }
  return text;
}

}  // namespace hearsay
