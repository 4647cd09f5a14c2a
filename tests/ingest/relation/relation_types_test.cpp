#include "ingest/relation/relation_types.hpp"

#include <catch2/catch.hpp>

#include "tests/ingest/relation/case_file.hpp"

using namespace hearsay;

TEST_CASE("predicates fall into PLOVER event types", "[ingest][relation]") {
  const auto lines = lines_of(CASES "/types.txt");
  CHECK(lines.size() >= 60);
  for (const std::string& line : lines) {
    const auto fields = fields_of(line);
    REQUIRE(fields.size() == 4);
    const RelationType type = event_type(fields[0], fields[1] == "-" ? "" : fields[1]);
    CAPTURE(line);
    CHECK((type.type.empty() ? "-" : std::string(type.type)) == fields[2]);
    CHECK((type.cameo.empty() ? "-" : std::string(type.cameo)) == fields[3]);
  }
}
