#pragma once

#include <iosfwd>
#include <string>

#include "graph/knowledge_graph.hpp"

namespace hearsay {

struct JsonLdOptions {
  std::string base = "https://hearsay.example/";  ///< what the IRIs of entities, statements and articles begin with
};

/// Writes the graph as JSON-LD 1.1 with its context inside, so that no reader needs the network; docs/jsonld.md has
/// the vocabulary. One resource a line: articles, publishers, entities, statements, attributions, evidence.
/// Offsets  Unicode code points of the article's text, end exclusive.
/// Order    by id; equal graphs give equal bytes.
/// Errors   hearsay::Error when `options.base` is no absolute http or https IRI, before anything is written.
void write_json_ld(const KnowledgeGraph& graph, std::ostream& out, const JsonLdOptions& options = {});

}  // namespace hearsay
