#include "ingest/speech/drop_doubles.hpp"

#include <algorithm>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/cue_lexicon.hpp"

namespace hearsay {
namespace {

// Verbs of saying before other verbs, before nouns, before colons and the like.
int certainty(const Document& doc, const Attribution& a) {
  if (a.cue.empty()) return 0;
  const Tag& tag = doc.tags[cue_head(doc, a)];
  if (tag.upos == "VERB") return (verb_cue(tag.lemma) & (kSpeech | kTell)) != 0 ? 4 : 3;
  return tag.upos == "NOUN" ? 2 : 1;
}

}  // namespace

void drop_doubles(const Document& doc, std::vector<Attribution>& attributions) {
  std::vector<std::uint32_t> order(attributions.size());
  for (std::uint32_t a = 0; a < order.size(); ++a) order[a] = a;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const Attribution &a = attributions[x], &b = attributions[y];
    if (a.content != b.content) return a.content < b.content;
    const int i = certainty(doc, a), j = certainty(doc, b);
    return i != j ? i > j : a.confidence > b.confidence;
  });
  std::vector<bool> is_double(attributions.size(), false);
  for (std::size_t i = 1; i < order.size(); ++i) {
    is_double[order[i]] = attributions[order[i]].content == attributions[order[i - 1]].content;
  }
  std::size_t number = 0;
  std::erase_if(attributions, [&](const Attribution&) { return is_double[number++]; });
}

}  // namespace hearsay
