#include <catch2/catch.hpp>
#include <random>

#include "tests/ingest/article/article_helpers.hpp"

namespace hearsay::test {
namespace {

/// Every plain ASCII letter of the text is the same letter in the source.
void check_letters(const Article& article, std::string_view source, std::size_t unit = 1) {
  std::size_t letters = 0;
  for (std::uint32_t i = 0; i < article.text.size(); ++i) {
    const char c = article.text[i];
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) continue;
    const std::uint64_t at = source_offset(article, i);
    INFO("byte " << i << " of " << article.text);
    REQUIRE(at < source.size());
    REQUIRE(source[at] == c);
    ++letters;
  }
  CHECK(letters > 20 * unit);
}

const std::string kBody =
    "The **council** opened a [bridge](#) on Monday, after builders had worked on it for three years.\n\n"
    "\"It is a good day for this city &amp; for caf\xC3\xA9s,\" said Holt, who was elected in 2009 by a wide margin.";

}  // namespace

TEST_CASE("evidence can be found again in the file", "[ingest][article]") {
  SECTION("Markdown") {
    const std::string source = "\xEF\xBB\xBF# Bridge opens at last\r\n\r\nBy Jane Doe\r\n\r\n" + kBody;
    const auto all = read_bytes("a.md", source);
    REQUIRE(all.articles.size() == 1);
    check_letters(all.articles[0], source);
  }
  SECTION("HTML") {
    const std::string source =
        "<html><body><nav><a href=x>Home page</a></nav><h1>Bridge opens at last</h1><p>The <b>council</b> &amp; the "
        "mayor "
        "opened a bridge on Monday,\n after builders had &ldquo;worked&rdquo; on it for three years.</p><p>" +
        std::string(3000, 'x') + " said Holt, who was elected in the year 2009 by a wide margin of the votes.</p>";
    const auto all = read_bytes("a.html", source);
    REQUIRE(all.articles.size() == 1);
    check_letters(all.articles[0], source);
  }
  SECTION("JSON Lines: the second line, with escapes") {
    const std::string source =
        "{\"text\": \"One short text that is here first, to be passed over by the test.\"}\n"
        "{\"id\": \"b\", \"title\": \"Bridge \\u201copens\\u201d\", \"text\": \"The council opened a bridge on "
        "Monday.\\n\\n\\\"Good day,\\\" said Holt \\ud83d\\ude00 and left.\"}\n";
    const auto all = read_bytes("a.jsonl", source);
    REQUIRE(all.articles.size() == 2);
    check_letters(all.articles[1], source);
    check_letters(all.articles[0], source);
  }
  SECTION("Windows-1252 and UTF-16") {
    const std::string western =
        "Bridge opens at last\n\nThe council opened a \x93"
        "bridge\x94 near the caf\xE9 on Monday, after builders had worked.";
    const auto one = read_bytes("a.txt", western);
    REQUIRE(one.articles.size() == 1);
    CHECK(one.warnings.size() == 1);
    CHECK(contains(one.articles[0].text, "“bridge” near the café"));
    check_letters(one.articles[0], western);
    std::string wide = "\xFF\xFE";
    for (const char c : std::string(
             "Bridge opens at last\n\nThe council opened a bridge on Monday, after builders had worked on it.")) {
      wide += c;
      wide += '\0';
    }
    const auto two = read_bytes("a.txt", wide);
    REQUIRE(two.articles.size() == 1);
    CHECK(two.warnings.empty());
    check_letters(two.articles[0], wide);
  }
}

TEST_CASE("verbatim text is the input itself", "[ingest][article]") {
  const ReadOptions verbatim{true};
  const std::string page = "Menu\r\n\r\nShare this\n\n**Bold** words  and\ttabs.\n";
  const auto plain = read_bytes("a.txt", page, verbatim);
  REQUIRE(plain.articles.size() == 1);
  CHECK(plain.articles[0].text == page);
  CHECK(plain.articles[0].source_map.empty());
  CHECK_FALSE(plain.articles[0].headline);
  const auto json = read_bytes("a.jsonl", R"({"id": 7, "title": "T", "text": "Share this\n*A* \u00e9"})", verbatim);
  REQUIRE(json.articles.size() == 1);
  CHECK(json.articles[0].text == "Share this\n*A* é");
  CHECK(json.articles[0].name == "7");
  CHECK(json.articles[0].title == "T");
}

TEST_CASE("the title is the first paragraph, once", "[ingest][article]") {
  const auto all =
      read_bytes("a.jsonl", R"({"title": "Bridge opens", "text": "Bridge opens\n\nThe bridge opened on Monday."})"
                            "\n"
                            R"({"title": "Bridge opens", "text": "The bridge opened on Monday."})"
                            "\n"
                            R"({"text": "The bridge opened on Monday, after three years of work that cost a lot."})");
  REQUIRE(all.articles.size() == 3);
  for (int i = 0; i < 2; ++i) {
    const Article& article = all.articles[static_cast<std::size_t>(i)];
    CHECK(article.text == "Bridge opens\n\nThe bridge opened on Monday.");
    REQUIRE(article.headline);
    CHECK(*article.headline == ByteSpan{0, 12});
  }
  CHECK_FALSE(all.articles[2].headline);
  CHECK_FALSE(all.articles[2].title);
}

}  // namespace hearsay::test
