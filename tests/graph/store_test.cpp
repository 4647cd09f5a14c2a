#include "graph/store.hpp"

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/graph/support/facts.hpp"

using namespace hearsay;
using Catch::Contains;
using test::FactsBuilder;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("hearsay_store_" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path operator/(const char* name) const { return path / name; }
};

ArticleFacts article(const std::string& name) {
  FactsBuilder facts(name);
  const auto ann = facts.person("Ann Lee"), bob = facts.thing("Person", "Bob Ray", {"Ray"});
  const auto both = facts.group("two friends", {ann, bob});
  const auto first = facts.said(ann, "“Bob lies,”", std::nullopt, {bob});
  facts.facts().attributions[first].addressee = facts.phrase("Group", "reporters");
  facts.facts().attributions[first].content.push_back("a second piece");
  facts.facts().attributions[first].said_time = "2017-07-07";
  facts.facts().attributions[first].said_place = "a briefing in Hamburg";
  facts.said(std::nullopt, "nothing", first);
  StatementFact& fact = facts.statement(bob, "lie to", both, "them");
  fact.attributed_to = first;
  fact.modality = Modality::possible;
  fact.confidence = 0.3F;
  fact.arguments.push_back({Role::time, "on", "on Friday", std::nullopt, "2019-05-03"});
  facts.statement(facts.pronoun("she"), "sleep", std::nullopt);
  facts.facts().article.title = "Zoë’s \"news\"";
  facts.facts().article.byline.reset();
  return facts.facts();
}

KnowledgeGraph graph_of(const std::vector<std::string>& names) {
  KnowledgeGraph graph;
  for (const std::string& name : names) graph.merge(article(name));
  return graph;
}

std::string bytes_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

void run_sql(const fs::path& path, const char* sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
}

}  // namespace

TEST_CASE("what was written is read back", "[graph][store]") {
  const Folder folder;
  const KnowledgeGraph graph = graph_of({"a", "b", "c"});
  write_store(graph, folder / "g.hearsay");
  const KnowledgeGraph back = load_graph(folder / "g.hearsay");
  CHECK(back.facts() == graph.facts());
  CHECK(back.entities() == graph.entities());
  CHECK(back.claims() == graph.claims());
  CHECK(back.attributions() == graph.attributions());
}

TEST_CASE("the same articles give the same bytes, in whatever order and by whatever way", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a", "b", "c"}), folder / "one");
  write_store(graph_of({"c", "a", "b"}), folder / "two");
  {
    GraphStore store(folder / "three", StoreMode::replace);
    for (const char* name : {"b", "a", "c", "b"}) store.add(article(name));
    store.finish(graph_of({"b", "a", "c"}));
  }
  {
    GraphStore(folder / "four", StoreMode::append).add(article("c"));
    GraphStore store(folder / "four", StoreMode::append);
    KnowledgeGraph graph = graph_of({"a", "b"});
    for (const ArticleFacts& facts : store.held()) graph.merge(facts);
    store.finish(graph);
  }
  const std::string expected = bytes_of_file(folder / "one");
  CHECK_FALSE(expected.empty());
  for (const char* other : {"two", "three", "four"}) CHECK(bytes_of_file(folder / other) == expected);
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 4);  // nothing left beside them
}

TEST_CASE("entities and claims can be read with plain SQL", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a", "b"}), folder / "g");
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open((folder / "g").c_str(), &handle) == SQLITE_OK);
  std::string found;
  const auto note = [](void* out, int, char** values, char**) {
    *static_cast<std::string*>(out) += std::string(values[0]) + ' ' + values[1] + ' ' + values[2];
    return 0;
  };
  sqlite3_exec(handle, "SELECT s.name, c.predicate, c.sources FROM claim c JOIN entity s ON s.id = c.subject", note,
               &found, nullptr);
  CHECK(found == "Bob Ray lie to 2");
  std::string violations;
  sqlite3_exec(handle, "PRAGMA foreign_key_check", note, &violations, nullptr);
  CHECK(violations.empty());
  sqlite3_close(handle);
}

TEST_CASE("a run that stops early leaves the articles it added", "[graph][store]") {
  const Folder folder;
  { GraphStore(folder / "g", StoreMode::replace).add(article("a")); }
  CHECK(load_graph(folder / "g").facts() == graph_of({"a"}).facts());
  {
    GraphStore store(folder / "g", StoreMode::append);
    store.add(article("b"));
    store.add(article("a"));
  }
  CHECK(load_graph(folder / "g").facts() == graph_of({"a", "b"}).facts());
}

TEST_CASE("replacing keeps the old graph until the first new article", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a"}), folder / "g");
  { GraphStore(folder / "g", StoreMode::replace); }
  CHECK(load_graph(folder / "g").articles().size() == 1);
  run_sql(folder / "g", "PRAGMA user_version = 0");  // of an older program
  const std::string bytes = bytes_of_file(folder / "g");
  { GraphStore(folder / "g", StoreMode::replace); }
  CHECK(bytes_of_file(folder / "g") == bytes);
  { GraphStore(folder / "g", StoreMode::replace).add(article("b")); }
  CHECK(load_graph(folder / "g").facts() == graph_of({"b"}).facts());
}

TEST_CASE("a store to which nothing was added is not left behind", "[graph][store]") {
  const Folder folder;
  for (const StoreMode mode : {StoreMode::replace, StoreMode::append}) {
    { GraphStore(folder / "g", mode); }
    CHECK_FALSE(fs::exists(folder / "g"));
  }
}

TEST_CASE("a file that is no store is refused and never touched", "[graph][store]") {
  const Folder folder;
  for (const std::string bytes : {"Just a letter.", "SQLite format 3",
                                  "\x7f"
                                  "ELF"}) {
    write_bytes(folder / "letter", bytes);
    CHECK_THROWS_WITH(load_graph(folder / "letter"), Contains("letter: is not a Hearsay file"));
    CHECK_THROWS_WITH(GraphStore(folder / "letter", StoreMode::replace), Contains("not a Hearsay file"));
    CHECK_THROWS_WITH(write_store(graph_of({"a"}), folder / "letter"), Contains("not a Hearsay file"));
    CHECK(bytes_of_file(folder / "letter") == bytes);
  }
  run_sql(folder / "other.sqlite", "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
  CHECK_THROWS_WITH(load_graph(folder / "other.sqlite"), Contains("not a Hearsay file"));
  CHECK_THROWS_WITH(load_graph(folder.path), Contains("is a folder"));
  CHECK_THROWS_WITH(GraphStore(folder.path, StoreMode::append), Contains("is a folder"));
  CHECK_THROWS_WITH(load_graph(folder / "none"), Contains("no such file"));
  CHECK_THROWS_WITH(write_store(graph_of({"a"}), folder / "no/such/folder"), Contains("there is no folder"));
}

TEST_CASE("a newer file says so", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a"}), folder / "g");
  run_sql(folder / "g", "PRAGMA user_version = 999");
  CHECK_THROWS_WITH(load_graph(folder / "g"), Contains("format 999"));
  CHECK_THROWS_WITH(GraphStore(folder / "g", StoreMode::append), Contains("newer hearsay"));
}

TEST_CASE("rows that contradict each other are reported", "[graph][store]") {
  const Folder folder;
  const char* const damage = GENERATE("DELETE FROM article WHERE id = 2", "DELETE FROM referent WHERE id = 1",
                                      "UPDATE statement SET polarity = 'maybe'", "DELETE FROM evidence",
                                      "UPDATE attribution SET speaker = 6 WHERE article = 1",
                                      "UPDATE argument SET role = ''", "DELETE FROM argument", "DROP TABLE statement",
                                      "UPDATE attribution SET parent = 77 WHERE parent IS NOT NULL");
  write_store(graph_of({"a", "b"}), folder / "g");
  run_sql(folder / "g", damage);
  CHECK_THROWS_AS(load_graph(folder / "g"), StoreError);
}

TEST_CASE("attributions that are each other's parent are cut", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a"}), folder / "g");
  run_sql(folder / "g", "UPDATE attribution SET parent = 3 - id");
  const KnowledgeGraph graph = load_graph(folder / "g");
  CHECK(graph.chain(graph.attributions().front().id).size() <= 2);
}

TEST_CASE("no damage to a file crashes the reader", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a", "b"}), folder / "g");
  const std::string good = bytes_of_file(folder / "g");
  for (std::size_t keep = 0; keep < good.size(); keep += 5000) {
    write_bytes(folder / "cut", good.substr(0, keep));
    CHECK_THROWS_AS(load_graph(folder / "cut"), StoreError);
  }
  unsigned state = 12345;
  for (int round = 0; round < 60; ++round) {
    std::string bad = good;
    for (int hit = 0; hit < 8; ++hit) {
      state = state * 1664525U + 1013904223U;
      bad[state % bad.size()] = static_cast<char>(state >> 24U);
    }
    write_bytes(folder / "bad", bad);
    try {
      static_cast<void>(load_graph(folder / "bad").claims().size());
    } catch (const StoreError& error) {
      CHECK_THAT(error.what(), Contains("bad: "));
    }
  }
}

TEST_CASE("a file that another program writes is reported as busy", "[graph][store]") {
  const Folder folder;
  GraphStore first(folder / "g", StoreMode::replace);
  first.add(article("a"));
  CHECK_THROWS_WITH(GraphStore(folder / "g", StoreMode::append), Contains("in use by another program"));
  CHECK_THROWS_WITH(load_graph(folder / "g"), Contains("in use by another program"));
}

TEST_CASE("a disk without room is reported and leaves the last good state", "[graph][store]") {
  const Folder folder;
  write_store(graph_of({"a"}), folder / "g");
  const std::string before = bytes_of_file(folder / "g");
  rlimit old{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{16384, old.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::string message;
  try {
    write_store(graph_of({"a", "b"}), folder / "g");
  } catch (const StoreError& error) {
    message = error.what();
  }
  setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  CHECK_THAT(message, Contains("full"));
  CHECK(bytes_of_file(folder / "g") == before);
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}
