#pragma once

#include <optional>
#include <vector>

#include "graph/article_facts.hpp"
#include "graph/records.hpp"

namespace hearsay {

/// Every record of the graph, made from what the articles gave.
struct Assembly {
  std::vector<ArticleRecord> articles;  ///< by ArticleId
  std::vector<Entity> entities;         ///< all these by their ids, ascending
  std::vector<Claim> claims;
  std::vector<AttributionRecord> attributions;
  std::vector<std::vector<std::optional<EntityId>>> entity_of;  ///< by article, then referent
  std::vector<std::vector<std::optional<StatementId>>>
      claim_of;                                  ///< by article, then statement; none: not in the graph
  std::vector<std::uint32_t> first_attribution;  ///< by article: the id of its first attribution
};

/// Resolves names across `articles`, then makes one claim of all statements that say the same.
/// A statement whose subject nobody could resolve gives no claim; an object like that stays as words.
/// Statements are the same when subject, predicate without auxiliaries, object, polarity, modality and the chain of
/// speakers (with denials) agree. What an unnamed source says is never the same as what another one says.
[[nodiscard]] Assembly assemble(const std::vector<ArticleFacts>& articles);

}  // namespace hearsay
