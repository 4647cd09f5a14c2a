#pragma once
// The golden files: whole outputs for small_graph(), read in review. Remake them with
//   cmake --build build/dev --target remake-golden-exports

#include <fstream>
#include <functional>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "export/render.hpp"
#include "export/write_dot.hpp"
#include "export/write_json_ld.hpp"
#include "hand_made_graph.hpp"

namespace hearsay {

struct Golden {
  std::string file;
  std::function<void(const KnowledgeGraph&, std::ostream&)> write;
};

inline std::vector<Golden> golden_files() {
  DotOptions with_speech;
  with_speech.attributions = true;
  return {
      {"small.dot", [](const KnowledgeGraph& graph, std::ostream& out) { write_dot(graph, out); }},
      {"small_speech.dot", [=](const KnowledgeGraph& graph, std::ostream& out) { write_dot(graph, out, with_speech); }},
      {"small.jsonld", [](const KnowledgeGraph& graph, std::ostream& out) { write_json_ld(graph, out); }},
  };
}

}  // namespace hearsay
