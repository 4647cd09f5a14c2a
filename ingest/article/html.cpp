// Reads HTML with libxml2's SAX interface: no tree, so that deep and broken pages cost no more than flat ones.
#include "ingest/article/html.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "ingest/article/dates.hpp"
#include "ingest/article/html_elements.hpp"
#include "ingest/article/html_metadata.hpp"
#include "ingest/article/markdown.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kDeepest = 100000;

struct Element {
  std::string name;
  ElementKind kind = ElementKind::inline_text;
  int heading = 0;
  bool furniture = false, hinted = false, caption = false, skipped = false, link = false, list_item = false;
  bool byline = false, json_ld = false, hidden = false, date = false;
  std::uint32_t article = 0;
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Attribute of the list that SAX hands over.
std::string_view attribute(const xmlChar** attributes, std::string_view name) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    if (view(attributes[0]) == name) return view(attributes[1]);
  }
  return {};
}

bool is_hidden(const xmlChar** attributes) {
  for (const xmlChar** at = attributes; at != nullptr && at[0] != nullptr; at += 2) {
    const std::string_view name = view(at[0]);
    if (name == "hidden" || (name == "aria-hidden" && view(at[1]) == "true")) return true;
    if (name != "style") continue;
    std::string style(view(at[1]));
    std::erase(style, ' ');
    if (style.find("display:none") != std::string::npos) return true;
  }
  return false;
}

class HtmlReader {
 public:
  explicit HtmlReader(const MappedText& source) : source_(source) {}

  HtmlPage run() {
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> context(htmlNewParserCtxt(), htmlFreeParserCtxt);
    if (!context) return std::move(page_);
    context_ = context.get();
    xmlSAXHandler handler{};
    handler.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<HtmlReader*>(self)->open(view(name), attributes);
    };
    handler.endElement = [](void* self, const xmlChar* name) { static_cast<HtmlReader*>(self)->close(view(name)); };
    handler.characters = [](void* self, const xmlChar* text, int size) {
      static_cast<HtmlReader*>(self)->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    handler.ignorableWhitespace = handler.characters;
    handler.cdataBlock = handler.characters;
    *context_->sax = handler;
    context_->userData = this;
    htmlCtxtReadMemory(context_, source_.text.data(), static_cast<int>(source_.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | static_cast<int>(XML_PARSE_HUGE));
    flush();
    tags_.finish(page_.metadata);
    return std::move(page_);
  }

 private:
  void open(std::string_view name, const xmlChar** attributes) {
    if (stack_.size() >= kDeepest) return stop();
    Element element = stack_.empty() ? Element{} : stack_.back();
    element.name = std::string(name);
    element.kind = element_kind(name);
    if (name == "a") element.link = true;
    if (name == "li") element.list_item = true;
    if (name == "figcaption") element.caption = true;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') element.heading = name[1] - '0';
    if (name == "article") element.article = ++articles_;
    element.skipped =
        element.skipped || element.kind == ElementKind::skipped || name == "title" || is_hidden(attributes);
    element.furniture = element.furniture || element.kind == ElementKind::furniture;
    const bool frame = name == "html" || name == "body" || name == "main" || name == "article";
    const std::string_view class_name = attribute(attributes, "class"), id = attribute(attributes, "id");
    element.hinted = element.hinted || (!frame && (hints_at_furniture(class_name) || hints_at_furniture(id)));
    if (element.kind != ElementKind::inline_text) flush();
    note_metadata(name, attributes, class_name, element);
    stack_.push_back(std::move(element));
  }

  /// Tags that say something about the article.
  void note_metadata(std::string_view name, const xmlChar** attributes, std::string_view class_name, Element& element) {
    element.json_ld = name == "script" && attribute(attributes, "type") == "application/ld+json";
    const std::string_view property = attribute(attributes, "itemprop");
    if (name == "meta") {
      const std::string_view key =
          attribute(attributes, "property").empty() ? attribute(attributes, "name") : attribute(attributes, "property");
      tags_.meta(key.empty() ? property : key, attribute(attributes, "content"));
    } else if (name == "link" && attribute(attributes, "rel") == "canonical") {
      tags_.meta("canonical", attribute(attributes, "href"));
    } else if (name == "time" && !element.hinted && !element.furniture) {
      tags_.meta(property == "dateModified" ? "time-modified" : "time", attribute(attributes, "datetime"));
    }
    const bool writes = hints_at_byline(class_name) || attribute(attributes, "rel") == "author" || property == "author";
    if (writes && !element.hinted && !element.byline) {
      element.byline = true;
      byline_depth_ = stack_.size();
      byline_text_.clear();
    }
  }

  void close(std::string_view name) {
    if (stack_.empty()) return;
    const Element element = stack_.back();
    if (element.name != name) return;  // libxml2 balances its calls; a stray one closes nothing
    if (element.json_ld) tags_.json_ld(std::exchange(script_, {}));
    if (element.name == "title") tags_.meta("title", std::exchange(title_, {}));
    if (element.kind != ElementKind::inline_text) flush();
    stack_.pop_back();
    if (element.byline && stack_.size() == byline_depth_) tags_.byline(byline_text_);
  }

  void characters(std::string_view text) {
    const Element element = stack_.empty() ? Element{} : stack_.back();
    if (element.name == "title") title_.append(text);
    if (element.json_ld) script_.append(text);
    if (element.byline && byline_text_.size() < 500) byline_text_.append(text);
    if (element.skipped) return;
    const std::uint32_t at = place_of(text);
    const bool raw =
        at + text.size() <= source_.size() && std::string_view(source_.text).substr(at, text.size()) == text;
    if (pending_.empty()) pending_element_ = element;
    pending_element_.heading = std::max(pending_element_.heading, element.heading);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t origin = raw ? at + i : at;
      pending_.add(text[i], origin < source_.size() ? source_.origin[origin] : 0);
    }
    // Link bytes are counted without white space, as strip_inline will leave the text.
    if (element.link) linked_ += text.size();
  }

  /// Where in the source the text that the parser has just read begins. An entity begins at its "&".
  [[nodiscard]] std::uint32_t place_of(std::string_view text) const {
    const xmlParserInputPtr input = context_->input;
    if (input == nullptr) return 0;
    const std::size_t now = std::min(
        static_cast<std::size_t>(input->consumed) + static_cast<std::size_t>(input->cur - input->base), source_.size());
    const std::string_view all = source_.text;
    if (now >= text.size() && all.substr(now - text.size(), text.size()) == text) {
      return static_cast<std::uint32_t>(now - text.size());
    }
    constexpr std::size_t kLongestEntity = 40;
    const std::size_t from = now > kLongestEntity ? now - kLongestEntity : 0;
    const std::size_t sign = all.substr(from, now - from).rfind('&');
    return static_cast<std::uint32_t>(sign == std::string_view::npos ? now : from + sign);
  }

  void flush() {
    if (pending_.empty()) return;
    Block block = collapse_space(pending_);
    const std::size_t all = pending_.size();
    pending_ = {};
    const std::size_t linked = std::exchange(linked_, 0);
    if (block.content.empty()) return;
    block.link_bytes = block.content.size() * std::min(linked, all) / all;
    block.heading = pending_element_.heading;
    block.list_item = pending_element_.list_item;
    block.in_furniture = pending_element_.furniture;
    block.hinted = pending_element_.hinted;
    block.caption = pending_element_.caption;
    block.article_element = pending_element_.article;
    page_.blocks.push_back(std::move(block));
  }

  void stop() {
    page_.problem =
        "elements are nested deeper than " + std::to_string(kDeepest) + "; the rest of the page was left out";
    xmlStopParser(context_);
  }

  const MappedText& source_;
  htmlParserCtxtPtr context_ = nullptr;
  std::vector<Element> stack_;
  std::uint32_t articles_ = 0;
  MappedText pending_;
  Element pending_element_;
  std::size_t linked_ = 0, byline_depth_ = 0;
  std::string title_, script_, byline_text_;
  HtmlMetadata tags_;
  HtmlPage page_;
};

}  // namespace

HtmlPage read_html(const MappedText& source) { return HtmlReader(source).run(); }

}  // namespace hearsay
