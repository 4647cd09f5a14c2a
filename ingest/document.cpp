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

const Name* name_at(const Document& doc, TokenIndex token) {
  const auto name = std::ranges::lower_bound(doc.names, token, {}, [](const Name& n) { return n.span.end - 1; });
  return name != doc.names.end() && name->span.contains(token) ? &*name : nullptr;
}

std::vector<std::uint32_t> clusters_by_head(const Document& doc, SharedHead shared) {
  std::vector<std::uint32_t> cluster_of(doc.tokens.size(), no_cluster);
  std::vector<std::uint32_t> size_of(doc.tokens.size(), 0);
  for (std::uint32_t c = 0; c < doc.clusters.size(); ++c) {
    for (const std::uint32_t m : doc.clusters[c].mentions) {
      if (m >= doc.mentions.size() || doc.mentions[m].head >= cluster_of.size()) continue;
      const TokenIndex head = doc.mentions[m].head;
      const std::uint32_t size = doc.mentions[m].span.size();
      const bool better = shared == SharedHead::member ? size < size_of[head] : size > size_of[head];
      if (cluster_of[head] != no_cluster && !better) continue;
      cluster_of[head] = c;
      size_of[head] = size;
    }
  }
  return cluster_of;
}

}  // namespace hearsay
