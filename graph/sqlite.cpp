#include "graph/sqlite.hpp"

#include <sqlite3.h>

#include "graph/store.hpp"

namespace hearsay {
namespace {

std::string remedy_for(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "is in use by another program; try again when that one is done";
    case SQLITE_FULL: return "cannot grow: the disk or the quota is full; make room and run again";
    case SQLITE_IOERR: return "cannot be read or written (a full disk, a file size limit or a broken device)";
    case SQLITE_NOTADB: return "is not a Hearsay file; give one that `hearsay build` wrote";
    case SQLITE_CORRUPT: return "is damaged; build it again from the articles";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return "cannot be written: no permission for the file or its folder";
    case SQLITE_CANTOPEN: return "cannot be opened; check the permissions of the file and its folder";
    default: return "the store failed";
  }
}

}  // namespace

void SqlStatement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& path, OpenMode mode) : path_(path) {
  // Readers, too: what a killed run left half done can only be rolled back by who may write.
  const int flags = SQLITE_OPEN_READWRITE | (mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  constexpr int wait_ms = 1000;
  sqlite3_busy_timeout(handle, wait_ms);
}

void Database::fail(int code) const {
  std::string message = path_.string() + ": " + remedy_for(code);
  const char* detail = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw StoreError(message + " (SQLite: " + detail + ")");
}

void Database::execute(const char* sql) {
  if (const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

std::int64_t Database::pragma(const char* name) const {
  SqlStatement statement(*this, (std::string("PRAGMA ") + name).c_str());
  return statement.step() ? statement.integer(0) : 0;
}

void Database::close() {
  if (!handle_) return;
  if (const int code = sqlite3_close(handle_.get()); code != SQLITE_OK) fail(code);
  static_cast<void>(handle_.release());  // closed above
}

SqlStatement::SqlStatement(const Database& database, const char* sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr);
  statement_.reset(statement);
  check(code);
}

void SqlStatement::check(int code) const {
  if (code != SQLITE_OK) database_->fail(code);
}

bool SqlStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail(code);
  return false;
}

void SqlStatement::reset() { sqlite3_reset(statement_.get()); }

void SqlStatement::bind(int at, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), at + 1, value)); }
void SqlStatement::bind(int at, double value) { check(sqlite3_bind_double(statement_.get(), at + 1, value)); }
void SqlStatement::bind_null(int at) { check(sqlite3_bind_null(statement_.get(), at + 1)); }
void SqlStatement::bind(int at, std::string_view value) {
  const char* data = value.empty() ? "" : value.data();  // a null pointer would bind NULL
  check(sqlite3_bind_text64(statement_.get(), at + 1, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

std::int64_t SqlStatement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double SqlStatement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool SqlStatement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::string SqlStatement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data == nullptr ? std::string() : std::string(data, static_cast<std::size_t>(size));
}

Transaction::~Transaction() {
  if (database_ != nullptr) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_->execute("COMMIT");
  database_ = nullptr;
}

}  // namespace hearsay
