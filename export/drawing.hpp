#pragma once
// What is drawn, before any drawing program sees it: the choice of vertices, the wording of the edges, the notes.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace hearsay {

struct DotOptions {
  std::optional<std::size_t> top;    ///< only the most important vertices; none: all in DOT, about 40 in a picture
  std::optional<std::string> focus;  ///< only what is near the entities of this name
  std::size_t depth = 1;             ///< how near, in steps
  bool attributions = false;         ///< also who spoke to whom and of whom
};

/// What was drawn, for the program to tell its user.
struct Drawn {
  std::size_t vertices = 0, edges = 0;
  std::vector<std::string> notes;  ///< what was left out and how to get it; also inside the drawing
};

struct DrawnVertex {
  EntityId id{};
  std::string key, kind;           ///< of the entity
  std::vector<std::string> lines;  ///< the label, wrapped
  std::string tooltip;
  double weight = 0;  ///< 0 to 1: importance, as a share of the most important
};

/// All that one entity does to another in one manner (stated or only claimed, affirmed or denied).
struct DrawnEdge {
  std::size_t from = 0, to = 0;    ///< places in Drawing::vertices
  std::vector<std::string> lines;  ///< the label: one predicate after the other, wrapped
  std::string tooltip;             ///< the sentences, parted by line feeds
  bool attributed = false;         ///< only speakers say so, no article does
  bool negated = false;            ///< said not to be so, or denied by the speaker
  bool speech = false;             ///< an act of saying, not a claim
  std::size_t sources = 1;         ///< different articles behind it
};

struct Drawing {
  std::vector<DrawnVertex> vertices;  ///< by entity id
  std::vector<DrawnEdge> edges;       ///< by ends, then manner; no two agree in all of them
  std::vector<std::string> notes;
};

/// Chooses and words what is to be seen. Claims without an object vertex stand in the tooltip of their subject.
/// Errors  hearsay::Error when no entity has the name in `options.focus`.
[[nodiscard]] Drawing plan_drawing(const KnowledgeGraph& graph, const DotOptions& options);

/// Keeps the `count` edges with most sources and weight, and the vertices they touch; says so in the notes.
void keep_edges(Drawing& drawing, std::size_t count);

}  // namespace hearsay
