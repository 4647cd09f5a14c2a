#include "ingest/relation/normalize_time.hpp"

#include <catch2/catch.hpp>

#include "tests/ingest/relation/case_file.hpp"

using namespace hearsay;

TEST_CASE("time expressions come out as ISO 8601", "[ingest][relation]") {
  const auto lines = lines_of(CASES "/times.txt");
  CHECK(lines.size() >= 80);
  for (const std::string& line : lines) {
    const auto fields = fields_of(line);
    REQUIRE(fields.size() == 4);
    const auto date = fields[1] == "-" ? std::nullopt : std::optional(fields[1]);
    CAPTURE(line);
    CHECK(normalize_time(fields[0], date, fields[2]).value_or("-") == fields[3]);
  }
}

TEST_CASE("words that are no time are none, however odd", "[ingest][relation]") {
  const auto* words = GENERATE("", " ", "-", "/", "'s", "9999999999999 years ago", "from to", "July", "0/0/2017",
                               "\xff\xfe", "between and", "T25:99", "::", "two");
  CHECK_FALSE(normalize_time(words, std::nullopt, "past").has_value());
}
