#pragma once

#include <string_view>

namespace hearsay {

/// What an element means for reading.
enum class ElementKind {
  inline_text,  ///< goes on in the same block
  block,        ///< begins and ends a block
  skipped,      ///< its text is not for readers: script, style, template
  furniture,    ///< nav, footer, form: a block that is not the article's
};

[[nodiscard]] ElementKind element_kind(std::string_view name);

/// Does a class or id ("post-comments", "shareBar", "newsletter_signup") speak of furniture?
[[nodiscard]] bool hints_at_furniture(std::string_view class_or_id);

/// Does a class ("byline", "article__author-name") speak of who wrote it?
[[nodiscard]] bool hints_at_byline(std::string_view class_name);

}  // namespace hearsay
