#include "ingest/speech/quotes.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/titles_of_works.hpp"

namespace hearsay {
namespace {

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

std::optional<Quotation> to_quotation(const Document& doc, TokenSpan paragraph, const MarkPair& pair,
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
  std::vector<MarkPair> pairs = pair_marks(doc.text, bytes_of(doc, span));
  const auto where = [](const MarkPair& p) { return p.open ? p.open->begin : p.close->begin; };
  std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return where(a) < where(b); });
  const std::size_t first = out.size();
  TokenIndex last_end = span.begin;
  for (const MarkPair& pair : pairs) {
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
    const bool repeats = !open || !q.opened || word(doc, q.span.begin) == word(doc, quotations[*open].span.begin);
    const bool starts = q.span.begin == paragraph.begin && repeats;
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
  if (words == 0 || (is_behind_work(doc, quotation) && is_in_title_case(doc, quotation))) return false;
  if (finite) return words >= 3 || terminal;
  return (terminal && words >= 2) || (lower && words >= 6);
}

bool has_finite_verb(const Document& doc, const Quotation& quotation) {
  return std::any_of(doc.tags.begin() + quotation.inner.begin, doc.tags.begin() + quotation.inner.end, is_finite);
}

std::vector<std::uint32_t> outer_quotations(const Document& doc, const std::vector<Quotation>& quotations) {
  std::vector<std::uint32_t> outer(doc.tokens.size(), kNoQuotation);
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    if (quotations[q].depth > 0) continue;
    for (TokenIndex t = quotations[q].span.begin; t < quotations[q].span.end; ++t) outer[t] = q;
  }
  return outer;
}

}  // namespace hearsay
