#include "ingest/coref/entities.hpp"

#include <algorithm>

#include "ingest/coref/name_matching.hpp"

namespace hearsay {
namespace {
// More spellings of one name than this tell nothing new, and checking them all must stay cheap.
constexpr std::size_t most_names = 6, most_titles = 8, most_heads = 8;
}  // namespace

Entities::Entities(const std::vector<Traits>& traits) : traits_(traits) {
  for (std::uint32_t i = 0; i < traits.size(); ++i) {
    parent_.push_back(i);
    Entity entity{traits[i].number, traits[i].gender, traits[i].kinds, {}, traits[i].titles, {}, 1, i, i};
    if (traits[i].kind == MentionKind::name && !traits[i].coordination) entity.names.push_back(i);
    if (traits[i].kind == MentionKind::nominal && is_role(traits[i].head)) entity.titles.push_back(traits[i].head);
    if (traits[i].kind == MentionKind::nominal) entity.heads.push_back(traits[i].head);
    entities_.push_back(std::move(entity));
  }
}

std::uint32_t Entities::root(std::uint32_t mention) const {
  while (parent_[mention] != mention) {
    parent_[mention] = parent_[parent_[mention]];
    mention = parent_[mention];
  }
  return mention;
}

bool Entities::compatible(std::uint32_t first, std::uint32_t second) const {
  const Entity &a = of(first), &b = of(second);
  if ((a.kinds & b.kinds) == 0 || (a.gender & b.gender) == 0) return false;
  for (const std::uint32_t x : a.names)
    for (const std::uint32_t y : b.names)
      if (match_names(traits_[x], traits_[y]) == NameMatch::different) return false;
  return true;
}

void Entities::join(std::uint32_t first, std::uint32_t second) {
  std::uint32_t a = root(first), b = root(second);
  if (a == b) return;
  if (entities_[a].mentions < entities_[b].mentions) std::swap(a, b);
  parent_[b] = a;
  Entity &into = entities_[a], &from = entities_[b];
  const auto narrow = [](std::uint8_t& x, std::uint8_t y) {
    if ((x & y) != 0) x &= y;
  };
  narrow(into.number, from.number);
  narrow(into.gender, from.gender);
  narrow(into.kinds, from.kinds);
  into.mentions += from.mentions;
  into.first = std::min(into.first, from.first);
  into.last = std::max(into.last, from.last);
  for (const std::uint32_t name : from.names) {
    const auto known = [&](std::uint32_t other) { return traits_[other].key == traits_[name].key; };
    if (into.names.size() < most_names && std::none_of(into.names.begin(), into.names.end(), known))
      into.names.push_back(name);
  }
  const auto take = [](std::vector<std::string>& words, std::vector<std::string>& more, std::size_t most) {
    for (std::string& word : more)
      if (words.size() < most && std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(std::move(word));
  };
  take(into.titles, from.titles, most_titles);
  take(into.heads, from.heads, most_heads);
}

}  // namespace hearsay
