// Checks metadata and boilerplate against articles that a careful reader has marked.
#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>

#include <catch2/catch.hpp>
#include <cctype>

#include "tests/ingest/article/article_helpers.hpp"

namespace hearsay::test {
namespace {

/// Words and signs without Markdown and white space.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("](")) {
      i = std::min(text.find(')', i), text.size() - 1);
    } else if (text[i] != '*' && text[i] != '[' && text[i] != ']' &&
               std::isspace(static_cast<unsigned char>(text[i])) == 0) {
      out.push_back(text[i]);
    }
  }
  return out;
}

rapidjson::Document gold() {
  std::ifstream file(std::string(SEEDS) + "/gold_public.json");
  rapidjson::IStreamWrapper stream(file);
  rapidjson::Document json;
  json.ParseStream(stream);
  REQUIRE(json.IsArray());
  return json;
}

Article article_of(const rapidjson::Value& entry) {
  const auto all = read_all({std::string(SEEDS) + "/" + entry["article"].GetString()});
  REQUIRE(all.articles.size() == 1);
  return all.articles.front();
}

bool accepted(const rapidjson::Value& metadata, const char* key, const std::optional<std::string>& found) {
  const auto& value = metadata[key];
  if (value.IsNull()) return !found;
  if (found && *found == value.GetString()) return true;
  if (!found || !metadata.HasMember("accepted_also") || !metadata["accepted_also"].HasMember(key)) return false;
  for (const auto& other : metadata["accepted_also"][key].GetArray()) {
    if (*found == other.GetString()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the metadata of the marked articles is read", "[corpus]") {
  const auto json = gold();
  for (const auto& entry : json.GetArray()) {
    const Article article = article_of(entry);
    INFO(article.name);
    CHECK(accepted(entry["metadata"], "title", article.title));
    CHECK(accepted(entry["metadata"], "publisher", article.publisher));
    CHECK(accepted(entry["metadata"], "byline", article.byline));
    CHECK(
        accepted(entry["metadata"], "date", article.date ? std::optional(article.date->substr(0, 10)) : std::nullopt));
  }
}

TEST_CASE("no furniture of the marked articles is left and no sentence lost", "[corpus]") {
  const auto json = gold();
  for (const auto& entry : json.GetArray()) {
    const Article article = article_of(entry);
    INFO(article.name);
    const std::string text = bare(article.text);
    for (const auto& boilerplate : entry["boilerplate"].GetArray()) {
      INFO(boilerplate.GetString());
      CHECK_FALSE(contains(text, bare(boilerplate.GetString())));
    }
    for (const auto& statement : entry["statements"].GetArray()) {
      INFO(statement["evidence"].GetString());
      CHECK(contains(text, bare(statement["evidence"].GetString())));
    }
  }
}

TEST_CASE("every marked article keeps its dates, and evidence leads back to the file", "[corpus]") {
  for (const auto& entry : std::filesystem::directory_iterator(SEEDS)) {
    if (entry.path().extension() != ".txt") continue;
    const auto all = read_all({entry.path()});
    REQUIRE(all.articles.size() == 1);
    CHECK(all.errors.empty());
    const Article& article = all.articles[0];
    REQUIRE(article.title);
    REQUIRE(article.headline);
    CHECK(article.text.starts_with(*article.title));
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    for (std::uint32_t i = 0; i < article.text.size(); ++i) {
      if (std::isalpha(static_cast<unsigned char>(article.text[i])) == 0) continue;
      REQUIRE(source.at(source_offset(article, i)) == article.text[i]);
    }
  }
}

}  // namespace hearsay::test
