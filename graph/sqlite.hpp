#pragma once
// A thin owner of SQLite's handles. Private to graph/: errors leave as StoreError.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay {

enum class OpenMode { existing, create };

class Database;

/// A prepared statement. Parameters and columns count from 0, in the order of the SQL text.
class SqlStatement {
 public:
  SqlStatement(const Database& database, const char* sql);

  /// Binds all parameters, runs the statement to its end and makes it ready for the next call.
  template <typename... Values>
  void run(const Values&... values) {
    bind_all(values...);
    while (step()) {
    }
    reset();
  }
  template <typename... Values>
  void bind_all(const Values&... values) {
    reset();
    int at = 0;
    (bind(at++, values), ...);
  }
  [[nodiscard]] bool step();  ///< true: a row is there
  void reset();

  void bind(int at, std::int64_t value);
  void bind(int at, double value);
  void bind(int at, std::string_view value);  ///< copied
  template <typename T>
  void bind(int at, const std::optional<T>& value) {
    if (value)
      bind(at, *value);
    else
      bind_null(at);
  }

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  void bind_null(int at);
  void check(int code) const;
};

class Database {
 public:
  Database(const std::filesystem::path& path, OpenMode mode);
  void execute(const char* sql);
  [[nodiscard]] std::int64_t pragma(const char* name) const;
  void close();  ///< the destructor does it too, but cannot report

  /// Throws StoreError with path, reason and remedy for a result code of SQLite.
  [[noreturn]] void fail(int code) const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// All or nothing: rolled back unless commit() was called.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(&database) { database.execute("BEGIN IMMEDIATE"); }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;
};

}  // namespace hearsay
