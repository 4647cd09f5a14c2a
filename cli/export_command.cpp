#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_output.hpp"

namespace hearsay {
namespace {

struct ExportCommand {
  std::string store, output;
  GraphOutput graph_output;
};

}  // namespace

void add_export_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("export", "Write a graph as DOT, SVG, PNG or JSON-LD");
  const auto options = std::make_shared<ExportCommand>();
  command->add_option("FILE", options->store, "A graph made by \"hearsay build\"")->required();
  command->add_option("--output,-o", options->output, "The file to write; without it, or with \"-\", standard output");
  add_graph_output_options(*command, options->graph_output, false);
  command->footer(
      "Examples:\n"
      "  hearsay export news.hearsay --format svg -o news.svg\n"
      "  hearsay export news.hearsay --format dot --focus Putin --depth 1 | dot -Tpdf -o putin.pdf\n"
      "  hearsay export news.hearsay --format jsonld | gzip > news.jsonld.gz");
  command->callback([options, &status] {
    settle_format(options->graph_output, options->output, "dot");
    const KnowledgeGraph graph = load_filled_graph(options->store);
    refuse_to_overwrite(options->store, options->output);
    OutputFile file(options->output);
    write_graph(graph, options->graph_output, file);
    status = all_done;
  });
}

}  // namespace hearsay
