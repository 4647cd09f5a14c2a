#include "ingest/speech/quotation_marks.hpp"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

constexpr std::size_t kFamilies = 4;
enum class Shape : std::uint8_t { opening, closing, low, either };

struct MarkType {
  std::string_view bytes;
  MarkFamily family;
  Shape shape;
};

// Longer spellings first.
constexpr MarkType kMarks[] = {
    {"``", MarkFamily::twofold, Shape::opening},     {"''", MarkFamily::twofold, Shape::either},
    {"\"", MarkFamily::twofold, Shape::either},      {"\u201C", MarkFamily::twofold, Shape::opening},
    {"\u201D", MarkFamily::twofold, Shape::closing}, {"\u201E", MarkFamily::twofold, Shape::low},
    {"\u201F", MarkFamily::twofold, Shape::opening}, {"\uFF02", MarkFamily::twofold, Shape::either},
    {"'", MarkFamily::single, Shape::either},        {"`", MarkFamily::single, Shape::opening},
    {"\u2018", MarkFamily::single, Shape::opening},  {"\u2019", MarkFamily::single, Shape::closing},
    {"\u201A", MarkFamily::single, Shape::low},      {"\u201B", MarkFamily::single, Shape::opening},
    {"\u2039", MarkFamily::single, Shape::opening},  {"\u203A", MarkFamily::single, Shape::closing},
    {"\u00AB", MarkFamily::angle, Shape::opening},   {"\u00BB", MarkFamily::angle, Shape::closing},
    {"\u300C", MarkFamily::corner, Shape::opening},  {"\u300D", MarkFamily::corner, Shape::closing},
    {"\u300E", MarkFamily::corner, Shape::opening},  {"\u300F", MarkFamily::corner, Shape::closing},
};

/// A mark in the text, and what its neighbours make of it.
struct Mark {
  ByteSpan bytes;
  MarkFamily family = MarkFamily::twofold;
  Shape shape = Shape::either;
  bool may_open = false;   ///< nothing, a space or a bracket before it, something after it
  bool may_close = false;  ///< something before it, no letter after it
  bool after_s = false;    ///< "leaders' talks": more likely a genitive
};

bool is_space(unsigned char c) { return c <= ' '; }

bool ends_with_space(std::string_view text, std::size_t at) {
  return at == 0 || is_space(static_cast<unsigned char>(text[at - 1])) ||
         (at >= 2 && text.substr(at - 2, 2) == "\u00A0");
}

bool ends_with_dash(std::string_view text, std::size_t at) {
  return at >= 3 && (text.substr(at - 3, 3) == "\u2014" || text.substr(at - 3, 3) == "\u2013" ||
                     text.substr(at - 3, 3) == "\u2015");
}

bool ends_with_mark(std::string_view text, std::size_t at) {
  for (const MarkType& type : kMarks) {
    if (at >= type.bytes.size() && text.substr(at - type.bytes.size(), type.bytes.size()) == type.bytes) return true;
  }
  return false;
}

bool starts_with_mark(std::string_view text, std::size_t at) {
  for (const MarkType& type : kMarks) {
    if (text.substr(at, type.bytes.size()) == type.bytes) return true;
  }
  return false;
}

// What stands around the mark decides for marks that look the same on both sides.
void look_around(std::string_view text, Mark& mark) {
  const std::size_t begin = mark.bytes.begin, end = mark.bytes.end;
  const bool space_before = ends_with_space(text, begin);
  const bool space_after =
      end >= text.size() || is_space(static_cast<unsigned char>(text[end])) || text.substr(end, 2) == "\u00A0";
  const char before = begin == 0 ? ' ' : text[begin - 1];
  const char after = end >= text.size() ? ' ' : text[end];
  const bool mark_before = ends_with_mark(text, begin);
  const bool opens_before = space_before || before == '(' || before == '[' || before == '-' || before == '*' ||
                            before == '_' || before == '/' || before == ':' || mark_before ||
                            ends_with_dash(text, begin);
  const bool letter_after = is_letter(static_cast<unsigned char>(after)) && !starts_with_mark(text, end) &&
                            !ends_with_dash(text, std::min(end + 3, text.size())) && text.substr(end, 2) != "\u00A0";
  mark.may_open = opens_before && !space_after;
  mark.may_close = !space_before && !letter_after;
  mark.after_s = before == 's' && space_after && end + 1 < text.size() && text[end + 1] >= 'a' && text[end + 1] <= 'z';
}

// Apostrophes inside words and years ('90s) are no quotation marks.
bool is_apostrophe(std::string_view text, const Mark& mark) {
  const char after = mark.bytes.end >= text.size() ? ' ' : text[mark.bytes.end];
  const bool digit_after = after >= '0' && after <= '9';
  if (mark.family == MarkFamily::single) {
    if (mark.shape == Shape::opening) return false;
    return (!mark.may_open && !mark.may_close) || (!mark.may_close && digit_after && mark.shape == Shape::either);
  }
  return false;
}

std::vector<Mark> find_marks(std::string_view text, ByteSpan range) {
  std::vector<Mark> marks;
  for (std::uint32_t at = range.begin; at < range.end;) {
    std::uint32_t step = 1;
    for (const MarkType& type : kMarks) {
      if (text[at] != type.bytes[0] || text.substr(at, type.bytes.size()) != type.bytes) continue;
      step = static_cast<std::uint32_t>(type.bytes.size());
      Mark mark{{at, at + step}, type.family, type.shape};
      look_around(text, mark);
      if (!is_apostrophe(text, mark)) marks.push_back(mark);
      break;
    }
    at += step;
  }
  return marks;
}

/// Pairs the marks of one paragraph.
class Pairing {
 public:
  explicit Pairing(std::string_view text, std::vector<Mark> marks)
      : text_(text), marks_(std::move(marks)), closes_later_(marks_.size() + 1, 0) {
    for (std::size_t i = marks_.size(); i-- > 0;) {
      const Mark& m = marks_[i];
      closes_later_[i] = closes_later_[i + 1] + (m.family == MarkFamily::single && m.may_close ? 1U : 0U);
    }
  }

  std::vector<MarkPair> run() {
    for (std::size_t i = 0; i < marks_.size(); ++i) take(i);
    finish();
    return std::move(pairs_);
  }

 private:
  void take(std::size_t i) {
    const Mark& mark = marks_[i];
    if (mark.family == MarkFamily::single) return take_single(i);
    const bool open = open_[static_cast<std::size_t>(mark.family)] > 0;
    // German closes with what English opens with: \u201E...\u201C and \u00BB...\u00AB.
    const bool turned = open && mark.may_close && !mark.may_open;
    if (mark.shape == Shape::low || (mark.shape == Shape::opening && !turned)) return push(i);
    if (mark.shape == Shape::closing || mark.shape == Shape::opening) {
      if (open) return close(i);
      return mark.may_open && !mark.may_close ? push(i) : lone_close(i);
    }
    if (mark.may_open == mark.may_close) return open ? close(i) : push(i);
    if (mark.may_open) return push(i);
    if (open) return close(i);
    if (!is_inch(mark)) lone_close(i);
  }

  // Single marks only count in pairs: a lone one is an apostrophe.
  void take_single(std::size_t i) {
    const Mark& mark = marks_[i];
    const bool open = open_[static_cast<std::size_t>(MarkFamily::single)] > 0;
    if (open && mark.may_close && mark.shape != Shape::opening && mark.shape != Shape::low) {
      if (mark.after_s && closes_later_[i + 1] > 0) return;
      return close(i);
    }
    if (mark.shape != Shape::closing && mark.may_open && closes_later_[i + 1] > 0) push(i);
  }

  [[nodiscard]] bool same_spelling(ByteSpan a, ByteSpan b) const {
    return text_.substr(a.begin, a.end - a.begin) == text_.substr(b.begin, b.end - b.begin);
  }

  [[nodiscard]] bool is_inch(const Mark& mark) const {
    const char before = mark.bytes.begin == 0 ? ' ' : text_[mark.bytes.begin - 1];
    return before >= '0' && before <= '9';
  }

  void push(std::size_t i) {
    stack_.push_back(i);
    ++open_[static_cast<std::size_t>(marks_[i].family)];
  }

  // What was opened inside and never closed is dropped: a stray mark must not swallow the rest.
  void close(std::size_t i) {
    const MarkFamily family = marks_[i].family;
    for (;;) {
      const std::size_t open = stack_.back();
      stack_.pop_back();
      --open_[static_cast<std::size_t>(marks_[open].family)];
      if (marks_[open].family != family) continue;
      pairs_.push_back({marks_[open].bytes, marks_[i].bytes, family});
      return;
    }
  }

  void lone_close(std::size_t i) { pairs_.push_back({std::nullopt, marks_[i].bytes, marks_[i].family}); }

  // An opening mark without an end: up to the next quotation of its kind, else to the paragraph's end. Straight marks
  // around a block may hold curly ones.
  void finish() {
    const auto bottom = std::find_if(stack_.begin(), stack_.end(),
                                     [&](std::size_t m) { return marks_[m].family != MarkFamily::single; });
    if (bottom == stack_.end()) return;
    const Mark& mark = marks_[*bottom];
    std::optional<ByteSpan> cut;
    for (const MarkPair& pair : pairs_) {
      if (!pair.open || pair.family != mark.family || pair.open->begin <= mark.bytes.begin) continue;
      if (mark.shape == Shape::either && !same_spelling(*pair.open, mark.bytes)) continue;
      if (!cut || pair.open->begin < cut->begin) cut = ByteSpan{pair.open->begin, pair.open->begin};
    }
    pairs_.push_back({mark.bytes, cut, mark.family});
  }

  std::string_view text_;
  std::vector<Mark> marks_;
  std::vector<std::uint32_t> closes_later_;  ///< single marks after this one that could close
  std::vector<std::size_t> stack_;
  std::array<std::uint32_t, kFamilies> open_{};
  std::vector<MarkPair> pairs_;
};

}  // namespace

std::vector<MarkPair> pair_marks(std::string_view text, ByteSpan paragraph) {
  return Pairing(text, find_marks(text, paragraph)).run();
}

bool is_letter(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_quotation_mark(std::string_view w) {
  if (w.empty()) return false;
  for (const MarkType& type : kMarks) {
    if (w == type.bytes) return true;
  }
  return false;
}

}  // namespace hearsay
