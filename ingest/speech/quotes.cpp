#include "ingest/speech/quotes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace hearsay {
namespace {

enum class Family : std::uint8_t { twofold, single, angle, corner };
constexpr std::size_t kFamilies = 4;
enum class Shape : std::uint8_t { opening, closing, low, either };

struct MarkType {
  std::string_view bytes;
  Family family;
  Shape shape;
};

// Longer spellings first.
constexpr MarkType kMarks[] = {
    {"``", Family::twofold, Shape::opening},     {"''", Family::twofold, Shape::either},
    {"\"", Family::twofold, Shape::either},      {"\u201C", Family::twofold, Shape::opening},
    {"\u201D", Family::twofold, Shape::closing}, {"\u201E", Family::twofold, Shape::low},
    {"\u201F", Family::twofold, Shape::opening}, {"\uFF02", Family::twofold, Shape::either},
    {"'", Family::single, Shape::either},        {"`", Family::single, Shape::opening},
    {"\u2018", Family::single, Shape::opening},  {"\u2019", Family::single, Shape::closing},
    {"\u201A", Family::single, Shape::low},      {"\u201B", Family::single, Shape::opening},
    {"\u2039", Family::single, Shape::opening},  {"\u203A", Family::single, Shape::closing},
    {"\u00AB", Family::angle, Shape::opening},   {"\u00BB", Family::angle, Shape::closing},
    {"\u300C", Family::corner, Shape::opening},  {"\u300D", Family::corner, Shape::closing},
    {"\u300E", Family::corner, Shape::opening},  {"\u300F", Family::corner, Shape::closing},
};

/// A mark in the text, and what its neighbours make of it.
struct Mark {
  ByteSpan bytes;
  Family family = Family::twofold;
  Shape shape = Shape::either;
  bool may_open = false;   ///< nothing, a space or a bracket before it, something after it
  bool may_close = false;  ///< something before it, no letter after it
  bool after_s = false;    ///< "leaders' talks": more likely a genitive
};

bool is_letter(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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
  if (mark.family == Family::single) {
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
      closes_later_[i] = closes_later_[i + 1] + (m.family == Family::single && m.may_close ? 1U : 0U);
    }
  }

  struct Pair {
    std::optional<ByteSpan> open, close;
    Family family = Family::twofold;
  };

  std::vector<Pair> run() {
    for (std::size_t i = 0; i < marks_.size(); ++i) take(i);
    finish();
    return std::move(pairs_);
  }

 private:
  void take(std::size_t i) {
    const Mark& mark = marks_[i];
    if (mark.family == Family::single) return take_single(i);
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
    const bool open = open_[static_cast<std::size_t>(Family::single)] > 0;
    if (open && mark.may_close && mark.shape != Shape::opening && mark.shape != Shape::low) {
      if (mark.after_s && closes_later_[i + 1] > 0) return;
      return close(i);
    }
    if (mark.shape != Shape::closing && mark.may_open && closes_later_[i + 1] > 0) push(i);
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
    const Family family = marks_[i].family;
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

  // An opening mark without an end: up to the next quotation of its family, else to the paragraph's end.
  void finish() {
    const auto bottom =
        std::find_if(stack_.begin(), stack_.end(), [&](std::size_t m) { return marks_[m].family != Family::single; });
    if (bottom == stack_.end()) return;
    const Mark& mark = marks_[*bottom];
    std::optional<ByteSpan> cut;
    for (const Pair& pair : pairs_) {
      if (!pair.open || pair.family != mark.family || pair.open->begin <= mark.bytes.begin) continue;
      if (!cut || pair.open->begin < cut->begin) cut = ByteSpan{pair.open->begin, pair.open->begin};
    }
    pairs_.push_back({mark.bytes, cut, mark.family});
  }

  std::string_view text_;
  std::vector<Mark> marks_;
  std::vector<std::uint32_t> closes_later_;  ///< single marks after this one that could close
  std::vector<std::size_t> stack_;
  std::array<std::uint32_t, kFamilies> open_{};
  std::vector<Pair> pairs_;
};

TokenIndex first_token_from(const Document& doc, TokenSpan within, std::uint32_t byte) {
  const auto begin = doc.tokens.begin() + within.begin, end = doc.tokens.begin() + within.end;
  const auto at = std::lower_bound(begin, end, byte, [](ByteSpan t, std::uint32_t b) { return t.begin < b; });
  return static_cast<TokenIndex>(at - doc.tokens.begin());
}

TokenIndex first_token_ending_after(const Document& doc, TokenSpan within, std::uint32_t byte) {
  const auto begin = doc.tokens.begin() + within.begin, end = doc.tokens.begin() + within.end;
  const auto at = std::lower_bound(begin, end, byte, [](ByteSpan t, std::uint32_t b) { return t.end <= b; });
  return static_cast<TokenIndex>(at - doc.tokens.begin());
}

// Where a quotation that was never opened begins: with its sentence, but not before the quotation before it.
TokenIndex lone_begin(const Document& doc, TokenSpan paragraph, TokenIndex mark, TokenIndex after) {
  TokenIndex begin = std::max(paragraph.begin, after);
  if (!doc.sentences.empty() && mark < doc.sentences.back().end) {
    begin = std::max(begin, doc.sentences[sentence_of(doc, mark)].begin);
  }
  return begin;
}

std::optional<Quotation> to_quotation(const Document& doc, TokenSpan paragraph, const Pairing::Pair& pair,
                                      TokenIndex lone_from) {
  Quotation q;
  q.opened = pair.open.has_value();
  q.closed = pair.close && !pair.close->empty();
  const TokenIndex close = pair.close ? first_token_ending_after(doc, paragraph, pair.close->begin) : paragraph.end;
  q.span.begin = q.opened ? first_token_ending_after(doc, paragraph, pair.open->begin)
                          : lone_begin(doc, paragraph, close, lone_from);
  q.inner.begin = q.opened ? first_token_from(doc, paragraph, pair.open->end) : q.span.begin;
  q.inner.end = std::max(close, q.inner.begin);
  q.span.end = q.closed ? first_token_from(doc, paragraph, pair.close->end) : close;
  if (q.span.end <= q.span.begin || (!q.opened && q.inner.empty())) return std::nullopt;
  return q;
}

void add_paragraph(const Document& doc, std::uint32_t paragraph, std::vector<Quotation>& out) {
  const TokenSpan span = doc.paragraphs[paragraph];
  if (span.empty()) return;
  std::vector<Pairing::Pair> pairs = Pairing(doc.text, find_marks(doc.text, bytes_of(doc, span))).run();
  const auto where = [](const Pairing::Pair& p) { return p.open ? p.open->begin : p.close->begin; };
  std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return where(a) < where(b); });
  const std::size_t first = out.size();
  TokenIndex last_end = span.begin;
  for (const Pairing::Pair& pair : pairs) {
    std::optional<Quotation> q = to_quotation(doc, span, pair, last_end);
    if (!q) continue;
    q->paragraph = paragraph;
    last_end = std::max(last_end, q->span.end);
    out.push_back(*q);
  }
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), [](const auto& a, const auto& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

// Quotations nest or are apart: one that crosses an earlier one is dropped.
void set_depths(std::vector<Quotation>& quotations) {
  std::vector<TokenIndex> open_ends;
  std::size_t kept = 0;
  for (Quotation& q : quotations) {
    while (!open_ends.empty() && open_ends.back() <= q.span.begin) open_ends.pop_back();
    if (!open_ends.empty() && q.span.end > open_ends.back()) continue;
    q.depth = static_cast<std::uint32_t>(open_ends.size());
    open_ends.push_back(q.span.end);
    quotations[kept++] = q;
  }
  quotations.resize(kept);
}

// Opening marks are repeated where a quotation goes on in the next paragraph; its closing mark stands at the end.
void set_continuations(const Document& doc, std::vector<Quotation>& quotations) {
  std::optional<std::uint32_t> open;
  for (std::uint32_t i = 0; i < quotations.size(); ++i) {
    Quotation& q = quotations[i];
    if (q.depth > 0) continue;
    const TokenSpan paragraph = doc.paragraphs[q.paragraph];
    const bool first = i == 0 || quotations[i - 1].paragraph != q.paragraph;
    if (open && !q.opened && first) q.span.begin = q.inner.begin = paragraph.begin;
    const bool starts = q.span.begin == paragraph.begin;
    if (open && quotations[*open].paragraph + 1 == q.paragraph && starts) q.continues = open;
    open.reset();
    if (!q.closed && q.span.end == paragraph.end) open = i;
  }
}

bool is_finite(const Tag& tag) {
  return tag.feats.find("VerbForm=Fin") != std::string::npos || tag.xpos == "VBD" || tag.xpos == "VBZ" ||
         tag.xpos == "VBP" || tag.xpos == "MD";
}

bool is_terminal(std::string_view w) { return w == "." || w == "?" || w == "!" || w == "..." || w == "\u2026"; }

}  // namespace

std::vector<Quotation> find_quotations(const Document& doc) {
  std::vector<Quotation> out;
  for (std::uint32_t p = 0; p < doc.paragraphs.size(); ++p) add_paragraph(doc, p, out);
  set_depths(out);
  set_continuations(doc, out);
  return out;
}

bool is_utterance(const Document& doc, const Quotation& quotation) {
  bool finite = false, lower = false, terminal = false;
  std::uint32_t words = 0;
  for (TokenIndex t = quotation.inner.begin; t < quotation.inner.end; ++t) {
    const std::string_view w = word(doc, t);
    terminal = is_terminal(w) || w == ",";
    if (!is_letter(static_cast<unsigned char>(w[0]))) continue;
    ++words;
    finite = finite || is_finite(doc.tags[t]);
    lower = lower || (w[0] >= 'a' && w[0] <= 'z');
  }
  if (words == 0) return false;
  if (finite) return words >= 3 || terminal;
  return (terminal && words >= 2) || (lower && words >= 6);
}

std::vector<std::uint32_t> outer_quotations(const Document& doc, const std::vector<Quotation>& quotations) {
  std::vector<std::uint32_t> outer(doc.tokens.size(), kNoQuotation);
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    if (quotations[q].depth > 0) continue;
    for (TokenIndex t = quotations[q].span.begin; t < quotations[q].span.end; ++t) outer[t] = q;
  }
  return outer;
}

bool is_quotation_mark(std::string_view w) {
  if (w.empty()) return false;
  for (const MarkType& type : kMarks) {
    if (w == type.bytes) return true;
  }
  return false;
}

}  // namespace hearsay
