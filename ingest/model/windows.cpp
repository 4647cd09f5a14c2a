#include "ingest/model/windows.hpp"

#include <algorithm>

namespace hearsay {
namespace {

bool closes(std::string_view word) {
  return word == "”" || word == "’" || word == ")" || word == "]" || word == "''" || word == "\"";
}

bool is_terminal(std::string_view word) {
  constexpr std::string_view ellipsis = "…";
  while (!word.empty()) {
    const bool one = word[0] == '.' || word[0] == '!' || word[0] == '?';
    if (!one && !word.starts_with(ellipsis)) return false;
    word.remove_prefix(one ? 1 : ellipsis.size());
  }
  return true;
}

enum Cut : std::uint8_t { none, sentence, paragraph };

/// What a cut before each token would part.
std::vector<Cut> possible_cuts(const Document& doc) {
  std::vector<Cut> cuts(doc.tokens.size(), none);
  bool ended = false;  // a terminal and nothing but closers after it
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    const std::string_view text = word(doc, t);
    const bool closer = closes(text);
    if (ended && !closer) cuts[t] = sentence;
    ended = closer ? ended : is_terminal(text);
  }
  for (const TokenSpan& p : doc.paragraphs)
    if (p.begin < cuts.size()) cuts[p.begin] = paragraph;
  return cuts;
}

}  // namespace

std::vector<TokenSpan> cut_windows(const Document& doc, std::span<const std::uint8_t> pieces, std::size_t limit) {
  const std::vector<Cut> cuts = possible_cuts(doc);
  const auto count = static_cast<TokenIndex>(doc.tokens.size());
  std::vector<TokenSpan> windows;
  for (TokenIndex begin = 0; begin < count;) {
    std::size_t used = 2;
    TokenIndex end = begin, after[3] = {};  // the last place to cut, for each kind of cut
    for (; end < count; ++end) {
      used += pieces[end] + (end > begin && cuts[end] == paragraph ? 1U : 0U);
      if (end > begin) after[cuts[end]] = end;
      if (used > limit && end > begin) break;
    }
    if (end < count && after[paragraph] > 0)
      end = after[paragraph];
    else if (end < count && after[sentence] > 0)
      end = after[sentence];
    windows.push_back({begin, end});
    begin = end;
  }
  return windows;
}

}  // namespace hearsay
