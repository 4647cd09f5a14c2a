#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ingest/article/article.hpp"
#include "ingest/error.hpp"

namespace hearsay {

/// One input: a file, or "-" for standard input.
struct Source {
  std::filesystem::path path;         ///< as the user gave it, or below the directory the user gave
  std::optional<InputError> problem;  ///< missing, no articles inside ...: the reader hands it out
};

/// Lists the files behind what the user gave. Directories are searched with all below them, in the order of their
/// names; hidden files, READMEs, pictures and scripts in them are passed over. "-" is standard input.
/// Errors  a missing input or a directory without articles becomes a Source with its problem.
[[nodiscard]] std::vector<Source> list_sources(const std::vector<std::filesystem::path>& inputs);

struct ReadOptions {
  /// The text exactly as in the file or in the JSON "text", only decoded, for annotations whose offsets refer to the
  /// input; HTML is still converted. Otherwise the article alone: title, then paragraphs, without furniture.
  bool verbatim = false;
};

using ArticleResult = std::variant<Article, InputError>;

/// Reads the articles of one source: plain text, Markdown and HTML hold one, JSON Lines one per line.
/// Errors  each unreadable article is an InputError, after which reading goes on.
/// Cost    linear in the bytes of the source, which are read whole; 200 MB at most.
class ArticleReader {
 public:
  explicit ArticleReader(Source source, ReadOptions options = {});
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;
  ~ArticleReader();

  /// The next article or error; none at the end.
  [[nodiscard]] std::optional<ArticleResult> next();

  /// What was read all the same but should be looked at (an assumed encoding), in order; each is given once.
  [[nodiscard]] std::vector<InputError> take_warnings();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
