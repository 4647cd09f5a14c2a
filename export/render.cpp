#include "export/render.hpp"

#include <graphviz/gvc.h>

#include <ostream>
#include <string_view>

#include "export/graphviz_graph.hpp"
#include "ingest/error.hpp"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_dot_layout_LTX_library, gvplugin_neato_layout_LTX_library;
}

namespace hearsay {
namespace {

constexpr std::size_t page_vertices = 40, page_edges = 90;  // what can be read on one page
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

/// Chooses the layout program and keeps it from taking minutes over a dense graph.
const char* choose_layout(Agraph_t* graph, std::size_t edges) {
  const auto set = [&](const char* name, const char* value) {
    agattr(graph, AGRAPH, const_cast<char*>(name), const_cast<char*>(value));
  };
  if (edges <= ranked_edges) {
    set("nslimit", "1");
    set("nslimit1", "1");
    set("mclimit", "0.1");
    return "dot";
  }
  set("overlap", "prism");
  set("splines", "line");
  set("sep", "+4");
  return "sfdp";
}

void draw(const Drawing& drawing, Format format, std::ostream& out) {
  const GraphvizGraph graph(drawing, GraphvizUse::picture);
  const Context context(format);
  if (gvLayout(context.get(), graph.get(), choose_layout(graph.get(), drawing.edges.size())) != 0) {
    throw Error("Graphviz cannot lay out the graph; try fewer vertices with --top");
  }
  char* data = nullptr;
  unsigned int length = 0;
  const int failed =
      gvRenderData(context.get(), graph.get(), format == Format::svg ? "svg" : "png", &data, &length);
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
