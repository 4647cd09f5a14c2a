#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_subjects.hpp"
#include "ingest/speech/quoted_speech.hpp"

namespace hearsay {
namespace {

bool holds(const std::vector<TokenSpan>& spans, TokenSpan inside) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](TokenSpan s) { return s.begin < inside.end && inside.begin < s.end; });
}

// Half of the quotation is covered, or the piece begins or ends where the quotation does.
bool belongs(TokenSpan piece, TokenSpan quotation) {
  const TokenIndex begin = std::max(piece.begin, quotation.begin), end = std::min(piece.end, quotation.end);
  if (end <= begin) return false;
  return 2 * (end - begin) >= quotation.size() || piece.begin <= quotation.begin + 1 || piece.end + 1 >= quotation.end;
}

// Marks outside quotations do not belong to what is said; a full stop does between two pieces.
void trim(const Document& doc, const std::vector<std::uint32_t>& outer, TokenSpan& piece, bool last) {
  const TokenSpan inner = trimmed(doc, piece);
  if (inner.empty()) return;
  while (piece.begin < inner.begin && outer[piece.begin] == kNoQuotation) ++piece.begin;
  while (piece.end > inner.end && outer[piece.end - 1] == kNoQuotation) {
    if (!last && word(doc, piece.end - 1) == ".") break;
    --piece.end;
  }
}

// "..." - Ann Lee: the dash signs the quotation before it and no other; where its paragraph begins and ends with marks,
// whatever stands between them belongs to it.
void keep_signed_quotation(const Document& doc, const std::vector<Quotation>& quotations,
                           const std::vector<std::uint32_t>& outer, Attribution& a) {
  if (a.cue.size() != 1 || a.cue[0].begin == 0 || !is_dash(word(doc, a.cue[0].begin))) return;
  const TokenIndex end = a.cue[0].begin;
  const std::uint32_t before = outer[end - 1];
  const TokenIndex begin = doc.paragraphs[paragraph_of(doc, end - 1)].begin;
  const bool whole = begin + 1 < end && is_quotation_mark(word(doc, begin)) && is_quotation_mark(word(doc, end - 1));
  const TokenSpan quoted = whole                    ? TokenSpan{begin, end}
                           : before == kNoQuotation ? TokenSpan{}
                                                    : quotations[before].span;
  if (!quoted.empty() && holds(a.content, quoted)) a.content = {quoted};
}

// "...," she said, and soon the train left: what follows the cue of a whole quotation without marks is the writer's.
void drop_narration(const Document& doc, const std::vector<std::uint32_t>& outer,
                    const std::vector<Quotation>& quotations, Attribution& a) {
  if (a.content.size() < 2 || a.cue.empty()) return;
  const TokenSpan first = a.content[0];
  const std::uint32_t q = outer[first.begin];
  if (q == kNoQuotation || quotations[q].span != first || first.end > a.cue[0].begin) return;
  if (!quotations[q].closed || !is_utterance(doc, quotations[q])) return;
  std::erase_if(a.content, [&](TokenSpan piece) {
    // A mark that ends it may be that of a block around all this.
    if (piece.size() > 1 && is_quotation_mark(word(doc, piece.end - 1))) --piece.end;
    return piece.begin >= a.cue[0].end && std::all_of(outer.begin() + piece.begin, outer.begin() + piece.end,
                                                      [](std::uint32_t o) { return o == kNoQuotation; });
  });
}

// "LEE: ...", "Q. ...": the turn is all that follows the label, up to the full stop.
bool is_turn(const Document& doc, const Attribution& a) {
  if (a.source.size() != 1) return false;
  const TokenIndex first = doc.paragraphs[paragraph_of(doc, a.source[0].begin)].begin, said = a.content[0].begin;
  if (a.cue.empty()) return a.source[0].begin == first && said >= a.source[0].end && said <= a.source[0].end + 1;
  if (a.cue.size() != 1 || a.cue[0].size() != 1 || word(doc, a.cue[0].begin) != ":") return false;
  return a.source[0].begin <= first + 1 && a.source[0].end == a.cue[0].begin && said == a.cue[0].end;
}

}  // namespace

void join_pieces(std::vector<TokenSpan>& pieces) {
  std::sort(pieces.begin(), pieces.end());
  std::vector<TokenSpan> joined;
  for (const TokenSpan piece : pieces) {
    if (piece.empty()) continue;
    if (!joined.empty() && piece.begin < joined.back().end) {
      joined.back().end = std::max(joined.back().end, piece.end);
    } else {
      joined.push_back(piece);
    }
  }
  pieces = std::move(joined);
}

bool is_dash(std::string_view w) {
  return w == "-" || w == "--" || w == "\u2013" || w == "\u2014" || w == "\u2015" || w == "~";
}

void snap_to_quotations(const Document& doc, const std::vector<Quotation>& quotations,
                        std::vector<Attribution>& attributions) {
  const std::vector<std::uint32_t> outer = outer_quotations(doc, quotations);
  for (Attribution& a : attributions) {
    if (is_turn(doc, a)) continue;
    keep_signed_quotation(doc, quotations, outer, a);
    for (TokenSpan& piece : a.content) {
      const TokenIndex edges[] = {piece.begin, piece.end - 1};
      for (const TokenIndex edge : edges) {
        if (outer[edge] == kNoQuotation) continue;
        const TokenSpan q = quotations[outer[edge]].span;
        if (holds(a.cue, q) || holds(a.source, q) || !belongs(piece, q)) continue;
        piece = {std::min(piece.begin, q.begin), std::max(piece.end, q.end)};
      }
      trim(doc, outer, piece, &piece == &a.content.back());
    }
    join_pieces(a.content);
    drop_narration(doc, outer, quotations, a);
  }
}

}  // namespace hearsay
