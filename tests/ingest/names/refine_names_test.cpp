#include <catch2/catch.hpp>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "ingest/names/find_names.hpp"
#include "ingest/names/type_votes.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

/// A document from words written as "form/UPOS", names as "form/UPOS/B-PER" (one sentence).
Document sentence(const std::string& words) {
  std::string conllu;
  int number = 0;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = words.find(' ', begin);
    if (end == std::string::npos) end = words.size();
    std::vector<std::string> parts{""};
    for (const char c : words.substr(begin, end - begin)) {
      if (c == '|')
        parts.emplace_back();
      else
        parts.back() += c;
    }
    const std::string upos = parts.size() > 1 ? parts[1] : "_", name = parts.size() > 2 ? "NER=" + parts[2] : "_";
    conllu += std::to_string(++number) + "\t" + parts[0] + "\t" + parts[0] + "\t" + upos + "\t_\t_\t0\troot\t_\t" +
              name + "\n";
    begin = end + 1;
  }
  return from_conllu(conllu);
}

std::vector<std::string> refined(const Document& doc) {
  std::vector<std::string> out;
  for (const Name& name : refine_names(doc, doc.names))
    out.push_back(name.type + ":" + std::string(text_of(doc, name.span)));
  return out;
}

using Names = std::vector<std::string>;

std::string in_one_line(const Document& doc) {
  std::string line;
  for (const Name& name : refine_names(doc, doc.names)) {
    if (!line.empty()) line += " ; ";
    line += name.type + ": " + std::string(text_of(doc, name.span));
  }
  return line.empty() ? "-" : line;
}

}  // namespace

TEST_CASE("titles are never part of a person", "[ingest][names]") {
  CHECK(refined(sentence("President|PROPN|B-PER Vladimir|PROPN|I-PER Putin|PROPN|I-PER left")) ==
        Names{"TITLE:President", "PERSON:Vladimir Putin"});
  CHECK(refined(sentence("Mr.|PROPN Putin|PROPN|B-PER left")) == Names{"TITLE:Mr.", "PERSON:Putin"});
  CHECK(refined(sentence("Prime|PROPN Minister|PROPN Anna|PROPN|B-PER Kovacs|PROPN|I-PER left")) ==
        Names{"TITLE:Prime Minister", "PERSON:Anna Kovacs"});
  CHECK(refined(sentence("Secretary|PROPN of|ADP State|PROPN Rex|PROPN|B-PER Tillerson|PROPN|I-PER left")) ==
        Names{"TITLE:Secretary of State", "PERSON:Rex Tillerson"});
  CHECK(refined(sentence("yesterday Rex|PROPN|B-PER Tillerson|PROPN|I-PER left")) == Names{"PERSON:Rex Tillerson"});
}

TEST_CASE("articles and possessive endings are cut off", "[ingest][names]") {
  CHECK(refined(sentence("the|DET|B-ORG State|PROPN|I-ORG Department|PROPN|I-ORG 's|PART|I-ORG plan")) ==
        Names{"ORG:State Department"});
}

TEST_CASE("places are told apart by their own words", "[ingest][names]") {
  CHECK(refined(sentence("in Hamburg|PROPN|B-LOC")) == Names{"GPE:Hamburg"});
  CHECK(refined(sentence("in North|PROPN|B-LOC Korea|PROPN|I-LOC")) == Names{"GPE:North Korea"});
  CHECK(refined(sentence("the Black|PROPN|B-LOC Sea|PROPN|I-LOC")) == Names{"LOC:Black Sea"});
  CHECK(refined(sentence("the Middle|PROPN|B-LOC East|PROPN|I-LOC")) == Names{"LOC:Middle East"});
  CHECK(refined(sentence("in Europe|PROPN|B-LOC")) == Names{"LOC:Europe"});
  CHECK(refined(sentence("at Kennedy|PROPN|B-LOC Airport|PROPN|I-LOC")) == Names{"FAC:Kennedy Airport"});
}

TEST_CASE("a surname is a person again", "[ingest][names]") {
  CHECK(refined(sentence("Anna|PROPN|B-PER Kovacs|PROPN|I-PER won , and Kovacs|PROPN left")) ==
        Names{"PERSON:Anna Kovacs", "PERSON:Kovacs"});
  Document doc = sentence("Anna|PROPN|B-PER Kovacs|PROPN|I-PER won , and Kovacs|PROPN|B-ORG left");
  doc.names[1].confidence = 0.4F;  // unsure: the rest of the article decides
  CHECK(refined(doc) == Names{"PERSON:Anna Kovacs", "PERSON:Kovacs"});
  doc.names[1].confidence = 0.95F;
  CHECK(refined(doc) == Names{"PERSON:Anna Kovacs", "ORG:Kovacs"});
}

TEST_CASE("a date is one name, its comma inside", "[ingest][names]") {
  CHECK(refined(sentence("on May|PROPN|B-DATE 17|NUM|I-DATE ,|PUNCT|I-DATE 1859|NUM|B-DATE")) ==
        Names{"DATE:May 17 , 1859"});
  CHECK(refined(sentence("on May|PROPN|B-DATE 17|NUM|I-DATE ,|PUNCT|I-DATE he left")) == Names{"DATE:May 17"});
}

TEST_CASE("grammar finds amounts and dates", "[ingest][names]") {
  CHECK(refined(sentence("it cost $|SYM 3.5|NUM billion|NUM")) == Names{"MONEY:$ 3.5 billion"});
  CHECK(refined(sentence("five|NUM hundred|NUM euros|NOUN")) == Names{"MONEY:five hundred euros"});
  CHECK(refined(sentence("by 40|NUM percent|NOUN")) == Names{"PERCENT:40 percent"});
  CHECK(refined(sentence("by 40|NUM %|SYM")) == Names{"PERCENT:40 %"});
  CHECK(refined(sentence("by two|NUM per|ADP cent|NOUN")) == Names{"PERCENT:two per cent"});
  CHECK(refined(sentence("twenty|NUM miles|NOUN away")) == Names{"QUANTITY:twenty miles"});
  CHECK(refined(sentence("twelve|NUM people|NOUN")) == Names{"CARDINAL:twelve"});
  CHECK(refined(sentence("the third|ADJ man")) == Names{"ORDINAL:third"});
  CHECK(refined(sentence("the 20th|ADJ man")) == Names{"ORDINAL:20th"});
  CHECK(refined(sentence("at 7|NUM p.m.|NOUN")) == Names{"TIME:7 p.m."});
  CHECK(refined(sentence("at 7:30|NUM")) == Names{"TIME:7:30"});
  CHECK(refined(sentence("on Friday|PROPN")) == Names{"DATE:Friday"});
  CHECK(refined(sentence("on July|PROPN 7|NUM ,|PUNCT 2017|NUM")) == Names{"DATE:July 7 , 2017"});
  CHECK(refined(sentence("on 7|NUM July|PROPN 2017|NUM")) == Names{"DATE:7 July 2017"});
  CHECK(refined(sentence("in 2016|NUM")) == Names{"DATE:2016"});
  CHECK(refined(sentence("he may|AUX come")) == Names{});
  CHECK(refined(sentence("wait a second|NOUN")) == Names{});
}

TEST_CASE("decoding gives whole names and no inside without a beginning", "[ingest][names]") {
  const std::vector<std::string> labels{"O", "B-PER", "I-PER", "B-ORG", "I-ORG"};
  const Document doc = sentence("Anna Kovacs left");
  CHECK(decode_names(doc, std::vector<float>{0, 5, 0, 0, 0, /**/ 0, 0, 4, 0, 5, /**/ 9, 0, 0, 0, 0}, labels).size() ==
        1);
  const auto names =
      decode_names(doc, std::vector<float>{0, 5, 0, 0, 0, /**/ 0, 0, 4, 0, 4.5F, /**/ 9, 0, 0, 0, 0}, labels);
  REQUIRE(names.size() == 1);
  CHECK(names[0].span == TokenSpan{0, 2});
  CHECK(names[0].type == "PER");
  CHECK(names[0].confidence < 0.6F);
  CHECK(decode_names(doc, std::vector<float>{0, 0, 9, 0, 0, /**/ 9, 0, 0, 0, 0, /**/ 9, 0, 0, 0, 0}, labels).empty());
}

TEST_CASE("types are printed as documented", "[ingest][names]") {
  CHECK(conll_type("PERSON") == "PER");
  CHECK(conll_type("GPE") == "LOC");
  CHECK(conll_type("FAC") == "LOC");
  CHECK(conll_type("LAW") == "WORK");
  CHECK(conll_type("PRODUCT") == "MISC");
  CHECK(conll_type("DATE") == "DATE");
  CHECK(conll_type("MONEY").empty());
  CHECK(conll_type("TITLE").empty());
}

TEST_CASE("names are whole, and no more than names", "[ingest][names]") {
  std::ifstream in(std::string(HEARSAY_CASES) + "/names.txt");
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && !line.starts_with("# ")) lines.push_back(line);
  REQUIRE(lines.size() >= 50);
  REQUIRE(lines.size() % 2 == 0);
  for (std::size_t i = 0; i < lines.size(); i += 2) {
    INFO(lines[i]);
    CHECK(in_one_line(sentence(lines[i])) == lines[i + 1]);
  }
}

TEST_CASE("all occurrences of a name vote on its type", "[ingest][names]") {
  const std::vector<std::string> labels{"O", "B-PER", "I-PER", "B-ORG", "I-ORG"};
  const Document doc = sentence("Kovacs left and Kovacs came and Kovacs stayed");
  const std::vector<float> person{0, 6, 0, 0, 0}, unsure{0, 2, 0, 3, 0}, other{9, 0, 0, 0, 0};
  std::vector<float> scores;
  for (const auto* row : {&person, &other, &other, &person, &other, &other, &unsure, &other})
    scores.insert(scores.end(), row->begin(), row->end());
  auto names = decode_names(doc, scores, labels);
  REQUIRE(names.size() == 3);
  CHECK(names[2].type == "ORG");
  vote_on_types(doc, scores, labels, names);
  CHECK(names[0].type == "PER");
  CHECK(names[2].type == "PER");
}

TEST_CASE("a full name types its surname and its initials", "[ingest][names]") {
  const std::vector<std::string> labels{"O", "B-PER", "I-PER", "B-ORG", "I-ORG"};
  const std::vector<float> b_per{0, 9, 0, 0, 0}, i_per{0, 0, 9, 0, 0}, b_org{0, 0, 0, 9, 0}, i_org{0, 0, 0, 0, 9},
      unsure{0, 2, 0, 2.5F, 0}, doubtful{0, 2.5F, 0, 2, 0}, other{9, 0, 0, 0, 0};
  const auto voted = [&](const std::string& words, const std::vector<const std::vector<float>*>& rows) {
    const Document doc = sentence(words);
    std::vector<float> scores;
    for (const auto* row : rows) scores.insert(scores.end(), row->begin(), row->end());
    auto names = decode_names(doc, scores, labels);
    vote_on_types(doc, scores, labels, names);
    return names.back().type;
  };
  CHECK(voted("Anna Kovacs met Kovacs", {&b_per, &i_per, &other, &unsure}) == "PER");
  CHECK(voted("World Food Agency joined WFA", {&b_org, &i_org, &i_org, &other, &doubtful}) == "ORG");
}

TEST_CASE("a document of nothing but names takes linear time", "[ingest][names]") {
  Document doc;
  for (int i = 0; i < 100'000; ++i) doc.text += i % 3 == 0 ? "of " : "Anna ";
  for (std::uint32_t begin = 0; begin < doc.text.size();) {
    const auto end = static_cast<std::uint32_t>(doc.text.find(' ', begin));
    doc.tokens.push_back({begin, end});
    begin = end + 1;
  }
  const auto words = static_cast<TokenIndex>(doc.tokens.size());
  doc.paragraphs = doc.sentences = {{0, words}};
  const std::vector<std::string> labels{"O", "B-PER", "I-PER", "B-ORG", "I-ORG"};
  std::vector<float> scores;
  for (TokenIndex token = 0; token < words; ++token)
    for (std::size_t label = 0; label < labels.size(); ++label)
      scores.push_back(static_cast<float>((token * 7 + label * 13) % 11));
  const auto start = std::clock();
  auto names = decode_names(doc, scores, labels);
  vote_on_types(doc, scores, labels, names);
  names = refine_names(doc, std::move(names));
  CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 10.0);
  TokenIndex last = 0;
  bool disjoint = true;
  for (const Name& name : names) {
    disjoint = disjoint && last <= name.span.begin && name.span.begin < name.span.end && name.span.end <= words;
    last = name.span.end;
  }
  CHECK(disjoint);
}

TEST_CASE("an empty document has no names", "[ingest][names]") { CHECK(refine_names(Document{}, {}).empty()); }
