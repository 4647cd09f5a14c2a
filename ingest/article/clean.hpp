#pragma once

#include <vector>

#include "ingest/article/block.hpp"
#include "ingest/article/metadata.hpp"

namespace hearsay {

/// The blocks that belong to the article, and what its lines say about it.
struct CleanArticle {
  std::vector<Block> body;  ///< in order, without the title
  Metadata metadata;
};

/// Parts an article from the furniture of its page.
/// Needs   blocks in text order; `known` is what the format itself says (HTML tags, JSON fields), which wins.
/// Gives   the body; blocks go only on a sign that does not depend on the site: phrases, links, repetition, shape and
///         position. A block of prose that shows none of them stays.
/// Cost    linear in the bytes of the blocks.
/// Source  text and link density after Kohlschütter, Fankhauser, Nejdl (2010), "Boilerplate Detection using Shallow
/// Text
///         Features", WSDM.
[[nodiscard]] CleanArticle clean_article(std::vector<Block> blocks, Metadata known);

}  // namespace hearsay
