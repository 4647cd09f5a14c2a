#include <fmt/format.h>

#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/graph_output.hpp"
#include "cli/inputs.hpp"
#include "graph/store.hpp"
#include "ingest/error.hpp"

namespace hearsay {
namespace {

struct BuildCommand {
  InputOptions inputs;
  std::string output;
  bool append = false;
  GraphOutput graph_output;
};

bool is_store(const BuildCommand& options) { return options.graph_output.format == "store"; }

/// One article, one commit: a run that is killed leaves what was read so far, one that reads nothing what was there.
InputReport build_store(const BuildCommand& options) {
  const Inputs inputs = open_inputs(options.inputs);
  GraphStore store(options.output, options.append ? StoreMode::append : StoreMode::replace);
  KnowledgeGraph graph;
  for (const ArticleFacts& facts : store.held()) graph.merge(facts);
  const InputReport report = for_each_article(inputs, options.inputs, [&](const Analysis& analysis) {
    ArticleFacts facts = extract_facts(analysis);
    store.add(facts);
    graph.merge(std::move(facts));
  });
  if (report.articles > 0) store.finish(graph);
  return report;
}

InputReport build_and_export(const BuildCommand& options) {
  const Inputs inputs = open_inputs(options.inputs);
  for (const Source& source : inputs.sources) refuse_to_overwrite(source.path, options.output);
  OutputFile file(options.output);
  KnowledgeGraph graph;
  const InputReport report =
      for_each_article(inputs, options.inputs, [&](const Analysis& analysis) { graph.merge(analysis); });
  if (report.articles > 0) write_graph(graph, options.graph_output, file);
  return report;
}

int run(BuildCommand options) {
  settle_format(options.graph_output, options.output, "store");
  if (is_store(options) && (options.output.empty() || options.output == "-")) {
    throw Error("build: say where the graph goes with -o FILE, or choose --format dot, svg, png or jsonld to print it");
  }
  const InputReport report = is_store(options) ? build_store(options) : build_and_export(options);
  if (!options.inputs.quiet) fmt::print(stderr, "{}\n", summary(report));
  if (report.articles == 0) fmt::print(stderr, "hearsay: no article could be read, so nothing was written\n");
  return report.skipped == 0 ? all_done : something_skipped;
}

}  // namespace

void add_build_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("build", "Read articles into a graph");
  const auto options = std::make_shared<BuildCommand>();
  add_input_options(*command, options->inputs, true);
  command->add_option("--output,-o", options->output, "The file to write; \"-\" prints to standard output");
  command->add_flag("--append", options->append, "Keep what the graph file holds already; read articles are replaced");
  add_graph_output_options(*command, options->graph_output, true);
  command->footer(
      "Examples:\n"
      "  hearsay build articles/ -o news.hearsay\n"
      "  hearsay build page.html notes.md feed.jsonl -o news.hearsay\n"
      "  hearsay build samples/ --format svg -o out.svg");
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace hearsay
