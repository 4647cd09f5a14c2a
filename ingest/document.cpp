#include "ingest/document.hpp"

#include <algorithm>
#include <cassert>

namespace hearsay {
namespace {

std::uint32_t span_of(const std::vector<TokenSpan>& spans, TokenIndex token) {
  const auto after =
      std::upper_bound(spans.begin(), spans.end(), token, [](TokenIndex t, const TokenSpan& s) { return t < s.begin; });
  assert(after != spans.begin() && "the spans cover every token");
  return static_cast<std::uint32_t>(after - spans.begin() - 1);
}

}  // namespace

std::string text_of(const Document& doc, const std::vector<TokenSpan>& pieces) {
  std::string text;
  for (const TokenSpan piece : pieces) {
    if (piece.empty()) continue;
    if (!text.empty()) text += ' ';
    text += text_of(doc, piece);
  }
  return text;
}

std::uint32_t sentence_of(const Document& doc, TokenIndex token) { return span_of(doc.sentences, token); }

std::uint32_t paragraph_of(const Document& doc, TokenIndex token) { return span_of(doc.paragraphs, token); }

std::vector<std::uint32_t> clusters_by_head(const Document& doc) {
  std::vector<std::uint32_t> cluster_of(doc.tokens.size(), no_cluster);
  for (std::uint32_t c = 0; c < doc.clusters.size(); ++c) {
    for (const std::uint32_t m : doc.clusters[c].mentions) {
      if (m >= doc.mentions.size()) continue;
      const TokenIndex head = doc.mentions[m].head;
      if (head < cluster_of.size() && cluster_of[head] == no_cluster) cluster_of[head] = c;
    }
  }
  return cluster_of;
}

}  // namespace hearsay
