#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/output_file.hpp"
#include "graph/knowledge_graph.hpp"

namespace hearsay {

/// How a graph is to be written.
struct GraphOutput {
  std::string format;         ///< store dot svg png jsonld; empty: not said
  std::size_t top = 0;        ///< only the most important entities; 0: the format's own default
  std::string focus;          ///< only what is near this entity
  std::size_t depth = 1;      ///< how near
  bool attributions = false;  ///< draw also who spoke to whom and of whom
  std::string base;           ///< IRI that entity and statement IRIs of JSON-LD begin with; empty: the default
};

/// Adds --format, --top, --focus, --depth and --base to `command`; "store" is a format only if `with_store`.
void add_graph_output_options(CLI::App& command, GraphOutput& output, bool with_store);

/// Where --format was not given, what the end of the file's name says ("news.svg"), else `usual`.
/// Errors  hearsay::Error: an option that does nothing in this format.
void settle_format(GraphOutput& output, const std::string& path, const std::string& usual);

/// Writes `graph` to `file`.
/// Errors  hearsay::Error: the file cannot be written, or no entity has the name of --focus (similar ones are named).
void write_graph(const KnowledgeGraph& graph, const GraphOutput& output, OutputFile& file);

/// Reads a graph file.
/// Errors  StoreError as load_graph() gives it; hearsay::Error: no article is in it.
[[nodiscard]] KnowledgeGraph load_filled_graph(const std::string& path);

}  // namespace hearsay
