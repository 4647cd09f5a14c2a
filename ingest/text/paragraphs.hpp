#pragma once

#include <string_view>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

/// Parts a text into paragraphs: blocks between empty lines; inside a block a line that stands on its own
/// (a heading, an item of a list, a whole paragraph on one long line) is one too, while the lines of a
/// paragraph that was wrapped at some width stay together.
/// Gives   spans in order, none of white space only. Cost linear.
[[nodiscard]] std::vector<ByteSpan> find_paragraphs(std::string_view text);

}  // namespace hearsay
