#include "export/write_json_ld.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <vector>

#include "export/edge_label.hpp"
#include "export/iri.hpp"
#include "export/json_ld_ids.hpp"
#include "export/json_ld_writer.hpp"

namespace hearsay {
namespace {

// schema.org's own context says http, not https; so must we, or two readers see two vocabularies.
constexpr std::string_view context = R"(  "@version": 1.1,
  "@vocab": "http://schema.org/",
  "hs": "https://hearsay.example/ns#",
  "oa": "http://www.w3.org/ns/oa#",
  "prov": "http://www.w3.org/ns/prov#",
  "xsd": "http://www.w3.org/2001/XMLSchema#",
  "id": "@id",
  "type": "@type",
  "graph": "@graph",
  "about": {"@type": "@id"},
  "appearance": {"@type": "@id"},
  "creator": {"@type": "@id"},
  "isPartOf": {"@type": "@id"},
  "mentions": {"@type": "@id"},
  "publisher": {"@type": "@id"},
  "spokenByCharacter": {"@type": "@id"},
  "hs:addressee": {"@type": "@id"},
  "hs:attributedTo": {"@type": "@id"},
  "hs:confidence": {"@type": "xsd:decimal"},
  "hs:entity": {"@type": "@id"},
  "hs:member": {"@type": "@id"},
  "hs:object": {"@type": "@id"},
  "hs:speaker": {"@type": "@id"},
  "hs:subject": {"@type": "@id"},
  "hs:within": {"@type": "@id"},
  "oa:hasSource": {"@type": "@id"},
  "prov:wasAttributedTo": {"@type": "@id"},
  "prov:wasDerivedFrom": {"@type": "@id"},
  "prov:wasQuotedFrom": {"@type": "@id"})";

bool matches(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

/// The XML Schema type of an ISO 8601 date, or nothing when `text` is none that RDF knows.
std::string_view date_type(std::string_view text) {
  if (matches(text, "0000")) return "xsd:gYear";
  if (matches(text, "0000-00")) return "xsd:gYearMonth";
  if (matches(text, "0000-00-00")) return "xsd:date";
  if (matches(text, "0000-00-00T00:00") || matches(text, "0000-00-00T00:00:00")) return "xsd:dateTime";
  return {};
}

void write_date(JsonLdWriter& json, std::string_view name, const std::string& text) {
  const std::string_view type = date_type(text);
  if (type.empty()) return json.field(name, text);
  json.key(name);
  json.begin_object();
  json.field("type", type);
  json.field("@value", type == "xsd:dateTime" && text.size() == 16 ? text + ":00" : text);
  json.end_object();
}

/// Writes the lines of "graph", one resource each.
class GraphLines {
 public:
  GraphLines(const KnowledgeGraph& graph, std::ostream& out) : graph_(graph), ids_(graph), out_(out) {
    for (const AttributionRecord& attribution : graph.attributions()) {
      if (attribution.speaker && graph.contains(*attribution.speaker)) speakers_.insert(*attribution.speaker);
    }
    for (const Entity& entity : graph.entities()) {
      for (const ArticleId article : entity.articles) mentioned_[article].push_back(ids_.of(entity));
    }
  }
  void write() {
    for (const ArticleRecord& article : graph_.articles()) write_article(article, number_of_article(article));
    write_publishers();
    for (const Entity& entity : graph_.entities()) write_entity(entity);
    for (const Claim& claim : graph_.claims()) write_statement(claim);
    for (const AttributionRecord& attribution : graph_.attributions()) write_attribution(attribution);
    for (const auto& [id, evidence] : evidence_) write_evidence(id, *evidence);
  }

 private:
  // articles() is ascending by id, and the id is the place.
  ArticleId number_of_article(const ArticleRecord& article) const {
    return static_cast<ArticleId>(&article - graph_.articles().data());
  }
  void print(JsonLdWriter& json) {
    json.end_object();
    out_ << (first_ ? "\n" : ",\n") << json.text();
    first_ = false;
  }
  void begin(JsonLdWriter& json, const std::string& id, const std::vector<std::string>& types) {
    json.begin_object();
    json.field("id", id);
    json.list("type", types);
  }
  std::vector<std::string> ids_of(const std::vector<EntityId>& entities) const {
    std::vector<std::string> ids;
    for (const EntityId id : entities) {
      if (graph_.contains(id)) ids.push_back(ids_.of(graph_.entity(id)));
    }
    return ids;
  }
  std::string id_of(const std::optional<EntityId>& entity) const {
    return entity && graph_.contains(*entity) ? ids_.of(graph_.entity(*entity)) : std::string();
  }
  const std::string& note_evidence(const Evidence& evidence) {
    return evidence_.emplace(ids_.of(evidence), &evidence).first->first;
  }

  void write_article(const ArticleRecord& article, ArticleId place) {
    JsonLdWriter json;
    begin(json, ids_.of(article), {"NewsArticle", "prov:Entity"});
    json.field("identifier", article.name);
    json.field("headline", article.title.value_or(""));
    json.field("author", article.byline.value_or(""));
    if (article.date) write_date(json, "datePublished", *article.date);
    if (article.publisher) json.field("publisher", JsonLdIds::of_publisher(*article.publisher));
    if (article.url) write_url(json, *article.url);
    json.list("mentions", mentioned_[place]);
    print(json);
  }
  static void write_url(JsonLdWriter& json, const std::string& url) {
    if (!is_web_iri(url)) return json.field("url", url);
    json.key("url");
    json.begin_object();
    json.field("id", url);
    json.end_object();
  }
  void write_publishers() {
    std::map<std::string, std::string> publishers;
    for (const ArticleRecord& article : graph_.articles()) {
      if (article.publisher) publishers.emplace(JsonLdIds::of_publisher(*article.publisher), *article.publisher);
    }
    for (const auto& [id, name] : publishers) {
      JsonLdWriter json;
      begin(json, id, {"Organization", "prov:Agent"});
      json.field("name", name);
      print(json);
    }
  }

  std::vector<std::string> types_of(const Entity& entity) const {
    std::vector<std::string> types;
    if (entity.kind == "Person" || entity.kind == "Organization" || entity.kind == "Place" || entity.kind == "Event") {
      types = {entity.kind};
    } else if (entity.kind == "Work") {
      types = {"CreativeWork"};
    } else {
      types = {"Thing", entity.kind == "Group" ? "hs:Group" : "hs:Concept"};
    }
    if (speakers_.contains(entity.id)) types.emplace_back("prov:Agent");
    return types;
  }
  void write_entity(const Entity& entity) {
    JsonLdWriter json;
    begin(json, ids_.of(entity), types_of(entity));
    json.field("name", entity.name);
    json.list("alternateName", entity.aliases);
    json.list("hs:description", entity.descriptions);
    json.flag("hs:named", entity.named);
    json.list("hs:member", ids_of(entity.members));
    print(json);
  }

  std::string words_of(const Claim& claim) const {
    std::string words = graph_.entity(claim.subject).name + " – " + worded_predicate(claim);
    const bool known = claim.object && graph_.contains(*claim.object);
    const std::string& object = known ? graph_.entity(*claim.object).name : claim.object_text;
    return object.empty() ? words : words + " – " + object;
  }
  void write_statement(const Claim& claim) {
    JsonLdWriter json;
    begin(json, ids_.of(claim.id), {"Claim", "hs:Statement", "prov:Entity"});
    json.field("name", words_of(claim));
    json.field("hs:subject", id_of(claim.subject));
    json.field("hs:predicate", claim.predicate);
    json.field("hs:object", id_of(claim.object));
    json.field("hs:objectText", claim.object_text);
    json.field("hs:polarity", to_string(claim.polarity));
    json.field("hs:modality", to_string(claim.modality));
    json.field("hs:tense", claim.tense);
    if (claim.time) write_date(json, "hs:time", *claim.time);
    json.field("hs:place", claim.place.value_or(""));
    json.field("hs:relationType", claim.relation_type);
    json.field("hs:cameo", claim.cameo);
    json.decimal("hs:confidence", claim.confidence);
    json.field("hs:sources", static_cast<std::uint64_t>(source_count(claim)));
    write_arguments(json, claim);
    write_provenance(json, claim);
    print(json);
  }
  void write_arguments(JsonLdWriter& json, const Claim& claim) {
    if (claim.arguments.empty()) return;
    json.key("hs:argument");
    json.begin_array();
    for (std::size_t i = 0; i < claim.arguments.size(); ++i) {
      const ClaimArgument& argument = claim.arguments[i];
      begin(json, ids_.of(claim.id) + "#argument" + std::to_string(i + 1), {"hs:Argument"});
      json.field("hs:role", to_string(argument.role));
      json.field("hs:preposition", argument.preposition);
      json.field("hs:text", argument.text);
      json.field("hs:entity", id_of(argument.entity));
      if (argument.normalized) write_date(json, "hs:normalized", *argument.normalized);
      json.end_object();
    }
    json.end_array();
  }
  void write_provenance(JsonLdWriter& json, const Claim& claim) {
    std::set<std::string> articles, speeches, agents;
    std::vector<std::string> evidence_ids;
    for (const Evidence& evidence : claim.evidence) {
      const ArticleRecord& article = graph_.article(evidence.article);
      articles.insert(ids_.of(article));
      evidence_ids.push_back(note_evidence(evidence));
      if (!evidence.attributed_to) {
        if (article.publisher) agents.insert(JsonLdIds::of_publisher(*article.publisher));
        continue;
      }
      speeches.insert(ids_.of(*evidence.attributed_to));
      const std::string speaker = id_of(graph_.attribution(*evidence.attributed_to).speaker);
      if (!speaker.empty()) agents.insert(speaker);
    }
    evidence_ids.erase(std::unique(evidence_ids.begin(), evidence_ids.end()), evidence_ids.end());
    json.list("hs:attributedTo", speeches);
    json.list("appearance", articles);
    json.list("prov:wasAttributedTo", agents);
    json.list("prov:wasDerivedFrom", evidence_ids);
  }

  void write_attribution(const AttributionRecord& attribution) {
    const bool quoted = attribution.kind != SpeechKind::indirect;
    const std::string speaker = id_of(attribution.speaker), evidence = note_evidence(attribution.evidence);
    JsonLdWriter json;
    begin(json, ids_.of(attribution.id), {quoted ? "Quotation" : "Statement", "hs:Attribution", "prov:Entity"});
    json.field("text", content_text(attribution));
    json.field("hs:speechKind", kind_of(attribution.kind));
    json.field("hs:speaker", speaker);
    json.field("hs:speakerName", attribution.speaker_name);
    json.field("creator", speaker);
    if (quoted) json.field("spokenByCharacter", speaker);
    json.field("hs:cue", attribution.cue);
    json.field("hs:cueLemma", attribution.cue_lemma);
    json.flag("hs:denied", attribution.negated);
    json.field("hs:addressee", id_of(attribution.addressee));
    json.field("hs:addresseeName", attribution.addressee_name);
    if (attribution.time) write_date(json, "hs:time", *attribution.time);
    json.field("hs:place", attribution.place.value_or(""));
    json.list("about", ids_of(attribution.about));
    if (attribution.parent) json.field("hs:within", ids_.of(*attribution.parent));
    json.decimal("hs:confidence", attribution.evidence.confidence);
    json.field("isPartOf", ids_.of(graph_.article(attribution.evidence.article)));
    json.field("prov:wasAttributedTo", speaker);
    json.field(quoted ? "prov:wasQuotedFrom" : "prov:wasDerivedFrom", evidence);
    print(json);
  }
  static std::string_view kind_of(SpeechKind kind) {
    switch (kind) {
      case SpeechKind::direct: return "direct";
      case SpeechKind::mixed: return "mixed";
      case SpeechKind::indirect: break;
    }
    return "indirect";
  }

  void write_evidence(const std::string& id, const Evidence& evidence) {
    JsonLdWriter json;
    begin(json, id, {"oa:SpecificResource", "prov:Entity"});
    json.field("oa:hasSource", ids_.of(graph_.article(evidence.article)));
    json.key("oa:hasSelector");
    json.begin_array();
    begin(json, id + "&position", {"oa:TextPositionSelector"});
    json.field("oa:start", evidence.code_points.begin);
    json.field("oa:end", evidence.code_points.end);
    json.end_object();
    begin(json, id + "&quote", {"oa:TextQuoteSelector"});
    json.field("oa:exact", evidence.sentence);
    json.end_object();
    json.end_array();
    json.field("hs:sourceBegin", evidence.source_bytes.begin);
    json.field("hs:sourceEnd", evidence.source_bytes.end);
    print(json);
  }

  const KnowledgeGraph& graph_;
  const JsonLdIds ids_;
  std::ostream& out_;
  bool first_ = true;
  std::set<EntityId> speakers_;
  std::map<ArticleId, std::vector<std::string>> mentioned_;  // entities by article
  std::map<std::string, const Evidence*> evidence_;          // what statements and attributions rest on, once each
};

}  // namespace

void write_json_ld(const KnowledgeGraph& graph, std::ostream& out, const JsonLdOptions& options) {
  const std::string base = checked_base(options.base);
  out << "{\"@context\": {\n  \"kg\": \"" << base << "\",\n" << context << "},\n\"graph\": [";
  GraphLines(graph, out).write();
  out << "\n]}\n";
}

}  // namespace hearsay
