#pragma once
// A Drawing in Graphviz's own memory. Private to this room.

#include <graphviz/cgraph.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "export/drawing.hpp"

namespace hearsay {

enum class GraphvizUse : std::uint8_t {
  text,    ///< DOT for people and other programs
  picture  ///< to be laid out here: each edge label is a small vertex, so that no layout lets labels overlap
};

/// With more edges a picture has their words in tooltips only: the labels would take minutes to lay out.
inline constexpr std::size_t most_edge_labels = 300;

/// Holds the lock on Graphviz, which is not thread-safe even for separate graphs, and one cgraph.
class GraphvizGraph {
 public:
  GraphvizGraph(const Drawing& drawing, GraphvizUse use);
  ~GraphvizGraph();
  GraphvizGraph(const GraphvizGraph&) = delete;
  GraphvizGraph& operator=(const GraphvizGraph&) = delete;

  [[nodiscard]] Agraph_t* get() const { return graph_; }
  /// The graph as DOT.
  [[nodiscard]] std::string text() const;

 private:
  std::lock_guard<std::mutex> lock_;
  Agraph_t* graph_;
};

/// `line` for a label or tooltip attribute: backslashes doubled, and in a picture `&` as `&amp;`, because Graphviz
/// reads entities there while other readers of DOT do not.
[[nodiscard]] std::string escape_label(const std::string& line, GraphvizUse use);

}  // namespace hearsay
