#include <catch2/catch.hpp>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "ingest/text/split_sentences.hpp"
#include "ingest/text/tokenize.hpp"

using namespace hearsay;

namespace {

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream in(std::string(HEARSAY_TEST_CASES) + "/" + name);
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("# ")) lines.push_back(line);
  return lines;
}

Document document(const std::string& text) {
  Document doc;
  doc.text = text;
  Tokens tokens = tokenize(doc.text);
  doc.tokens = tokens.tokens;
  doc.paragraphs = tokens.paragraphs;
  doc.sentences = split_sentences(doc, std::span<const float>{});
  return doc;
}

std::string joined(const Document& doc) {
  std::string words;
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    if (t > 0) words += ' ';
    words += word(doc, t);
  }
  return words;
}

std::string without_space(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += c;
  return out;
}

/// Spans ascend, are disjoint, hold every character but white space, and cover each other.
void check_whole(const Document& doc) {
  std::string all;
  std::uint32_t last = 0;
  bool ordered = true;
  for (const ByteSpan token : doc.tokens) {
    ordered = ordered && last <= token.begin && token.begin < token.end;
    last = token.end;
    all += text_of(doc, token);
  }
  CHECK(ordered);
  CHECK(all == without_space(doc.text));
  TokenIndex next = 0;
  for (const TokenSpan paragraph : doc.paragraphs) {
    CHECK(paragraph.begin == next);
    CHECK(!paragraph.empty());
    next = paragraph.end;
  }
  CHECK(next == doc.tokens.size());
  next = 0;
  for (const TokenSpan sentence : doc.sentences) {
    CHECK(sentence.begin == next);
    next = sentence.end;
    CHECK(paragraph_of(doc, sentence.begin) == paragraph_of(doc, sentence.end - 1));
  }
  CHECK(next == doc.tokens.size());
}

}  // namespace

TEST_CASE("words are those of the English UD treebanks", "[ingest][text]") {
  const auto lines = lines_of("tokens.txt");
  REQUIRE(lines.size() > 100);
  REQUIRE(lines.size() % 2 == 0);
  for (std::size_t i = 0; i < lines.size(); i += 2) {
    INFO(lines[i]);
    const Document doc = document(lines[i]);
    check_whole(doc);
    CHECK(joined(doc) == lines[i + 1]);
  }
}

TEST_CASE("sentences end where they should", "[ingest][text]") {
  for (const std::string& line : lines_of("sentences.txt")) {
    std::string text = line;
    for (std::size_t bar; (bar = text.find(" || ")) != std::string::npos;) text.replace(bar, 4, " ");
    for (std::size_t bar; (bar = text.find("||")) != std::string::npos;) text.erase(bar, 2);
    const Document doc = document(text);
    check_whole(doc);
    std::string cut;
    for (const TokenSpan sentence : doc.sentences) {
      const bool first = cut.empty();
      const bool glued = !first && doc.tokens[sentence.begin].begin == doc.tokens[sentence.begin - 1].end;
      if (!first) cut += glued ? "||" : " || ";
      cut += text_of(doc, sentence);
    }
    CHECK(cut == line);
  }
}

TEST_CASE("scores decide where rules are in doubt", "[ingest][text]") {
  Document doc = document("He lives in the U.S. Congress met .");
  std::vector<float> begins(doc.tokens.size(), -3.0F);
  CHECK(split_sentences(doc, begins).size() == 1);
  begins[5] = 3.0F;
  CHECK(split_sentences(doc, begins) == std::vector<TokenSpan>{{0, 5}, {5, 8}});
}

TEST_CASE("empty lines, headings and items part paragraphs; wrapped lines do not", "[ingest][text]") {
  const auto paragraphs = [](const std::string& text) { return document(text).paragraphs.size(); };
  CHECK(paragraphs("One.\n\nTwo.") == 2);
  CHECK(paragraphs("One.\r\n\r\nTwo.") == 2);
  CHECK(paragraphs("One.\n \t\nTwo.") == 2);
  CHECK(paragraphs("A heading\n" + std::string(150, 'a') + " and on.") == 2);
  CHECK(paragraphs("- first\n- second\n- third") == 3);
  CHECK(paragraphs("This paragraph was wrapped by its author at some sixty\ncharacters a line, as people do in mail, "
                   "and it goes\non here.") == 1);
  CHECK(paragraphs("") == 0);
  CHECK(paragraphs(" \n\n ") == 0);
}

TEST_CASE("multiword tokens are found again", "[ingest][text]") {
  const auto spans = [](const std::string& text) {
    const Document doc = document(text);
    std::string out;
    for (const TokenSpan span : multiword_spans(doc)) out += std::string(text_of(doc, span)) + " ";
    return out;
  };
  CHECK(spans("They don't say it's Putin's, can't and cannot.") == "don't it's Putin's can't cannot ");
  CHECK(spans("We’re gonna go; she'd've gone.") == "We’re gonna she'd've ");
  CHECK(spans("I dunno, your going outta here, c'mon.") == "dunno your outta c'mon ");
  CHECK(spans("well-known (plain) words.") == "");
}

TEST_CASE("any bytes give whole tokens", "[ingest][text]") {
  const std::string bad[] = {"\xff\xfe ok",
                             "a\xc3",
                             std::string("nul\0here", 8),
                             "\xe2\x80",
                             "\xed\xa0\x80 surrogate",
                             "👩‍👩‍👧 🇩🇪 ok",
                             "e\xcc\x81 combining",
                             "\x01\x02\x03",
                             "\xef\xbb\xbf bom",
                             "“”‘’\"\"''``",
                             "....!!!???",
                             "@#$%^&*()",
                             "",
                             "Привет, мир! Он сказал: «Нет».",
                             "你好世界。再见。",
                             "\x1b[31mred\x1b[0m \x7f",
                             "\u202Eright to left\u202C",
                             "👍🏽👍🏽 😂😂😂"};
  for (const std::string& text : bad) {
    const Document doc = document(text);
    std::uint32_t last = 0;
    for (const ByteSpan token : doc.tokens) {
      CHECK(last <= token.begin);
      CHECK(token.begin < token.end);
      last = token.end;
    }
    CHECK(last <= text.size());
  }
}

TEST_CASE("hostile lines take linear time and lose nothing", "[ingest][text]") {
  const std::string seeds[] = {"a",  "\"",   "a.", "a-",   "1-", "'", "(", "a@", ".",
                               "1,", "www.", "a'", "U.S.", "I.", "é", "👍", "a&", "http://a."};
  for (const std::string& seed : seeds) {
    INFO(seed);
    std::string text;
    while (text.size() < 400000) text += seed;
    const auto start = std::clock();  // of this process: the machine may be busy
    const Document doc = document(text);
    const auto seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    CHECK(seconds < 5.0);  // milliseconds where cost is linear; a quadratic step would take minutes
    std::uint32_t covered = 0;
    for (const ByteSpan token : doc.tokens) covered += token.size();
    CHECK(covered == text.size());
  }
}

TEST_CASE("ten megabytes without a space are cut in linear time", "[ingest][text]") {
  const std::string text(10'000'000, 'x');
  const auto start = std::clock();
  const Document doc = document(text);
  CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 20.0);
  CHECK(doc.sentences.size() == 1);
}

TEST_CASE("a hundred thousand quotation marks are cut in linear time", "[ingest][text]") {
  for (const char* mark : {"\"", "“", "”", "'", "’"}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += mark;
    const auto start = std::clock();
    const Document doc = document(text);
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 5.0);
    CHECK(!doc.tokens.empty());
  }
}
