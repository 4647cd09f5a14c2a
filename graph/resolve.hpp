#pragma once

#include <optional>
#include <vector>

#include "graph/article_facts.hpp"
#include "graph/records.hpp"

namespace hearsay {

/// One vertex per real thing.
struct Resolution {
  std::vector<Entity> entities;                                 ///< ids ascend with the keys
  std::vector<std::vector<std::optional<EntityId>>> entity_of;  ///< by article, then referent; none: unresolved
};

/// Joins the referents of all articles by name.
/// Persons   see group_persons().
/// Others    by folded name, by the short forms that known_full_name() knows, and where one article gives another
///           thing's name as an alias ("European Union (EU)") and no second thing has that alias.
/// Phrases   "reporters", "interference" by their folded head phrase; "the spokesman", "the city", "the ministry"
///           are somebody else in every article and stay there. A group with members is its set of members.
/// Order     sorted throughout: the same articles give the same ids in whatever order they come.
/// Cost      about linear in the number of names.
[[nodiscard]] Resolution resolve(const std::vector<ArticleFacts>& articles);

}  // namespace hearsay
