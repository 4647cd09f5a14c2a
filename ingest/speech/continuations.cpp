#include "ingest/speech/continuations.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "ingest/speech/cue_lexicon.hpp"

namespace hearsay {
namespace {

bool speaks(const Attribution& a) { return a.cue.empty() || (verb_cue(a.cue_lemma) & (kSpeech | kAsk)) != 0; }

// "'...,' she said, referring to the law": her next words go on from "said".
bool hangs_on(const Attribution& a, const Attribution& earlier) {
  return !speaks(a) && speaks(earlier) && earlier.kind != SpeechKind::indirect;
}

}  // namespace

std::vector<std::uint32_t> beginnings(const std::vector<Attribution>& attributions) {
  using Speaker = std::pair<std::vector<TokenSpan>, std::optional<std::uint32_t>>;
  std::map<Speaker, std::uint32_t> last;
  std::vector<std::uint32_t> begins(attributions.size());
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    const Attribution& said = attributions[a];
    begins[a] = a;
    if (said.source.empty()) continue;
    const auto [at, is_new] = last.try_emplace({said.source, said.parent}, a);
    if (is_new) continue;
    if (hangs_on(said, attributions[at->second])) continue;
    if (said.cue.empty()) begins[a] = at->second;
    at->second = begins[a];
  }
  return begins;
}

Attribution joined(const std::vector<Attribution>& attributions, const std::vector<std::uint32_t>& parts) {
  Attribution whole = attributions[parts.front()];
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Attribution& part = attributions[parts[i]];
    whole.content.insert(whole.content.end(), part.content.begin(), part.content.end());
    for (const std::uint32_t topic : part.about) {
      if (std::find(whole.about.begin(), whole.about.end(), topic) == whole.about.end()) whole.about.push_back(topic);
    }
  }
  return whole;
}

}  // namespace hearsay
