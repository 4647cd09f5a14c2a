#pragma once
// The Boost.Graph. Private to graph/: slow to compile, so that only topology.cpp and the few that run algorithms see
// it.

// GCC 12 takes an empty boost::optional in named_graph.hpp for an uninitialized one when the sanitizers are on.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <boost/graph/adjacency_list.hpp>
#pragma GCC diagnostic pop

#include <cstdint>
#include <vector>

#include "graph/records.hpp"

namespace hearsay {

enum class VertexKind : std::uint8_t { entity, attribution };
enum class EdgeKind : std::uint8_t { claim, argument, speaker, addressee, about, parent };

/// `place` is one in the vector of entities or attributions.
struct VertexData {
  VertexKind kind = VertexKind::entity;
  std::uint32_t place = 0;
};

/// `place` is one in the vector of claims (claim, argument) or attributions (the others). Small on purpose: Boost
/// keeps each edge twice.
struct EdgeData {
  EdgeKind kind = EdgeKind::claim;
  std::uint32_t place = 0;
};

using Topology = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, VertexData, EdgeData>;

/// Vertices: the entities in their order, then the attributions in theirs. Edges:
///   subject -claim-> object (itself without one), subject -argument-> further participants,
///   attribution -speaker-> entity, -addressee-> entity, -about-> entity, -parent-> attribution.
[[nodiscard]] Topology make_topology(const std::vector<Entity>& entities, const std::vector<Claim>& claims,
                                     const std::vector<AttributionRecord>& attributions);

/// Places of the claims and attributions on edges at `vertex`, each ascending and once.
struct Incident {
  std::vector<std::uint32_t> claims, spoken, told, about;
};
[[nodiscard]] Incident incident_to(const Topology& topology, std::uint32_t vertex);

/// Distance of every entity from `start` over claims and attributions (one step each), in either direction;
/// UINT32_MAX where no path leads.
[[nodiscard]] std::vector<std::uint32_t> distances_from(const Topology& topology, std::size_t entity_count,
                                                        std::uint32_t start);

/// PageRank over the same steps, weighted by `claim_weight` (by place of the claim); sums to 1.
[[nodiscard]] std::vector<double> weighted_page_rank(const Topology& topology, std::size_t entity_count,
                                                     const std::vector<double>& claim_weight);

}  // namespace hearsay
