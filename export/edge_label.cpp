#include "export/edge_label.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "export/plain_text.hpp"

namespace hearsay {
namespace {

struct Wording {
  Modality modality;
  const char* positive;
  const char* negative;
};
constexpr std::array<Wording, 7> wordings{{
    {Modality::asserted, "", "not "},
    {Modality::reported, "reportedly ", "reportedly not "},
    {Modality::possible, "may ", "may not "},
    {Modality::planned, "plans to ", "plans not to "},
    {Modality::desired, "wants to ", "wants not to "},
    {Modality::hypothetical, "would ", "would not "},
    {Modality::ordered, "must ", "must not "},
}};
constexpr std::size_t longest_speaker = 16;
constexpr std::size_t most_sentences = 5;

const AttributionRecord* innermost(const KnowledgeGraph& graph, const Claim& claim) {
  return claim.attributed_to ? &graph.attribution(*claim.attributed_to) : nullptr;
}

std::string speaker_name(const KnowledgeGraph& graph, const AttributionRecord& attribution) {
  const bool known = attribution.speaker && graph.contains(*attribution.speaker);
  const std::string name = clean_line(known ? graph.entity(*attribution.speaker).name : attribution.speaker_name);
  return known ? short_name(graph.entity(*attribution.speaker).kind, name) : name;
}

std::string speech_verb(const AttributionRecord& attribution) { return attribution.negated ? "denies" : "says"; }

/// "(says Putin)", "(denies Putin)", "(2 speakers)", "(a source)".
std::string speaker_suffix(const KnowledgeGraph& graph, const Relation& relation) {
  std::set<std::string> names;
  std::string verb;
  for (const Claim* claim : relation.claims) {
    const AttributionRecord* attribution = innermost(graph, *claim);
    names.insert(speaker_name(graph, *attribution));
    verb = speech_verb(*attribution);
  }
  if (names.size() > 1) return " (" + std::to_string(names.size()) + " speakers)";
  const std::string& name = *names.begin();
  if (name.empty()) return " (a source " + verb + ")";
  return " (" + verb + ' ' + shorten(name, longest_speaker) + ')';
}

std::string article_name(const ArticleRecord& article) {
  std::string name = clean_line(article.publisher.value_or(article.name));
  if (article.date) name += ", " + clean_line(article.date->substr(0, 10));
  return name;
}

std::string object_words(const KnowledgeGraph& graph, const Claim& claim) {
  if (claim.object && graph.contains(*claim.object)) return clean_line(graph.entity(*claim.object).name);
  return clean_line(claim.object_text);
}

}  // namespace

std::string worded_predicate(const Claim& claim) {
  const auto* wording =
      std::find_if(wordings.begin(), wordings.end(), [&](const Wording& w) { return w.modality == claim.modality; });
  const bool negative = claim.polarity == Polarity::negative;
  return (negative ? wording->negative : wording->positive) + clean_line(claim.predicate);
}

Relation make_relation(const KnowledgeGraph& graph, std::vector<const Claim*> claims) {
  Relation relation;
  relation.claims = std::move(claims);
  relation.attributed = true;
  bool all_denied = true;
  std::set<ArticleId> articles;
  for (const Claim* claim : relation.claims) {
    const AttributionRecord* attribution = innermost(graph, *claim);
    relation.attributed = relation.attributed && attribution != nullptr;
    all_denied = all_denied && attribution != nullptr && attribution->negated;
    for (const Evidence& evidence : claim->evidence) articles.insert(evidence.article);
  }
  relation.negated = all_denied != (relation.claims.front()->polarity == Polarity::negative);
  relation.articles.assign(articles.begin(), articles.end());
  return relation;
}

std::string relation_label(const KnowledgeGraph& graph, const Relation& relation) {
  std::string label = worded_predicate(*relation.claims.front());
  if (relation.articles.size() > 1) label += " ×" + std::to_string(relation.articles.size());
  if (relation.attributed) label += speaker_suffix(graph, relation);
  return label;
}

std::string speaker_chain(const KnowledgeGraph& graph, const Claim& claim) {
  std::string words;
  std::vector<AttributionId> chain = graph.chain(claim.attributed_to);
  std::reverse(chain.begin(), chain.end());
  for (const AttributionId id : chain) {
    const AttributionRecord& attribution = graph.attribution(id);
    const std::string name = clean_line(attribution.speaker_name);
    words += (words.empty() ? "" : " ") + (name.empty() ? std::string("a source") : name) + ' ' +
             speech_verb(attribution) + " that";
  }
  return words;
}

std::string claim_tooltip(const KnowledgeGraph& graph, const Claim& claim) {
  std::string tooltip = speaker_chain(graph, claim);
  if (!tooltip.empty()) tooltip += ": ";
  tooltip += clean_line(graph.entity(claim.subject).name) + " – " + worded_predicate(claim);
  if (const std::string object = object_words(graph, claim); !object.empty()) tooltip += " – " + object;
  for (std::size_t i = 0; i < claim.evidence.size() && i < most_sentences; ++i) {
    const Evidence& evidence = claim.evidence[i];
    tooltip += "\n“" + clean_line(evidence.sentence) + "” (" + article_name(graph.article(evidence.article)) + ')';
  }
  if (claim.evidence.size() > most_sentences) {
    tooltip += "\nand " + std::to_string(claim.evidence.size() - most_sentences) + " more sentences";
  }
  return tooltip;
}

std::string short_name(const std::string& kind, const std::string& name) {
  const std::size_t space = name.rfind(' ');
  return kind == "Person" && space != std::string::npos ? name.substr(space + 1) : name;
}

}  // namespace hearsay
