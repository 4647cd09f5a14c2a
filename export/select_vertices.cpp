#include "export/select_vertices.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "export/plain_text.hpp"
#include "ingest/error.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using Neighbours = std::unordered_map<std::uint32_t, std::vector<EntityId>>;

/// Who is joined to whom by an edge that the options let us draw.
Neighbours drawn_neighbours(const KnowledgeGraph& graph, const DotOptions& options) {
  Neighbours neighbours;
  const auto join = [&](EntityId a, EntityId b) {
    if (a == b || !graph.contains(a) || !graph.contains(b)) return;
    neighbours[number(a)].push_back(b);
    neighbours[number(b)].push_back(a);
  };
  for (const Claim& claim : graph.claims()) {
    if (claim.object) join(claim.subject, *claim.object);
  }
  if (!options.attributions) return neighbours;
  for (const AttributionRecord& attribution : graph.attributions()) {
    if (!attribution.speaker) continue;
    if (attribution.addressee) join(*attribution.speaker, *attribution.addressee);
    for (const EntityId about : attribution.about) join(*attribution.speaker, about);
  }
  return neighbours;
}

/// Names that hold `name`, else those of the most important entities: what the user may have meant.
std::string likely_names(const KnowledgeGraph& graph, const std::string& name) {
  constexpr std::size_t most_names = 5;
  const std::string wanted = ascii_lower(clean_line(name));
  std::vector<std::string> similar, known;
  for (const EntityId id : graph.most_important(graph.entities().size())) {
    const std::string candidate = clean_line(graph.entity(id).name);
    if (known.size() < most_names) known.push_back(candidate);
    if (similar.size() < most_names && ascii_lower(candidate).find(wanted) != std::string::npos) {
      similar.push_back(candidate);
    }
  }
  std::string list;
  for (const std::string& one : similar.empty() ? known : similar) list += (list.empty() ? "" : ", ") + one;
  if (list.empty()) return "the graph is empty";
  return (similar.empty() ? "the most important are " : "similar are ") + list;
}

std::vector<EntityId> focus_entities(const KnowledgeGraph& graph, const std::string& name) {
  std::vector<EntityId> found = graph.find(name);
  if (found.empty()) throw Error("no entity is called \"" + clean_line(name) + "\"; " + likely_names(graph, name));
  return found;
}

std::vector<EntityId> near_focus(const KnowledgeGraph& graph, const std::vector<EntityId>& focus, std::size_t depth) {
  std::set<EntityId> near;
  for (const EntityId id : focus)
    near.merge([&] {
      const std::vector<EntityId> found = graph.neighbourhood(id, depth);
      return std::set<EntityId>(found.begin(), found.end());
    }());
  return {near.begin(), near.end()};
}

/// Takes the first `count` candidates, and replaces those without a drawn edge among them by the next ones.
std::set<EntityId> keep_connected(std::vector<EntityId> candidates, std::size_t count, const Neighbours& neighbours,
                                  const std::set<EntityId>& always) {
  constexpr int max_rounds = 20;  // each round only swaps vertices at the lower end of the ranking
  std::set<EntityId> kept;
  const auto is_joined = [&](EntityId id) {
    const auto found = neighbours.find(number(id));
    return found != neighbours.end() && std::any_of(found->second.begin(), found->second.end(),
                                                    [&](EntityId other) { return kept.contains(other); });
  };
  for (int round = 0; round < max_rounds; ++round) {
    kept = always;
    for (const EntityId id : candidates) {
      if (kept.size() >= std::max(count, always.size())) break;
      kept.insert(id);
    }
    const std::size_t before = candidates.size();
    std::erase_if(candidates, [&](EntityId id) { return kept.contains(id) && !always.contains(id) && !is_joined(id); });
    if (candidates.size() == before) break;
  }
  std::erase_if(kept, [&](EntityId id) { return !always.contains(id) && !is_joined(id); });
  return kept;
}

}  // namespace

Selection select_vertices(const KnowledgeGraph& graph, const DotOptions& options) {
  const Neighbours neighbours = drawn_neighbours(graph, options);
  std::vector<EntityId> candidates = graph.most_important(graph.entities().size());
  std::set<EntityId> always;
  if (options.focus) {
    const std::vector<EntityId> focus = focus_entities(graph, *options.focus);
    always.insert(focus.begin(), focus.end());
    const std::vector<EntityId> near = near_focus(graph, focus, options.depth);
    std::erase_if(candidates, [&](EntityId id) { return !std::binary_search(near.begin(), near.end(), id); });
  }
  std::erase_if(candidates, [&](EntityId id) { return !neighbours.contains(number(id)) && !always.contains(id); });
  const std::size_t possible = candidates.size();
  const std::set<EntityId> kept =
      keep_connected(std::move(candidates), options.top.value_or(possible), neighbours, always);

  Selection selection;
  selection.entities.assign(kept.begin(), kept.end());
  if (kept.size() < possible && options.top) {
    selection.notes.push_back("The " + std::to_string(kept.size()) + " most important of " + std::to_string(possible) +
                              " connected entities; --top " + std::to_string(possible) + " draws all.");
  }
  return selection;
}

}  // namespace hearsay
