#pragma once

#include <filesystem>
#include <memory>

#include "graph/article_facts.hpp"
#include "graph/knowledge_graph.hpp"
#include "ingest/error.hpp"

namespace hearsay {

/// The store cannot be read or written. The message gives the path, what was found and the remedy.
class StoreError : public Error {
 public:
  using Error::Error;
};

enum class StoreMode { replace, append };

/// One SQLite file, written article by article; docs/schema.md describes its tables.
/// A run that is killed leaves the articles that were added; finish() then puts the whole file in order.
/// While a GraphStore is open no other program can write the file.
class GraphStore {
 public:
  /// replace  what the file held goes with the first article that is added, or with finish().
  /// append   the file may be missing; an article that is there already (same id) is replaced.
  /// A file that was missing is made at once, and gone again unless something is added or finish() is called.
  /// Errors   StoreError: a file that Hearsay did not write is never touched.
  GraphStore(std::filesystem::path path, StoreMode mode);
  GraphStore(GraphStore&&) noexcept;
  GraphStore& operator=(GraphStore&&) noexcept;
  ~GraphStore();

  /// Adds one article in one transaction.
  void add(const ArticleFacts& facts);
  /// What the store held when it was opened; empty for replace. Merge these into the graph that goes to finish().
  [[nodiscard]] const std::vector<ArticleFacts>& held() const;
  /// Writes `graph`, with its entities and claims, in place of everything; nothing can be added afterwards.
  /// The new file takes the place of the old one at once; the same graph gives the same bytes.
  void finish(const KnowledgeGraph& graph);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes a whole graph; the same as replace and finish().
void write_store(const KnowledgeGraph& graph, const std::filesystem::path& path);

/// Reads a graph back: its records equal those that were written.
/// Errors  StoreError for a missing, foreign, newer, damaged or locked file.
[[nodiscard]] KnowledgeGraph load_graph(const std::filesystem::path& path);

}  // namespace hearsay
