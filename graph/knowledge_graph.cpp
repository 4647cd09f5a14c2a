#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/name_key.hpp"
#include "graph/subgraph.hpp"
#include "graph/topology.hpp"

namespace hearsay {
namespace {

template <typename Record, typename Id>
const Record* find_record(const std::vector<Record>& records, Id id) {
  const auto at = std::lower_bound(records.begin(), records.end(), id,
                                   [](const Record& record, Id wanted) { return record.id < wanted; });
  return at == records.end() || at->id != id ? nullptr : &*at;
}

template <typename Record, typename Id>
const Record& record_with(const std::vector<Record>& records, Id id) {
  const Record* found = find_record(records, id);
  assert(found != nullptr && "the id is one of this graph");
  return *found;
}

template <typename Id, typename Record>
std::vector<Id> ids_at(const std::vector<Record>& records, const std::vector<std::uint32_t>& places) {
  std::vector<Id> ids;
  ids.reserve(places.size());
  for (const std::uint32_t place : places) ids.push_back(records[place].id);
  return ids;
}

auto order_of(const ArticleFacts& facts) { return std::tie(facts.article.name, facts.article.id); }

}  // namespace

struct KnowledgeGraph::Impl {
  std::vector<ArticleFacts> facts;
  bool settled = true;
  bool is_subgraph = false;
  Assembly records;
  Topology topology;
  std::map<std::string, std::vector<EntityId>, std::less<>> by_name;  ///< folded

  void connect() {
    topology = make_topology(records.entities, records.claims, records.attributions);
    by_name.clear();
    for (const Entity& entity : records.entities) {
      std::set<std::string> names = {fold_name(entity.name)};
      for (const std::string& alias : entity.aliases) names.insert(fold_name(alias));
      for (const std::string& words : entity.descriptions) names.insert(fold_name(words));
      for (const std::string& name : names) by_name[name].push_back(entity.id);
    }
  }

  std::uint32_t vertex_of(EntityId id) const {
    return static_cast<std::uint32_t>(&record_with(records.entities, id) - records.entities.data());
  }
  Incident incident(EntityId id) const { return incident_to(topology, vertex_of(id)); }
};

KnowledgeGraph::KnowledgeGraph() : impl_(std::make_unique<Impl>()) {}
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

void KnowledgeGraph::merge(const Analysis& analysis) { merge(extract_facts(analysis)); }

void KnowledgeGraph::merge(ArticleFacts facts) {
  assert(!impl_->is_subgraph && "a subgraph is a view: merge into the graph it was taken from");
  auto& all = impl_->facts;
  std::erase_if(all, [&](const ArticleFacts& other) { return other.article.id == facts.article.id; });
  const auto at = std::upper_bound(all.begin(), all.end(), facts, [](const ArticleFacts& a, const ArticleFacts& b) {
    return order_of(a) < order_of(b);
  });
  all.insert(at, std::move(facts));
  impl_->settled = false;
}

void KnowledgeGraph::settle() const {
  if (impl_->settled) return;
  impl_->records = assemble(impl_->facts);
  impl_->connect();
  impl_->settled = true;
}

const std::vector<ArticleFacts>& KnowledgeGraph::facts() const { return impl_->facts; }

const std::vector<ArticleRecord>& KnowledgeGraph::articles() const {
  settle();
  return impl_->records.articles;
}

const std::vector<Entity>& KnowledgeGraph::entities() const {
  settle();
  return impl_->records.entities;
}

const std::vector<Claim>& KnowledgeGraph::claims() const {
  settle();
  return impl_->records.claims;
}

const std::vector<AttributionRecord>& KnowledgeGraph::attributions() const {
  settle();
  return impl_->records.attributions;
}

const ArticleRecord& KnowledgeGraph::article(ArticleId id) const { return articles()[number(id)]; }
const Entity& KnowledgeGraph::entity(EntityId id) const { return record_with(entities(), id); }
const Claim& KnowledgeGraph::claim(StatementId id) const { return record_with(claims(), id); }
const AttributionRecord& KnowledgeGraph::attribution(AttributionId id) const { return record_with(attributions(), id); }
bool KnowledgeGraph::contains(EntityId id) const { return find_record(entities(), id) != nullptr; }

std::optional<EntityId> KnowledgeGraph::entity_of(ArticleId article, std::uint32_t referent) const {
  settle();
  return impl_->records.entity_of[number(article)][referent];
}

std::optional<StatementId> KnowledgeGraph::claim_of(ArticleId article, std::uint32_t statement) const {
  settle();
  return impl_->records.claim_of[number(article)][statement];
}

std::vector<EntityId> KnowledgeGraph::find(std::string_view name) const {
  settle();
  for (const std::string& key : {fold_name(name), fold_name(strip_titles(name))}) {
    if (const auto at = impl_->by_name.find(key); at != impl_->by_name.end()) return at->second;
  }
  return {};
}

std::vector<StatementId> KnowledgeGraph::statements_of(EntityId entity) const {
  return ids_at<StatementId>(claims(), impl_->incident(entity).claims);
}

std::vector<StatementId> KnowledgeGraph::statements_between(EntityId a, EntityId b) const {
  const auto of_a = statements_of(a), of_b = statements_of(b);
  std::vector<StatementId> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
  return both;
}

std::vector<AttributionId> KnowledgeGraph::attributions_by(EntityId speaker) const {
  return ids_at<AttributionId>(attributions(), impl_->incident(speaker).spoken);
}

std::vector<AttributionId> KnowledgeGraph::attributions_about(EntityId entity) const {
  return ids_at<AttributionId>(attributions(), impl_->incident(entity).about);
}

std::vector<AttributionId> KnowledgeGraph::chain(std::optional<AttributionId> innermost) const {
  std::vector<AttributionId> ids;
  for (auto at = innermost; at; at = attribution(*at).parent) ids.push_back(*at);
  return ids;
}

std::size_t KnowledgeGraph::degree(EntityId entity) const {
  settle();
  const Incident incident = impl_->incident(entity);
  return incident.claims.size() + incident.spoken.size() + incident.told.size() + incident.about.size();
}

std::vector<double> KnowledgeGraph::importance() const {
  std::vector<double> weights;
  for (const Claim& claim : claims()) weights.push_back(static_cast<double>(source_count(claim)) * claim.confidence);
  return weighted_page_rank(impl_->topology, entities().size(), weights);
}

std::vector<EntityId> KnowledgeGraph::most_important(std::size_t count) const {
  const std::vector<double> rank = importance();
  std::vector<std::uint32_t> places(rank.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = i;
  // Sums of floats may differ in the last bits from one vertex to its mirror image: those are equal here.
  const auto rounded = [&](std::uint32_t i) { return static_cast<long long>(rank[i] * 1e9 + 0.5); };
  std::stable_sort(places.begin(), places.end(), [&](auto a, auto b) { return rounded(a) > rounded(b); });
  places.resize(std::min(count, places.size()));
  return ids_at<EntityId>(entities(), places);
}

std::vector<EntityId> KnowledgeGraph::neighbourhood(EntityId entity, std::size_t depth) const {
  settle();
  const auto distance = distances_from(impl_->topology, entities().size(), impl_->vertex_of(entity));
  std::vector<EntityId> near;
  for (std::size_t i = 0; i < distance.size(); ++i) {
    if (distance[i] != UINT32_MAX && distance[i] <= depth) near.push_back(entities()[i].id);
  }
  return near;
}

KnowledgeGraph KnowledgeGraph::subgraph(std::span<const EntityId> kept) const {
  settle();
  KnowledgeGraph part;
  part.impl_->records = cut_out(impl_->records, kept);
  part.impl_->is_subgraph = true;
  part.impl_->connect();
  return part;
}

}  // namespace hearsay
