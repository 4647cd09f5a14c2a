#include "ingest/article/json_line.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cctype>

#include "ingest/article/decode.hpp"

namespace hearsay {
namespace {

constexpr int kDeepest = 64;

char32_t hex4(std::string_view digits) {
  char32_t code = 0;
  for (const char c : digits) {
    const int digit = std::isdigit(static_cast<unsigned char>(c)) != 0 ? c - '0' : std::tolower(c) - 'a' + 10;
    code = code * 16 + static_cast<char32_t>(digit);
  }
  return code;
}

/// The character that the escape at `at` ("\n", "\u201c", a surrogate pair) stands for, and its length in the line.
std::pair<char32_t, std::size_t> read_escape(std::string_view line, std::size_t at) {
  switch (line[at + 1]) {
    case 'n': return {'\n', 2};
    case 't': return {'\t', 2};
    case 'r': return {'\r', 2};
    case 'b': return {'\b', 2};
    case 'f': return {'\f', 2};
    case 'u': break;
    default: return {static_cast<unsigned char>(line[at + 1]), 2};
  }
  const char32_t high = hex4(line.substr(at + 2, 4));
  if (high < 0xD800 || high > 0xDBFF) return {high, 6};
  return {0x10000 + ((high - 0xD800) << 10U) + (hex4(line.substr(at + 8, 4)) - 0xDC00), 12};
}

/// Decodes the string whose opening quote is the first one at or after `from`; RapidJSON has checked it before.
MappedText decode_string(std::string_view line, std::size_t from) {
  MappedText out;
  std::string character;
  std::size_t at = line.find('"', from);
  for (++at; at < line.size() && line[at] != '"';) {
    if (line[at] != '\\') {
      out.add(line[at], static_cast<std::uint32_t>(at));
      ++at;
      continue;
    }
    const auto [code, length] = read_escape(line, at);
    character.clear();
    append_utf8(character, code);
    out.add(character, static_cast<std::uint32_t>(at));
    at += length;
  }
  return out;
}

/// RapidJSON's SAX handler; notes the fields of the outermost object.
class FieldHandler {
 public:
  FieldHandler(std::string_view line, const rapidjson::MemoryStream& stream) : line_(line), stream_(stream) {}
  JsonArticle article;
  bool too_deep = false;
  bool is_object = false;

  bool Null() { return scalar(); }
  bool Bool(bool) { return scalar(); }
  bool Int(int) { return scalar(); }
  bool Uint(unsigned) { return scalar(); }
  bool Int64(std::int64_t) { return scalar(); }
  bool Uint64(std::uint64_t) { return scalar(); }
  bool Double(double) { return scalar(); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ == 1 && key_ == "id") article.id = std::string(text, size);
    return scalar();
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    take({text, size});
    return true;
  }
  bool StartObject() {
    is_object = is_object || depth_ == 0;
    return enter();
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ != 1) return true;
    key_.assign(text, size);
    after_key_ = stream_.Tell();
    if (article.keys_seen.size() < 200)
      article.keys_seen += (article.keys_seen.empty() ? "" : ", ") + key_.substr(0, 40);
    return true;
  }
  bool EndObject(rapidjson::SizeType) { return leave(); }
  bool StartArray() { return enter(); }
  bool EndArray(rapidjson::SizeType) { return leave(); }

 private:
  bool scalar() {
    if (depth_ == 1 && key_ == "text") article.text_is_no_string = true;
    return true;
  }
  bool enter() {
    if (depth_ == 1 && key_ == "text") article.text_is_no_string = true;
    too_deep = ++depth_ > kDeepest;
    return !too_deep;
  }
  bool leave() {
    --depth_;
    return true;
  }

  void take(std::string_view value) {
    const bool author_list = depth_ == 2 && (key_ == "author" || key_ == "authors");
    if (depth_ != 1 && !author_list) return;
    if (key_ == "text") article.text = decode_string(line_, after_key_);
    if (key_ == "title") article.title = decode_string(line_, after_key_);
    const std::string text(value);
    if (key_ == "id") article.id = text;
    if (key_ == "publisher") article.publisher = text;
    if (key_ == "date") article.date = text;
    if (key_ == "url") article.url = text;
    if (key_ != "author" && key_ != "authors") return;
    article.author = article.author && author_list ? *article.author + " and " + text : text;
  }

  std::string_view line_;
  const rapidjson::MemoryStream& stream_;
  std::string key_;
  std::size_t after_key_ = 0;
  int depth_ = 0;
};

/// Iterative, so that "[[[[..." cannot exhaust the stack; numbers as text, so that a long id stays as it is.
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                            rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseStopWhenDoneFlag;

}  // namespace

std::variant<JsonArticle, std::string> read_json_line(std::string_view line) {
  rapidjson::MemoryStream stream(line.data(), line.size());
  FieldHandler handler(line, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, handler);
  if (handler.too_deep) return "JSON is nested deeper than " + std::to_string(kDeepest) + " levels; flatten it";
  if (result.IsError()) {
    const bool cut = result.Offset() >= line.size();
    return std::string(cut ? "JSON is cut off" : "broken JSON") + " at byte " + std::to_string(result.Offset()) +
           " of the line: " + rapidjson::GetParseError_En(result.Code()) + " Write one whole object per line.";
  }
  if (!handler.is_object) return std::string("a JSON value that is no object; write {\"text\": \"...\"} on each line");
  const std::size_t rest = line.find_first_not_of(" \t\r\n", stream.Tell());
  if (rest != std::string_view::npos) {
    return "more text after the object, at byte " + std::to_string(rest) + " of the line; write one object per line";
  }
  return std::move(handler.article);
}

}  // namespace hearsay
