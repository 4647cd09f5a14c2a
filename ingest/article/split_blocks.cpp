#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "ingest/article/markdown.hpp"
#include "ingest/article/metadata.hpp"

namespace hearsay {
namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

struct Line {
  std::size_t begin = 0, end = 0;  ///< without line break and outer white space
  std::size_t indent = 0;
  bool hard_break = false;  ///< Markdown: two spaces or a backslash at the end
};

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find_first_of("\n\r", at), text.size());
    Line line{at, stop, 0, false};
    line.hard_break = stop >= at + 2 && text[stop - 1] == ' ' && text[stop - 2] == ' ';
    const auto no_break_at = [&](std::size_t place) { return text.substr(place, 2) == "\xC2\xA0"; };
    while (line.begin < line.end && (is_space(text[line.begin]) || no_break_at(line.begin))) {
      line.begin += is_space(text[line.begin]) ? 1 : 2;
    }
    while (line.end > line.begin && is_space(text[line.end - 1])) --line.end;
    line.indent = line.begin - at;
    lines.push_back(line);
    const bool crlf = stop + 1 < text.size() && text[stop] == '\r' && text[stop + 1] == '\n';
    at = stop + (crlf ? 2 : 1);
  }
  return lines;
}

/// `---`, `* * *`, `=====`: a line of one sign only. Gives the sign.
std::optional<char> rule_sign(std::string_view line) {
  if (line.size() < 3) return std::nullopt;
  const char sign = line[0];
  if (sign != '-' && sign != '*' && sign != '_' && sign != '=') return std::nullopt;
  std::size_t signs = 0;
  for (const char c : line) {
    if (c != sign && !is_space(c)) return std::nullopt;
    signs += c == sign ? 1 : 0;
  }
  return signs >= 3 ? std::optional<char>(sign) : std::nullopt;
}

/// Length of "- ", "* ", "• ", "2. " at the start of a line; 0 when it is no list item.
std::size_t list_marker(std::string_view line) {
  std::size_t marker = 0;
  for (const std::string_view bullet : {"-", "*", "+", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xC2\xB7", "\xE2\x97\xA6"}) {
    if (line.starts_with(bullet)) marker = bullet.size();
  }
  if (marker == 0) {
    while (marker < 2 && marker < line.size() && std::isdigit(static_cast<unsigned char>(line[marker])) != 0) ++marker;
    if (marker == 0 || marker >= line.size() || (line[marker] != '.' && line[marker] != ')')) return 0;
    ++marker;
  }
  return marker < line.size() && is_space(line[marker]) ? marker + 1 : 0;
}

bool is_reference_definition(std::string_view line) {
  const std::size_t close = line.find("]:");
  if (!line.starts_with('[') || close == std::string_view::npos) return false;
  const std::size_t target = line.find_first_not_of(" \t", close + 2);
  if (target == std::string_view::npos) return false;
  const std::string_view address = line.substr(target);
  return address.starts_with("http") || address.starts_with("<http") || address.starts_with('/') ||
         address.starts_with('#') || line.starts_with("[^");
}

bool is_table_rule(std::string_view line) {
  return line.starts_with('|') && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool ends_sentence(std::string_view line) {
  return shape_of(line.substr(line.size() - std::min<std::size_t>(line.size(), 80))).ends_sentence;
}

std::size_t first_word_length(std::string_view line) { return std::min(line.find_first_of(" \t"), line.size()); }

/// Whether the lines of this text were broken to fit a width, as in mails and wire copy.
/// 120 is more than any terminal or mailer uses; a few longer lines may be addresses.
bool is_hard_wrapped(std::string_view text, const std::vector<Line>& lines) {
  std::size_t filled = 0, overlong = 0;
  for (const Line& line : lines) {
    if (line.begin == line.end) continue;
    ++filled;
    const std::string_view words = text.substr(line.begin, line.end - line.begin);
    overlong += words.size() > 120 && words.find(' ') != std::string_view::npos ? 1 : 0;
  }
  return overlong * 50 <= filled;
}

class BlockSplitter {
 public:
  explicit BlockSplitter(const MappedText& text)
      : source_(text), lines_(split_lines(text.text)), hard_wrapped_(is_hard_wrapped(text.text, lines_)) {}

  TextBlocks run() {
    std::size_t first = read_front_matter();
    for (; first < lines_.size(); ++first) take(lines_[first]);
    flush();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view words(const Line& line) const {
    return std::string_view(source_.text).substr(line.begin, line.end - line.begin);
  }

  /// A YAML block at the top of a Markdown file; gives the number of the first line after it.
  std::size_t read_front_matter() {
    if (lines_.empty() || words(lines_[0]) != "---") return 0;
    std::map<std::string, std::string> fields;
    for (std::size_t i = 1; i < std::min<std::size_t>(lines_.size(), 60); ++i) {
      const std::string_view line = words(lines_[i]);
      if (line == "---" || line == "...") {
        out_.front_matter = std::move(fields);
        return i + 1;
      }
      const std::size_t colon = line.find(':');
      const bool nested = lines_[i].indent > 0 || line.starts_with("- ") || line.starts_with('#');
      if (nested || line.empty()) continue;
      if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) return 0;
      std::string_view value = line.substr(colon + 1);
      while (!value.empty() && (is_space(value.front()) || value.front() == '"' || value.front() == '\''))
        value.remove_prefix(1);
      while (!value.empty() && (is_space(value.back()) || value.back() == '"' || value.back() == '\''))
        value.remove_suffix(1);
      fields[plain_form(line.substr(0, colon))] = std::string(value);
    }
    return 0;
  }

  void take(Line line) {
    std::string_view text = words(line);
    const std::size_t quote = text.starts_with('>') ? std::min(text.find_first_not_of("> \t"), text.size()) : 0;
    line.begin += quote;
    text.remove_prefix(quote);
    if (text.empty()) return flush();
    if (const auto sign = rule_sign(text)) return rule(*sign);
    if (text.starts_with("```") || text.starts_with("~~~") || is_table_rule(text)) return flush();
    if (is_reference_definition(text)) return;
    const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
    if (hashes >= 1 && hashes <= 6 && hashes < text.size() && is_space(text[hashes])) return heading(line, hashes);
    const std::size_t marker = list_marker(text);
    // "1987. It was" in the middle of a wrapped paragraph is no list item.
    if (marker > 0 && (lines_in_group_.empty() || !hard_wrapped_ || marker > 3 || text[0] == '-' || text[0] == '*')) {
      flush();
      line.begin += marker;
      group_is_list_ = true;
    }
    lines_in_group_.push_back(line);
  }

  /// A line of `-` or `=` makes the single short line before it a heading, else it parts blocks.
  void rule(char sign) {
    const bool underlines = (sign == '=' || sign == '-') && lines_in_group_.size() == 1 && !group_is_list_ &&
                            !ends_sentence(words(lines_in_group_[0])) && words(lines_in_group_[0]).size() <= 200;
    if (underlines) {
      const Line line = lines_in_group_[0];
      lines_in_group_.clear();
      emit(line.begin, line.end, sign == '=' ? 1 : 2);
    }
    flush();
    after_rule_ = true;
  }

  void heading(Line line, std::size_t hashes) {
    flush();
    std::string_view text = words(line);
    while (line.end > line.begin + hashes && (text.back() == '#' || is_space(text.back()))) {
      --line.end;
      text.remove_suffix(1);
    }
    emit(line.begin + hashes, line.end, static_cast<int>(hashes));
  }

  /// Whether `next` goes on where `line` was broken.
  [[nodiscard]] bool joins(const Line& line, const Line& next, std::size_t width) const {
    if (line.hard_break) return false;
    const std::string_view a = words(line), b = words(next);
    const bool lower = std::islower(static_cast<unsigned char>(b[0])) != 0;
    if (lower && !ends_sentence(a)) return true;
    if (width > 120 || width < 40 || a.size() < 30) return false;
    // Inside a sentence a ragged line is enough; after one the next word must not have fitted.
    const bool full = a.size() + 1 + first_word_length(b) > width - width / 10;
    const bool ragged = !ends_sentence(a) && a.size() * 10 >= width * 7;
    return (full || ragged) && !read_metadata_line(a) && !read_metadata_line(b);
  }

  /// The width the lines of the group were broken at; 0 when they were not.
  [[nodiscard]] std::size_t group_width() const {
    std::size_t longest = 0, shortest = std::string::npos;
    for (std::size_t i = 0; i < lines_in_group_.size(); ++i) {
      const std::size_t size = words(lines_in_group_[i]).size();
      longest = std::max(longest, size);
      if (i + 1 < lines_in_group_.size()) shortest = std::min(shortest, size);
    }
    const bool even = lines_in_group_.size() >= 3 && longest <= 100 && shortest + 20 >= longest;
    return hard_wrapped_ || even ? longest : 0;
  }

  void flush() {
    const std::size_t width = lines_in_group_.size() > 1 ? group_width() : 0;
    for (std::size_t i = 0; i < lines_in_group_.size();) {
      std::size_t last = i;
      while (last + 1 < lines_in_group_.size() && joins(lines_in_group_[last], lines_in_group_[last + 1], width))
        ++last;
      emit(lines_in_group_[i].begin, lines_in_group_[last].end, 0);
      i = last + 1;
    }
    lines_in_group_.clear();
    group_is_list_ = false;
  }

  void emit(std::size_t begin, std::size_t end, int level) {
    Block block = strip_inline(source_.slice(begin, end));
    if (block.content.empty()) return;
    block.heading = level;
    block.list_item = group_is_list_;
    block.after_rule = std::exchange(after_rule_, false);
    out_.blocks.push_back(std::move(block));
  }

  const MappedText& source_;
  std::vector<Line> lines_;
  bool hard_wrapped_ = false;
  std::vector<Line> lines_in_group_;
  bool group_is_list_ = false;
  bool after_rule_ = false;
  TextBlocks out_;
};

}  // namespace

TextBlocks split_blocks(const MappedText& text) { return BlockSplitter(text).run(); }

}  // namespace hearsay
