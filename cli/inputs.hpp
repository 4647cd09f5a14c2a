#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "ingest/analysis.hpp"
#include "ingest/annotate.hpp"
#include "ingest/article/read_articles.hpp"

namespace hearsay {

/// What every command that reads articles can be told.
struct InputOptions {
  std::vector<std::string> paths;  ///< files, directories, "-"
  std::string model = "accurate";
  unsigned threads = std::thread::hardware_concurrency();
  bool quiet = false;
  bool verbatim = false;  ///< the text as it stands, furniture and all
  bool one_sentence_per_line = false;
  Layer last_layer = Layer::statements;  ///< what is wanted of the analysis
};

/// What a run needs before its first article.
struct Inputs {
  std::shared_ptr<const Model> model;
  std::vector<Source> sources;
};

/// What a run over the inputs came to.
struct InputReport {
  std::size_t articles = 0, skipped = 0, words = 0, sentences = 0, statements = 0, attributions = 0;
};

/// Adds the options of `options` to `command`; the paths only if `needs_paths`.
void add_input_options(CLI::App& command, InputOptions& options, bool needs_paths);

/// Loads the model and looks for the articles. Commands call it before they touch what they write to.
/// Errors  hearsay::Error: no such model; ModelError. What is wrong with a source is reported when its turn comes.
[[nodiscard]] Inputs open_inputs(const InputOptions& options);

/// Reads and annotates all inputs; gives each article to `take` in input order; reports what could not be used on
/// stderr, and progress when stderr is a terminal.
InputReport for_each_article(const Inputs& inputs, const InputOptions& options,
                             const std::function<void(const Analysis&)>& take);

/// "5 articles (3,012 words, 140 sentences): 312 statements, 75 attributions; 1 input skipped"
[[nodiscard]] std::string summary(const InputReport& report);

}  // namespace hearsay
