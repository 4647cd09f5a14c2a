#pragma once
// Records to rows and back. Private to graph/.

#include <filesystem>
#include <vector>

#include "graph/article_facts.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/sqlite.hpp"

namespace hearsay {

/// Adds the rows of one article; gives the article's row.
std::int64_t insert_article(Database& database, const ArticleFacts& facts);
/// Takes away everything that the article with this hash gave, and every entity and claim.
void erase_article(Database& database, const std::string& hash);
void erase_everything(Database& database);
/// Adds what the graph made of its articles, whose rows 1, 2, ... are there in the order of graph.facts().
void insert_resolved(Database& database, const KnowledgeGraph& graph);
/// All articles, by row. `path` is for messages. Errors: StoreError for rows that contradict each other.
[[nodiscard]] std::vector<ArticleFacts> read_articles(Database& database, const std::filesystem::path& path);

}  // namespace hearsay
