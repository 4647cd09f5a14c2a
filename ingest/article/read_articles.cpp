#include "ingest/article/read_articles.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "ingest/article/clean.hpp"
#include "ingest/article/dates.hpp"
#include "ingest/article/decode.hpp"
#include "ingest/article/format.hpp"
#include "ingest/article/html.hpp"
#include "ingest/article/json_line.hpp"
#include "ingest/article/markdown.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kLargest = 200'000'000;

std::string stable_id(const std::string& name, const std::string& text) {
  const std::string key = name + '\0' + text;
  const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
  std::array<char, 40> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return std::string(hex.data(), 32);
}

/// All bytes of a file, or the reason why not.
std::variant<std::string, std::string> read_bytes(const std::filesystem::path& path) {
  using Bytes = std::variant<std::string, std::string>;
  const auto failed = [](const std::string& reason) { return Bytes(std::in_place_index<1>, reason); };
  const bool standard_input = path == "-";
  std::error_code error;
  if (!standard_input && std::filesystem::is_directory(path, error)) return failed("a directory; give its files");
  std::FILE* const file = standard_input ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr)
    return failed(std::string("cannot be opened (") + std::strerror(errno) + "); check the path and its permissions");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> closer(standard_input ? nullptr : file, std::fclose);
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file)) {
    bytes.append(buffer.data(), count);
    if (bytes.size() > kLargest)
      return failed("larger than 200 MB; split it, e.g. one article per file or per line of JSON Lines");
  }
  if (std::ferror(file) != 0) return failed(std::string("cannot be read (") + std::strerror(errno) + ")");
  return Bytes(std::in_place_index<0>, std::move(bytes));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void set(std::optional<std::string>& field, const std::optional<std::string>& value) {
  if (value && !trimmed(*value).empty()) field = trimmed(*value);
}

/// Title first, then the body; paragraphs parted by an empty line.
void write_text(const CleanArticle& clean, Article& article) {
  MappedText text;
  if (clean.metadata.title) {
    const std::string& title = *clean.metadata.title;
    if (clean.metadata.title_source) {
      text.add(*clean.metadata.title_source, 0, clean.metadata.title_source->size());
    } else {
      for (const char c : title) text.add(c, kAddedByReader);
    }
    article.headline = ByteSpan{0, static_cast<std::uint32_t>(text.size())};
  }
  for (const Block& block : clean.body) {
    for (int i = 0; i < 2 && !text.empty(); ++i) text.add('\n', kAddedByReader);
    text.add(block.content, 0, block.content.size());
  }
  article.source_map = source_runs(text);
  article.text = std::move(text.text);
}

void write_metadata(const Metadata& metadata, Article& article) {
  set(article.title, metadata.title);
  set(article.publisher, metadata.publisher);
  set(article.byline, metadata.byline);
  set(article.url, metadata.url);
  set(article.date, metadata.date());
}

/// Text blocks joined as they stand, for HTML in verbatim mode.
MappedText joined(const std::vector<Block>& blocks) {
  MappedText text;
  for (const Block& block : blocks) {
    for (int i = 0; i < 2 && !text.empty(); ++i) text.add('\n', kAddedByReader);
    text.add(block.content, 0, block.content.size());
  }
  return text;
}

void read_front_matter(const std::map<std::string, std::string>& fields, Metadata& metadata) {
  for (const auto& [key, value] : fields) {
    if (value.empty()) continue;
    if (key == "title") metadata.title = value;
    if (key == "author" || key == "byline" || key == "authors") metadata.byline = value;
    if (key == "publisher" || key == "source" || key == "site") metadata.publisher = value;
    if (key == "date" || key == "published") metadata.published = read_date(value);
    if (key == "updated" || key == "lastmod") metadata.updated = read_date(value);
    if (key == "url" || key == "link" || key == "canonical") metadata.url = value;
  }
}

}  // namespace

struct ArticleReader::Impl {
  Source source;
  ReadOptions options;
  bool started = false;
  Format format = Format::plain;
  std::string bytes;
  std::size_t at = 0;      ///< first byte of the next JSON line
  std::uint64_t line = 0;  ///< its number
  std::vector<InputError> warnings;

  [[nodiscard]] InputError error(std::string reason, std::uint64_t at_line = 0) const {
    return {source.path, at_line, std::move(reason)};
  }
  [[nodiscard]] std::string source_name() const {
    return source.path == "-" ? "stdin" : source.path.filename().string();
  }

  std::optional<ArticleResult> next() {
    if (!started) return start();
    return format == Format::json_lines || format == Format::json ? next_line() : std::nullopt;
  }

  std::optional<ArticleResult> start() {
    started = true;
    if (source.problem) return *source.problem;
    auto read = read_bytes(source.path);
    if (read.index() == 1) return error(std::get<1>(read));
    bytes = std::get<0>(std::move(read));
    if (bytes.empty()) return error("the file is empty; nothing to read");
    if (auto reason = why_not_text(bytes)) return error(*std::move(reason));
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
      format = Format::plain;  // decided again below, on the decoded text
    } else {
      format = sniff_format(bytes, source.path);
    }
    if (format == Format::json && !is_line_wise()) return whole_object();
    if (format == Format::json_lines || format == Format::json) return next_line();
    return whole_file();
  }

  /// A .json file may hold one object per line, or one object over many lines.
  [[nodiscard]] bool is_line_wise() const {
    const std::string_view first = std::string_view(bytes).substr(0, bytes.find('\n'));
    return std::holds_alternative<JsonArticle>(read_json_line(first)) || is_blank(first);
  }

  ArticleResult whole_object() {
    at = bytes.size();
    return from_json(bytes, 0, 1);
  }

  static bool declares_1252(std::string_view page) {
    const std::string head = plain_form(page.substr(0, 2048));
    return head.find("charset=windows-1252") != std::string::npos ||
           head.find("charset=iso-8859-1") != std::string::npos ||
           head.find("charset=\"windows-1252") != std::string::npos ||
           head.find("charset=\"iso-8859-1") != std::string::npos;
  }

  ArticleResult whole_file() {
    auto decoded = decode(bytes, format == Format::html && declares_1252(bytes));
    if (const auto* bad = std::get_if<DecodeError>(&decoded)) return error(bad->reason, bad->line);
    auto& [text, warning] = std::get<Decoded>(decoded);
    if (warning) warnings.push_back(error(*warning));
    if (is_blank(text.text)) return error("the file holds only white space; nothing to read");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
      if (sniff_format(text.text, source.path) == Format::html) format = Format::html;
    }
    bytes = {};
    return format == Format::html ? from_html(std::move(text)) : from_plain(std::move(text));
  }

  [[nodiscard]] Article new_article() const {
    Article article;
    article.path = source.path.string();
    article.name = source_name();
    return article;
  }

  ArticleResult from_html(MappedText source_text) {
    HtmlPage page = read_html(source_text);
    if (page.problem) warnings.push_back(error(*page.problem));
    if (page.blocks.empty()) return error("no text between the tags of this HTML page; is it a script or a frame set?");
    MappedText verbatim = options.verbatim ? joined(page.blocks) : MappedText{};
    return finish(new_article(), std::move(page.blocks), std::move(page.metadata), std::move(verbatim), 0);
  }

  ArticleResult from_plain(MappedText text) {
    TextBlocks cut = split_blocks(text);
    Metadata known;
    read_front_matter(cut.front_matter, known);
    return finish(new_article(), std::move(cut.blocks), std::move(known), std::move(text), 0);
  }

  ArticleResult finish(Article article, std::vector<Block> blocks, Metadata known, MappedText verbatim,
                       std::uint64_t at_line) {
    const CleanArticle clean = clean_article(std::move(blocks), std::move(known));
    write_metadata(clean.metadata, article);
    if (options.verbatim) {
      article.source_map = source_runs(verbatim);
      article.text = std::move(verbatim.text);
    } else {
      write_text(clean, article);
    }
    if (is_blank(article.text)) {
      return error("no article in it, only menus, forms or links; give the page with its text", at_line);
    }
    article.id = stable_id(article.name, article.text);
    return article;
  }

  std::optional<ArticleResult> next_line() {
    while (at < bytes.size()) {
      const std::size_t begin = at;
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      at = end + 1;
      ++line;
      std::string_view text = std::string_view(bytes).substr(begin, end - begin);
      std::size_t mark = 0;
      if (begin == 0 && text.starts_with("\xEF\xBB\xBF")) mark = 3;
      text.remove_prefix(mark);
      if (!is_blank(text)) return from_json(text, begin + mark, line);
    }
    if (line > 0 && !found_line) {
      found_line = true;
      return error("the file holds only empty lines; nothing to read");
    }
    return std::nullopt;
  }
  bool found_line = false;

  ArticleResult from_json(std::string_view text, std::size_t begin, std::uint64_t number) {
    found_line = true;
    if (const auto invalid = first_invalid_utf8(text)) {
      return error(
          "invalid UTF-8 at byte " + std::to_string(*invalid) + " of the line; JSON must be UTF-8, save it again",
          number);
    }
    auto read = read_json_line(text);
    if (auto* reason = std::get_if<std::string>(&read)) return error(std::move(*reason), number);
    auto& json = std::get<JsonArticle>(read);
    if (!json.text) {
      const std::string what = json.text_is_no_string ? "\"text\" is no string" : "\"text\" is missing";
      return error(what + "; keys seen: " + (json.keys_seen.empty() ? "none" : json.keys_seen) +
                       "; put the article into \"text\"",
                   number);
    }
    if (is_blank(json.text->text)) return error("\"text\" is empty; nothing to read", number);
    return from_fields(std::move(json), begin, number);
  }

  ArticleResult from_fields(JsonArticle json, std::size_t begin, std::uint64_t number) {
    for (std::optional<MappedText>* field : {&json.text, &json.title}) {
      if (!*field) continue;
      for (std::uint32_t& origin : (*field)->origin) origin += static_cast<std::uint32_t>(begin);
    }
    Article article = new_article();
    article.name = json.id && !json.id->empty() ? *json.id : source_name() + ":" + std::to_string(number);
    Metadata known;
    if (json.title && !is_blank(json.title->text)) {
      known.title_source = strip_inline(*json.title).content;
      known.title = known.title_source->text;
    }
    set(known.publisher, json.publisher);
    set(known.byline, json.author);
    set(known.url, json.url);
    if (json.date && !is_blank(*json.date)) {
      known.published = read_date(*json.date);
      if (!known.published)
        warnings.push_back(error(
            "the date \"" + json.date->substr(0, 60) + "\" was not understood and left out; write YYYY-MM-DD", number));
    }
    TextBlocks cut = split_blocks(*json.text);
    return finish(std::move(article), std::move(cut.blocks), std::move(known), *std::move(json.text), number);
  }
};

ArticleReader::ArticleReader(Source source, ReadOptions options) : impl_(std::make_unique<Impl>()) {
  impl_->source = std::move(source);
  impl_->options = options;
}
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;
ArticleReader::~ArticleReader() = default;

std::optional<ArticleResult> ArticleReader::next() { return impl_->next(); }

std::vector<InputError> ArticleReader::take_warnings() { return std::exchange(impl_->warnings, {}); }

}  // namespace hearsay
