// Inline Markdown, after the CommonMark rules for links and emphasis, loosened for text that only borrows the signs.

#include <libxml/HTMLparser.h>

#include <array>
#include <cctype>
#include <string_view>

#include "ingest/article/decode.hpp"
#include "ingest/article/markdown.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

constexpr char kAddress = 2;  ///< in Marks::linked: an address itself, whose _ and * are no emphasis

/// Marks of one pass over a paragraph: which bytes go, which stand in a link or in emphasis.
struct Marks {
  explicit Marks(std::string_view paragraph)
      : text(paragraph), gone(paragraph.size(), 0), linked(paragraph.size(), 0), partner(paragraph.size(), 0) {}
  void drop(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) gone[i] = 1;
  }
  [[nodiscard]] char before(std::size_t at) const { return at == 0 ? ' ' : text[at - 1]; }
  [[nodiscard]] char at(std::size_t place) const { return place < text.size() ? text[place] : ' '; }

  std::string_view text;
  std::vector<char> gone, linked;
  std::vector<std::uint32_t> partner;  ///< for [ and (: the place of its closing bracket; 0 for none
};

void match_brackets(Marks& marks) {
  std::vector<std::size_t> square, round;
  for (std::size_t i = 0; i < marks.text.size(); ++i) {
    const char c = marks.text[i];
    if (c == '\\') {
      ++i;
      continue;
    }
    if (c == '[') square.push_back(i);
    if (c == '(') round.push_back(i);
    std::vector<std::size_t>* const open = c == ']' ? &square : c == ')' ? &round : nullptr;
    if (open == nullptr || open->empty()) continue;
    marks.partner[open->back()] = static_cast<std::uint32_t>(i);
    open->pop_back();
  }
}

/// "(#)", "(http://...)", "(page.html "title")" are link targets, "(the minister said)" is not.
bool is_link_target(std::string_view target) {
  while (!target.empty() && is_space(target.front())) target.remove_prefix(1);
  const std::size_t space = target.find_first_of(" \t\n");
  if (space == std::string_view::npos) return true;
  const std::size_t title = target.find_first_not_of(" \t\n", space);
  return title == std::string_view::npos || target[title] == '"' || target[title] == '\'';
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

void strip_links(Marks& marks) {
  for (std::size_t i = 0; i < marks.text.size(); ++i) {
    if (marks.text[i] != '[' || marks.partner[i] == 0 || marks.gone[i] != 0) continue;
    const std::size_t close = marks.partner[i];
    const std::string_view label = marks.text.substr(i + 1, close - i - 1);
    // A footnote mark hangs on its word: "troops[3]".
    const bool footnote =
        label.starts_with('^') || (all_digits(label) && label.size() <= 3 && !is_space(marks.before(i)));
    if (footnote) marks.drop(i, close + 1);
    if (marks.at(close + 1) != '(' || marks.partner[close + 1] == 0) continue;
    const std::size_t end = marks.partner[close + 1];
    if (!is_link_target(marks.text.substr(close + 2, end - close - 2))) continue;
    const bool image = marks.before(i) == '!';
    if (image) {
      marks.drop(i - 1, end + 1);
    } else {
      marks.gone[i] = 1;
      marks.drop(close, end + 1);
      for (std::size_t j = i + 1; j < close; ++j) marks.linked[j] = 1;
    }
  }
}

bool is_inline_tag(std::string_view name) {
  constexpr std::array<std::string_view, 24> kTags = {
      "a",   "b",    "i",   "u",     "em",  "strong", "span", "p",  "br",         "hr",   "div", "sup",
      "sub", "font", "img", "small", "del", "mark",   "h2",   "h3", "blockquote", "cite", "q",   "center"};
  for (const std::string_view tag : kTags) {
    if (name == tag) return true;
  }
  return false;
}

std::string tag_name(std::string_view inside) {
  std::string name;
  for (const char c : inside.substr(inside.starts_with('/') ? 1 : 0)) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) break;
    name.push_back(ascii_lower(c));
  }
  return name;
}

void strip_angles(Marks& marks) {
  const bool some_tag_closes = marks.text.find("</") != std::string_view::npos;
  constexpr std::size_t kLongestTag = 400;  // keeps hostile runs of "<" linear
  for (std::size_t i = 0; i < marks.text.size(); ++i) {
    if (marks.text[i] != '<') continue;
    const std::string_view rest = marks.text.substr(i + 1, kLongestTag);
    const std::size_t close = rest.find_first_of("<>");
    if (close == std::string_view::npos || rest[close] != '>') continue;
    const std::string_view inside = rest.substr(0, close);
    const bool address = inside.starts_with("http") || inside.starts_with("mailto:");
    if (address) {
      marks.gone[i] = marks.gone[i + 1 + close] = 1;
      for (std::size_t j = i + 1; j <= i + close; ++j) marks.linked[j] = kAddress;
    } else if ((is_inline_tag(tag_name(inside)) && (inside.size() > 1 || some_tag_closes)) ||
               inside.starts_with("!--")) {
      // "First Interstate Bancorp <I>" is a stock symbol, not the start of italics.
      marks.drop(i, i + close + 2);
    }
  }
}

bool ends_address(char c) { return is_space(c) || c == ')' || c == ']' || c == '>' || c == '*' || c == '"'; }

void mark_bare_addresses(Marks& marks) {
  for (std::size_t i = marks.text.find("http"); i != std::string_view::npos; i = marks.text.find("http", i + 1)) {
    const std::string_view rest = marks.text.substr(i);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) continue;
    for (std::size_t j = i; j < marks.text.size() && !ends_address(marks.text[j]); ++j) {
      marks.linked[j] = kAddress;
      i = j;
    }
  }
}

/// Whether the run of `sign` from `begin` to `end` may open or close emphasis.
struct Flanks {
  bool opens = false, closes = false;
};

Flanks flanks(const Marks& marks, std::size_t begin, std::size_t end, char sign) {
  const char before = marks.before(begin), after = marks.at(end);
  if (is_digit(before) && is_digit(after)) return {};
  Flanks result{!is_space(after), !is_space(before)};
  if (sign != '*') {  // snake_case and `quoted' words keep their signs
    result.opens = result.opens && !is_alnum(before);
    result.closes = result.closes && !is_alnum(after);
  }
  return result;
}

void strip_emphasis(Marks& marks, char sign, std::size_t longest_run) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marks.text.size();) {
    if (marks.text[i] == '\\') {
      i += 2;
      continue;
    }
    if (marks.text[i] != sign || marks.gone[i] != 0 || marks.linked[i] == kAddress) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < marks.text.size() && marks.text[end] == sign) ++end;
    const Flanks side = end - i <= longest_run ? flanks(marks, i, end, sign) : Flanks{};
    std::size_t place = i;
    for (; side.closes && place < end && !open.empty(); ++place) {
      marks.gone[place] = marks.gone[open.back()] = 1;
      open.pop_back();
    }
    for (; side.opens && place < end; ++place) open.push_back(place);
    i = end;
  }
}

/// Length of the entity at `at` ("&amp;", "&#8217;") and the character it stands for; 0 for none.
std::pair<std::size_t, char32_t> read_entity(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(at, 12).find(';');
  if (end == std::string_view::npos || end < 2) return {0, 0};
  const std::string name(text.substr(at + 1, end - 1));
  char32_t code = 0;
  if (name[0] == '#') {
    const bool hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
    const std::string digits = name.substr(hex ? 2 : 1);
    if (digits.empty() ||
        digits.find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789") != std::string::npos) {
      return {0, 0};
    }
    code = static_cast<char32_t>(std::stoul(digits, nullptr, hex ? 16 : 10));
    if (code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {0, 0};
  } else if (const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()))) {
    code = entity->value;
  }
  return {code == 0 ? 0 : end + 1, code};
}

bool is_invisible(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 3);
  const auto c = static_cast<unsigned char>(text[at]);
  return (c < 0x20 && !is_space(text[at])) || c == 0x7F || rest.starts_with("\xC2\xAD") || rest == "\xE2\x80\x8B" ||
         rest == "\xE2\x80\x8C" || rest == "\xE2\x80\x8D" || rest == "\xE2\x80\x8E" || rest == "\xE2\x80\x8F" ||
         rest == "\xE2\x81\xA0" || rest == "\xEF\xBB\xBF";
}

/// Writes what is left, white space made single.
class Builder {
 public:
  explicit Builder(const MappedText& source) : source_(source) {}
  void space(std::size_t at) {
    if (!out_.content.empty() && out_.content.text.back() != ' ') out_.content.add(' ', source_.origin[at]);
  }
  void put(std::string_view bytes, std::size_t at, bool linked) {
    out_.content.add(bytes, source_.origin[at]);
    if (linked) out_.link_bytes += bytes.size();
  }
  Block finish() {
    if (!out_.content.empty() && out_.content.text.back() == ' ') {
      out_.content.text.pop_back();
      out_.content.origin.pop_back();
    }
    return std::move(out_);
  }

 private:
  const MappedText& source_;
  Block out_;
};

std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

/// <br> and <p> part words; <b> and the signs of emphasis do not.
bool parts_words(std::string_view tag) {
  const std::string name = tag_name(tag.substr(1));
  return name == "br" || name == "p" || name == "div" || name == "hr" || name == "h2" || name == "h3";
}

Block build(const MappedText& paragraph, const Marks& marks, bool entities) {
  Builder builder(paragraph);
  const std::string_view text = paragraph.text;
  std::string character;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (marks.gone[at] != 0 || is_invisible(text, at)) {
      if (text[at] == '<' && parts_words(text.substr(at, 6))) builder.space(at);
      at += length;
      continue;
    }
    const bool linked = marks.linked[at] != 0;
    const auto [entity, code] =
        entities && text[at] == '&' ? read_entity(text, at) : std::pair<std::size_t, char32_t>{0, 0};
    const bool no_break = text.substr(at, 2) == "\xC2\xA0" || code == 0xA0;
    if (is_space(text[at]) || no_break) {
      builder.space(at);
    } else if (entity > 0) {
      character.clear();
      append_utf8(character, code);
      builder.put(character, at, linked);
    } else {
      builder.put(text.substr(at, length), at, linked);
    }
    at += entity > 0 ? entity : length;
  }
  return builder.finish();
}

/// All words of the paragraph stand between its first and last sign.
bool is_all_emphasised(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (text.size() < 3) return false;
  return (text.front() == '*' && text.back() == '*') || (text.front() == '_' && text.back() == '_');
}

}  // namespace

Block strip_inline(const MappedText& paragraph) {
  Marks marks(paragraph.text);
  match_brackets(marks);
  strip_links(marks);
  strip_angles(marks);
  mark_bare_addresses(marks);
  strip_emphasis(marks, '*', 4);
  strip_emphasis(marks, '_', 3);
  strip_emphasis(marks, '`', 1);  // ``quoted'' keeps its signs
  strip_emphasis(marks, '~', 2);
  for (std::size_t i = 0; i + 1 < paragraph.size(); ++i) {
    if (paragraph.text[i] == '\\' && std::ispunct(static_cast<unsigned char>(paragraph.text[i + 1])) != 0) {
      marks.gone[i++] = 1;
    }
  }
  Block block = build(paragraph, marks, true);
  block.emphasised = is_all_emphasised(paragraph.text);
  return block;
}

Block collapse_space(const MappedText& paragraph) { return build(paragraph, Marks(paragraph.text), false); }

}  // namespace hearsay
