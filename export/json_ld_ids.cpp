#include "export/json_ld_ids.hpp"

#include <xxhash.h>

#include <set>
#include <string_view>

#include "export/iri.hpp"
#include "export/plain_text.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

/// XXH3-128 with seed 0, as 32 hex digits.
std::string hash(std::string_view text) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.data(), text.size()));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : canonical.digest) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

void append(std::string& content, std::string_view part) {
  content += std::to_string(part.size());  // the length keeps "ab","c" and "a","bc" apart
  content += ':';
  content += part;
}

std::string content_of(const KnowledgeGraph& graph, const Claim& claim) {
  std::string content;
  append(content, graph.entity(claim.subject).key);
  append(content, claim.predicate);
  append(content, claim.object && graph.contains(*claim.object) ? graph.entity(*claim.object).key : "");
  append(content, claim.object ? "" : claim.object_text);
  append(content, to_string(claim.polarity));
  append(content, to_string(claim.modality));
  for (const AttributionId id : graph.chain(claim.attributed_to)) {
    const AttributionRecord& attribution = graph.attribution(id);
    append(content, attribution.speaker_name);
    append(content, attribution.negated ? "denies" : "says");
  }
  return content;
}

std::string content_of(const KnowledgeGraph& graph, const AttributionRecord& attribution) {
  std::string content;
  append(content, graph.article(attribution.evidence.article).id);
  append(content, std::to_string(attribution.evidence.code_points.begin));
  append(content, attribution.speaker_name);
  append(content, attribution.cue);
  append(content, content_text(attribution));
  return content;
}

/// Numbers the second and later ones that say the same, in the order of the graph.
std::string unique(std::set<std::string>& used, const std::string& wanted) {
  std::string id = wanted;
  for (int count = 2; !used.insert(id).second; ++count) id = wanted + '-' + std::to_string(count);
  return id;
}

}  // namespace

JsonLdIds::JsonLdIds(const KnowledgeGraph& graph) : graph_(graph) {
  std::set<std::string> used;
  for (const Claim& claim : graph.claims()) {
    statements_.emplace(claim.id, unique(used, "kg:statement/" + hash(content_of(graph, claim))));
  }
  for (const AttributionRecord& attribution : graph.attributions()) {
    attributions_.emplace(attribution.id, unique(used, "kg:attribution/" + hash(content_of(graph, attribution))));
  }
}

std::string JsonLdIds::of(const Entity& entity) const { return "kg:entity/" + encode_iri_path(entity.key); }

std::string JsonLdIds::of(const ArticleRecord& article) const { return "kg:article/" + encode_iri_path(article.id); }

const std::string& JsonLdIds::of(StatementId id) const { return statements_.at(id); }

const std::string& JsonLdIds::of(AttributionId id) const { return attributions_.at(id); }

std::string JsonLdIds::of(const Evidence& evidence) const {
  return of(graph_.article(evidence.article)) + "#char=" + std::to_string(evidence.code_points.begin) + ',' +
         std::to_string(evidence.code_points.end);
}

std::string JsonLdIds::of_publisher(const std::string& name) {
  std::string slug;
  for (const char c : clean_line(name)) {
    slug += c == ' ' || c == '/' ? '-' : ascii_lower(c);
  }
  return "kg:publisher/" + encode_iri_path(slug);
}

}  // namespace hearsay
