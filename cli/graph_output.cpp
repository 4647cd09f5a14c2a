#include "cli/graph_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "export/render.hpp"
#include "export/write_dot.hpp"
#include "export/write_json_ld.hpp"
#include "graph/store.hpp"
#include "ingest/error.hpp"

namespace hearsay {
namespace {

constexpr std::array printed_formats{"dot", "svg", "png", "jsonld"};

/// What would silently do nothing is a mistake.
void refuse_idle_options(const GraphOutput& output) {
  const bool chooses = output.top > 0 || !output.focus.empty() || output.attributions;
  if (chooses && (output.format == "store" || output.format == "jsonld"))
    throw Error(
        "--top, --focus and --attributions choose what is drawn: they go with --format dot, svg or png, not with " +
        output.format);
  if (!output.base.empty() && output.format != "jsonld")
    throw Error("--base goes with --format jsonld, not with " + output.format);
}

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
  std::vector<std::string> formats(std::begin(printed_formats), std::end(printed_formats));
  if (with_store) formats.emplace_back("store");
  command
      .add_option("--format,-f", output.format,
                  with_store
                      ? "What to write; \"store\" is the graph file that export and ask read. Without it the end of "
                        "the output file's name says so (news.svg), else it is store"
                      : "What to write; without it the end of the output file's name says so (news.svg), else dot")
      ->check(CLI::IsMember(formats));
  command.add_option("--top", output.top, "Draw only the N most important entities")->type_name("N");
  CLI::Option* focus = command.add_option("--focus", output.focus, "Draw only what is near this entity");
  focus->type_name("NAME");
  command.add_option("--depth", output.depth, "How many steps away from --focus")
      ->type_name("N")
      ->check(CLI::Range(1, 10))
      ->needs(focus)
      ->capture_default_str();
  command.add_flag("--attributions", output.attributions, "Draw also who spoke to whom and of whom");
  command.add_option("--base", output.base, "What the IRIs in JSON-LD begin with")->type_name("IRI");
}

void settle_format(GraphOutput& output, const std::string& path, const std::string& usual) {
  if (output.format.empty()) {
    const std::string ending = std::filesystem::path(path).extension().string();
    const bool tells = std::any_of(printed_formats.begin(), printed_formats.end(),
                                   [&](std::string_view format) { return ending == '.' + std::string(format); });
    output.format = tells ? ending.substr(1) : usual;
  }
  refuse_idle_options(output);
}

void write_graph(const KnowledgeGraph& graph, const GraphOutput& output, OutputFile& file) {
  Drawn drawn;
  if (output.format == "dot") drawn = write_dot(graph, file.stream(), dot_options(output));
  if (output.format == "svg") drawn = write_svg(graph, file.stream(), dot_options(output));
  if (output.format == "png") drawn = write_png(graph, file.stream(), dot_options(output));
  if (output.format == "jsonld") write_json_ld_with(graph, output, file.stream());
  file.commit();
  for (const std::string& note : drawn.notes) fmt::print(stderr, "{}\n", note);
}

KnowledgeGraph load_filled_graph(const std::string& path) {
  KnowledgeGraph graph = load_graph(path);
  if (graph.facts().empty())
    throw Error(path + ": no article is in it; fill it with `hearsay build INPUT -o " + path + "`");
  return graph;
}

}  // namespace hearsay
