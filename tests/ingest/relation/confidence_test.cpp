#include "ingest/relation/confidence.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "ingest/relation/extract_statements.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

/// A statement of ten words whose arcs are certain.
Signs plain() {
  Signs signs{};
  signs[0] = 1.0F;
  signs[sign_count - 1] = 2.3F;
  return signs;
}

std::size_t place_of(std::string_view sign) {
  const auto& names = sign_names();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), sign) - names.begin());
}

}  // namespace

TEST_CASE("confidence never falls as an arc grows surer and stays a probability", "[ingest][relation]") {
  for (const std::string_view arc : {"subject arc", "verb arc", "object arc"}) {
    float last = 0.0F;
    Signs signs = plain();
    for (int i = 1; i <= 100; ++i) {
      signs.at(place_of(arc)) = std::log(static_cast<float>(i) / 100.0F);
      const float confidence = confidence_of(signs);
      CHECK(confidence >= last);
      CHECK(confidence < 1.0F);
      last = confidence;
    }
  }
}

TEST_CASE("a statement is as sure as the arcs it rests on", "[ingest][relation]") {
  Document doc = from_conllu_file(CASES "/sentences.conllu");
  const std::vector<Statement> sure = extract_statements(doc, {});
  for (Arc& arc : doc.arcs) arc.confidence = 0.5F;
  const std::vector<Statement> unsure = extract_statements(doc, {});
  REQUIRE(sure.size() == unsure.size());
  std::size_t lower = 0;
  for (std::size_t i = 0; i < sure.size(); ++i) {
    CHECK(unsure[i].confidence <= sure[i].confidence);
    lower += unsure[i].confidence < sure[i].confidence;
  }
  CHECK(lower * 2 > sure.size());
}

TEST_CASE("a subject fetched from a main clause is worth less than the verb's own", "[ingest][relation]") {
  Signs adjunct = plain();
  adjunct.at(place_of("adjunct subject")) = 1.0F;
  CHECK(confidence_of(plain()) > confidence_of(adjunct));
}
