#include "cli/graph_output.hpp"

#include <fmt/format.h>

#include "cli/output_file.hpp"
#include "export/render.hpp"
#include "export/write_dot.hpp"
#include "export/write_json_ld.hpp"

namespace hearsay {
namespace {

DotOptions dot_options(const GraphOutput& output) {
  DotOptions options;
  if (output.top > 0) options.top = output.top;
  if (!output.focus.empty()) options.focus = output.focus;
  options.depth = output.depth;
  options.attributions = output.attributions;
  return options;
}

void write_json_ld_with(const KnowledgeGraph& graph, const GraphOutput& output, std::ostream& out) {
  JsonLdOptions options;
  if (!output.base.empty()) options.base = output.base;
  write_json_ld(graph, out, options);
}

}  // namespace

void add_graph_output_options(CLI::App& command, GraphOutput& output, bool with_store) {
  std::vector<std::string> formats = {"dot", "svg", "png", "jsonld"};
  if (with_store) formats.emplace_back("store");
  command
      .add_option("--format,-f", output.format,
                  with_store ? "What to write; \"store\" is the graph file that export and ask read" : "What to write")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  command.add_option("--top", output.top, "Draw only the N most important entities")->type_name("N");
  command.add_option("--focus", output.focus, "Draw only what is near this entity")->type_name("NAME");
  command.add_option("--depth", output.depth, "How many steps away from --focus")
      ->type_name("N")
      ->check(CLI::Range(1, 10))
      ->capture_default_str();
  command.add_flag("--attributions", output.attributions, "Draw also who spoke to whom and of whom");
  command.add_option("--base", output.base, "What the IRIs in JSON-LD begin with")->type_name("IRI");
}

void write_graph(const KnowledgeGraph& graph, const GraphOutput& output, const std::string& path) {
  OutputFile file(path);
  Drawn drawn;
  if (output.format == "dot") drawn = write_dot(graph, file.stream(), dot_options(output));
  if (output.format == "svg") drawn = write_svg(graph, file.stream(), dot_options(output));
  if (output.format == "png") drawn = write_png(graph, file.stream(), dot_options(output));
  if (output.format == "jsonld") write_json_ld_with(graph, output, file.stream());
  file.commit();
  for (const std::string& note : drawn.notes) fmt::print(stderr, "{}\n", note);
}

}  // namespace hearsay
