#include "ingest/syntax/lemma_script.hpp"

#include <catch2/catch.hpp>
#include <fstream>

namespace hearsay {

TEST_CASE("lemma scripts make of forms what cases/lemmas.txt says", "[ingest][syntax]") {
  std::ifstream file(HEARSAY_CASES "/lemmas.txt");
  REQUIRE(file);
  std::size_t cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    REQUIRE(second != std::string::npos);
    INFO(line);
    CHECK(apply_lemma_script(line.substr(0, first), line.substr(first + 1, second - first - 1)) ==
          line.substr(second + 1));
    ++cases;
  }
  CHECK(cases >= 15);
}

}  // namespace hearsay
