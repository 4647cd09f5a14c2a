#include "ingest/relation/confidence.hpp"

#include <catch2/catch.hpp>

#include "ingest/relation/extract_statements.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

TEST_CASE("confidence never falls as the evidence grows and stays a probability", "[ingest][relation]") {
  float last = 0.0F;
  for (int i = -5; i <= 105; ++i) {
    const float confidence = calibrated(static_cast<float>(i) / 100.0F);
    CHECK(confidence >= last);
    CHECK(confidence <= 1.0F);
    last = confidence;
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

TEST_CASE("a subject fetched from afar is worth less than the verb's own", "[ingest][relation]") {
  CHECK(prior_of(SubjectOrigin::own) > prior_of(SubjectOrigin::shared));
  CHECK(prior_of(SubjectOrigin::shared) > prior_of(SubjectOrigin::adjunct));
}
