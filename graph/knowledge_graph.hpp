#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/article_facts.hpp"
#include "graph/records.hpp"
#include "ingest/analysis.hpp"

namespace hearsay {

/// Who did what to whom, and who said so, over any number of articles.
/// Vertices are entities and attributions; edges are claims (parallel ones allowed) and the roles of attributions.
/// Order    the same articles give the same graph, ids included, in whatever order they were merged.
/// Cost     merge() only notes the article; the first look after it resolves and corroborates all of them, about
///          linear in the number of statements. Looks from several threads need one look before, in one thread.
class KnowledgeGraph {
 public:
  KnowledgeGraph();
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;
  ~KnowledgeGraph();

  /// Adds one article; an article that is there already (same id) is replaced. Not on a subgraph.
  void merge(const Analysis& analysis);
  void merge(ArticleFacts facts);
  /// What was merged, by name, then id of the article. Empty for a subgraph.
  [[nodiscard]] const std::vector<ArticleFacts>& facts() const;  ///< in the order of articles()

  /// All records, ascending by id.
  [[nodiscard]] const std::vector<ArticleRecord>& articles() const;
  [[nodiscard]] const std::vector<Entity>& entities() const;
  [[nodiscard]] const std::vector<Claim>& claims() const;
  [[nodiscard]] const std::vector<AttributionRecord>& attributions() const;

  /// The record of an id that this graph gave; logarithmic. References live until the next merge.
  [[nodiscard]] const ArticleRecord& article(ArticleId id) const;
  [[nodiscard]] const Entity& entity(EntityId id) const;
  [[nodiscard]] const Claim& claim(StatementId id) const;
  [[nodiscard]] const AttributionRecord& attribution(AttributionId id) const;
  [[nodiscard]] bool contains(EntityId id) const;

  /// What a referent or statement of facts()[article] became; none: not in the graph. Not on a subgraph.
  [[nodiscard]] std::optional<EntityId> entity_of(ArticleId article, std::uint32_t referent) const;
  [[nodiscard]] std::optional<StatementId> claim_of(ArticleId article, std::uint32_t statement) const;

  /// Entities with this name, alias or description, without regard to case, accents, titles and a leading "the";
  /// ascending.
  [[nodiscard]] std::vector<EntityId> find(std::string_view name) const;

  /// Claims in which the entity is subject, object or a further argument; ascending.
  [[nodiscard]] std::vector<StatementId> statements_of(EntityId entity) const;
  /// Claims in which both take part, in either direction; ascending.
  [[nodiscard]] std::vector<StatementId> statements_between(EntityId a, EntityId b) const;
  [[nodiscard]] std::vector<AttributionId> attributions_by(EntityId speaker) const;
  [[nodiscard]] std::vector<AttributionId> attributions_about(EntityId entity) const;
  /// From the innermost speaker outwards: "Lavrov said Trump said" gives Trump's, then Lavrov's.
  [[nodiscard]] std::vector<AttributionId> chain(std::optional<AttributionId> innermost) const;

  /// Number of claims and attributions that touch the entity.
  [[nodiscard]] std::size_t degree(EntityId entity) const;
  /// Weighted PageRank over claims and speech, one value per entities() entry; sums to 1.
  [[nodiscard]] std::vector<double> importance() const;
  /// The `count` entities with the highest importance, best first; ties by id.
  [[nodiscard]] std::vector<EntityId> most_important(std::size_t count) const;
  /// Entities at most `depth` steps away over claims and attributions, in either direction; ascending, with `entity`.
  [[nodiscard]] std::vector<EntityId> neighbourhood(EntityId entity, std::size_t depth) const;

  /// Only these entities and what is between them: claims whose subject and object (if an entity) are kept, and
  /// attributions that are by or about a kept entity or that a kept claim rests on. Ids stay as they are; a speaker
  /// that is not kept is named by AttributionRecord::speaker_name alone.
  [[nodiscard]] KnowledgeGraph subgraph(std::span<const EntityId> kept) const;

 private:
  struct Impl;  ///< holds the Boost.Graph
  std::unique_ptr<Impl> impl_;
  void settle() const;
};

}  // namespace hearsay
