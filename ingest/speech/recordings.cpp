#include "ingest/speech/recordings.hpp"

#include <algorithm>

#include "ingest/speech/cue_lexicon.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// "uses footage of", "cuts to a clip".
bool is_showing(const Document& doc, const Attribution& a) {
  if (a.cue.empty()) return false;
  const TokenSpan cue = a.cue.back();
  const TokenIndex last = cue.size() > 1 && doc.tags[cue.end - 1].lemma == "of" ? cue.end - 2 : cue.end - 1;
  return last > cue.begin && is_recording(doc.tags[last].lemma);
}

}  // namespace

void drop_showings(const Document& doc, const std::vector<Quotation>& quotations,
                   std::vector<Attribution>& attributions) {
  const std::vector<std::uint32_t> outer = outer_quotations(doc, quotations);
  std::vector<std::uint32_t> shown(doc.tokens.size(), kNone);
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    if (!is_showing(doc, attributions[a])) continue;
    for (const TokenSpan piece : attributions[a].content) {
      std::fill(shown.begin() + piece.begin, shown.begin() + piece.end, a);
    }
  }
  std::vector<bool> is_dropped(attributions.size(), false);
  for (const Attribution& said : attributions) {
    if (said.cue.empty() || said.content.empty() || outer[said.content[0].begin] == kNoQuotation) continue;
    const std::uint32_t by = shown[said.cue[0].begin];
    if (by != kNone && outer[said.cue[0].begin] == kNoQuotation) is_dropped[by] = true;
  }
  std::size_t number = 0;
  std::erase_if(attributions, [&](const Attribution&) { return is_dropped[number++]; });
}

}  // namespace hearsay
