// Runs cases/*: a page and beside it NAME.expect, one expectation a line:
//   title|publisher|byline|date|url VALUE   ("-": absent)      keep TEXT   stands in the article
//   paragraph TEXT   is one whole paragraph                    gone TEXT   does not stand in it
//   articles N, error TEXT, warning TEXT                       (for files of several articles, and bad ones)
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/article/article_helpers.hpp"

namespace hearsay::test {
namespace {

std::optional<std::string> field(const Article& article, const std::string& name) {
  if (name == "title") return article.title;
  if (name == "publisher") return article.publisher;
  if (name == "byline") return article.byline;
  if (name == "date") return article.date;
  return article.url;
}

bool any_reason(const std::vector<InputError>& errors, const std::string& part) {
  return std::any_of(errors.begin(), errors.end(), [&](const InputError& e) { return contains(e.reason, part); });
}

void check(const ReadAll& all, const std::string& key, const std::string& value) {
  INFO(key << " " << value);
  if (key == "articles") {
    CHECK(all.articles.size() == std::stoul(value));
  } else if (key == "error" || key == "warning") {
    CHECK(any_reason(key == "error" ? all.errors : all.warnings, value));
  } else {
    REQUIRE_FALSE(all.articles.empty());
    const Article& article = all.articles.front();
    INFO(article.text);
    if (key == "keep") {
      CHECK(contains(article.text, value));
    } else if (key == "gone") {
      CHECK_FALSE(contains(article.text, value));
    } else if (key == "paragraph") {
      CHECK(contains("\n\n" + article.text + "\n\n", "\n\n" + value + "\n\n"));
    } else {
      CHECK(field(article, key).value_or("-") == value);
    }
  }
}

std::vector<std::filesystem::path> expectations() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ARTICLE_CASES)) {
    if (entry.path().extension() == ".expect") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::filesystem::path page_of(const std::filesystem::path& expectation) {
  for (const char* extension : {".txt", ".md", ".html", ".jsonl"}) {
    auto page = expectation;
    if (std::filesystem::exists(page.replace_extension(extension))) return page;
  }
  FAIL("no page for " << expectation);
  return {};
}

}  // namespace

TEST_CASE("articles come out of messy pages whole and clean", "[ingest][article]") {
  const auto files = expectations();
  REQUIRE(files.size() >= 15);
  for (const auto& file : files) {
    DYNAMIC_SECTION(file.stem().string()) {
      const ReadAll all = read_all({page_of(file)});
      std::ifstream lines(file);
      std::size_t checks = 0;
      for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t space = line.find(' ');
        REQUIRE(space != std::string::npos);
        check(all, line.substr(0, space), line.substr(line.find_first_not_of(' ', space)));
        ++checks;
      }
      CHECK(checks > 0);
    }
  }
}

}  // namespace hearsay::test
