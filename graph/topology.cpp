#include "graph/topology.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <map>
#include <optional>
#include <utility>

namespace hearsay {
namespace {

constexpr std::uint32_t unreached = UINT32_MAX;

/// The place of a record with this id; the vectors ascend by id, with gaps in a subgraph.
template <typename Record, typename Id>
std::optional<std::uint32_t> place_of(const std::vector<Record>& records, Id id) {
  const auto at = std::lower_bound(records.begin(), records.end(), id,
                                   [](const Record& record, Id wanted) { return record.id < wanted; });
  if (at == records.end() || at->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(at - records.begin());
}

/// Entities one step apart, with weights; both directions.
using Neighbours = std::vector<std::map<std::uint32_t, double>>;

void connect(Neighbours& neighbours, std::uint32_t a, std::uint32_t b, double weight) {
  if (a == b) return;
  neighbours[a][b] += weight;
  neighbours[b][a] += weight;
}

/// An attribution is one step from its speaker to each entity that it is addressed to or about.
void connect_speech(const Topology& topology, Topology::vertex_descriptor attribution, Neighbours& neighbours) {
  constexpr double speech_weight = 0.5;  // being talked about makes an actor less than acting does
  std::optional<std::uint32_t> speaker;
  std::vector<std::uint32_t> others;
  for (const auto& edge : boost::make_iterator_range(boost::out_edges(attribution, topology))) {
    const auto target = static_cast<std::uint32_t>(boost::target(edge, topology));
    if (topology[edge].kind == EdgeKind::speaker)
      speaker = target;
    else if (topology[edge].kind != EdgeKind::parent)
      others.push_back(target);
  }
  if (!speaker) return;
  for (const std::uint32_t other : others) connect(neighbours, *speaker, other, speech_weight);
}

Neighbours project(const Topology& topology, std::size_t entity_count, const std::vector<double>& claim_weight) {
  Neighbours neighbours(entity_count);
  for (const auto& edge : boost::make_iterator_range(boost::edges(topology))) {
    const EdgeData& data = topology[edge];
    if (data.kind != EdgeKind::claim && data.kind != EdgeKind::argument) continue;
    connect(neighbours, static_cast<std::uint32_t>(boost::source(edge, topology)),
            static_cast<std::uint32_t>(boost::target(edge, topology)), claim_weight[data.place]);
  }
  for (const auto vertex : boost::make_iterator_range(boost::vertices(topology))) {
    if (topology[vertex].kind == VertexKind::attribution) connect_speech(topology, vertex, neighbours);
  }
  return neighbours;
}

void sort_unique(std::vector<std::uint32_t>& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

void note(Incident& incident, const EdgeData& data) {
  switch (data.kind) {
    case EdgeKind::claim:
    case EdgeKind::argument: incident.claims.push_back(data.place); break;
    case EdgeKind::speaker: incident.spoken.push_back(data.place); break;
    case EdgeKind::addressee: incident.told.push_back(data.place); break;
    case EdgeKind::about: incident.about.push_back(data.place); break;
    case EdgeKind::parent: break;
  }
}

}  // namespace

Topology make_topology(const std::vector<Entity>& entities, const std::vector<Claim>& claims,
                       const std::vector<AttributionRecord>& attributions) {
  Topology topology;
  for (std::uint32_t e = 0; e < entities.size(); ++e) boost::add_vertex(VertexData{VertexKind::entity, e}, topology);
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    boost::add_vertex(VertexData{VertexKind::attribution, a}, topology);
  }
  for (std::uint32_t c = 0; c < claims.size(); ++c) {
    const std::uint32_t subject = place_of(entities, claims[c].subject).value();
    const std::uint32_t object = claims[c].object ? place_of(entities, *claims[c].object).value() : subject;
    boost::add_edge(subject, object, EdgeData{EdgeKind::claim, c}, topology);
    for (const ClaimArgument& argument : claims[c].arguments) {
      const auto target = argument.entity ? place_of(entities, *argument.entity) : std::nullopt;
      if (target) boost::add_edge(subject, *target, EdgeData{EdgeKind::argument, c}, topology);
    }
  }
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    const auto vertex = static_cast<std::uint32_t>(entities.size()) + a;
    const auto link = [&](std::optional<EntityId> entity, EdgeKind kind) {
      const auto target = entity ? place_of(entities, *entity) : std::nullopt;
      if (target) boost::add_edge(vertex, *target, EdgeData{kind, a}, topology);
    };
    link(attributions[a].speaker, EdgeKind::speaker);
    link(attributions[a].addressee, EdgeKind::addressee);
    for (const EntityId topic : attributions[a].about) link(topic, EdgeKind::about);
    const auto parent = attributions[a].parent ? place_of(attributions, *attributions[a].parent) : std::nullopt;
    if (parent) {
      boost::add_edge(vertex, static_cast<std::uint32_t>(entities.size()) + *parent, EdgeData{EdgeKind::parent, a},
                      topology);
    }
  }
  return topology;
}

Incident incident_to(const Topology& topology, std::uint32_t vertex) {
  Incident incident;
  for (const auto& edge : boost::make_iterator_range(boost::out_edges(vertex, topology)))
    note(incident, topology[edge]);
  for (const auto& edge : boost::make_iterator_range(boost::in_edges(vertex, topology))) note(incident, topology[edge]);
  for (auto* places : {&incident.claims, &incident.spoken, &incident.told, &incident.about}) sort_unique(*places);
  return incident;
}

std::vector<std::uint32_t> distances_from(const Topology& topology, std::size_t entity_count, std::uint32_t start) {
  using Simple = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  const std::vector<double> equal(boost::num_edges(topology), 1.0);
  const Neighbours neighbours = project(topology, entity_count, equal);
  Simple simple(entity_count);
  for (std::uint32_t a = 0; a < neighbours.size(); ++a) {
    for (const auto& [b, weight] : neighbours[a]) {
      if (a < b) boost::add_edge(a, b, simple);
    }
  }
  std::vector<std::uint32_t> distance(entity_count, unreached);
  distance[start] = 0;
  const auto recorder = boost::record_distances(distance.data(), boost::on_tree_edge());
  boost::breadth_first_search(simple, start, boost::visitor(boost::make_bfs_visitor(recorder)));
  return distance;
}

std::vector<double> weighted_page_rank(const Topology& topology, std::size_t entity_count,
                                       const std::vector<double>& claim_weight) {
  // Boost's page_rank knows no weights and loses what dangling vertices hold.
  constexpr int rounds = 60;
  constexpr double damping = 0.85;
  const Neighbours neighbours = project(topology, entity_count, claim_weight);
  const double share = 1.0 / static_cast<double>(std::max<std::size_t>(entity_count, 1));
  std::vector<double> rank(entity_count, share), total(entity_count, 0.0);
  for (std::size_t v = 0; v < entity_count; ++v) {
    for (const auto& [other, weight] : neighbours[v]) total[v] += weight;
  }
  for (int round = 0; round < rounds; ++round) {
    double dangling = 0.0;
    for (std::size_t v = 0; v < entity_count; ++v) dangling += total[v] > 0.0 ? 0.0 : rank[v];
    std::vector<double> next(entity_count, (1.0 - damping + damping * dangling) * share);
    for (std::size_t v = 0; v < entity_count; ++v) {
      for (const auto& [other, weight] : neighbours[v]) next[other] += damping * rank[v] * weight / total[v];
    }
    rank = std::move(next);
  }
  return rank;
}

}  // namespace hearsay
