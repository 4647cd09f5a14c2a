#include "ingest/speech/continuations.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace hearsay {

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
