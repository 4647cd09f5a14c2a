#include "ingest/syntax/spanning_tree.hpp"

#include <algorithm>
#include <limits>

namespace hearsay {
namespace {

/// Scores of heads [dependent][head]; node 0 is ROOT and depends on nothing.
struct Graph {
  std::size_t nodes;
  std::vector<double> scores;
  explicit Graph(std::size_t n) : nodes(n), scores(n * n, -std::numeric_limits<double>::infinity()) {}
  double& at(std::size_t dependent, std::size_t head) { return scores[dependent * nodes + head]; }
  [[nodiscard]] double at(std::size_t dependent, std::size_t head) const { return scores[dependent * nodes + head]; }
};

std::vector<std::size_t> best_heads(const Graph& graph) {
  std::vector<std::size_t> heads(graph.nodes, 0);
  for (std::size_t d = 1; d < graph.nodes; ++d)
    for (std::size_t h = 1; h < graph.nodes; ++h)
      if (h != d && graph.at(d, h) > graph.at(d, heads[d])) heads[d] = h;
  return heads;
}

/// Numbers groups of nodes: every cycle is one, every other node is one by itself; ROOT is 0.
struct Groups {
  std::vector<std::size_t> of;  ///< per node
  std::size_t count = 0;
  bool any_cycle = false;
};

Groups group_cycles(const std::vector<std::size_t>& heads) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  Groups groups{std::vector<std::size_t>(heads.size(), none)};
  std::vector<std::size_t> walk(heads.size(), none);  // the walk that came by
  groups.of[0] = groups.count++;
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (groups.of[node] == none && walk[node] == none) {
      walk[node] = start;
      node = heads[node];
    }
    if (groups.of[node] == none && walk[node] == start) {  // met itself: from here on it is a cycle
      groups.any_cycle = true;
      for (; groups.of[node] == none; node = heads[node]) groups.of[node] = groups.count;
      ++groups.count;
    }
    for (node = start; groups.of[node] == none; node = heads[node]) groups.of[node] = groups.count++;
  }
  return groups;
}

struct Edge {
  std::size_t dependent = 0, head = 0;
};

/// One node per group; an edge into a cycle costs the cycle's edge that it breaks. `edges`: what each edge was.
Graph contract(const Graph& graph, const std::vector<std::size_t>& heads, const Groups& groups,
               std::vector<Edge>& edges) {
  std::vector<std::size_t> size(groups.count);
  for (const std::size_t g : groups.of) ++size[g];
  Graph small(groups.count);
  edges.assign(groups.count * groups.count, {});
  for (std::size_t d = 1; d < graph.nodes; ++d) {
    const std::size_t into = groups.of[d];
    const double broken = size[into] > 1 ? graph.at(d, heads[d]) : 0.0;
    for (std::size_t h = 0; h < graph.nodes; ++h) {
      const std::size_t from = groups.of[h];
      if (from == into || !(graph.at(d, h) - broken > small.at(into, from))) continue;
      small.at(into, from) = graph.at(d, h) - broken;
      edges[into * groups.count + from] = {d, h};
    }
  }
  return small;
}

std::vector<std::size_t> solve(const Graph& graph) {
  std::vector<std::size_t> heads = best_heads(graph);
  const Groups groups = group_cycles(heads);
  if (!groups.any_cycle) return heads;
  std::vector<Edge> edges;
  const std::vector<std::size_t> outer = solve(contract(graph, heads, groups, edges));
  for (std::size_t g = 1; g < groups.count; ++g) {
    const Edge& edge = edges[g * groups.count + outer[g]];
    heads[edge.dependent] = edge.head;
  }
  return heads;
}

std::ptrdiff_t roots_of(const std::vector<std::size_t>& heads) {
  return std::count(heads.begin() + 1, heads.end(), std::size_t{0});
}

}  // namespace

std::vector<std::size_t> best_tree(MatrixView scores) {
  Graph graph(scores.rows + 1);
  double least = 0.0, most = 0.0;
  for (std::size_t d = 0; d < scores.rows; ++d) {
    for (std::size_t h = 0; h <= scores.rows; ++h) {
      if (h == d + 1) continue;
      // Scores that are no numbers would break every comparison: take them for very bad ones.
      const double score = scores.row(d)[h];
      graph.at(d + 1, h) = score >= -1e6 && score <= 1e6 ? score : -1e6;
      least = std::min(least, graph.at(d + 1, h));
      most = std::max(most, graph.at(d + 1, h));
    }
  }
  std::vector<std::size_t> heads = solve(graph);
  if (roots_of(heads) != 1) {
    // With every root this dear the best tree has as few as it can, one, and is the best among those.
    const double price = (most - least + 1.0) * static_cast<double>(scores.rows + 1);
    for (std::size_t d = 1; d < graph.nodes; ++d) graph.at(d, 0) -= price;
    heads = solve(graph);
  }
  heads.erase(heads.begin());
  for (std::size_t& head : heads) head = head == 0 ? root_head : head - 1;
  return heads;
}

}  // namespace hearsay
