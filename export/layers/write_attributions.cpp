#include "export/layers/json_line.hpp"
#include "export/layers/write_layers.hpp"
#include "ingest/speech/describe.hpp"

namespace hearsay {
namespace {

void write_attribution(const Document& doc, const CodePoints& code_points, const Attribution& attribution,
                       JsonLine& line) {
  auto& json = line.raw();
  json.StartObject();
  line.key("source");
  line.spans(doc, code_points, attribution.source);
  line.key("cue");
  line.spans(doc, code_points, attribution.cue);
  line.key("content");
  line.spans(doc, code_points, attribution.content);
  line.field_or_null("speaker", speaker_name(doc, attribution));
  line.field_or_null("addressee", addressee_name(doc, attribution));
  line.field("kind", to_string(attribution.kind));
  line.field_or_null("cue_lemma", attribution.cue_lemma);
  line.key("negated");
  json.Bool(attribution.negated);
  line.key("parent");
  if (attribution.parent) {
    json.Uint(*attribution.parent);
  } else {
    json.Null();
  }
  line.key("about");
  json.StartArray();
  for (const std::string& name : about(doc, attribution)) line.text(name);
  json.EndArray();
  json.EndObject();
}

}  // namespace

void write_attributions(const Analysis& analysis, std::ostream& out) {
  const Document& doc = analysis.document;
  const CodePoints code_points(doc.text);
  JsonLine line;
  line.field("id", analysis.article.name);
  line.key("attributions");
  line.raw().StartArray();
  for (const Attribution& attribution : analysis.attributions) {
    write_attribution(doc, code_points, attribution, line);
  }
  line.raw().EndArray();
  line.print(out);
}

}  // namespace hearsay
