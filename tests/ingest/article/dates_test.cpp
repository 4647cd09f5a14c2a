#include "ingest/article/dates.hpp"

#include <catch2/catch.hpp>

#include "ingest/article/metadata.hpp"

namespace hearsay {

TEST_CASE("a date is read in the spellings of news pages", "[ingest][article]") {
  const auto [text, iso] = GENERATE(table<std::string, std::string>({
      {"July 09, 2017", "2017-07-09"},
      {"Sept. 3rd, 1999", "1999-09-03"},
      {"8 July 2017", "2017-07-08"},
      {"1st of May 1997", "1997-05-01"},
      {"Friday, 07 July, 2017, 9:20pm", "2017-07-07T21:20"},
      {"July 9, 2017 at 12:05 a.m.", "2017-07-09T00:05"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01"},
      {"2014-10-10T12:40:00+02:00", "2014-10-10T12:40"},
      {"2017-07-08", "2017-07-08"},
      {"20170708", "2017-07-08"},
      {"Sat, 08 Jul 2017 09:30:00 GMT", "2017-07-08T09:30"},
      {"13/08/2017", "2017-08-13"},
      {"24.12.2009", "2009-12-24"},
  }));
  CHECK(read_date(text) == iso);
}

TEST_CASE("what is no date, or could be two, is none", "[ingest][article]") {
  const auto text = GENERATE(as<std::string>{}, "07/08/2017", "February 30, 2017", "31 June 2017x", "2017", "July 2017",
                             "12 people in 2010", "may 5 be enough", "", "99999999");
  INFO(text);
  CHECK_FALSE(read_date(text).has_value());
}

TEST_CASE("a line of the head says who, where and when", "[ingest][article]") {
  const auto line = read_metadata_line(
      "By Jane Doe, Political Editor / The Daily Post | Published July 8, 2017; updated 9 July 2017");
  REQUIRE(line);
  CHECK(line->published == "2017-07-08");
  CHECK(line->updated == "2017-07-09");
}

TEST_CASE("bylines name people, sentences do not", "[ingest][article]") {
  const auto [text, name] = GENERATE(table<std::string, std::string>({
      {"By Jane Doe", "Jane Doe"},
      {"BY JANE DOE", "JANE DOE"},
      {"By Jane Doe and Ludwig van der Berg", "Jane Doe and Ludwig van der Berg"},
      {"By Jane Doe in Berlin", "Jane Doe"},
      {"By Jane Doe, Associated Press", "Jane Doe"},
      {"Jane Doe, Staff Writer", "Jane Doe"},
      {"By Friday the bank had closed", "-"},
      {"By the time they met", "-"},
      {"By saying nothing, he won.", "-"},
  }));
  INFO(text);
  const auto line = read_metadata_line(text);
  CHECK((line ? line->byline.value_or("-") : "-") == name);
}

}  // namespace hearsay
