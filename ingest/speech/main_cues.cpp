#include "ingest/speech/main_cues.hpp"

#include <algorithm>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/quoted_speech.hpp"

namespace hearsay {
namespace {

bool utters(const Document& doc, const Attribution& a) {
  if (a.cue.empty()) return true;
  const Tag& tag = doc.tags[cue_head(doc, a)];
  if (tag.upos != "VERB") return true;  // "according to", a colon, "his remark"
  return (verb_cue(tag.lemma) & (kSpeech | kAsk)) != 0;
}

// "the law, 'We will not yield'" as two pieces: before the comma and from the mark on.
std::vector<TokenSpan> parted(const Document& doc, const std::vector<Quotation>& quotations,
                              const std::vector<std::uint32_t>& outer, const std::vector<TokenSpan>& content) {
  std::vector<TokenSpan> pieces;
  for (const TokenSpan piece : content) {
    const std::uint32_t q = outer[piece.end - 1];
    const TokenIndex mark = q == kNoQuotation ? piece.begin : quotations[q].span.begin;
    const bool is_apart = mark > piece.begin + 1 && word(doc, mark - 1) == "," && has_finite_verb(doc, quotations[q]);
    if (is_apart) pieces.push_back({piece.begin, mark - 1});
    pieces.push_back({is_apart ? mark : piece.begin, piece.end});
  }
  return pieces;
}

}  // namespace

MainCues::MainCues(const Document& doc, const std::vector<std::uint32_t>& outer,
                   const std::vector<Attribution>& attributions)
    : doc_(doc), outer_(outer), attributions_(attributions) {
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    if (!attributions[a].cue.empty()) by_sentence_.emplace_back(sentence_of(doc, attributions[a].cue[0].begin), a);
  }
  std::sort(by_sentence_.begin(), by_sentence_.end());
}

bool MainCues::utters_before(std::uint32_t attribution, TokenIndex cue) const {
  const Attribution& a = attributions_[attribution];
  if (a.content.empty() || !utters(doc_, a) || outer_[a.content[0].begin] == kNoQuotation) return false;
  const TokenIndex own = a.cue[0].begin;
  return a.content[0].end <= own && own < cue && outer_[own] == kNoQuotation;
}

std::uint32_t MainCues::of(std::uint32_t attribution) const {
  constexpr int kMost = 32;  // a sentence with more cues is no sentence
  if (utters(doc_, attributions_[attribution])) return attribution;
  const TokenIndex cue = attributions_[attribution].cue[0].begin;
  const std::uint32_t sentence = sentence_of(doc_, cue);
  auto other = std::lower_bound(by_sentence_.begin(), by_sentence_.end(), std::pair{sentence, 0U});
  for (int looks = 0; looks < kMost && other != by_sentence_.end() && other->first == sentence; ++looks, ++other) {
    if (other->second != attribution && utters_before(other->second, cue)) return other->second;
  }
  return attribution;
}

void give_sequels_to_main_cues(const Document& doc, const std::vector<Quotation>& quotations,
                               std::vector<Attribution>& attributions) {
  const std::vector<std::uint32_t> outer = outer_quotations(doc, quotations);
  const MainCues main_cues(doc, outer, attributions);
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    const std::uint32_t main = main_cues.of(a);
    if (main == a) continue;
    const TokenIndex end = doc.sentences[sentence_of(doc, attributions[a].cue[0].begin)].end;
    const TokenIndex cue_end = attributions[a].cue[0].end;
    std::vector<TokenSpan> kept;
    for (const TokenSpan piece : parted(doc, quotations, outer, attributions[a].content)) {
      const bool is_quotation =
          outer[piece.begin] != kNoQuotation && quotations[outer[piece.begin]].span.begin == piece.begin;
      // In the same sentence only beside what the participle has already: "referring to the law, '...'".
      const bool is_other_half = is_quotation && !kept.empty() && kept.back().begin >= cue_end &&
                                 has_finite_verb(doc, quotations[outer[piece.begin]]);
      const bool is_sequel = is_quotation && (piece.begin >= end || is_other_half);
      (is_sequel ? attributions[main].content : kept).push_back(piece);
    }
    attributions[a].content = std::move(kept);
    join_pieces(attributions[main].content);
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace hearsay
