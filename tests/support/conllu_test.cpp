#include "tests/support/conllu.hpp"

#include <catch2/catch.hpp>

#include "ingest/error.hpp"

using namespace hearsay;

namespace {

const char* const sample =
    "# newdoc id = one\n# date = 2017-07-07\n# newpar\n# headline\n"
    "1\tPutin\tPutin\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNER=B-PER\n"
    "2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
    "# newdoc id = two\n"
    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n";

}  // namespace

TEST_CASE("the words of a multiword token share its characters", "[support]") {
  const Document doc = from_conllu(sample);
  CHECK(doc.text == "Putin don’t.\n\nNo");
  REQUIRE(doc.tokens.size() == 5);
  CHECK(word(doc, 1) == "do");
  CHECK(word(doc, 2) == "n’t");
  CHECK(doc.sentences == std::vector<TokenSpan>{{0, 4}, {4, 5}});
  CHECK(doc.paragraphs == doc.sentences);
  CHECK(doc.arcs[0].head == 2U);
  CHECK(!doc.arcs[2].head);
  CHECK(doc.names.at(0).type == "PERSON");
  CHECK(doc.headline == TokenSpan{0, 4});
  CHECK(doc.date == "2017-07-07");
}

TEST_CASE("a treebank file gives one document for each newdoc", "[support]") {
  const auto documents = treebank_from_conllu(sample);
  REQUIRE(documents.size() == 2);
  CHECK(documents[1].id == "two");
  CHECK(documents[1].document.tokens.size() == 1);
}

TEST_CASE("broken CoNLL-U names its line", "[support]") {
  CHECK_THROWS_WITH(from_conllu("1\tNo\tno\n"), Catch::Contains("line 1") && Catch::Contains("10 columns"));
  CHECK_THROWS_AS(from_conllu("x\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n"), Error);
  CHECK_THROWS_AS(from_conllu("1\tNo\tno\tINTJ\tUH\t_\t7\troot\t_\t_\n"), Error);
  CHECK(from_conllu("").tokens.empty());
}
