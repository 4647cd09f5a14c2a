#include "ingest/speech/cue_context.hpp"

#include <algorithm>
#include <string_view>

namespace hearsay {
namespace {

constexpr std::uint32_t kReach = 100;

bool is_double_mark(std::string_view w) {
  return w == "\"" || w == "\u201C" || w == "\u201D" || w == "``" || w == "''";
}

bool ends_open(const Document& doc, TokenSpan paragraph) {
  bool is_open = false;
  for (TokenIndex t = paragraph.begin; t < paragraph.end; ++t) {
    const std::string_view mark = word(doc, t);
    if (mark == "\"") is_open = !is_open;
    if (mark == "\u201C" || mark == "``") is_open = true;
    if (mark == "\u201D" || mark == "''") is_open = false;
  }
  return is_open;
}

}  // namespace

CueContexts::CueContexts(const Document& doc) : doc_(doc) {
  for (std::uint32_t p = 0; p < doc.paragraphs.size(); ++p) {
    const TokenSpan here = doc.paragraphs[p];
    open_.push_back(ends_open(doc, here));
    bool linked = false;
    if (p + 1 < doc.paragraphs.size() && !here.empty() && !doc.paragraphs[p + 1].empty()) {
      linked = open_[p] || word(doc, here.end - 1) == ":" || is_double_mark(word(doc, doc.paragraphs[p + 1].begin));
    }
    linked_.push_back(linked);
  }
}

TokenSpan CueContexts::around(TokenSpan cue, TokenSpan window) const {
  const std::uint32_t p = paragraph_of(doc_, cue.begin);
  TokenSpan span = doc_.paragraphs[p];
  if (p > 0 && linked_[p - 1]) span.begin = doc_.paragraphs[p - 1].begin;
  if (linked_[p]) span.end = doc_.paragraphs[p + 1].end;
  span.begin = std::max({span.begin, window.begin, cue.begin < kReach ? 0 : cue.begin - kReach});
  span.end = std::min({span.end, window.end, cue.end + kReach});
  return span;
}

}  // namespace hearsay
