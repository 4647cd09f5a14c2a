#include "export/write_json_ld.hpp"

#include <rapidjson/document.h>
#include <utf8.h>

#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "export/iri.hpp"
#include "hand_made_graph.hpp"
#include "ingest/error.hpp"

using namespace hearsay;

namespace {

std::string to_json_ld(const KnowledgeGraph& graph, const JsonLdOptions& options = {}) {
  std::ostringstream out;
  write_json_ld(graph, out, options);
  return out.str();
}

rapidjson::Document parse(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

/// The resource whose `property` is `value`.
const rapidjson::Value& resource(const rapidjson::Document& json, const char* property, const std::string& value) {
  for (const rapidjson::Value& node : json["graph"].GetArray()) {
    if (node.HasMember(property) && node[property].IsString() && node[property].GetString() == value) return node;
  }
  FAIL("no resource with " << property << " = " << value);
  return json["graph"][0];
}

bool has_type(const rapidjson::Value& node, const std::string& type) {
  for (const rapidjson::Value& one : node["type"].GetArray()) {
    if (one.GetString() == type) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("entities are schema.org things with stable names", "[export][jsonld]") {
  const rapidjson::Document json = parse(to_json_ld(small_graph()));
  const rapidjson::Value& orlova = resource(json, "name", "Vera Orlova");
  CHECK(orlova["id"].GetString() == std::string("kg:entity/person/vera-orlova"));
  CHECK(has_type(orlova, "Person"));
  CHECK(has_type(orlova, "prov:Agent"));
  CHECK(has_type(resource(json, "name", "The Amber Papers"), "CreativeWork"));
  CHECK(has_type(resource(json, "name", "reporters"), "hs:Group"));
  CHECK(has_type(resource(json, "name", "meddling"), "hs:Concept"));
}

TEST_CASE("a statement leads to subject, object, speaker and sentence", "[export][jsonld]") {
  const rapidjson::Document json = parse(to_json_ld(small_graph()));
  const rapidjson::Value& meddle = resource(json, "hs:predicate", "meddle in");
  CHECK(meddle["hs:subject"].GetString() == std::string("kg:entity/organization/baltic-union"));
  CHECK(meddle["hs:object"].GetString() == std::string("kg:entity/place/rostock"));
  CHECK(meddle["hs:polarity"].GetString() == std::string("negative"));
  CHECK(meddle["hs:modality"].GetString() == std::string("asserted"));
  CHECK(meddle["hs:confidence"].GetString() == std::string("0.9"));
  CHECK(meddle["prov:wasAttributedTo"][0].GetString() == std::string("kg:entity/person/vera-orlova"));

  const rapidjson::Value& speech = resource(json, "id", meddle["hs:attributedTo"][0].GetString());
  CHECK(has_type(speech, "Quotation"));
  CHECK(speech["text"].GetString() == std::string("The Union <did not> meddle & never will"));
  CHECK(speech["hs:addressee"].GetString() == std::string("kg:entity/group/reporters"));

  const rapidjson::Value& evidence = resource(json, "id", meddle["prov:wasDerivedFrom"][0].GetString());
  const rapidjson::Value& selectors = evidence["oa:hasSelector"];
  CHECK(selectors[0]["oa:start"].GetUint() == 52);
  CHECK(selectors[1]["oa:exact"].GetString() ==
        std::string("Orlova told reporters: \"The Union <did not> meddle & never will\"."));
}

TEST_CASE("nested speech leads from the inner speaker to the outer", "[export][jsonld]") {
  const rapidjson::Document json = parse(to_json_ld(small_graph()));
  const rapidjson::Value& inner = resource(json, "text", "the Union may sign The Amber Papers");
  CHECK(has_type(inner, "Statement"));
  const rapidjson::Value& outer = resource(json, "id", inner["hs:within"].GetString());
  CHECK(outer["text"].GetString() == std::string("Brandt said the Union may sign The Amber Papers"));
}

TEST_CASE("every IRI that is used is described", "[export][jsonld]") {
  const rapidjson::Document json = parse(to_json_ld(small_graph()));
  std::set<std::string> described;
  for (const rapidjson::Value& node : json["graph"].GetArray()) {
    INFO(node["id"].GetString());
    CHECK(described.insert(node["id"].GetString()).second);
  }
  const std::set<std::string> links{"publisher",
                                    "mentions",
                                    "hs:subject",
                                    "hs:object",
                                    "hs:attributedTo",
                                    "appearance",
                                    "prov:wasDerivedFrom",
                                    "prov:wasAttributedTo",
                                    "hs:speaker",
                                    "about",
                                    "isPartOf"};
  std::size_t seen = 0;
  const auto check = [&](const rapidjson::Value& value) {
    INFO(value.GetString());
    CHECK(described.contains(value.GetString()));
    ++seen;
  };
  for (const rapidjson::Value& node : json["graph"].GetArray()) {
    for (const auto& member : node.GetObject()) {
      if (!links.contains(member.name.GetString())) continue;
      if (member.value.IsString())
        check(member.value);
      else
        for (const rapidjson::Value& value : member.value.GetArray()) check(value);
    }
  }
  CHECK(seen > 50);
}

TEST_CASE("the same thing has the same IRI when more articles come", "[export][jsonld]") {
  const KnowledgeGraph graph = small_graph();
  KnowledgeGraph first;
  first.merge(graph.facts().front());
  const std::string all = to_json_ld(graph);
  const rapidjson::Document part = parse(to_json_ld(first));
  for (const rapidjson::Value& node : part["graph"].GetArray()) {
    const std::string id = "{\"id\":\"" + std::string(node["id"].GetString()) + "\"";
    INFO(id);
    CHECK(all.find(id) != std::string::npos);
  }
}

TEST_CASE("broken bytes in names and sentences come out as valid UTF-8", "[export][jsonld]") {
  const auto name = GENERATE(as<std::string>{}, "Cut \xd0", "\xed\xa0\x80 Surrogate", "Null\x01 \x1f", "\xf8\x88 Long",
                             "quote \" and \\", "</script>");
  const std::string text = to_json_ld(graph_with_person(name));
  CHECK(utf8::is_valid(text.begin(), text.end()));
  CHECK(parse(text)["graph"].Size() > 3);
}

TEST_CASE("dates are typed, and an address that is no IRI stays a string", "[export][jsonld]") {
  const rapidjson::Document json = parse(to_json_ld(small_graph()));
  const rapidjson::Value& evening = resource(json, "identifier", "evening.html");
  CHECK(evening["datePublished"]["type"].GetString() == std::string("xsd:dateTime"));
  CHECK(evening["datePublished"]["@value"].GetString() == std::string("2019-05-05T21:20:00"));
  CHECK(evening["url"].IsString());
  const rapidjson::Value& harbour = resource(json, "identifier", "harbour.txt");
  CHECK(harbour["datePublished"]["type"].GetString() == std::string("xsd:date"));
  CHECK(harbour["url"].IsObject());
}

TEST_CASE("the base is the user's, the vocabulary is not", "[export][jsonld]") {
  JsonLdOptions options;
  options.base = "https://news.example.org/graph";
  const rapidjson::Document json = parse(to_json_ld(small_graph(), options));
  CHECK(json["@context"]["kg"].GetString() == std::string("https://news.example.org/graph/"));
  CHECK(json["@context"]["hs"].GetString() == std::string("https://hearsay.example/ns#"));
  options.base = GENERATE(as<std::string>{}, "", "news", "ftp://a/", "https://a b/", "https://a/#x", "https://a/\"}");
  std::ostringstream out;
  CHECK_THROWS_AS(write_json_ld(small_graph(), out, options), Error);
  CHECK(out.str().empty());
}

TEST_CASE("what is not surely an IRI is not written as one", "[export][iri]") {
  CHECK(is_web_iri("https://a.example/x?y=1#z"));
  CHECK(is_web_iri("http://localhost:8080"));
  for (const char* bad :
       {"", "a.html", "https://", "https:///x", "https://a.example/a b", "https://a.example/%zz",
        "https://a.example/#a#b", "https://a.example:port/", "https://a.example/<b>", "mailto:a@b.c"}) {
    INFO(bad);
    CHECK_FALSE(is_web_iri(bad));
  }
}

TEST_CASE("paths are encoded so that they come back whole", "[export][iri]") {
  CHECK(encode_iri_path("person/vera-orlova") == "person/vera-orlova");
  CHECK(encode_iri_path("a b?#%") == "a%20b%3F%23%25");
  CHECK(encode_iri_path("ж") == "%D0%B6");
  CHECK(encode_iri_path("x/../y") == "x/~../y");
}
