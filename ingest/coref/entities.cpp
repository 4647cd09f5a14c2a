#include "ingest/coref/entities.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "ingest/coref/name_matching.hpp"

namespace hearsay {
namespace {
// More spellings of one name than this tell nothing new, and checking them all must stay cheap.
constexpr std::size_t most_names = 6, most_titles = 8, most_heads = 8, most_placed = 6, most_owned = 4, most_sides = 24;

bool smaller(std::int32_t a, std::int32_t b) { return std::abs(a) < std::abs(b); }

}  // namespace

Entities::Entities(const std::vector<Traits>& traits) : traits_(traits) {
  for (std::uint32_t i = 0; i < traits.size(); ++i) {
    parent_.push_back(i);
    Entity entity{traits[i].number, traits[i].gender, traits[i].kinds, {}, traits[i].titles, {}, 1, i, i};
    if (traits[i].kind == MentionKind::name && !traits[i].coordination) entity.names.push_back(i);
    if (traits[i].kind == MentionKind::nominal && is_role(traits[i].head)) entity.titles.push_back(traits[i].head);
    if (traits[i].kind == MentionKind::nominal) entity.heads.push_back(traits[i].head);
    if (!traits[i].nations.empty() || !traits[i].opposites.empty()) entity.placed.push_back(i);
    if (traits[i].owner) entity.owned.push_back(i);
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
  return !names_differ(a, b) && !offices_differ(a, b) && !places_differ(a, b) && !owners_differ(a, b) &&
         !apart(first, second);
}

/// "I" counts as the name of its speaker: two named speakers are never one "I".
bool Entities::names_differ(const Entity& a, const Entity& b) const {
  const auto matches = [&](std::uint32_t x, std::uint32_t y) {
    const NameMatch match = match_names(traits_[x], traits_[y]);
    return match == NameMatch::same || match == NameMatch::part;
  };
  // "Hillary" and "Clinton" differ, but not where one of the two is "Hillary Clinton".
  const auto are_parts = [&](std::uint32_t x, std::uint32_t y) {
    const auto whole = [&](std::uint32_t name) { return matches(name, x) && matches(name, y); };
    return std::any_of(a.names.begin(), a.names.end(), whole) || std::any_of(b.names.begin(), b.names.end(), whole);
  };
  const auto differ = [&](const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& others) {
    return std::any_of(some.begin(), some.end(), [&](std::uint32_t x) {
      return std::any_of(others.begin(), others.end(), [&](std::uint32_t y) {
        return match_names(traits_[x], traits_[y]) == NameMatch::different && !are_parts(x, y);
      });
    });
  };
  return differ(a.names, b.names) || differ(a.speakers, b.names) || differ(a.names, b.speakers) ||
         differ(a.speakers, b.speakers);
}

/// A senator is not the president, unless the two bear one name: people move up.
bool Entities::offices_differ(const Entity& a, const Entity& b) const {
  if (a.kinds != Kinds::person || b.kinds != Kinds::person || (a.names.empty() == b.names.empty())) return false;
  bool both = false;
  for (const std::string& x : a.titles)
    for (const std::string& y : b.titles) {
      if (is_role_of(x, y) || is_role_of(y, x)) return false;
      both |= is_office(x) && is_office(y);
    }
  return both;
}

/// Roles of two nations; things of one noun that are opposites.
bool Entities::places_differ(const Entity& a, const Entity& b) const {
  const auto differ = [&](const Traits& x, const Traits& y) {
    if (x.kind == MentionKind::nominal && y.kind == MentionKind::nominal && x.head == y.head && are_opposites(x, y))
      return true;
    return !x.nations.empty() && !y.nations.empty() && is_role(x.head) && is_role(y.head) && !share_nation(x, y);
  };
  return std::any_of(a.placed.begin(), a.placed.end(), [&](std::uint32_t x) {
    return std::any_of(b.placed.begin(), b.placed.end(),
                       [&](std::uint32_t y) { return differ(traits_[x], traits_[y]); });
  });
}

/// "the Novak administration" is not "his administration", if he is somebody else.
bool Entities::owners_differ(const Entity& a, const Entity& b) const {
  const auto is_known = [&](std::uint32_t owner) {
    const Entity& entity = of(owner);
    return entity.kinds == Kinds::person && !entity.names.empty() && entity.number != Numbers::plural;
  };
  return std::any_of(a.owned.begin(), a.owned.end(), [&](std::uint32_t x) {
    return std::any_of(b.owned.begin(), b.owned.end(), [&](std::uint32_t y) {
      const std::uint32_t mine = *traits_[x].owner, yours = *traits_[y].owner;
      return traits_[x].head == traits_[y].head && !same(mine, yours) && is_known(mine) && is_known(yours);
    });
  });
}

bool Entities::apart(std::uint32_t first, std::uint32_t second) const {
  const auto &a = of(first).sides, &b = of(second).sides;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == -*y) return true;
    smaller(*x, *y) ? ++x : ++y;
  }
  return false;
}

void Entities::take_side(std::uint32_t mention, std::int32_t side) {
  auto& sides = entities_[mention].sides;
  if (sides.size() < most_sides) sides.insert(std::upper_bound(sides.begin(), sides.end(), side, smaller), side);
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
  const auto add = [](std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& more, std::size_t most) {
    for (std::size_t i = 0; i < more.size() && some.size() < most; ++i) some.push_back(more[i]);
  };
  add(into.speakers, from.speakers, most_names);
  add(into.placed, from.placed, most_placed);
  add(into.owned, from.owned, most_owned);
  std::vector<std::int32_t> sides;
  std::merge(into.sides.begin(), into.sides.end(), from.sides.begin(), from.sides.end(), std::back_inserter(sides),
             smaller);
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
  if (sides.size() > most_sides) sides.resize(most_sides);
  into.sides = std::move(sides);
  const auto take = [](std::vector<std::string>& words, std::vector<std::string>& more, std::size_t most) {
    for (std::string& word : more)
      if (words.size() < most && std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(std::move(word));
  };
  take(into.titles, from.titles, most_titles);
  take(into.heads, from.heads, most_heads);
}

}  // namespace hearsay
