#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/find_model.hpp"
#include "cli/progress.hpp"
#include "ingest/annotate_all.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::string located(const InputError& error) {
  const std::string path = error.path == "-" ? "standard input" : error.path.string();
  return error.line == 0 ? path : fmt::format("{}:{}", path, error.line);
}

void print_message(const InputError& error, std::string_view kind, Progress& progress) {
  progress.clear();
  fmt::print(stderr, "hearsay: {}{}: {}\n", kind, located(error), error.reason);
}

std::uint64_t total_size(const std::vector<Source>& sources) {
  std::uint64_t total = 0;
  for (const Source& source : sources) {
    std::error_code error;
    const auto size = fs::file_size(source.path, error);
    if (!error) total += size;
  }
  return total;
}

/// The articles of all sources, one after the other.
class ArticleStream {
 public:
  ArticleStream(const std::vector<Source>& sources, ReadOptions options, std::function<void(const InputError&)> warn)
      : sources_(sources), options_(options), warn_(std::move(warn)) {}

  std::optional<ArticleResult> next() {
    for (;;) {
      if (!reader_) {
        if (next_source_ == sources_.size()) return std::nullopt;
        reader_.emplace(sources_[next_source_++], options_);
      }
      std::optional<ArticleResult> result = reader_->next();
      for (const InputError& warning : reader_->take_warnings()) warn_(warning);
      if (result) return result;
      reader_.reset();
    }
  }

 private:
  const std::vector<Source>& sources_;
  ReadOptions options_;
  std::function<void(const InputError&)> warn_;
  std::size_t next_source_ = 0;
  std::optional<ArticleReader> reader_;
};

void count(const Analysis& analysis, InputReport& report) {
  ++report.articles;
  report.words += analysis.document.tokens.size();
  report.sentences += analysis.document.sentences.size();
  report.statements += analysis.statements.size();
  report.attributions += analysis.attributions.size();
}

/// 12345 -> "12,345"
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options, bool needs_paths) {
  CLI::Option* paths = command.add_option(
      "INPUT", options.paths,
      "Articles: files, directories, or \"-\" for standard input (text, Markdown, HTML, JSON Lines)");
  if (needs_paths) paths->required();
  command
      .add_option("--model", options.model, "accurate, or fast where speed counts more; or the path of a model file")
      ->capture_default_str();
  command.add_option("--threads", options.threads, "How many articles to work on at a time")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U))
      ->capture_default_str();
  command.add_flag("--quiet,-q", options.quiet, "No progress bar and no summary; errors are still reported");
}

Inputs open_inputs(const InputOptions& options) {
  return {load_model(find_model(options.model)), list_sources({options.paths.begin(), options.paths.end()})};
}

InputReport for_each_article(const Inputs& inputs, const InputOptions& options,
                             const std::function<void(const Analysis&)>& take) {
  Progress progress(total_size(inputs.sources), !options.quiet);
  ArticleStream stream(inputs.sources, ReadOptions{.verbatim = options.verbatim},
                       [&](const InputError& warning) { print_message(warning, "warning: ", progress); });
  InputReport report;
  annotate_all([&] { return stream.next(); }, *inputs.model,
               AnnotateOptions{options.one_sentence_per_line, options.last_layer}, options.threads,
               [&](AnnotationResult result) {
                 if (const auto* error = std::get_if<InputError>(&result)) {
                   ++report.skipped;
                   print_message(*error, "", progress);
                   return;
                 }
                 const Analysis& analysis = std::get<Analysis>(result);
                 take(analysis);
                 count(analysis, report);
                 progress.advance(analysis.document.text.size());
               });
  return report;
}

std::string summary(const InputReport& report) {
  std::string line = fmt::format("{} ({}, {}): {}, {}", counted(report.articles, "article"),
                                 counted(report.words, "word"), counted(report.sentences, "sentence"),
                                 counted(report.statements, "statement"), counted(report.attributions, "attribution"));
  if (report.skipped > 0) line += fmt::format("; {} skipped", counted(report.skipped, "input"));
  return line;
}

}  // namespace hearsay
