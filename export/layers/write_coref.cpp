#include "export/layers/json_line.hpp"
#include "export/layers/write_layers.hpp"

namespace hearsay {
namespace {

void write_clusters(const Document& doc, const CodePoints& code_points, JsonLine& line) {
  line.key("clusters");
  line.raw().StartArray();
  for (const Cluster& cluster : doc.clusters) {
    line.raw().StartArray();
    for (const std::uint32_t m : cluster.mentions) line.span(code_points, bytes_of(doc, doc.mentions[m].span));
    line.raw().EndArray();
  }
  line.raw().EndArray();
}

void write_entities(const Document& doc, JsonLine& line) {
  line.key("entities");
  line.raw().StartArray();
  for (const Cluster& cluster : doc.clusters) {
    line.raw().StartObject();
    line.field("name", cluster.canonical);
    line.field_or_null("kind", cluster.kind);
    if (!cluster.members.empty()) {
      line.key("members");
      line.raw().StartArray();
      for (const std::uint32_t member : cluster.members) line.text(doc.clusters[member].canonical);
      line.raw().EndArray();
    }
    line.raw().EndObject();
  }
  line.raw().EndArray();
}

void write_link(const Document& doc, const CodePoints& code_points, const Link& link, JsonLine& line) {
  line.raw().StartObject();
  const TokenSpan mention = doc.mentions[link.mention].span;
  line.key("mention");
  line.span(code_points, bytes_of(doc, mention));
  line.field("text", text_of(doc, mention));
  if (link.antecedent) {
    const TokenSpan antecedent = doc.mentions[*link.antecedent].span;
    line.key("antecedent");
    line.span(code_points, bytes_of(doc, antecedent));
    line.field("antecedent_text", text_of(doc, antecedent));
    line.key("score");
    line.raw().Double(link.score);
  }
  line.field("reason", link.reason);
  if (!link.rejected.empty()) line.field("rejected", link.rejected);
  line.raw().EndObject();
}

}  // namespace

void write_coref(const Analysis& analysis, bool explain, std::ostream& out) {
  const Document& doc = analysis.document;
  const CodePoints code_points(doc.text);
  JsonLine line;
  line.raw().SetMaxDecimalPlaces(2);
  line.field("id", analysis.article.name);
  line.field("text", doc.text);
  write_clusters(doc, code_points, line);
  if (explain) {
    write_entities(doc, line);
    line.key("links");
    line.raw().StartArray();
    for (const Link& link : doc.links) write_link(doc, code_points, link, line);
    line.raw().EndArray();
  }
  line.print(out);
}

}  // namespace hearsay
