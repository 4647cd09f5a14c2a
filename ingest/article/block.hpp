#pragma once
// A block is what a reader sees as one piece: a paragraph, a heading, a list item, a line of a menu.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/article/mapped_text.hpp"

namespace hearsay {

struct Block {
  MappedText content;          ///< words only: markup gone, white space single, trimmed, never empty
  std::size_t link_bytes = 0;  ///< bytes of `content` inside links
  int heading = 0;             ///< 1 to 6; 0 for none
  bool list_item = false;
  bool emphasised = false;            ///< all of it stands in emphasis
  bool in_furniture = false;          ///< HTML: inside <nav>, <footer>, <form> and the like
  bool hinted = false;                ///< HTML: inside an element whose class speaks of comments, sharing, menus ...
  bool caption = false;               ///< HTML: inside <figcaption>
  std::uint32_t article_element = 0;  ///< HTML: number of the innermost <article>; 0 outside
  bool after_rule = false;            ///< a horizontal line stands right before it
};

/// What the shape of a block tells.
struct Shape {
  std::size_t words = 0;
  std::size_t capitalised = 0;  ///< words that begin with a capital letter or a digit
  bool ends_sentence = false;   ///< ends in . ! ? or an ellipsis, closing quotes and brackets aside
  bool starts_lower = false;
  bool has_quotation = false;
};

[[nodiscard]] Shape shape_of(std::string_view text);

/// Lower case, plain quotes and dashes, single spaces: the form in which phrases are compared.
[[nodiscard]] std::string plain_form(std::string_view text);
/// Words only, lower case, one space between them.
[[nodiscard]] std::string words_only(std::string_view text);

/// A run of prose: twelve words or more that end like a sentence.
[[nodiscard]] inline bool is_prose(const Shape& shape) { return shape.words >= 12 && shape.ends_sentence; }

}  // namespace hearsay
