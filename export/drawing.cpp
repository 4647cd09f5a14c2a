#include "export/drawing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "export/edge_label.hpp"
#include "export/plain_text.hpp"
#include "export/select_vertices.hpp"

namespace hearsay {
namespace {

constexpr std::size_t name_width = 18, name_lines = 4;
constexpr std::size_t edge_width = 22, edge_lines = 2;  // of one predicate
constexpr std::size_t most_relations = 4;               // on one edge; the tooltip has all

using Places = std::map<EntityId, std::size_t>;  // entity -> place in Drawing::vertices
struct Manner {
  std::size_t from, to;
  bool speech, attributed, negated;
  auto operator<=>(const Manner&) const = default;
};

std::string vertex_tooltip(const KnowledgeGraph& graph, const Entity& entity) {
  constexpr std::size_t most_aliases = 6, most_claims = 4;
  std::string tooltip = entity.kind + ": " + clean_line(entity.name);
  for (std::size_t i = 0; i < entity.aliases.size() && i < most_aliases; ++i) {
    tooltip += (i == 0 ? "\nalso: " : ", ") + clean_line(entity.aliases[i]);
  }
  tooltip += '\n' + std::to_string(entity.articles.size()) + (entity.articles.size() == 1 ? " article" : " articles");
  std::size_t shown = 0;
  for (const StatementId id : graph.statements_of(entity.id)) {
    const Claim& claim = graph.claim(id);
    if (claim.subject != entity.id || claim.object || ++shown > most_claims) continue;
    tooltip += '\n' + shorten(claim_tooltip(graph, claim), 240);
  }
  return tooltip;
}

std::vector<DrawnVertex> draw_vertices(const KnowledgeGraph& graph, const std::vector<EntityId>& kept) {
  const std::vector<double> importance = graph.importance();
  const std::vector<Entity>& entities = graph.entities();
  std::vector<DrawnVertex> vertices;
  double most = 0;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    if (!std::binary_search(kept.begin(), kept.end(), entity.id)) continue;
    most = std::max(most, importance[i]);
    vertices.push_back({entity.id, clean_line(entity.key), entity.kind,
                        wrap(clean_line(entity.name), name_width, name_lines), vertex_tooltip(graph, entity),
                        importance[i]});
  }
  for (DrawnVertex& vertex : vertices) vertex.weight = most > 0 ? vertex.weight / most : 0;
  return vertices;
}

std::vector<Relation> relations_of(const KnowledgeGraph& graph, const std::vector<const Claim*>& claims) {
  std::map<std::tuple<std::string, Polarity, Modality>, std::vector<const Claim*>> alike;
  for (const Claim* claim : claims) alike[{claim->predicate, claim->polarity, claim->modality}].push_back(claim);
  std::vector<Relation> relations;
  for (auto& [reading, same] : alike) relations.push_back(make_relation(graph, std::move(same)));
  std::stable_sort(relations.begin(), relations.end(),
                   [](const Relation& a, const Relation& b) { return a.articles.size() > b.articles.size(); });
  return relations;
}

void add_line(DrawnEdge& edge, const std::string& line) {
  const std::size_t speaker = line.rfind(" (");  // who says so keeps together, on a line of its own if need be
  if (count_code_points(line) > edge_width && speaker != std::string::npos) {
    add_line(edge, line.substr(0, speaker));
    edge.lines.push_back(line.substr(speaker + 1));
    return;
  }
  for (std::string& part : wrap(line, edge_width, edge_lines)) edge.lines.push_back(std::move(part));
}

DrawnEdge draw_edge(const KnowledgeGraph& graph, const Manner& manner, const std::vector<Relation>& relations) {
  DrawnEdge edge;
  edge.from = manner.from;
  edge.to = manner.to;
  edge.attributed = manner.attributed;
  edge.negated = manner.negated;
  std::set<ArticleId> articles;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    articles.insert(relations[i].articles.begin(), relations[i].articles.end());
    if (i < most_relations) add_line(edge, relation_label(graph, relations[i]));
    for (const Claim* claim : relations[i].claims) {
      edge.tooltip += (edge.tooltip.empty() ? "" : "\n") + claim_tooltip(graph, *claim);
    }
  }
  if (relations.size() > most_relations) {
    edge.lines.push_back("+ " + std::to_string(relations.size() - most_relations) + " more");
  }
  edge.sources = articles.size();
  return edge;
}

void draw_claims(const KnowledgeGraph& graph, const Places& places, std::map<Manner, DrawnEdge>& edges) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<const Claim*>> pairs;
  for (const Claim& claim : graph.claims()) {
    if (!claim.object || claim.subject == *claim.object) continue;
    const auto from = places.find(claim.subject), to = places.find(*claim.object);
    if (from == places.end() || to == places.end()) continue;
    pairs[{from->second, to->second}].push_back(&claim);
  }
  for (const auto& [ends, claims] : pairs) {
    std::map<Manner, std::vector<Relation>> manners;
    for (Relation& relation : relations_of(graph, claims)) {
      manners[{ends.first, ends.second, false, relation.attributed, relation.negated}].push_back(std::move(relation));
    }
    for (const auto& [manner, relations] : manners) edges.emplace(manner, draw_edge(graph, manner, relations));
  }
}

/// Who spoke to whom and of whom, all of one pair on one edge.
void draw_speech(const KnowledgeGraph& graph, const Places& places, std::map<Manner, DrawnEdge>& edges) {
  struct Speech {
    std::set<std::string> lines;
    std::set<ArticleId> articles;
    std::string tooltip;
  };
  std::map<std::pair<std::size_t, std::size_t>, Speech> pairs;
  const auto note = [&](const AttributionRecord& said, EntityId other, const std::string& line) {
    const auto from = places.find(*said.speaker), to = places.find(other);
    if (from == places.end() || to == places.end() || from == to) return;
    Speech& speech = pairs[{from->second, to->second}];
    if (speech.articles.insert(said.evidence.article).second || speech.lines.size() < most_relations) {
      speech.tooltip += (speech.tooltip.empty() ? "“" : "\n“") + clean_line(said.evidence.sentence) + "”";
    }
    if (speech.lines.size() < most_relations) speech.lines.insert(line);
  };
  for (const AttributionRecord& said : graph.attributions()) {
    if (!said.speaker) continue;
    const std::string cue = said.cue_lemma.empty() ? "say" : clean_line(said.cue_lemma);
    if (said.addressee) note(said, *said.addressee, cue);
    for (const EntityId about : said.about) note(said, about, "speak of");
  }
  for (const auto& [ends, speech] : pairs) {
    DrawnEdge edge{ends.first, ends.second, {}, speech.tooltip, false, false, true, speech.articles.size()};
    const std::string count = edge.sources > 1 ? " ×" + std::to_string(edge.sources) : "";
    for (const std::string& line : speech.lines) add_line(edge, line + count);
    edges.emplace(Manner{ends.first, ends.second, true, false, false}, std::move(edge));
  }
}

}  // namespace

Drawing plan_drawing(const KnowledgeGraph& graph, const DotOptions& options) {
  Selection selection = select_vertices(graph, options);
  Drawing drawing;
  drawing.notes = std::move(selection.notes);
  drawing.vertices = draw_vertices(graph, selection.entities);
  if (drawing.vertices.empty()) drawing.notes.push_back("No claim joins two entities: there is nothing to draw.");
  Places places;
  for (std::size_t i = 0; i < drawing.vertices.size(); ++i) places.emplace(drawing.vertices[i].id, i);
  std::map<Manner, DrawnEdge> edges;
  draw_claims(graph, places, edges);
  if (options.attributions) draw_speech(graph, places, edges);
  for (auto& [manner, edge] : edges) drawing.edges.push_back(std::move(edge));
  return drawing;
}

void keep_edges(Drawing& drawing, std::size_t count) {
  const std::size_t all = drawing.edges.size();
  if (all <= count) return;
  const auto worth = [&](const DrawnEdge& edge) {
    const double ends = drawing.vertices[edge.from].weight * drawing.vertices[edge.to].weight;
    return static_cast<double>(edge.sources) + ends - (edge.speech ? 2.0 : 0.0);
  };
  std::vector<std::size_t> order(all);
  for (std::size_t i = 0; i < all; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return worth(drawing.edges[a]) > worth(drawing.edges[b]); });
  order.resize(count);
  std::sort(order.begin(), order.end());

  std::vector<DrawnEdge> edges;
  std::vector<bool> touched(drawing.vertices.size(), false);
  for (const std::size_t i : order) {
    edges.push_back(std::move(drawing.edges[i]));
    touched[edges.back().from] = touched[edges.back().to] = true;
  }
  std::vector<DrawnVertex> vertices;
  std::vector<std::size_t> place(drawing.vertices.size(), 0);
  for (std::size_t i = 0; i < drawing.vertices.size(); ++i) {
    if (!touched[i]) continue;
    place[i] = vertices.size();
    vertices.push_back(std::move(drawing.vertices[i]));
  }
  for (DrawnEdge& edge : edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
  }
  drawing.vertices = std::move(vertices);
  drawing.edges = std::move(edges);
  drawing.notes.push_back("The " + std::to_string(count) + " best supported of " + std::to_string(all) +
                          " edges; choose fewer vertices to see all of theirs.");
}

}  // namespace hearsay
