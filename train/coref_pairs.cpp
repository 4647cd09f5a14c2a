// Prints what the coreference ranker sees of every pair of mentions, for train/pairs.py.
//
//   coref_pairs MODEL.hsm DOCUMENTS.jsonl OUT.bin OUT.txt
//
// OUT.txt: a line for each document: its number of mentions, and for each mention begin and end of its span and of its
// head, in UTF-8 bytes. OUT.bin, little endian: for each pair u32 document, later mention, earlier mention, n; then n
// times u32 feature and f32 value. A pair that a constraint forbids has n = 0. Features of a document's mentions come
// first, as pairs of a mention with itself.

#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>

#include "ingest/article/read_articles.hpp"
#include "ingest/coref/link_mentions.hpp"
#include "ingest/model/encode.hpp"
#include "ingest/model/model.hpp"
#include "ingest/names/find_names.hpp"
#include "ingest/speech/find_attributions.hpp"
#include "ingest/syntax/parse.hpp"
#include "ingest/syntax/tag.hpp"
#include "ingest/text/split_sentences.hpp"
#include "ingest/text/tokenize.hpp"

using namespace hearsay;

namespace {

class Dump {
 public:
  Dump(const Model& model, const char* pairs, const char* mentions)
      : model_(model), pairs_(pairs, std::ios::binary), mentions_(mentions) {}

  void add(const Document& doc, const Encoding& encoding) {
    bool first = true;
    const std::vector<Attribution> attributions = find_attributions(doc, encoding, model_);
    const AntecedentScores scores(doc, encoding, model_);
    const auto observe = [&](const PairFeatures& features, std::uint32_t later, std::uint32_t earlier, const Verdict&,
                             const Features& pair) {
      if (first)
        for (std::uint32_t m = 0; m < features.mentions(); ++m) write(m, m, features.of(m));
      first = false;
      write(later, earlier, pair);
    };
    const Coreference found = link_mentions(doc, attributions, scores, PairRanker(), observe);
    mentions_ << found.mentions.size();
    for (const Mention& m : found.mentions)
      mentions_ << ' ' << bytes_of(doc, m.span).begin << ' ' << bytes_of(doc, m.span).end << ' '
                << doc.tokens[m.head].begin << ' ' << doc.tokens[m.head].end;
    mentions_ << '\n';
    ++document_;
  }

 private:
  void put(const auto& value) { pairs_.write(reinterpret_cast<const char*>(&value), sizeof value); }
  void write(std::uint32_t later, std::uint32_t earlier, const Features& features) {
    put(document_), put(later), put(earlier), put(static_cast<std::uint32_t>(features.size()));
    for (const Feature& feature : features) put(std::uint32_t{feature.index}), put(feature.value);
  }

  const Model& model_;
  std::ofstream pairs_, mentions_;
  std::uint32_t document_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: coref_pairs MODEL.hsm DOCUMENTS.jsonl OUT.bin OUT.txt\n";
    return 2;
  }
  const auto model = load_model(argv[1]);
  Dump dump(*model, argv[3], argv[4]);
  ReadOptions options;
  options.verbatim = true;
  for (const Source& source : list_sources({argv[2]})) {
    ArticleReader reader(source, options);
    while (std::optional<ArticleResult> next = reader.next()) {
      if (auto* article = std::get_if<Article>(&*next)) {
        Document doc;
        doc.text = std::move(article->text);
        Tokens tokens = tokenize(doc.text);
        doc.tokens = std::move(tokens.tokens);
        doc.paragraphs = std::move(tokens.paragraphs);
        const Encoding encoding = encode(doc, *model);
        doc.sentences = split_sentences(doc, encoding, *model);
        doc.tags = tag(doc, encoding, *model);
        doc.arcs = parse(doc, encoding, *model);
        doc.names = find_names(doc, encoding, *model);
        dump.add(doc, encoding);
      } else {
        std::cerr << std::get<InputError>(*next).reason << '\n';
        return 1;
      }
    }
  }
}
