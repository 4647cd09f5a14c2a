#include "ingest/article/html_metadata.hpp"

#include <rapidjson/document.h>

#include <tuple>

#include "ingest/article/block.hpp"
#include "ingest/article/dates.hpp"

namespace hearsay {
namespace {

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out.push_back(c);
    if (space && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::string_view text_of_member(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

/// "Jane Doe", {"name": "Jane Doe"} or a list of these.
std::string names_of(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsObject()) return std::string(text_of_member(value, "name"));
  std::string names;
  if (!value.IsArray()) return names;
  for (const auto& item : value.GetArray()) {
    const std::string name = item.IsArray() ? std::string() : names_of(item);
    if (!name.empty()) names += (names.empty() ? "" : " and ") + name;
  }
  return names;
}

bool is_article(const rapidjson::Value& object) {
  const auto type = object.FindMember("@type");
  if (type == object.MemberEnd()) return false;
  const auto named = [](const rapidjson::Value& value) {
    const std::string_view name = value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : "";
    return name.ends_with("Article") || name == "BlogPosting" || name == "Report" || name == "WebPage";
  };
  if (!type->value.IsArray()) return named(type->value);
  for (const auto& item : type->value.GetArray()) {
    if (named(item)) return true;
  }
  return false;
}

/// The article among the things that a JSON-LD script describes.
const rapidjson::Value* find_article(const rapidjson::Value& value) {
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) {
      if (item.IsObject() && is_article(item)) return &item;
    }
    return nullptr;
  }
  if (!value.IsObject()) return nullptr;
  const auto graph = value.FindMember("@graph");
  if (graph != value.MemberEnd() && graph->value.IsArray()) return find_article(graph->value);
  return is_article(value) ? &value : nullptr;
}

/// "Title | The Daily Post" and "Title - The Daily Post" as title and outlet.
std::pair<std::string, std::optional<std::string>> split_site(const std::string& title) {
  for (const std::string_view bar : {" | ", " :: ", " \xC2\xBB ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const std::size_t at = title.rfind(bar);
    if (at == std::string::npos || at < 10) continue;
    const std::string site = title.substr(at + bar.size());
    if (shape_of(site).words > 4) continue;
    return {title.substr(0, at), looks_like_names(site) ? std::optional<std::string>(site) : std::nullopt};
  }
  return {title, std::nullopt};
}

}  // namespace

void HtmlMetadata::meta(std::string_view key, std::string_view content) {
  std::string value = collapsed(content.substr(0, 1000));
  if (!key.empty() && !value.empty()) fields_.emplace(plain_form(key), std::move(value));
}

void HtmlMetadata::json_ld(std::string_view script) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(script.data(), script.size());
  if (json.HasParseError()) return;
  const rapidjson::Value* article = find_article(json);
  if (article == nullptr) return;
  meta("ld:headline", text_of_member(*article, "headline"));
  meta("ld:published", text_of_member(*article, "datePublished"));
  meta("ld:modified", text_of_member(*article, "dateModified"));
  meta("ld:url", text_of_member(*article, "url"));
  for (const auto& [key, name] : {std::pair{"ld:author", "author"}, std::pair{"ld:publisher", "publisher"}}) {
    const auto found = article->FindMember(name);
    if (found != article->MemberEnd()) meta(key, names_of(found->value));
  }
}

void HtmlMetadata::byline(std::string_view text) {
  const std::string line = collapsed(text);
  const auto read = read_metadata_line(line);
  if (read && read->byline) {
    meta("class:byline", *read->byline);
  } else if (looks_like_names(line) && shape_of(line).words >= 2) {
    meta("class:byline", line);
  }
}

std::optional<std::string> HtmlMetadata::first(std::initializer_list<const char*> keys) const {
  for (const char* key : keys) {
    const auto found = fields_.find(key);
    if (found != fields_.end()) return found->second;
  }
  return std::nullopt;
}

void HtmlMetadata::finish(Metadata& metadata) const {
  metadata.title = first({"ld:headline", "og:title", "headline", "dc.title", "twitter:title"});
  if (!metadata.title) {
    if (const auto title = first({"title"})) std::tie(metadata.title, metadata.publisher) = split_site(*title);
  }
  if (auto name = first({"ld:publisher", "og:site_name", "publisher", "dc.publisher", "application-name"}))
    metadata.publisher = name;
  if (metadata.publisher && is_address(*metadata.publisher)) metadata.publisher.reset();
  for (const char* key :
       {"ld:author", "author", "dc.creator", "article:author", "parsely-author", "byl", "class:byline"}) {
    const auto name = first({key});
    if (metadata.byline || !name || is_address(*name)) continue;
    const auto line = read_metadata_line(*name);  // "By Jane Doe"
    metadata.byline = line && line->byline ? *line->byline : *name;
  }
  const auto date = [&](std::initializer_list<const char*> keys) -> std::optional<std::string> {
    for (const char* key : keys) {
      const auto field = first({key});
      if (const auto iso = field ? read_date(*field) : std::nullopt) return iso;
    }
    return std::nullopt;
  };
  metadata.published =
      date({"ld:published", "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
            "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
            "sailthru.date", "citation_publication_date", "time"});
  metadata.updated =
      date({"ld:modified", "article:modified_time", "og:updated_time", "lastmod", "datemodified", "time-modified"});
  metadata.url = first({"canonical", "og:url", "ld:url"});
  if (metadata.url && !is_address(*metadata.url)) metadata.url.reset();
}

}  // namespace hearsay
