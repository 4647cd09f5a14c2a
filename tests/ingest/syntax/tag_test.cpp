#include "ingest/syntax/tag.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "ingest/model/encode.hpp"
#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {

TEST_CASE("every token has tags from the model's lists and a lemma", "[ingest][syntax]") {
  std::string words;
  for (int i = 0; i < 1'100; ++i) words += i % 5 == 0 ? "Senate " : i % 7 == 0 ? "| " : "s ";
  const Document doc = tiny::document(words);
  const auto model = tiny::model(tiny::Kind::transformer, 3);
  const auto tags = tag(doc, encode(doc, *model), *model);
  REQUIRE(tags.size() == doc.tokens.size());
  const auto knows = [&](const char* list, const std::string& label) {
    const auto& labels = model->labels(list);
    return std::find(labels.begin(), labels.end(), label) != labels.end();
  };
  for (const Tag& tag : tags) {
    CHECK(knows("upos", tag.upos));
    CHECK(knows("xpos", tag.xpos));
    CHECK((tag.feats.empty() || (tag.feats != "_" && knows("feats", tag.feats))));
    CHECK(!tag.lemma.empty());
  }
}

TEST_CASE("a tag is the label of the highest score", "[ingest][syntax]") {
  const auto model = tiny::model(tiny::Kind::transformer, 4);
  const Document doc = tiny::document("the senate said no .");
  const Encoding encoding = encode(doc, *model);
  const Matrix scores = model->linear("upos", encoding);
  const auto tags = tag(doc, encoding, *model);
  for (std::size_t t = 0; t < tags.size(); ++t) CHECK(tags[t].upos == model->labels("upos")[best_of(scores.row(t))]);
}

}  // namespace hearsay
