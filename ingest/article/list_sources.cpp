#include <algorithm>
#include <system_error>

#include "ingest/article/format.hpp"
#include "ingest/article/read_articles.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr const char* broken_link = "a symbolic link that leads nowhere; remove or repair it";

Source with_problem(const fs::path& path, std::string reason) { return {path, InputError{path, 0, std::move(reason)}}; }

/// Files below `folder`, sorted; symbolic links to directories are not followed, so there are no circles.
void list_directory(const fs::path& folder, std::vector<Source>& sources) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) entries.push_back(*at);
  if (error) {
    sources.push_back(
        with_problem(folder, "the directory cannot be read (" + error.message() + "); check its permissions"));
    return;
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.path() < b.path(); });
  for (const fs::directory_entry& entry : entries) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
      if (!hidden && !entry.is_symlink(ignored)) list_directory(entry.path(), sources);
    } else if (entry.is_symlink(ignored) && !entry.exists(ignored)) {
      sources.push_back(with_problem(entry.path(), broken_link));
    } else if (entry.is_regular_file(ignored) && may_hold_articles(entry.path())) {
      sources.push_back({entry.path(), std::nullopt});
    }
  }
}

}  // namespace

std::vector<Source> list_sources(const std::vector<fs::path>& inputs) {
  std::vector<Source> sources;
  for (const fs::path& input : inputs) {
    std::error_code error;
    if (input == "-") {
      sources.push_back({input, std::nullopt});
    } else if (fs::is_directory(input, error)) {
      const std::size_t before = sources.size();
      list_directory(input, sources);
      if (sources.size() == before) {
        sources.push_back(
            with_problem(input, "the directory holds no articles; expected .txt, .md, .html or .jsonl files"));
      }
    } else if (fs::is_symlink(input, error) && !fs::exists(input, error)) {
      sources.push_back(with_problem(input, broken_link));
    } else if (!fs::exists(input, error)) {
      sources.push_back(with_problem(input, error && error != std::errc::no_such_file_or_directory
                                                ? "cannot be opened (" + error.message() + "); check its permissions"
                                                : "no such file or directory; check the spelling"));
    } else {
      sources.push_back({input, std::nullopt});
    }
  }
  return sources;
}

}  // namespace hearsay
