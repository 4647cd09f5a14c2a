#include "foreign_readers.hpp"

#include <graphviz/gvc.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string_view>

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_dot_layout_LTX_library;
}

namespace hearsay {
namespace {

GVC_t* context_without_fonts() {
  static lt_symlist_t plugins[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                   {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                   {nullptr, nullptr}};
  return gvContextPlugins(plugins, 0);
}

Agraph_t* parse_dot(const std::string& dot) {
  Agraph_t* graph = agmemread(dot.c_str());
  if (graph == nullptr) throw std::runtime_error("Graphviz cannot parse: " + dot);
  return graph;
}

bool is_legend(Agnode_t* vertex) { return std::string_view(agnameof(vertex)).starts_with("legend: "); }

std::string drawn_text(const textlabel_t* label) {
  std::string text;
  for (int i = 0; i < label->u.txt.nspans; ++i) text += (i == 0 ? "" : " ") + std::string(label->u.txt.span[i].str);
  return text;
}

void visit(const xmlNode* node, const std::function<void(const xmlNode*)>& look) {
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) look(node);
    visit(node->children, look);
  }
}

std::string to_string(xmlChar* owned) {
  std::string text = owned == nullptr ? "" : reinterpret_cast<const char*>(owned);
  xmlFree(owned);
  constexpr std::string_view no_break = "\u00a0";
  for (std::size_t at = text.find(no_break); at != std::string::npos; at = text.find(no_break)) {
    text.replace(at, no_break.size(), " ");
  }
  return text;
}

const xmlChar* xml(const char* name) { return reinterpret_cast<const xmlChar*>(name); }

bool is_called(const xmlNode* node, const char* name) { return xmlStrEqual(node->name, xml(name)) != 0; }

std::string attribute(const xmlNode* node, const char* name) { return to_string(xmlGetNoNsProp(node, xml(name))); }

void visit_svg(const std::string& svg, const std::function<void(const xmlNode*)>& look) {
  const int options = static_cast<int>(XML_PARSE_NONET) | static_cast<int>(XML_PARSE_NOERROR);
  xmlDoc* doc = xmlReadMemory(svg.data(), static_cast<int>(svg.size()), "drawing.svg", nullptr, options);
  if (doc == nullptr) throw std::runtime_error("not well-formed: " + svg.substr(0, 2000));
  visit(xmlDocGetRootElement(doc), look);
  xmlFreeDoc(doc);
}

void widen(Box& box, double x, double y) {
  box.left = std::min(box.left, x);
  box.right = std::max(box.right, x);
  box.top = std::min(box.top, y);
  box.bottom = std::max(box.bottom, y);
}

void widen_by_shape(Box& box, const xmlNode* shape) {
  if (is_called(shape, "ellipse")) {
    const double x = std::stod(attribute(shape, "cx")), y = std::stod(attribute(shape, "cy"));
    const double rx = std::stod(attribute(shape, "rx")), ry = std::stod(attribute(shape, "ry"));
    widen(box, x - rx, y - ry);
    widen(box, x + rx, y + ry);
  } else if (is_called(shape, "polygon") || is_called(shape, "path")) {
    std::string numbers = attribute(shape, is_called(shape, "path") ? "d" : "points");
    std::replace_if(
        numbers.begin(), numbers.end(), [](char c) { return c == ',' || (c >= 'A' && c <= 'Z'); }, ' ');
    std::istringstream points(numbers);
    for (double x = 0, y = 0; points >> x >> y;) widen(box, x, y);
  }
}

}  // namespace

std::map<std::string, std::string> labels_seen_by_graphviz(const std::string& dot) {
  Agraph_t* graph = parse_dot(dot);
  GVC_t* context = context_without_fonts();
  gvLayout(context, graph, "dot");
  std::map<std::string, std::string> labels;
  for (Agnode_t* vertex = agfstnode(graph); vertex != nullptr; vertex = agnxtnode(graph, vertex)) {
    if (!is_legend(vertex)) labels.emplace(agnameof(vertex), drawn_text(ND_label(vertex)));
  }
  gvFreeLayout(context, graph);
  agclose(graph);
  gvFreeContext(context);
  return labels;
}

std::vector<std::string> edge_attribute_seen_by_graphviz(const std::string& dot, const char* name) {
  Agraph_t* graph = parse_dot(dot);
  std::vector<std::string> values;
  for (Agnode_t* vertex = agfstnode(graph); vertex != nullptr; vertex = agnxtnode(graph, vertex)) {
    if (is_legend(vertex)) continue;
    for (Agedge_t* edge = agfstout(graph, vertex); edge != nullptr; edge = agnxtout(graph, edge)) {
      values.emplace_back(agget(edge, const_cast<char*>(name)));
    }
  }
  agclose(graph);
  std::sort(values.begin(), values.end());
  return values;
}

std::vector<std::string> texts_seen_by_libxml(const std::string& svg) {
  std::vector<std::string> texts;
  visit_svg(svg, [&](const xmlNode* node) {
    if (is_called(node, "text")) texts.push_back(to_string(xmlNodeGetContent(node)));
  });
  return texts;
}

std::vector<std::string> tooltips_seen_by_libxml(const std::string& svg) {
  std::vector<std::string> tooltips;
  visit_svg(svg, [&](const xmlNode* node) {
    xmlChar* title = xmlGetNsProp(node, xml("title"), xml("http://www.w3.org/1999/xlink"));
    if (title != nullptr) tooltips.push_back(to_string(title));
  });
  return tooltips;
}

std::vector<Box> vertex_boxes(const std::string& svg) {
  std::vector<Box> boxes;
  visit_svg(svg, [&](const xmlNode* node) {
    if (!is_called(node, "g") || attribute(node, "class") != "node") return;
    Box box{"", 1e9, 1e9, -1e9, -1e9};
    visit(node->children, [&](const xmlNode* part) {
      if (is_called(part, "title")) box.title = to_string(xmlNodeGetContent(part));
      widen_by_shape(box, part);
    });
    boxes.push_back(box);
  });
  return boxes;
}

}  // namespace hearsay
