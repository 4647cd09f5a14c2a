#include <catch2/catch.hpp>

#include "ingest/article/markdown.hpp"
#include "tests/ingest/article/article_helpers.hpp"

namespace hearsay {
namespace {

std::string stripped(const std::string& text) {
  MappedText mapped;
  mapped.add(text, 0);
  return strip_inline(mapped).content.text;
}

}  // namespace

TEST_CASE("inline markup goes and the words stay", "[ingest][article]") {
  const auto [markdown, words] = GENERATE(table<std::string, std::string>({
      {"a **bold** and *slanted* word", "a bold and slanted word"},
      {"*All **of** it.*", "All of it."},
      {"“*agreed to act,*” he said", "“agreed to act,” he said"},
      {"*\"No,\"* she said", "\"No,\" she said"},
      {"he [said](#) it", "he said it"},
      {"he [said](http://a.example/b_c_d \"title\") it", "he said it"},
      {"[**Bold** link](/x).", "Bold link."},
      {"[He](the minister) went", "[He](the minister) went"},
      {"“[Foreign Minister] Lavrov”", "“[Foreign Minister] Lavrov”"},
      {"troops[3] left[^n]", "troops left"},
      {"![photo](x.jpg) Text", "Text"},
      {"[](#) Text", "Text"},
      {"5 * 3 * 2 and 4*5*6", "5 * 3 * 2 and 4*5*6"},
      {"snake_case_name and _this_", "snake_case_name and this"},
      {"\\*not slanted\\*", "*not slanted*"},
      {"Required *", "Required *"},
      {"AT&amp;T &quot;said&quot; &#8217;no&#8217; &bogus;", "AT&T \"said\" ’no’ &bogus;"},
      {"one<br>two <b>three</b>.", "one two three."},
      {"``quoted'' and `code`", "``quoted'' and code"},
      {"a \xC2\xA0 b\xE2\x80\x8B"
       "c",
       "a bc"},
      {"<https://a.example/x_y_z>", "https://a.example/x_y_z"},
      {"Interstate Bancorp <I> gone", "Interstate Bancorp <I> gone"},
      {"profits < losses > gains", "profits < losses > gains"},
  }));
  CHECK(stripped(markdown) == words);
}

TEST_CASE("a hard-wrapped paragraph is one paragraph, separate lines are not", "[ingest][article]") {
  const auto all = test::read_bytes("a.txt",
                                    "Council opens new bridge\n\n"
                                    "The city council opened a new bridge over the river on\n"
                                    "Monday, after builders had worked on it for three years.\n"
                                    "Mayor Anna Holt cut the ribbon.\n\n"
                                    "Posted May 3, 2011\nUpdated May 4, 2011\n\n"
                                    "\"It is a good day for this city and for its people,\" said\n"
                                    "Holt, who was elected in 2009.\n");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].text ==
        "Council opens new bridge\n\n"
        "The city council opened a new bridge over the river on Monday, after builders had worked on it for three "
        "years. Mayor Anna Holt cut the ribbon.\n\n"
        "\"It is a good day for this city and for its people,\" said Holt, who was elected in 2009.");
  CHECK(all.articles[0].date == "2011-05-03");
}

}  // namespace hearsay
