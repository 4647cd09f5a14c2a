#include "export/plain_text.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("a clean line is valid UTF-8 without control characters", "[export]") {
  CHECK(clean_line("  two\n\tlines ") == "two lines");
  CHECK(clean_line("bell\x07 and \x7f null") == "bell and null");
  CHECK(clean_line("no\u00a0break") == "no break");
  CHECK(clean_line("cut \xd0") == "cut \uFFFD");
  CHECK(clean_line("\xed\xa0\x80").find("\xed\xa0") == std::string::npos);  // a lone surrogate
  CHECK(clean_line("end\uFFFE") == "end");
  CHECK(clean_line("").empty());
}

TEST_CASE("labels wrap at spaces and lose no word they have room for", "[export]") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("Ministry of Foreign Affairs", 18, 4) == Lines{"Ministry of", "Foreign Affairs"});
  CHECK(wrap("Путин", 18, 4) == Lines{"Путин"});
  CHECK(wrap("", 18, 4) == Lines{""});
  CHECK(wrap("a b c d", 1, 2) == Lines{"a", "b …"});
  CHECK(wrap("abcdefghij", 4, 2) == Lines{"abcdefg…"});
}

TEST_CASE("shortening counts code points, not bytes", "[export]") {
  CHECK(shorten("Путин", 5) == "Путин");
  CHECK(shorten("Путина", 5) == "Пути…");
  CHECK(count_code_points("Zürich") == 6);
}
