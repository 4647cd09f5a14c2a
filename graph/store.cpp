#include "graph/store.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "graph/sqlite.hpp"
#include "graph/store_rows.hpp"
#include "graph/store_schema.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

enum class FileKind { missing, empty, folder, hearsay, foreign };

/// What a file is, by its first 100 bytes (SQLite's format, section 1.3: the application's number stands at byte 68).
/// Errors  StoreError: not permitted to look.
FileKind file_kind(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return FileKind::missing;
  if (fs::is_directory(path, error)) return FileKind::folder;
  if (!fs::is_regular_file(path, error)) return FileKind::foreign;
  std::array<unsigned char, 100> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw StoreError(path.string() + ": cannot be opened (" + std::strerror(errno) + "); check its permissions");
  file.read(reinterpret_cast<char*>(header.data()), header.size());
  if (file.gcount() == 0 && fs::file_size(path, error) == 0) return FileKind::empty;
  constexpr std::string_view magic("SQLite format 3\0", 16);
  const std::string_view begin(reinterpret_cast<const char*>(header.data()), magic.size());
  std::int64_t application = 0;
  for (std::size_t i = 68; i < 72; ++i) application = application * 256 + header[i];
  return begin == magic && application == store_application_id ? FileKind::hearsay : FileKind::foreign;
}

void require_readable_version(const Database& database, const fs::path& path) {
  const std::int64_t version = database.pragma("user_version");
  if (version == store_version) return;
  throw StoreError(path.string() + ": format " + std::to_string(version) + ", this program reads " +
                   std::to_string(store_version) + "; take a newer hearsay or build the file again");
}

void create_tables(Database& database) {
  // Fixed, so that a file does not depend on how SQLite was built.
  database.execute("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8'");
  Transaction transaction(database);
  database.execute(("PRAGMA application_id = " + std::to_string(store_application_id)).c_str());
  database.execute(("PRAGMA user_version = " + std::to_string(store_version)).c_str());
  database.execute(store_schema);
  transaction.commit();
}

/// A file beside the store that takes its place; gone when that does not come about.
class NewFile {
 public:
  explicit NewFile(const fs::path& target) : target_(target), path_(target.string() + ".new") { remove(); }
  ~NewFile() { remove(); }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }
  void take_place() {
    std::error_code error;
    fs::rename(path_, target_, error);
    if (error) throw StoreError(target_.string() + ": cannot be replaced (" + error.message() + ")");
  }

 private:
  fs::path target_, path_;
  void remove() const {
    std::error_code ignored;  // usually there is nothing to remove
    fs::remove(path_, ignored);
    fs::remove(path_.string() + "-journal", ignored);
  }
};

void write_sorted(const KnowledgeGraph& graph, const fs::path& path) {
  Database database(path, OpenMode::create);
  create_tables(database);
  Transaction transaction(database);
  for (const ArticleFacts& facts : graph.facts()) insert_article(database, facts);
  insert_resolved(database, graph);
  transaction.commit();
  database.execute("VACUUM");
  database.close();
}

/// The kind of a file that may be written.
FileKind writable_kind(const fs::path& path) {
  const FileKind kind = file_kind(path);
  if (kind == FileKind::folder) throw StoreError(path.string() + ": is a folder; give the name of a file in it");
  if (kind == FileKind::foreign)
    throw StoreError(path.string() + ": exists and is not a Hearsay file; it is left as it is, give another name");
  const fs::path folder = path.parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error))
    throw StoreError(path.string() + ": there is no folder " + folder.string() + "; make it first");
  return kind;
}

}  // namespace

struct GraphStore::Impl {
  fs::path path;
  StoreMode mode;
  std::optional<Database> database;
  std::vector<ArticleFacts> held;
  bool made = false;      ///< there was no file: what nothing is added to goes again
  bool old_rows = false;  ///< of a store that is being replaced: they go with the first article
  bool old_form = false;  ///< so does a file of another format

  Impl(fs::path file, StoreMode how) : path(std::move(file)), mode(how) {
    const FileKind kind = writable_kind(path);
    if (kind == FileKind::hearsay) {
      open_existing();
    } else {
      made = kind == FileKind::missing;
      create();
    }
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    database.reset();
    std::error_code ignored;
    if (made) fs::remove(path, ignored);
  }

  void create() {
    database.emplace(path, OpenMode::create);
    lock();
    create_tables(*database);
  }

  void lock() {
    database->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL");
    database->execute("BEGIN EXCLUSIVE; COMMIT");
  }

  void open_existing() {
    database.emplace(path, OpenMode::existing);
    lock();
    old_form = mode == StoreMode::replace && database->pragma("user_version") != store_version;
    if (old_form) return;
    require_readable_version(*database, path);
    if (mode == StoreMode::append) held = read_articles(*database, path);
    old_rows = mode == StoreMode::replace;
  }

  /// What is to be replaced is lost only now that there is something in its place.
  void begin_to_fill() {
    if (old_form) {
      database.reset();
      fs::remove(path);
      create();
    }
    made = old_form = false;
  }
};

GraphStore::GraphStore(fs::path path, StoreMode mode) : impl_(std::make_unique<Impl>(std::move(path), mode)) {}
GraphStore::GraphStore(GraphStore&&) noexcept = default;
GraphStore& GraphStore::operator=(GraphStore&&) noexcept = default;
GraphStore::~GraphStore() = default;

const std::vector<ArticleFacts>& GraphStore::held() const { return impl_->held; }

void GraphStore::add(const ArticleFacts& facts) {
  impl_->begin_to_fill();
  Database& database = impl_->database.value();
  Transaction transaction(database);
  if (impl_->old_rows)
    erase_everything(database);
  else
    erase_article(database, facts.article.id);
  insert_article(database, facts);
  transaction.commit();
  impl_->old_rows = false;
}

void GraphStore::finish(const KnowledgeGraph& graph) {
  NewFile file(impl_->path);
  write_sorted(graph, file.path());
  if (impl_->database) impl_->database->close();
  impl_->database.reset();
  file.take_place();
  impl_->made = false;
}

void write_store(const KnowledgeGraph& graph, const fs::path& path) {
  static_cast<void>(writable_kind(path));
  NewFile file(path);
  write_sorted(graph, file.path());
  file.take_place();
}

KnowledgeGraph load_graph(const fs::path& path) {
  switch (file_kind(path)) {
    case FileKind::missing:
      throw StoreError(path.string() + ": no such file; make it with `hearsay build ... -o FILE`");
    case FileKind::folder: throw StoreError(path.string() + ": is a folder; give a file that `hearsay build` wrote");
    case FileKind::empty:
    case FileKind::foreign:
      throw StoreError(path.string() + ": is not a Hearsay file; give one that `hearsay build` wrote");
    case FileKind::hearsay: break;
  }
  Database database(path, OpenMode::existing);
  require_readable_version(database, path);
  SqlStatement check(database, "PRAGMA quick_check(1)");
  if (!check.step() || check.text(0) != "ok") {
    throw StoreError(path.string() + ": is damaged (" + check.text(0) + "); build it again from the articles");
  }
  KnowledgeGraph graph;
  for (ArticleFacts& facts : read_articles(database, path)) graph.merge(std::move(facts));
  return graph;
}

}  // namespace hearsay
