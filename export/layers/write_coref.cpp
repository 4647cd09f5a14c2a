#include "export/layers/json_line.hpp"
#include "export/layers/write_layers.hpp"

namespace hearsay {

void write_coref(const Analysis& analysis, std::ostream& out) {
  const Document& doc = analysis.document;
  const CodePoints code_points(doc.text);
  JsonLine line;
  line.field("id", analysis.article.name);
  line.field("text", doc.text);
  line.key("clusters");
  line.raw().StartArray();
  for (const Cluster& cluster : doc.clusters) {
    line.raw().StartArray();
    for (const std::uint32_t m : cluster.mentions) line.span(code_points, bytes_of(doc, doc.mentions[m].span));
    line.raw().EndArray();
  }
  line.raw().EndArray();
  line.print(out);
}

}  // namespace hearsay
