#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/article/read_articles.hpp"

namespace hearsay::test {

/// A directory that goes when the test ends.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("hearsay-article-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
  }

 private:
  std::filesystem::path path_;
};

struct ReadAll {
  std::vector<Article> articles;
  std::vector<InputError> errors, warnings;
};

inline ReadAll read_all(const std::vector<std::filesystem::path>& inputs, ReadOptions options = {}) {
  ReadAll all;
  for (const Source& source : list_sources(inputs)) {
    ArticleReader reader(source, options);
    while (auto next = reader.next()) {
      if (auto* article = std::get_if<Article>(&*next)) all.articles.push_back(std::move(*article));
      if (auto* error = std::get_if<InputError>(&*next)) all.errors.push_back(std::move(*error));
    }
    for (InputError& warning : reader.take_warnings()) all.warnings.push_back(std::move(warning));
  }
  return all;
}

/// Reads `bytes` as a file of that name.
inline ReadAll read_bytes(const std::string& name, std::string_view bytes, ReadOptions options = {}) {
  const TemporaryDirectory directory;
  return read_all({directory.write(name, bytes)}, options);
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace hearsay::test
