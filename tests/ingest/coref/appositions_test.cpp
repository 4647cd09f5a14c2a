#include "ingest/coref/appositions.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

/// The head of "Ann Lee" in "They met the OUTER of the INNER, Ann Lee." where the parser hung her on INNER.
std::string bearer(const std::string& outer, const std::string& inner) {
  Document doc =
      from_conllu("# text = They met the " + outer + " of the " + inner + ", Ann Lee.\n" +
                  "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
                  "3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n4\t" + outer + "\t" + outer +
                  "\tNOUN\tNN\t_\t2\tobj\t_\t_\n5\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_\n" +
                  "6\tthe\tthe\tDET\tDT\t_\t7\tdet\t_\t_\n7\t" + inner + "\t" + inner +
                  "\tNOUN\tNN\t_\t4\tnmod\t_\t_\n8\t,\t,\tPUNCT\t,\t_\t9\tpunct\t_\t_\n" +
                  "9\tAnn\tAnn\tPROPN\tNNP\t_\t7\tappos\t_\tNER=B-PER\n" +
                  "10\tLee\tLee\tPROPN\tNNP\t_\t9\tflat\t_\tNER=I-PER\n" + "11\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n");
  hold_appositions_to_people(doc);
  return std::string(word(doc, *doc.arcs[8].head));
}

}  // namespace

TEST_CASE("a person in apposition is the chairman, not the board", "[ingest][coref]") {
  CHECK(bearer("chairman", "board") == "chairman");
  CHECK(bearer("head", "agency") == "head");
  CHECK(bearer("moderator", "debate") == "moderator");
}

TEST_CASE("a person in apposition stays with the nearest noun for a person", "[ingest][coref]") {
  CHECK(bearer("friend", "author") == "author");
  CHECK(bearer("death", "author") == "author");
}
