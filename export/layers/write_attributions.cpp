#include <map>
#include <optional>

#include "export/layers/json_line.hpp"
#include "export/layers/write_layers.hpp"
#include "ingest/speech/continuations.hpp"
#include "ingest/speech/describe.hpp"

namespace hearsay {
namespace {

class AttributionWriter {
 public:
  AttributionWriter(const Analysis& analysis, JsonLine& line)
      : analysis_(analysis), doc_(analysis.document), describer_(doc_), code_points_(doc_.text), line_(line) {
    const std::vector<std::uint32_t> begins = beginnings(analysis.attributions);
    parts_.resize(begins.size());
    for (std::uint32_t a = 0; a < begins.size(); ++a) {
      parts_[begins[a]].push_back(a);
      std::optional<std::uint32_t> parent = analysis.attributions[a].parent;
      if (parent) parent = begins[*parent];
      if (begins[a] == a) inside_[parent].push_back(a);
    }
  }

  /// Those that stand directly in the content of `parent`; without one, those that stand in no other.
  void write_all(std::optional<std::uint32_t> parent) {
    line_.raw().StartArray();
    if (const auto inside = inside_.find(parent); inside != inside_.end()) {
      for (const std::uint32_t a : inside->second) write(a);
    }
    line_.raw().EndArray();
  }

 private:
  void write(std::uint32_t number) {
    const Attribution attribution = joined(analysis_.attributions, parts_[number]);
    auto& json = line_.raw();
    json.StartObject();
    write_spans("source", attribution.source);
    write_spans("cue", attribution.cue);
    write_spans("content", attribution.content);
    line_.field_or_null("speaker", describer_.speaker_name(attribution));
    line_.field_or_null("addressee", describer_.addressee_name(attribution));
    line_.field_or_null("time", phrase_or_none(doc_, attribution.time));
    line_.field_or_null("place", phrase_or_none(doc_, attribution.place));
    line_.field("kind", to_string(attribution.kind));
    line_.field_or_null("cue_lemma", attribution.cue_lemma);
    line_.key("negated");
    json.Bool(attribution.negated);
    line_.key("about");
    json.StartArray();
    for (const std::string& name : describer_.about(attribution)) line_.text(name);
    json.EndArray();
    if (inside_.contains(number)) {
      line_.key("nested");
      write_all(number);
    }
    json.EndObject();
  }

  void write_spans(std::string_view name, const std::vector<TokenSpan>& spans) {
    line_.key(name);
    line_.spans(doc_, code_points_, spans);
  }

  const Analysis& analysis_;
  const Document& doc_;
  Describer describer_;
  CodePoints code_points_;
  JsonLine& line_;
  std::map<std::optional<std::uint32_t>, std::vector<std::uint32_t>> inside_;  ///< attributions by their parent
  std::vector<std::vector<std::uint32_t>> parts_;  ///< for each that begins, itself and what its speaker goes on to say
};

}  // namespace

void write_attributions(const Analysis& analysis, std::ostream& out) {
  JsonLine line;
  line.field("id", analysis.article.name);
  line.key("attributions");
  AttributionWriter(analysis, line).write_all(std::nullopt);
  line.print(out);
}

}  // namespace hearsay
