#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/ingest/article/article_helpers.hpp"

namespace hearsay::test {
namespace {

const std::string kText = "The bridge opened on Monday, after builders had worked on it for three long years.\n";

}  // namespace

TEST_CASE("files, directories and missing inputs are listed in order", "[ingest][article]") {
  const TemporaryDirectory directory;
  directory.write("b.txt", kText);
  directory.write("a/z.md", kText);
  directory.write("a/README.md", "About this directory");
  directory.write(".hidden.txt", kText);
  directory.write("photo.jpg", "\xFF\xD8\xFF");
  const auto single = directory.write("c/one.unknown", kText);
  const auto sources = list_sources({directory.path(), single, "-", directory.path() / "none.txt"});
  std::vector<std::string> names;
  for (const Source& source : sources) names.push_back(source.path.filename().string());
  CHECK(names == std::vector<std::string>{"z.md", "b.txt", "one.unknown", "one.unknown", "-", "none.txt"});
  CHECK_FALSE(sources[3].problem);
  REQUIRE(sources[5].problem);
  CHECK(contains(sources[5].problem->reason, "no such file"));
}

TEST_CASE("a bad input gives a reason and the rest goes on", "[ingest][article]") {
  const TemporaryDirectory directory;
  std::filesystem::create_directories(directory.path() / "nothing");
  struct Bad {
    std::string name, bytes, reason;
  };
  const std::vector<Bad> bad = {
      {"empty.txt", "", "empty"},
      {"blank.txt", " \n\t\n", "white space"},
      {"zero.txt", std::string("abc\0def", 7), "binary"},
      {"paper.pdf", "%PDF-1.4 ...", "PDF"},
      {"office.docx", "PK\x03\x04...", "office"},
      {"damaged.txt", "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 \xC3 and more", "invalid UTF-8 at byte 18"},
      {"menu.html", "<html><body><nav><a href=1>Home</a></nav></body></html>", "no article"},
      {"hollow.html", "<html><script>x()</script></html>", "no text"},
      {"odd.txt",
       std::string("\xFF\xFE\x00\xDC"
                   "a\0",
                   6),
       "UTF-16"},
  };
  std::vector<std::filesystem::path> inputs = {directory.path() / "nothing"};
  for (const Bad& file : bad) inputs.push_back(directory.write(file.name, file.bytes));
  inputs.push_back(directory.write("good.txt", kText));
  const auto all = read_all(inputs);
  REQUIRE(all.errors.size() == bad.size() + 1);
  CHECK(contains(all.errors[0].reason, "no articles"));
  for (std::size_t i = 0; i < bad.size(); ++i) {
    INFO(bad[i].name << ": " << all.errors[i + 1].reason);
    CHECK(contains(all.errors[i + 1].reason, bad[i].reason));
    CHECK(all.errors[i + 1].path.filename() == bad[i].name);
  }
  CHECK(all.errors[6].line == 1);
  CHECK(all.articles.size() == 1);
}

TEST_CASE("a file that may not be read says so", "[ingest][article]") {
  if (geteuid() == 0) return;  // nothing is unreadable for root
  const TemporaryDirectory directory;
  const auto file = directory.write("secret.txt", kText);
  REQUIRE(chmod(file.c_str(), 0) == 0);
  const auto all = read_all({file});
  REQUIRE(all.errors.size() == 1);
  CHECK(contains(all.errors[0].reason, "permissions"));
}

TEST_CASE("a file of more than 200 MB is refused", "[ingest][article]") {
  const TemporaryDirectory directory;
  const auto file = directory.write("large.txt", kText);
  std::filesystem::resize_file(file, 200'000'001);  // sparse
  const auto all = read_all({file});
  REQUIRE(all.errors.size() == 1);
  CHECK(contains(all.errors[0].reason, "200 MB"));
}

TEST_CASE("one bad line of JSON does not stop the others", "[ingest][article]") {
  const std::string deep(100000, '[');
  const auto all = read_bytes(
      "news.jsonl",
      "{\"text\": \"First text of the file, which is good.\"}\n"
      "{\"text\": \"cut off here\n"
      "{\"id\": \"x\", \"title\": \"no text\"}\n"
      "{\"text\": 12}\n"
      "{\"x\": " +
          deep +
          "\n"
          "[1, 2]\n"
          "{\"text\": \"bad \xC3 byte\"}\n"
          "{\"text\": \"\"}\n"
          "\n"
          "{\"text\": \"two\"} {\"text\": \"objects\"}\n"
          "{\"text\": \"Last text, good as well.\", \"author\": [\"Jane Doe\", \"John Roe\"], \"date\": \"someday\"}");
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[0].name == "news.jsonl:1");
  CHECK(all.articles[1].name == "news.jsonl:11");
  CHECK(all.articles[1].byline == "Jane Doe and John Roe");
  CHECK_FALSE(all.articles[1].date);
  CHECK(all.warnings.size() == 1);
  const std::vector<std::pair<std::uint64_t, std::string>> expected = {{2, "JSON"},      {3, "keys seen: id, title"},
                                                                       {4, "no string"}, {5, "nested"},
                                                                       {6, "no object"}, {7, "UTF-8"},
                                                                       {8, "empty"},     {10, "more text"}};
  REQUIRE(all.errors.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(all.errors[i].reason);
    CHECK(all.errors[i].line == expected[i].first);
    CHECK(contains(all.errors[i].reason, expected[i].second));
  }
}

TEST_CASE("an article keeps its id while name and text stay", "[ingest][article]") {
  const auto one = read_bytes("a.txt", kText), same = read_bytes("a.txt", kText);
  const auto other_name = read_bytes("b.txt", kText), other_text = read_bytes("a.txt", kText + "\nMore of it.\n");
  REQUIRE(one.articles.size() == 1);
  CHECK(one.articles[0].id.size() == 32);
  CHECK(one.articles[0].id == same.articles.at(0).id);
  CHECK(one.articles[0].id != other_name.articles.at(0).id);
  CHECK(one.articles[0].id != other_text.articles.at(0).id);
}

TEST_CASE("content tells the format where the name does not", "[ingest][article]") {
  const auto html = read_bytes("page.txt", "<!DOCTYPE html><html><body><p>" + kText + "</p></body></html>");
  CHECK(html.articles.at(0).text + "\n" == kText);
  const auto json = read_bytes("page.txt", "{\"text\": \"A text in a file with the wrong name.\"}");
  CHECK(json.articles.at(0).name == "page.txt:1");
  const auto object = read_bytes("one.json", "{\n  \"id\": \"one\",\n  \"text\": \"A text over several lines.\"\n}\n");
  CHECK(object.articles.at(0).name == "one");
  const auto plain = read_bytes("notes.html", kText);
  CHECK(plain.articles.at(0).text + "\n" == kText);
}

}  // namespace hearsay::test
