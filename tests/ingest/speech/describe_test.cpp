#include "ingest/speech/describe.hpp"

#include <catch2/catch.hpp>

#include "tests/ingest/speech/cases.hpp"

using namespace hearsay;

namespace {

// "President Vladimir Putin said that he and Trump agreed, and that the two leaders met."
Document sample() {
  Document doc = tree_document(
      {"sample",
       {{"tree",
         "President/-/NNP/4/nsubj Vladimir/-/NNP/1/flat Putin/-/NNP/1/flat said/say/VBD/0/root that/-/IN/9/mark "
         "he/-/PRP/9/nsubj and/-/CC/8/cc Trump/-/NNP/6/conj agreed/agree/VBD/4/ccomp ,/,/,/14/punct and/-/CC/14/cc "
         "the/-/DT/13/det leaders/leader/NNS/14/nsubj met/meet/VBD/9/conj ./-/./4/punct"}}});
  doc.mentions = {{{0, 3}, 0, MentionKind::name},
                  {{5, 6}, 5, MentionKind::pronoun},
                  {{7, 8}, 7, MentionKind::name},
                  {{11, 13}, 12, MentionKind::nominal}};
  doc.clusters = {{{0, 1}, "Vladimir Putin", "Person", {}},
                  {{2}, "Donald Trump", "Person", {}},
                  {{3}, "the leaders", "Group", {0, 1}}};
  return doc;
}

Attribution said() {
  Attribution a;
  a.source = {{0, 3}};
  a.source_head = 0;
  a.cue = {{3, 4}};
  a.content = {{4, 14}};
  return a;
}

std::string speaker_name_of(const Document& doc, const Attribution& a) { return Describer(doc).speaker_name(a); }
std::string addressee_name_of(const Document& doc, const Attribution& a) { return Describer(doc).addressee_name(a); }
std::vector<std::string> about_of(const Document& doc, Attribution a) {
  const Describer describer(doc);
  a.about = describer.about_clusters(a);
  return describer.about(a);
}

}  // namespace

TEST_CASE("the speaker is named by his cluster", "[ingest][speech][describe]") {
  const Document doc = sample();
  CHECK(speaker_name_of(doc, said()) == "Vladimir Putin");
  Attribution by_pronoun = said();
  by_pronoun.source = {{5, 6}};
  by_pronoun.source_head = 5;
  CHECK(speaker_name_of(doc, by_pronoun) == "Vladimir Putin");
  Attribution unknown = said();
  unknown.source = {{10, 12}};
  unknown.source_head = 11;
  CHECK(speaker_name_of(doc, unknown) == "and the");
  unknown.source.clear();
  CHECK(speaker_name_of(doc, unknown).empty());
}

TEST_CASE("the head may be another word than the mention's, as in title-first phrases", "[ingest][speech][describe]") {
  Attribution a = said();
  a.source_head = 2;
  CHECK(speaker_name_of(sample(), a) == "Vladimir Putin");
}

TEST_CASE("a relative pronoun speaks for the noun before it", "[ingest][speech][describe]") {
  Attribution a = said();
  a.source = {{9, 10}};
  a.source_head = 7;  // the head of "Trump"
  CHECK(speaker_name_of(sample(), a) == "Donald Trump");
}

TEST_CASE("a content is about the others it names, groups by their members", "[ingest][speech][describe]") {
  CHECK(about_of(sample(), said()) == std::vector<std::string>{"Donald Trump"});
  Attribution leaders = said();
  leaders.source.clear();
  leaders.source_head.reset();
  leaders.content = {{11, 14}};
  CHECK(about_of(sample(), leaders) == std::vector<std::string>{"Vladimir Putin", "Donald Trump"});
}

TEST_CASE("addressees are named like speakers", "[ingest][speech][describe]") {
  Attribution a = said();
  CHECK(addressee_name_of(sample(), a).empty());
  a.addressee = {{7, 8}};
  CHECK(addressee_name_of(sample(), a) == "Donald Trump");
}

TEST_CASE("a content is told without outer marks, comma and that", "[ingest][speech][describe]") {
  CHECK(content_text(sample(), said()) == "he and Trump agreed, and the leaders met");
  const Document doc = tree_document(
      {"quoted",
       {{"tree",
         "“/-/``/3/punct We/-/PRP/3/nsubj won/win/VBD/6/ccomp ,/,/,/3/punct ”/-/''/3/punct said/say/VBD/0/root "
         "Ann/-/NNP/6/nsubj ./-/./6/punct It/-/PRP/10/nsubj was/be/VBD/6/cop a/-/DT/13/det “/-/``/13/punct "
         "win/-/NN/6/obj ”/-/''/13/punct"}}});
  Attribution a;
  a.content = {{0, 5}};
  CHECK(content_text(doc, a) == "We won");
  a.content = {{8, 14}};
  CHECK(content_text(doc, a) == "It was a “win”");
  a.content = {{0, 5}, {8, 14}};
  CHECK(content_text(doc, a) == "We won It was a “win”");
}
