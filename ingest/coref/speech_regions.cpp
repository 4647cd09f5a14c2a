#include "ingest/coref/speech_regions.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace hearsay {
namespace {

/// The number of the pair of quotation marks around each token, 0 outside. A quotation that is not closed goes on
/// to the end of its paragraph, as printers have it.
std::vector<std::uint32_t> quotations(const Document& doc) {
  std::vector<std::uint32_t> quoted(doc.tokens.size(), 0);
  std::uint32_t last = 0;
  for (const TokenSpan paragraph : doc.paragraphs) {
    bool open = false;
    for (TokenIndex token = paragraph.begin; token < paragraph.end; ++token) {
      const std::string_view form = word(doc, token);
      const bool straight = form == "\"" || form == "''" || form == "``";
      if (form == "”" || (straight && open)) {
        open = false;
      } else if (form == "“" || straight) {
        open = true;
        ++last;
      } else if (open) {
        quoted[token] = last;
      }
    }
  }
  return quoted;
}

std::uint32_t size_of(const std::vector<TokenSpan>& spans) {
  return std::accumulate(spans.begin(), spans.end(), 0U, [](std::uint32_t n, TokenSpan s) { return n + s.size(); });
}

/// The word of `span` that a verb would agree with is not known here; its last noun-like word serves.
std::optional<TokenIndex> head_of(const Document& doc, const std::vector<TokenSpan>& spans) {
  for (const TokenSpan span : spans)
    for (TokenIndex token = span.begin; token < span.end; ++token)
      if (!doc.arcs[token].head || !span.contains(*doc.arcs[token].head)) return token;
  return std::nullopt;
}

}  // namespace

SpeechRegions::SpeechRegions(const Document& doc, const std::vector<Attribution>& attributions)
    : regions_(quotations(doc)), speakers_(1), addressees_(1) {
  const std::uint32_t marks = regions_.empty() ? 0 : *std::max_element(regions_.begin(), regions_.end());
  speakers_.resize(marks + 1);
  addressees_.resize(marks + 1);
  direct_.resize(marks + 1);
  std::vector<std::size_t> order(attributions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return size_of(attributions[a].content) > size_of(attributions[b].content);  // inner ones overwrite outer ones
  });
  for (const std::size_t i : order) {
    const Attribution& attribution = attributions[i];
    add_insertion(doc, attribution);
    if (attribution.kind == SpeechKind::indirect) continue;
    const auto number = static_cast<std::uint32_t>(speakers_.size());
    speakers_.push_back(attribution.source_head ? attribution.source_head : head_of(doc, attribution.source));
    direct_.push_back(attribution.kind == SpeechKind::direct);
    addressees_.push_back(head_of(doc, attribution.addressee));
    for (const TokenSpan span : attribution.content)
      for (TokenIndex token = span.begin; token < span.end; ++token)
        if (regions_[token] != 0) regions_[token] = number;
  }
}

void SpeechRegions::add_insertion(const Document& doc, const Attribution& attribution) {
  if (!attribution.source_head) return;
  const Arc& arc = doc.arcs[*attribution.source_head];
  if (arc.deprel != "appos" || !arc.head) return;
  const auto told = [&](TokenSpan piece) { return piece.contains(*arc.head); };
  if (std::any_of(attribution.content.begin(), attribution.content.end(), told)) {
    insertions_.emplace_back(*attribution.source_head, *arc.head);
  }
}

}  // namespace hearsay
