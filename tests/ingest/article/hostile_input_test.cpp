// Whatever the bytes, reading ends, in linear time, with an article or a reason, and the article is sound.
#include <catch2/catch.hpp>
#include <ctime>
#include <random>

#include "ingest/article/decode.hpp"
#include "tests/ingest/article/article_helpers.hpp"

namespace hearsay::test {
namespace {

void check_sound(const ReadAll& all, std::size_t source_size) {
  for (const Article& article : all.articles) {
    CHECK_FALSE(article.text.empty());
    CHECK_FALSE(first_invalid_utf8(article.text));
    if (article.headline) CHECK(article.headline->end <= article.text.size());
    std::uint32_t last = 0;
    for (const SourceRun& run : article.source_map) {
      REQUIRE(run.text_begin >= last);
      REQUIRE(run.source_begin <= source_size);
      last = run.text_begin + run.size;
    }
    CHECK(last <= article.text.size());
  }
  for (const InputError& error : all.errors) CHECK(error.reason.size() > 10);
}

double seconds_to_read(const std::string& name, const std::string& bytes) {
  const auto start = std::clock();  // of this process: the machine may be busy
  check_sound(read_bytes(name, bytes), bytes.size());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string all;
  all.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("random bytes never break a reader", "[ingest][article]") {
  std::mt19937 random(20170708);
  const std::string signs = "<>/[]()*_#&;\"'{}:,\\\n\n  abcDE.\xC3\xA9\xE2\x80\x9C\xFF-|`~!=1";
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 400, ' ');
    for (char& c : bytes) c = round % 3 == 0 ? static_cast<char>(random() % 256) : signs[random() % signs.size()];
    const std::string start = round % 5 == 1 ? "<html>" : round % 5 == 2 ? "{\"text\": \"" : "";
    const std::string name = round % 5 == 1 ? "a.html" : round % 5 == 2 ? "a.jsonl" : round % 5 == 3 ? "a.md" : "a.txt";
    INFO("round " << round);
    check_sound(read_bytes(name, start + bytes), start.size() + bytes.size());
  }
}

TEST_CASE("a page cut anywhere is read as far as it goes", "[ingest][article]") {
  const std::string page =
      "<!DOCTYPE html><html><head><title>Bridge &amp; road</title><script "
      "type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
      "\"headline\":\"Bridge\"}</script><meta name=\"author\" content=\"Jane "
      "Doe\"></head><body><article><h1>Bridge</h1><p>The "
      "council opened a bridge on Monday, after builders had worked &ldquo;hard&rdquo; on "
      "it.</p><ul><li>One</li></ul></article>";
  for (std::size_t size = 16; size <= page.size(); ++size) {
    const auto all = read_bytes("a.html", page.substr(0, size));
    CHECK(all.articles.size() + all.errors.size() == 1);
    check_sound(all, size);
  }
}

TEST_CASE("hostile shapes are read in linear time", "[ingest][article]") {
  const std::string sentence =
      "The council opened a bridge on Monday, after builders had worked on it for three years.\n";
  const auto [name, part, times] = GENERATE(table<std::string, std::string, std::size_t>({
      {"lines.txt", "A line of a text that goes on\n", 100000},
      {"same.txt", "The same long sentence is said again and again, without any end to it at all.\n\n", 20000},
      {"stars.md", "*a ", 200000},
      {"brackets.md", "[", 300000},
      {"links.md", "[a](", 100000},
      {"angles.md", "<", 300000},
      {"quotes.md", "> ", 100000},
      {"entities.md", "&", 300000},
      {"addresses.txt", "http", 100000},
      {"comments.txt", "Comments\n\n", 30000},
      {"dates.txt", "July 8, 2017\n\n", 30000},
      {"word.txt", "x", 1000000},
      {"divs.html", "<div>", 30000},
      {"bold.html", "<b>a", 30000},
      {"stray.html", "</b></i></x>", 30000},
      {"attributes.html", "<p class=comment a=b>", 30000},
      {"articles.html", "<article><p>A sentence of the article that is long enough to be prose, here.</p></article>",
       10000},
      {"array.jsonl", "[", 200000},
      {"objects.jsonl", "{\"text\":", 50000},
  }));
  const bool html = name.ends_with(".html");
  const std::string head = html ? "<html><body>" : "";
  const double once = seconds_to_read(name, head + repeated(part, times) + sentence);
  INFO(name << ": " << once << " s");
  CHECK(once < 15.0);  // quadratic readers need minutes
}

TEST_CASE("text behind thirty thousand open elements is found", "[ingest][article]") {
  const std::string sentence =
      "The council opened a bridge on Monday, after builders had worked on it for three years.";
  const auto all = read_bytes("deep.html", "<html><body>" + repeated("<div>", 30000) + sentence);
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].text == sentence);
}

}  // namespace hearsay::test
