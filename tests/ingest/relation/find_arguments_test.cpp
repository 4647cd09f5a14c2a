#include "ingest/relation/find_arguments.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "ingest/model/encode.hpp"
#include "ingest/model/parts.hpp"
#include "ingest/relation/argument_pairs.hpp"
#include "tests/ingest/model/tiny_model.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

constexpr std::size_t hidden = 4;

std::string bytes_of(const std::vector<float>& values) {
  std::string bytes(values.size() * sizeof(float), '\0');
  std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

void add_matrix(tiny::Draft& draft, const std::string& name, std::size_t rows, std::size_t columns,
                const std::string& values) {
  draft.arrays.push_back({name, "i8", {rows, columns}, values});
  draft.arrays.push_back({name + ".scale", "f32", {rows}, bytes_of(std::vector<float>(rows, 0.5F))});
}

/// A head that looks at nothing but the sign "the word stands right behind the verb".
std::shared_ptr<const Model> model_with_head(std::size_t sign_rows) {
  tiny::Draft draft = tiny::draft();
  const std::string still(hidden * tiny::width, '\0');
  add_matrix(draft, "head.arguments.verb.weight", hidden, tiny::width, still);
  add_matrix(draft, "head.arguments.word.weight", hidden, tiny::width, still);
  std::string signs(sign_rows * hidden, '\0');
  signs[10 * hidden + 1] = 4;  // row 10: distance +1
  add_matrix(draft, "head.arguments.signs", sign_rows, hidden, signs);
  std::string out((argument_kinds + 1) * hidden, '\0');
  out[2 * hidden + 1] = 3;  // object
  add_matrix(draft, "head.arguments.out", argument_kinds + 1, hidden, out);
  draft.arrays.push_back({"head.arguments.word.bias", "f32", {hidden}, bytes_of({-1, -1, -1, -1})});
  draft.arrays.push_back(
      {"head.arguments.out.bias", "f32", {argument_kinds + 1}, bytes_of(std::vector<float>(argument_kinds + 1, 0))});
  return make_model(ModelFile("tiny.hsm", tiny::file_of(draft)));
}

Document sentence() {
  return from_conllu(
      "1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
      "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tenvoys\tenvoy\tNOUN\tNNS\t_\t2\tobj\t_\t_\n");
}

}  // namespace

TEST_CASE("the head on pairs of verb and word computes what train/README.md says", "[ingest][relation]") {
  const Document doc = sentence();
  const auto model = model_with_head(argument_sign_rows());
  const auto found = find_arguments(doc, encode(doc, *model), *model);
  REQUIRE(found.size() == 2);
  CHECK(found[0].word == 0);
  CHECK(found[0].of(ArgumentKind::object) == Approx(1.0 / 7));  // all scores are 0
  CHECK(found[1].word == 2);
  // hidden 4 x 0.5 - 1 = 1; score 3 x 0.5 x 1
  CHECK(found[1].of(ArgumentKind::object) == Approx(std::exp(1.5) / (6 + std::exp(1.5))));
  CHECK(found[1].of(ArgumentKind::time) == Approx(1 / (6 + std::exp(1.5))));
}

TEST_CASE("a model without that head leaves all to the rules", "[ingest][relation]") {
  const Document doc = sentence();
  const auto model = tiny::model();
  CHECK(find_arguments(doc, encode(doc, *model), *model).empty());
}

TEST_CASE("a head for other signs is refused", "[ingest][relation]") {
  const Document doc = sentence();
  const auto model = model_with_head(argument_sign_rows() - 1);
  CHECK_THROWS_AS(find_arguments(doc, encode(doc, *model), *model), ModelError);
}

TEST_CASE("pairs stay linear in the text", "[ingest][relation]") {
  Document doc;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    doc.text += "a ";
    doc.tokens.push_back({2 * i, 2 * i + 1});
    doc.tags.push_back({"VERB", "VB", "", "a"});
    doc.arcs.push_back({i == 0 ? std::nullopt : std::optional<TokenIndex>(i - 1), i == 0 ? "root" : "conj"});
  }
  doc.paragraphs = doc.sentences = {{0, 3000}};
  const Trees trees(doc);
  CHECK(argument_pairs(trees, {}).size() < 3000 * 161);
}
