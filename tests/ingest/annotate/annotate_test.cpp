#include "ingest/annotate.hpp"

#include <catch2/catch.hpp>
#include <ctime>

#include "ingest/annotate_all.hpp"
#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

using tiny::Kind;

Document analyse(std::string text, const Model& model) {
  Article article;
  article.text = std::move(text);
  return annotate(std::move(article), model, {.last = Layer::names}).document;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// Every layer covers every token; each sentence is a tree.
void check_whole(const Document& doc) {
  CHECK(doc.tags.size() == doc.tokens.size());
  CHECK(doc.arcs.size() == doc.tokens.size());
  TokenIndex next = 0;
  bool one_root_each = true, covered = true;
  for (const TokenSpan sentence : doc.sentences) {
    int roots = 0;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) roots += doc.arcs[t].head ? 0 : 1;
    one_root_each &= roots == 1;
    covered &= sentence.begin == next;
    next = sentence.end;
  }
  CHECK(one_root_each);
  CHECK(covered);
  CHECK(next == doc.tokens.size());
}

std::size_t characters_in(const Document& doc) {
  std::size_t bytes = 0;
  for (const ByteSpan token : doc.tokens) bytes += token.size();
  return bytes;
}

double processor_seconds(const std::string& text, const Model& model) {
  const std::clock_t begin = std::clock();
  static_cast<void>(analyse(text, model));
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("texts that nobody would write are analysed whole", "[ingest][annotate]") {
  const auto model = tiny::model(GENERATE(Kind::transformer, Kind::recurrent));
  const std::string text =
      GENERATE(as<std::string>{}, "", "\n\n \t\n", std::string(10'000'000, 'x'), repeat("\"", 5'000),
               repeat("” ", 5'000), repeat("😀👨‍👩‍👧", 500), repeat("Путин сказал нет. ", 500),
               std::string(1, '\0') + "\x01\x02 \x7f\x1b[0m said no.", repeat("the ", 1000));
  const Document doc = analyse(text, *model);
  check_whole(doc);
  std::size_t black = 0;
  for (const char c : text) black += c != ' ' && c != '\n' && c != '\t' ? 1 : 0;
  CHECK(characters_in(doc) == black);
}

TEST_CASE("twice the text takes about twice the time", "[ingest][annotate]") {
  const auto model = tiny::model(GENERATE(Kind::transformer, Kind::recurrent));
  const std::string_view piece = GENERATE("\" ", "the senate said no . ", "x");
  const std::string once = repeat(piece, 500), more = repeat(piece, 2'000);
  static_cast<void>(analyse(once, *model));
  // Quadratic work would take sixteen times as long.
  CHECK(processor_seconds(more, *model) < 9.0 * processor_seconds(once, *model) + 0.05);
}

TEST_CASE("layers that nobody asked for stay empty", "[ingest][annotate]") {
  Article article;
  article.text = "The senate said no. \"Unbelievable,\" it said.";
  const Analysis analysis = annotate(std::move(article), *tiny::model(), {.last = Layer::names});
  CHECK(analysis.document.arcs.size() == analysis.document.tokens.size());
  CHECK(analysis.attributions.empty());
  CHECK(analysis.document.clusters.empty());
  CHECK(analysis.statements.empty());
}

TEST_CASE("any number of threads gives the same analyses in the same order", "[ingest][annotate]") {
  const auto model = tiny::model(GENERATE(Kind::transformer, Kind::recurrent));
  const auto run = [&](unsigned threads) {
    std::string out;
    std::size_t number = 0;
    const NextArticle next = [&]() -> std::optional<std::variant<Article, InputError>> {
      if (number == 40) return std::nullopt;
      Article article;
      article.text = repeat("The senate said no. ", 1 + number++ * 7 % 13);
      return article;
    };
    annotate_all(next, *model, {.last = Layer::names}, threads, [&](const AnnotationResult& result) {
      const Document& doc = std::get<Analysis>(result).document;
      for (TokenIndex t = 0; t < doc.tokens.size(); ++t)
        out += doc.tags[t].upos + doc.arcs[t].deprel + std::to_string(doc.arcs[t].confidence) + ' ';
      out += '\n';
    });
    return out;
  };
  const std::string one = run(1);
  CHECK(one == run(2));
  CHECK(one == run(5));
}

}  // namespace hearsay
