#include "ingest/annotate.hpp"

#include <algorithm>

#include "ingest/coref/appositions.hpp"
#include "ingest/coref/link_mentions.hpp"
#include "ingest/model/encode.hpp"
#include "ingest/names/find_names.hpp"
#include "ingest/relation/extract_statements.hpp"
#include "ingest/relation/find_arguments.hpp"
#include "ingest/relation/normalize_time.hpp"
#include "ingest/speech/describe.hpp"
#include "ingest/speech/find_attributions.hpp"
#include "ingest/syntax/mend_trees.hpp"
#include "ingest/syntax/parse.hpp"
#include "ingest/syntax/tag.hpp"
#include "ingest/syntax/trees.hpp"
#include "ingest/text/split_sentences.hpp"
#include "ingest/text/tokenize.hpp"

namespace hearsay {
namespace {

/// Each line a paragraph of its own, tokenized apart, so that nothing reaches over a line's end.
Tokens tokenize_lines(std::string_view text) {
  Tokens all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto offset = static_cast<std::uint32_t>(begin);
    const auto first = static_cast<TokenIndex>(all.tokens.size());
    for (const ByteSpan token : tokenize(text.substr(begin, end - begin)).tokens) {
      all.tokens.push_back({token.begin + offset, token.end + offset});
    }
    const auto last = static_cast<TokenIndex>(all.tokens.size());
    if (last > first) all.paragraphs.push_back({first, last});
    begin = end + 1;
  }
  return all;
}

std::optional<TokenSpan> tokens_inside(const std::vector<ByteSpan>& tokens, std::optional<ByteSpan> bytes) {
  if (!bytes) return std::nullopt;
  TokenSpan inside;
  while (inside.begin < tokens.size() && tokens[inside.begin].begin < bytes->begin) ++inside.begin;
  inside.end = inside.begin;
  while (inside.end < tokens.size() && tokens[inside.end].end <= bytes->end) ++inside.end;
  if (inside.empty()) return std::nullopt;
  return inside;
}

/// What coreference and the calendar tell about each attribution. Reports are in the past: "Friday" is the last one.
void set_references(const Document& doc, std::vector<Attribution>& attributions) {
  const Describer describer(doc);
  for (Attribution& a : attributions) {
    a.about = describer.about_clusters(a);
    if (a.time) a.normalized_time = normalize_time(text_of(doc, *a.time), doc.date, "past");
  }
}

}  // namespace

Analysis annotate(Article article, const Model& model, const AnnotateOptions& options) {
  Document doc;
  doc.text = article.text;
  doc.date = article.date;
  Tokens tokens = options.one_sentence_per_line ? tokenize_lines(doc.text) : tokenize(doc.text);
  doc.tokens = std::move(tokens.tokens);
  doc.paragraphs = std::move(tokens.paragraphs);
  doc.headline = tokens_inside(doc.tokens, article.headline);

  const Encoding encoding = encode(doc, model);  // once for all heads
  doc.sentences = options.one_sentence_per_line ? doc.paragraphs : split_sentences(doc, encoding, model);
  doc.tags = tag(doc, encoding, model);
  doc.arcs = parse(doc, encoding, model);
  doc.names = find_names(doc, encoding, model);
  mend_trees(doc);
  hold_appositions_to_people(doc);

  const Trees trees(doc);  // once for all stages that ask the trees
  if (options.last == Layer::arguments || options.last >= Layer::statements)
    doc.verb_arguments = find_arguments(trees, encoding, model);
  std::vector<Attribution> attributions;
  std::vector<Statement> statements;
  if (options.last >= Layer::attributions) attributions = find_attributions(trees, encoding, model);
  if (options.last >= Layer::coreference) {
    Coreference coreference = link_mentions(trees, encoding, attributions, model);
    doc.mentions = std::move(coreference.mentions);
    doc.clusters = std::move(coreference.clusters);
    doc.links = std::move(coreference.links);
    set_references(doc, attributions);
  }
  if (options.last >= Layer::statements) statements = extract_statements(trees, attributions);
  return {std::move(article), std::move(doc), std::move(attributions), std::move(statements)};
}

}  // namespace hearsay
