#include "export/render.hpp"

#include <graphviz/gvc.h>

#include <cstdlib>
#include <ostream>
#include <string>
#include <string_view>

#include "export/graphviz_graph.hpp"
#include "ingest/error.hpp"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_dot_layout_LTX_library, gvplugin_neato_layout_LTX_library;
}

namespace hearsay {
namespace {

constexpr std::size_t page_vertices = 40, page_edges = 90;  // what can be read on one page
constexpr std::size_t always_ranked_edges = 6;
constexpr std::size_t ranked_edges = 45;  // beyond, dot's drawings grow wider than any page
constexpr std::size_t most_edges = 2000;

enum class Format { svg, png };

/// A Graphviz context. For SVG the layouts are linked in and nothing is loaded on demand, so that no font decides.
class Context {
 public:
  explicit Context(Format format) : context_(format == Format::svg ? linked() : gvContext()) {
    if (context_ == nullptr) throw Error("Graphviz cannot start; is libgvc installed whole?");
  }
  ~Context() { gvFreeContext(context_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  [[nodiscard]] GVC_t* get() const { return context_; }

 private:
  static GVC_t* linked() {
    static lt_symlist_t plugins[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                     {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                     {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
                                     {nullptr, nullptr}};
    return gvContextPlugins(plugins, 0);
  }
  GVC_t* context_;
};

void set(Agraph_t* graph, const char* name, const char* value) {
  agattr(graph, AGRAPH, const_cast<char*>(name), const_cast<char*>(value));
}

void lay_out(const Context& context, Agraph_t* graph, const char* program) {
  // sfdp and the removal of overlaps draw from the C library's generator, which remembers what was drawn before.
  std::srand(7);
  ::srand48(7);
  if (gvLayout(context.get(), graph, program) != 0) {
    throw Error("Graphviz cannot lay out the graph; try fewer vertices with --top");
  }
}

bool fits_page(Agraph_t* graph) {
  const boxf box = GD_bb(graph);
  const double width = box.UR.x - box.LL.x, height = box.UR.y - box.LL.y;
  return width < 2.2 * height && height < 1.8 * width;
}

/// Ranks for small graphs; for large ones, and for stars that would become one long rank, a free layout.
void lay_out(const Context& context, Agraph_t* graph, std::size_t edges) {
  if (edges <= ranked_edges) {
    // Without these limits dense graphs take minutes.
    set(graph, "nslimit", "1");
    set(graph, "nslimit1", "1");
    set(graph, "mclimit", "0.1");
    lay_out(context, graph, "dot");
    if (edges <= always_ranked_edges || fits_page(graph)) return;
    gvFreeLayout(context.get(), graph);
  }
  set(graph, "overlap", "prism");
  set(graph, "splines", "line");
  set(graph, "sep", "+4");
  lay_out(context, graph, "sfdp");
}

void draw(const Drawing& drawing, Format format, std::ostream& out) {
  const GraphvizGraph graph(drawing, GraphvizUse::picture);
  const Context context(format);
  lay_out(context, graph.get(), drawing.edges.size());
  char* data = nullptr;
  unsigned int length = 0;
  const int failed = gvRenderData(context.get(), graph.get(), format == Format::svg ? "svg" : "png", &data, &length);
  if (failed == 0) out.write(data, static_cast<std::streamsize>(length));
  gvFreeRenderData(data);
  gvFreeLayout(context.get(), graph.get());
  if (failed != 0) {
    throw Error(format == Format::svg ? "Graphviz cannot write SVG"
                                      : "Graphviz cannot write PNG: install libgvc6 with its cairo plugin, or use svg");
  }
}

Drawn render(const KnowledgeGraph& graph, Format format, std::ostream& out, DotOptions options) {
  const bool page = !options.top;
  if (page) options.top = page_vertices;
  Drawing drawing = plan_drawing(graph, options);
  keep_edges(drawing, page ? page_edges : most_edges);
  if (drawing.edges.size() > most_edge_labels) {
    drawing.notes.push_back("More than " + std::to_string(most_edge_labels) +
                            " edges: their words are in the tooltips; --top draws fewer.");
  }
  draw(drawing, format, out);
  return {drawing.vertices.size(), drawing.edges.size(), drawing.notes};
}

}  // namespace

Drawn write_svg(const KnowledgeGraph& graph, std::ostream& out, const DotOptions& options) {
  return render(graph, Format::svg, out, options);
}

Drawn write_png(const KnowledgeGraph& graph, std::ostream& out, const DotOptions& options) {
  return render(graph, Format::png, out, options);
}

}  // namespace hearsay
