#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/article/block.hpp"

namespace hearsay {

/// Plain text or Markdown cut into blocks.
struct TextBlocks {
  std::vector<Block> blocks;
  std::map<std::string, std::string> front_matter;  ///< "title", "date" ... of a leading block between two lines `---`
};

/// Cuts plain text or Markdown into blocks and strips the markup, also where plain text borrows Markdown signs.
/// Hard-wrapped paragraphs are joined. Linear.
[[nodiscard]] TextBlocks split_blocks(const MappedText& text);

/// Strips inline markup (emphasis, links, code, tags, entities) and white space from one paragraph; words stay, and so
/// do quotation marks inside emphasis. `content` may be empty.
[[nodiscard]] Block strip_inline(const MappedText& paragraph);

/// Makes white space single and drops invisible characters, as strip_inline does, and leaves all signs alone.
[[nodiscard]] Block collapse_space(const MappedText& paragraph);

}  // namespace hearsay
