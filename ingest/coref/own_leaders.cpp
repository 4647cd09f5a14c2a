#include "ingest/coref/own_leaders.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "ingest/coref/name_matching.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

/// What the article says of one person wherever it names him.
struct Speaker {
  std::set<std::string> nations, titles;
};

bool is_named_person(const Traits& mention) {
  return mention.kind == MentionKind::name && mention.kinds == Kinds::person && !mention.coordination;
}

Speaker describe_speaker(const Traits& speaker, const std::vector<Traits>& traits) {
  Speaker found;
  for (const Traits& other : traits) {
    if (!is_named_person(other)) continue;
    const NameMatch match = match_names(speaker, other);
    if (match != NameMatch::same && match != NameMatch::part) continue;
    found.nations.insert(other.nations.begin(), other.nations.end());
    found.titles.insert(other.titles.begin(), other.titles.end());
  }
  return found;
}

bool is_bare_leader(const Traits& mention) {
  constexpr std::array leaders{"president"sv, "chancellor"sv, "king"sv, "queen"sv, "premier"sv};
  return mention.kind == MentionKind::nominal && mention.definite && !mention.demonstrative &&
         mention.number == Numbers::singular && mention.modifiers.empty() && mention.nations.empty() &&
         is_in(leaders, mention.head);
}

}  // namespace

std::vector<Traits> place_own_leaders(std::vector<Traits> traits, const std::vector<Mention>& mentions,
                                      const SpeechRegions& speech) {
  std::map<TokenIndex, std::uint32_t> people;
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (is_named_person(traits[m])) people.emplace(mentions[m].head, m);
  std::map<std::uint32_t, Speaker> speakers;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    if (!is_bare_leader(traits[m])) continue;
    const auto token = speech.speaker(speech.region(mentions[m].head));
    const auto who = token ? people.find(*token) : people.end();
    if (who == people.end()) continue;
    const auto [known, is_new] = speakers.try_emplace(who->second);
    if (is_new) known->second = describe_speaker(traits[who->second], traits);
    const Speaker& speaker = known->second;
    if (speaker.nations.size() == 1 && !speaker.titles.contains(traits[m].head))
      traits[m].nations.push_back(*speaker.nations.begin());
  }
  return traits;
}

}  // namespace hearsay
