#include <string>

#include "export/layers/json_line.hpp"
#include "export/layers/write_layers.hpp"
#include "ingest/speech/describe.hpp"

namespace hearsay {
namespace {

std::string joined_text(const Document& doc, const std::vector<TokenSpan>& spans) {
  std::string text;
  for (const TokenSpan span : spans) {
    if (!text.empty()) text += ' ';
    text += text_of(doc, span);
  }
  return text;
}

/// What fills the plain edge's second place: the object, else the first participant that is no circumstance.
const Argument* main_object(const Statement& statement) {
  for (const Argument& argument : statement.objects) {
    if (argument.role == Role::object) return &argument;
  }
  for (const Argument& argument : statement.objects) {
    if (argument.role != Role::time && argument.role != Role::manner) return &argument;
  }
  return nullptr;
}

class StatementWriter {
 public:
  StatementWriter(const Analysis& analysis, std::ostream& out)
      : analysis_(analysis),
        doc_(analysis.document),
        cluster_of_(clusters_by_head(doc_)),
        describer_(doc_),
        code_points_(doc_.text),
        out_(out) {}

  void write(const Statement& statement) {
    JsonLine line;
    line.field("article", analysis_.article.name);
    line.field("kind", "statement");
    line.key("subject");
    write_argument(statement.subject, line);
    line.field("predicate", statement.predicate);
    write_objects(statement, line);
    line.field("polarity", to_string(statement.polarity));
    line.field("modality", to_string(statement.modality));
    line.field_or_null("tense", statement.tense);
    line.field_or_null("relation_type", statement.relation_type);
    line.field_or_null("cameo", statement.cameo);
    write_speakers(statement, line);
    write_evidence(bytes_of(doc_, doc_.sentences[statement.sentence]), line);
    line.key("confidence");
    line.raw().Double(static_cast<double>(static_cast<int>(statement.confidence * 1000.0F + 0.5F)) / 1000.0);
    line.print(out_);
  }

  void write(const Attribution& attribution) {
    JsonLine line;
    line.field("article", analysis_.article.name);
    line.field("kind", "attribution");
    line.field_or_null("speaker", describer_.speaker_name(attribution));
    line.field_or_null("cue", joined_text(doc_, attribution.cue));
    line.field_or_null("addressee", describer_.addressee_name(attribution));
    line.field_or_null("time", phrase_or_none(doc_, attribution.time));
    line.field_or_null("place", phrase_or_none(doc_, attribution.place));
    line.field("content", content_text(doc_, attribution));
    line.field("speech", to_string(attribution.kind));
    line.key("negated");
    line.raw().Bool(attribution.negated);
    line.key("about");
    line.raw().StartArray();
    for (const std::string& name : describer_.about(attribution)) line.text(name);
    line.raw().EndArray();
    write_reporter(attribution, line);
    const TokenSpan place = attribution.cue.empty() ? attribution.content.front() : attribution.cue.front();
    write_evidence(bytes_of(doc_, doc_.sentences[sentence_of(doc_, place.begin)]), line);
    line.print(out_);
  }

 private:
  void write_argument(const Argument& argument, JsonLine& line) {
    auto& json = line.raw();
    json.StartObject();
    line.field("text", joined_text(doc_, argument.span));
    line.field("canonical", name_of(argument));
    if (argument.role != Role::object) line.field("role", to_string(argument.role));
    if (!argument.preposition.empty()) line.field("preposition", argument.preposition);
    if (argument.normalized) line.field("normalized", *argument.normalized);
    json.EndObject();
  }

  void write_objects(const Statement& statement, JsonLine& line) {
    const Argument* object = main_object(statement);
    line.key("object");
    if (object == nullptr) {
      line.raw().Null();
    } else {
      write_argument(*object, line);
    }
    line.key("arguments");
    line.raw().StartArray();
    for (const Argument& argument : statement.objects) {
      if (&argument != object) write_argument(argument, line);
    }
    line.raw().EndArray();
  }

  /// The canonical name of what the argument refers to, else the phrase itself.
  std::string name_of(const Argument& argument) const {
    const std::uint32_t cluster = cluster_of_[argument.head];
    if (cluster == no_cluster || doc_.clusters[cluster].canonical.empty())
      return std::string(text_of(doc_, argument.span.front()));
    return doc_.clusters[cluster].canonical;
  }

  /// The innermost speaker, and those who passed it on, from the inside out.
  void write_speakers(const Statement& statement, JsonLine& line) {
    line.key("attributed_to");
    if (!statement.attributed_to) {
      line.raw().Null();
      return;
    }
    const Attribution* attribution = &analysis_.attributions[*statement.attributed_to];
    line.text(speaker_or_unknown(*attribution));
    line.key("attributed_via");
    line.raw().StartArray();
    while (attribution->parent) {
      attribution = &analysis_.attributions[*attribution->parent];
      line.text(speaker_or_unknown(*attribution));
    }
    line.raw().EndArray();
  }

  void write_reporter(const Attribution& attribution, JsonLine& line) {
    line.key("reported_by");
    if (attribution.parent) {
      line.text(speaker_or_unknown(analysis_.attributions[*attribution.parent]));
    } else {
      line.raw().Null();
    }
  }

  std::string speaker_or_unknown(const Attribution& attribution) const {
    std::string name = describer_.speaker_name(attribution);
    return name.empty() ? "unknown" : name;
  }

  void write_evidence(ByteSpan bytes, JsonLine& line) {
    line.field("sentence", text_of(doc_, bytes));
    line.key("span");
    line.span(code_points_, bytes);
  }

  const Analysis& analysis_;
  const Document& doc_;
  std::vector<std::uint32_t> cluster_of_;  ///< by head token
  Describer describer_;
  CodePoints code_points_;
  std::ostream& out_;
};

}  // namespace

void write_statements(const Analysis& analysis, std::ostream& out) {
  StatementWriter writer(analysis, out);
  for (const Statement& statement : analysis.statements) writer.write(statement);
  for (const Attribution& attribution : analysis.attributions) writer.write(attribution);
}

}  // namespace hearsay
