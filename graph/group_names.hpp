#pragma once
// Names of organizations, places, events and works: which mean one thing, and how a thing is called.

#include <span>
#include <string>
#include <vector>

#include "graph/article_facts.hpp"

namespace hearsay {

/// One thing as one article names it.
struct ThingName {
  std::string kind, name;
  std::vector<std::string> names;  ///< all of them, `name` included
};

/// One key per name, equal keys for one thing; the keys do not depend on the order of `names`.
[[nodiscard]] std::vector<std::string> group_things(std::span<const ThingName> names);

/// Name, kind, aliases and descriptions of the thing that these referents are; id, key and members are left open.
[[nodiscard]] Entity describe(const std::vector<const Referent*>& referents, bool is_person);

/// Entity::key: "person/vladimir-putin". Letters of any script stay, so that names in other scripts differ.
[[nodiscard]] std::string make_key(const std::string& kind, const std::string& name);

}  // namespace hearsay
