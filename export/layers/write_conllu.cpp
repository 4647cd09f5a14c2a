#include <optional>
#include <string>
#include <vector>

#include "export/layers/write_layers.hpp"
#include "ingest/names/find_names.hpp"
#include "ingest/text/tokenize.hpp"

namespace hearsay {
namespace {

/// CoNLL-U has one line per token and one field per tab: no line break or tab may stand in a value.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return line;
}

std::string_view or_underscore(std::string_view value) { return value.empty() ? "_" : value; }

/// IOB2 tags of all tokens; empty outside names.
std::vector<std::string> iob_tags(const Document& doc) {
  std::vector<std::string> tags(doc.tokens.size());
  for (const Name& name : doc.names) {
    const std::string type(conll_type(name.type));
    if (type.empty()) continue;
    for (TokenIndex t = name.span.begin; t < name.span.end; ++t) {
      tags[t] = (t == name.span.begin ? "B-" : "I-") + type;
    }
  }
  return tags;
}

bool space_after(const Document& doc, TokenIndex token) {
  return token + 1 >= doc.tokens.size() || doc.tokens[token].end < doc.tokens[token + 1].begin;
}

std::string misc(const std::string& iob, bool is_glued) {
  std::string value;
  if (!iob.empty()) value = "NER=" + iob;
  if (is_glued) value += value.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return value.empty() ? "_" : value;
}

class SentenceWriter {
 public:
  SentenceWriter(const Document& doc, std::ostream& out)
      : doc_(doc), out_(out), iob_(iob_tags(doc)), multiword_(multiword_spans(doc)) {}

  void write(TokenSpan sentence) {
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const std::optional<TokenSpan> surface = surface_token(t, sentence);
      if (surface && surface->begin == t) write_range(*surface, sentence);
      write_word(t, sentence, surface.has_value());
    }
    out_ << '\n';
  }

 private:
  /// The surface token of several words that `t` belongs to. Tokens come in order, so one cursor is enough.
  std::optional<TokenSpan> surface_token(TokenIndex t, TokenSpan sentence) {
    while (next_ < multiword_.size() && multiword_[next_].end <= t) ++next_;
    if (next_ == multiword_.size() || !multiword_[next_].contains(t)) return std::nullopt;
    return sentence.contains(multiword_[next_]) ? std::optional(multiword_[next_]) : std::nullopt;
  }

  void write_range(TokenSpan words, TokenSpan sentence) {
    out_ << words.begin - sentence.begin + 1 << '-' << words.end - sentence.begin << '\t'
         << on_one_line(text_of(doc_, words)) << "\t_\t_\t_\t_\t_\t_\t_\t"
         << (space_after(doc_, words.end - 1) ? "_" : "SpaceAfter=No") << '\n';
  }

  void write_word(TokenIndex t, TokenSpan sentence, bool in_surface_token) {
    const Tag& tag = doc_.tags[t];
    const Arc& arc = doc_.arcs[t];
    const auto head = arc.head ? *arc.head - sentence.begin + 1 : 0;
    const bool is_glued = !in_surface_token && !space_after(doc_, t);
    out_ << t - sentence.begin + 1 << '\t' << on_one_line(word(doc_, t)) << '\t'
         << or_underscore(on_one_line(tag.lemma)) << '\t' << or_underscore(tag.upos) << '\t' << or_underscore(tag.xpos)
         << '\t' << or_underscore(tag.feats) << '\t' << head << '\t' << arc.deprel << "\t_\t" << misc(iob_[t], is_glued)
         << '\n';
  }

  const Document& doc_;
  std::ostream& out_;
  std::vector<std::string> iob_;
  std::vector<TokenSpan> multiword_;
  std::size_t next_ = 0;
};

}  // namespace

void write_conllu(const Analysis& analysis, std::ostream& out) {
  const Document& doc = analysis.document;
  out << "# newdoc id = " << on_one_line(analysis.article.name) << '\n';
  SentenceWriter writer(doc, out);
  std::size_t paragraph = 0;
  for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
    const TokenSpan sentence = doc.sentences[s];
    while (paragraph < doc.paragraphs.size() && doc.paragraphs[paragraph].begin < sentence.begin) ++paragraph;
    if (paragraph < doc.paragraphs.size() && doc.paragraphs[paragraph].begin == sentence.begin) out << "# newpar\n";
    out << "# sent_id = " << on_one_line(analysis.article.name) << '-' << s + 1 << '\n'
        << "# text = " << on_one_line(text_of(doc, sentence)) << '\n';
    writer.write(sentence);
  }
}

}  // namespace hearsay
