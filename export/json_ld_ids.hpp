#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace hearsay {

/// IRIs for everything in a graph, as "kg:" and a path: the context binds that prefix to the user's base. (Relative
/// IRIs and "@base" would say the same, but pyld 2.0 drops them.) They come from content, not from places in the
/// graph, so that a later run with more articles calls the same thing the same.
class JsonLdIds {
 public:
  explicit JsonLdIds(const KnowledgeGraph& graph);

  [[nodiscard]] std::string of(const Entity& entity) const;          ///< kg:entity/person/vladimir-putin
  [[nodiscard]] std::string of(const ArticleRecord& article) const;  ///< kg:article/0f…
  [[nodiscard]] const std::string& of(StatementId id) const;         ///< kg:statement/5b…: a hash of what it says
  [[nodiscard]] const std::string& of(AttributionId id) const;  ///< kg:attribution/c0…: a hash of article, place, words
  /// kg:article/0f…#char=120,180, a fragment as in RFC 5147: positions between code points.
  [[nodiscard]] std::string of(const Evidence& evidence) const;
  [[nodiscard]] static std::string of_publisher(const std::string& name);  ///< kg:publisher/abc-news

 private:
  const KnowledgeGraph& graph_;
  std::map<StatementId, std::string> statements_;
  std::map<AttributionId, std::string> attributions_;
};

}  // namespace hearsay
