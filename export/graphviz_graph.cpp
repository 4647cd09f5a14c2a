#include "export/graphviz_graph.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include "export/drawing_style.hpp"
#include "export/plain_text.hpp"
#include "ingest/error.hpp"

namespace hearsay {
namespace {

std::mutex graphviz_mutex;

// The C interface takes char* where it only reads.
char* c_string(const std::string& text) { return const_cast<char*>(text.c_str()); }

struct Attribute {
  int kind;
  const char* name;
  const char* value;
};
// Declared on the root before any vertex is made, so that only what differs is written.
constexpr std::array<Attribute, 40> defaults{{
    {AGRAPH, "charset", "UTF-8"},
    {AGRAPH, "linelength", "0"},
    {AGRAPH, "fontname", "Helvetica"},
    {AGRAPH, "fontsize", "12"},
    {AGRAPH, "label", ""},
    {AGRAPH, "labelloc", "b"},
    {AGRAPH, "labeljust", "l"},
    {AGRAPH, "tooltip", " "},
    {AGRAPH, "bgcolor", "white"},
    {AGRAPH, "outputorder", "edgesfirst"},
    {AGRAPH, "nodesep", "0.2"},
    {AGRAPH, "ranksep", "0.45"},
    {AGRAPH, "color", "#BBBBBB"},
    {AGRAPH, "start", "7"},
    {AGNODE, "label", ""},
    {AGNODE, "tooltip", ""},
    {AGNODE, "shape", "box"},
    {AGNODE, "style", "filled"},
    {AGNODE, "fillcolor", "#EEEEEE"},
    {AGNODE, "color", "#777777"},
    {AGNODE, "fontcolor", "#111111"},
    {AGNODE, "fontname", "Helvetica"},
    {AGNODE, "fontsize", "11"},
    {AGNODE, "penwidth", "1"},
    {AGNODE, "peripheries", "1"},
    {AGNODE, "margin", "0.12,0.06"},
    {AGNODE, "height", "0.3"},
    {AGNODE, "width", "0.5"},
    {AGEDGE, "label", ""},
    {AGEDGE, "tooltip", ""},
    {AGEDGE, "labeltooltip", ""},
    {AGEDGE, "color", "#444444"},
    {AGEDGE, "fontcolor", "#222222"},
    {AGEDGE, "fontname", "Helvetica"},
    {AGEDGE, "fontsize", "9"},
    {AGEDGE, "style", "solid"},
    {AGEDGE, "penwidth", "1"},
    {AGEDGE, "arrowhead", "normal"},
    {AGEDGE, "arrowsize", "0.7"},
    {AGEDGE, "weight", "1"},
}};

void declare_defaults(Agraph_t* graph) {
  for (const Attribute& attribute : defaults) {
    agattr(graph, attribute.kind, const_cast<char*>(attribute.name), const_cast<char*>(attribute.value));
  }
}

template <typename Object>
void set(Object* object, const char* name, const std::string& value) {
  agset(object, const_cast<char*>(name), c_string(value));
}

std::string decimal(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2).ptr;
  return {buffer.data(), end};
}

std::string join_lines(const std::vector<std::string>& lines, GraphvizUse use) {
  std::string label;
  for (const std::string& line : lines) label += (label.empty() ? "" : "\\n") + escape_label(line, use);
  return label;
}

// Line feeds as they are: tooltips keep them, and every reader of DOT knows them inside quotes.
std::string tooltip_of(const std::string& tooltip, GraphvizUse use) {
  std::string text;
  std::size_t begin = 0;
  while (begin <= tooltip.size()) {
    const std::size_t end = std::min(tooltip.find('\n', begin), tooltip.size());
    text += (text.empty() ? "" : "\\n") + escape_label(clean_line(tooltip.substr(begin, end - begin)), use);
    begin = end + 1;
  }
  return text.empty() ? " " : text;
}

const EdgeStyle& style_of(const DrawnEdge& edge) {
  if (edge.speech) return spoken;
  if (edge.negated) return edge.attributed ? denied_claim : denied;
  return edge.attributed ? claimed : stated;
}

// Graphviz measures text as Helvetica. Where that font is missing, a wider one takes its place; bold and other
// scripts are wider still. So a vertex is given room for the widest, in inches.
double text_width(const std::vector<std::string>& lines, double font_size, bool bold) {
  std::size_t longest = 0;
  for (const std::string& line : lines) longest = std::max(longest, count_code_points(line));
  return static_cast<double>(longest) * font_size * (bold ? 0.69 : 0.61) / 72;
}

double vertex_width(std::string_view shape, double text) {
  if (shape == "ellipse") return text * 1.2 + 0.25;
  if (shape == "hexagon" || shape == "octagon") return text * 1.1 + 0.5;
  return text + 0.2;
}

void set_kind(Agnode_t* vertex, std::string_view kind) {
  const KindStyle& style = style_of_kind(kind);
  set(vertex, "shape", std::string(style.shape));
  set(vertex, "style", std::string(style.style));
  set(vertex, "fillcolor", std::string(style.fill));
  set(vertex, "color", std::string(style.border));
  if (style.doubled) set(vertex, "peripheries", "2");
}

// A name that ends in a backslash gives DOT that nobody can parse, and doubling would be read as two.
std::string vertex_name(const DrawnVertex& drawn) {
  std::string name;
  for (const char c : drawn.key) name += c == '\\' ? std::string("%5C") : std::string(1, c);
  return name;
}

Agnode_t* add_vertex(Agraph_t* graph, const DrawnVertex& drawn, GraphvizUse use) {
  Agnode_t* vertex = agnode(graph, c_string(vertex_name(drawn)), 1);
  set(vertex, "label", join_lines(drawn.lines, use));
  set(vertex, "tooltip", tooltip_of(drawn.tooltip, use));
  set_kind(vertex, drawn.kind);
  const double size = std::sqrt(drawn.weight);  // so that the area grows with the weight
  const double font_size = 10 + 12 * size;
  const bool bold = size > 0.6;
  set(vertex, "fontsize", decimal(font_size));
  const double width = vertex_width(style_of_kind(drawn.kind).shape, text_width(drawn.lines, font_size, bold));
  set(vertex, "width", decimal(width));
  set(vertex, "penwidth", decimal(0.8 + 2.2 * size));
  if (bold) set(vertex, "fontname", "Helvetica-Bold");
  return vertex;
}

void set_line(Agedge_t* edge, const DrawnEdge& drawn, GraphvizUse use) {
  const EdgeStyle& style = style_of(drawn);
  set(edge, "color", std::string(style.colour));
  set(edge, "style", std::string(style.style));
  set(edge, "arrowhead", std::string(style.arrow));
  if (style.arrow == "tee") set(edge, "arrowsize", "1.4");
  set(edge, "penwidth", decimal(1 + 0.8 * std::log2(static_cast<double>(drawn.sources))));
  set(edge, "tooltip", tooltip_of(drawn.tooltip, use));
}

std::string font_colour(const DrawnEdge& drawn) {
  return std::string(drawn.negated || drawn.speech ? style_of(drawn).colour : std::string_view("#222222"));
}

void add_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to, const DrawnEdge& drawn, GraphvizUse use) {
  Agedge_t* edge = agedge(graph, from, to, nullptr, 1);
  set_line(edge, drawn, use);
  if (use == GraphvizUse::picture) return;  // too many to be read; the tooltip has the words
  set(edge, "label", join_lines(drawn.lines, use));
  set(edge, "labeltooltip", tooltip_of(drawn.tooltip, use));
  set(edge, "fontcolor", font_colour(drawn));
  if (drawn.sources > 1) set(edge, "weight", std::to_string(drawn.sources));
}

// Two half edges with the label as a vertex between them, so that the layout keeps the labels apart.
void add_split_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to, const DrawnEdge& drawn, std::size_t count) {
  const GraphvizUse use = GraphvizUse::picture;
  const std::string name = "edge " + std::to_string(count);  // keys of entities hold a slash
  Agnode_t* label = agnode(graph, c_string(name), 1);
  set(label, "shape", "plaintext");
  set(label, "style", "filled");
  set(label, "fillcolor", "white");
  set(label, "color", "#DDDDDD");
  set(label, "fontsize", "9");
  set(label, "fontcolor", font_colour(drawn));
  set(label, "margin", "0.02,0.01");
  set(label, "width", decimal(text_width(drawn.lines, 9, false) + 0.06));
  set(label, "height", "0.1");
  set(label, "label", join_lines(drawn.lines, use));
  set(label, "tooltip", tooltip_of(drawn.tooltip, use));
  Agedge_t* first = agedge(graph, from, label, nullptr, 1);
  set_line(first, drawn, use);
  set(first, "arrowhead", "none");
  set_line(agedge(graph, label, to, nullptr, 1), drawn, use);
}

// In DOT the legend is a cluster of samples: any program can draw it, and none needs HTML labels.
void add_legend_cluster(Agraph_t* graph) {
  constexpr std::array<const EdgeStyle*, 5> samples{&stated, &claimed, &denied, &denied_claim, &spoken};
  Agraph_t* legend = agsubg(graph, const_cast<char*>("cluster_legend"), 1);
  set(legend, "label", "Legend (" + std::string(sources_meaning) + ")");
  Agnode_t* before = nullptr;
  std::size_t sample = 0;
  for (const KindStyle& style : kind_styles) {
    if (style.kind.empty()) continue;
    const std::string kind(style.kind);
    Agnode_t* vertex = agnode(legend, c_string("legend: " + kind), 1);
    set(vertex, "label", kind);
    set(vertex, "tooltip", "legend");
    set_kind(vertex, kind);
    if (before != nullptr) {
      Agedge_t* edge = agedge(legend, before, vertex, nullptr, 1);
      if (sample < samples.size()) {
        set(edge, "label", std::string(samples[sample]->meaning));
        set(edge, "color", std::string(samples[sample]->colour));
        set(edge, "style", std::string(samples[sample]->style));
        set(edge, "arrowhead", std::string(samples[sample]->arrow));
        ++sample;
      } else {
        set(edge, "style", "invis");
      }
    }
    before = vertex;
  }
}

std::string escape_html(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '>')
      html += "&gt;";
    else if (c == '"')
      html += "&quot;";
    else
      html += c;
  }
  return html;
}

std::string legend_cell(std::string_view attributes, std::string_view content, std::string_view text) {
  const std::string width = decimal(text_width({std::string(text)}, 12, false) * 72 + 6);
  return "<TD " + std::string(attributes) + " WIDTH=\"" + width.substr(0, width.find('.')) + "\">" +
         std::string(content) + "</TD>";
}

std::string legend_line(const EdgeStyle& style, std::string_view mark) {
  const std::string text = std::string(mark) + ' ' + std::string(style.meaning);
  return legend_cell("ALIGN=\"LEFT\"", "<FONT COLOR=\"" + std::string(style.colour) + "\">" + text + "</FONT>", text);
}

std::string legend_row(const std::string& cells) {
  return "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\"><TR>" + cells +
         "</TR></TABLE></TD></TR>";
}

// In a picture the legend stands in rows below the graph, whatever the layout.
std::string legend_html(const Drawing& drawing) {
  std::set<std::string_view> kinds;
  for (const DrawnVertex& vertex : drawing.vertices) kinds.insert(vertex.kind);
  std::string cells;
  for (const KindStyle& style : kind_styles) {
    if (!kinds.contains(style.kind) || style.kind.empty()) continue;
    const std::string look = "ALIGN=\"CENTER\" BORDER=\"2\" COLOR=\"" + std::string(style.border) + "\" BGCOLOR=\"" +
                             std::string(style.fill) + "\"";
    cells += legend_cell(look, style.kind, style.kind);
  }
  std::set<const EdgeStyle*> styles;
  for (const DrawnEdge& edge : drawing.edges) styles.insert(&style_of(edge));
  std::string lines;
  if (styles.contains(&stated)) lines += legend_line(stated, "——►");
  if (styles.contains(&claimed)) lines += legend_line(claimed, "– – ►");
  if (styles.contains(&denied)) lines += legend_line(denied, "——┤");
  if (styles.contains(&denied_claim)) lines += legend_line(denied_claim, "– – ┤");
  if (styles.contains(&spoken)) lines += legend_line(spoken, "····>");
  if (std::any_of(drawing.edges.begin(), drawing.edges.end(), [](const DrawnEdge& edge) { return edge.sources > 1; })) {
    lines += legend_cell("ALIGN=\"LEFT\"", sources_meaning, sources_meaning);
  }
  std::string html = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\">";
  if (!cells.empty()) html += legend_row(cells);
  if (!lines.empty()) html += legend_row(lines);
  for (const std::string& note : drawing.notes) {
    html += legend_row("<TD ALIGN=\"LEFT\"><I>" + escape_html(clean_line(note)) + "</I></TD>");
  }
  return html + "</TABLE>";
}

void add_legend_label(Agraph_t* graph, const Drawing& drawing) {
  const std::string html = legend_html(drawing);
  char* shared = agstrdup_html(graph, c_string(html));
  agset(graph, const_cast<char*>("label"), shared);
  agstrfree(graph, shared);
}

int append_text(void* channel, const char* text) {
  static_cast<std::string*>(channel)->append(text);
  return 0;
}
int flush_text(void*) { return 0; }

}  // namespace

std::string escape_label(const std::string& line, GraphvizUse use) {
  std::string escaped;
  for (const char c : line) {
    if (c == '\\')
      escaped += "\\\\";
    else if (c == '&' && use != GraphvizUse::text)
      escaped += "&amp;";
    else
      escaped += c;
  }
  return escaped;
}

GraphvizGraph::GraphvizGraph(const Drawing& drawing, GraphvizUse use)
    : lock_(graphviz_mutex), graph_(agopen(const_cast<char*>("hearsay"), Agdirected, nullptr)) {
  if (graph_ == nullptr) throw Error("Graphviz cannot make a graph; is libcgraph installed whole?");
  declare_defaults(graph_);
  std::vector<Agnode_t*> vertices;
  for (const DrawnVertex& vertex : drawing.vertices) vertices.push_back(add_vertex(graph_, vertex, use));
  std::size_t count = 0;
  for (const DrawnEdge& edge : drawing.edges) {
    if (use == GraphvizUse::picture && drawing.edges.size() <= most_edge_labels) {
      add_split_edge(graph_, vertices[edge.from], vertices[edge.to], edge, count++);
    } else {
      add_edge(graph_, vertices[edge.from], vertices[edge.to], edge, use);
    }
  }
  if (use == GraphvizUse::text) {
    add_legend_cluster(graph_);
    if (!drawing.notes.empty()) set(graph_, "label", join_lines(drawing.notes, use));
  } else {
    add_legend_label(graph_, drawing);
  }
}

GraphvizGraph::~GraphvizGraph() { agclose(graph_); }

std::string GraphvizGraph::text() const {
  std::string text;
  Agiodisc_t to_memory{nullptr, append_text, flush_text};
  Agiodisc_t* const before = graph_->clos->disc.io;
  graph_->clos->disc.io = &to_memory;
  const int failed = agwrite(graph_, &text);
  graph_->clos->disc.io = before;
  if (failed != 0) throw Error("Graphviz cannot write the graph as DOT");
  return text;
}

}  // namespace hearsay
