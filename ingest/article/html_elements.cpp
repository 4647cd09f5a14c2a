#include "ingest/article/html_elements.hpp"

#include <array>
#include <cctype>
#include <string>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 40> kBlocks = {
    "address", "article", "aside",  "blockquote", "body",   "br", "caption", "center", "dd",    "details",
    "div",     "dl",      "dt",     "figcaption", "figure", "h1", "h2",      "h3",     "h4",    "h5",
    "h6",      "head",    "header", "hr",         "html",   "li", "main",    "ol",     "p",     "pre",
    "section", "summary", "table",  "tbody",      "td",     "th", "tr",      "ul",     "title", "hgroup"};
constexpr std::array<std::string_view, 15> kSkipped = {"script", "style",  "template", "noscript", "svg",
                                                       "math",   "object", "iframe",   "canvas",   "audio",
                                                       "video",  "embed",  "map",      "applet",   "noframes"};
constexpr std::array<std::string_view, 13> kFurniture = {"nav",    "footer",   "form",  "button",   "select",
                                                         "option", "menu",     "input", "textarea", "aside",
                                                         "dialog", "fieldset", "label"};
constexpr std::array<std::string_view, 42> kHints = {
    "comment",      "comments",      "commentlist", "disqus",        "share",      "sharing",  "social",
    "sharebar",     "related",       "recommended", "recirculation", "newsletter", "signup",   "subscribe",
    "subscription", "promo",         "promotion",   "sidebar",       "footer",     "nav",      "navbar",
    "navigation",   "menu",          "breadcrumb",  "breadcrumbs",   "cookie",     "cookies",  "consent",
    "advert",       "advertisement", "ads",         "sponsored",     "tags",       "taglist",  "popup",
    "modal",        "outbrain",      "taboola",     "masthead",      "toolbar",    "trending", "respond"};

/// Calls `see` with each part of "postComments share-bar_item": post, comments, share, bar, item.
template <typename See>
void for_each_part(std::string_view name, See see) {
  std::string part;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool hump = letter && std::isupper(static_cast<unsigned char>(c)) != 0 && i > 0 &&
                      std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
    if ((!letter || hump) && !part.empty()) {
      see(part);
      part.clear();
    }
    if (letter) part.push_back(ascii_lower(c));
  }
}

}  // namespace

ElementKind element_kind(std::string_view name) {
  if (is_in(kSkipped, name)) return ElementKind::skipped;
  if (is_in(kFurniture, name)) return ElementKind::furniture;
  return is_in(kBlocks, name) ? ElementKind::block : ElementKind::inline_text;
}

bool hints_at_furniture(std::string_view class_or_id) {
  bool hint = false, negated = false;
  for_each_part(class_or_id.substr(0, 300), [&](const std::string& part) {
    hint = hint || is_in(kHints, part);
    // "has-sidebar", "no-comments", "with-related", "comments-open" speak of the page, not of the element.
    negated = negated || part == "has" || part == "no" || part == "with" || part == "open" || part == "without";
  });
  return hint && !negated;
}

bool hints_at_byline(std::string_view class_name) {
  bool hint = false;
  for_each_part(class_name.substr(0, 300), [&](const std::string& part) {
    hint = hint || part == "byline" || part == "author" || part == "authors";
  });
  return hint;
}

}  // namespace hearsay
