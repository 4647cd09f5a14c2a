#include "ingest/text/tokenize.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/text/characters.hpp"
#include "ingest/text/paragraphs.hpp"
#include "ingest/text/token_scanner.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

/// The pieces of a paragraph between white space.
std::vector<ByteSpan> chunks_of(const Characters& paragraph) {
  std::vector<ByteSpan> chunks;  // places in `paragraph`, not bytes
  const auto size = static_cast<std::uint32_t>(paragraph.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    if (is_space(paragraph.code[i])) continue;
    const std::uint32_t begin = i;
    while (i < size && !is_space(paragraph.code[i])) ++i;
    chunks.push_back({begin, i});
  }
  return chunks;
}

class ParagraphTokenizer {
 public:
  explicit ParagraphTokenizer(std::string_view text) : text_(text) {}

  void tokenize(ByteSpan paragraph, std::vector<ByteSpan>& tokens) {
    decode(text_.substr(paragraph.begin, paragraph.size()), paragraph.begin, characters_);
    const std::vector<ByteSpan> chunks = chunks_of(characters_);
    ChunkContext context;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      set_next(context, i + 1 < chunks.size() ? chunks[i + 1] : ByteSpan{});
      add(chunks[i], context, tokens);
      context.previous = text_.substr(tokens.back().begin, tokens.back().size());
    }
  }

 private:
  void set_next(ChunkContext& context, ByteSpan chunk) const {
    context.next = chunk.empty() ? U'\0' : characters_.code[chunk.begin];
    std::uint32_t end = chunk.begin;
    while (end < chunk.end && end < chunk.begin + 16 && is_word(characters_.code[end])) ++end;
    const std::uint32_t from = characters_.byte[chunk.begin];
    context.next_word = text_.substr(from, characters_.byte[end] - from);
  }

  void add(ByteSpan chunk, const ChunkContext& context, std::vector<ByteSpan>& tokens) {
    piece_.code.assign(characters_.code.begin() + chunk.begin, characters_.code.begin() + chunk.end);
    piece_.byte.assign(characters_.byte.begin() + chunk.begin, characters_.byte.begin() + chunk.end + 1);
    ends_.clear();
    scanner_.scan(piece_, context, ends_);
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      tokens.push_back({piece_.byte[begin], piece_.byte[end]});
      begin = end;
    }
  }

  std::string_view text_;
  Characters characters_, piece_;
  TokenScanner scanner_;
  std::vector<std::size_t> ends_;
};

/// Lower case with a straight apostrophe, for words short enough to be a clitic; else empty.
std::string plain(std::string_view form) {
  if (form.size() > 8) return {};
  Characters characters;
  decode(form, 0, characters);
  std::string out;
  for (const char32_t c : characters.code) {
    if (!is_apostrophe(c) && c >= 0x80) return {};
    out += is_apostrophe(c) ? '\'' : static_cast<char>(ascii_lower(c));
  }
  return out;
}

bool ends_like_word(std::string_view form) {
  const auto last = static_cast<unsigned char>(form.back());
  return last >= 0x80 || is_word(last) || last == '.';
}

/// Whether the word at `token` leans on the one before, which touches it.
bool leans_back(const Document& doc, TokenIndex token) {
  const std::string form = plain(word(doc, token));
  const std::string_view before = word(doc, token - 1);
  if (form.empty() || !ends_like_word(before)) return false;
  constexpr std::array clitics{"'s"sv, "'m"sv, "'re"sv, "'ve"sv, "'ll"sv, "'d"sv, "n't"sv,
                               "nt"sv, "s"sv,  "m"sv,   "ve"sv,  "re"sv,  "ll"sv, "me"sv};
  if (std::find(clitics.begin(), clitics.end(), form) != clitics.end()) return true;
  if (form == "'") return token < doc.tags.size() && doc.tags[token].xpos == "POS";
  const std::string host = plain(before);
  return (form == "not" && host == "can") || (form == "na" && (host == "gon" || host == "wan")) ||
         (form == "ta" && (host == "got" || host == "out" || host == "lot")) || (form == "r" && host == "you") ||
         (form == "n" && host == "du") || (form == "no" && host == "n") || (form == "on" && host == "c'm");
}

}  // namespace

Tokens tokenize(std::string_view text) {
  Tokens out;
  ParagraphTokenizer tokenizer(text);
  for (const ByteSpan paragraph : find_paragraphs(text)) {
    const auto begin = static_cast<TokenIndex>(out.tokens.size());
    tokenizer.tokenize(paragraph, out.tokens);
    const auto end = static_cast<TokenIndex>(out.tokens.size());
    if (end > begin) out.paragraphs.push_back({begin, end});
  }
  return out;
}

std::vector<TokenSpan> multiword_spans(const Document& doc) {
  std::vector<TokenSpan> spans;
  for (TokenIndex token = 1; token < doc.tokens.size(); ++token) {
    if (doc.tokens[token].begin != doc.tokens[token - 1].end || !leans_back(doc, token)) continue;
    if (!spans.empty() && spans.back().end == token)
      ++spans.back().end;
    else
      spans.push_back({token - 1, token + 1});
  }
  return spans;
}

}  // namespace hearsay
