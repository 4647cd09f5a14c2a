#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/article/block.hpp"
#include "ingest/article/metadata.hpp"

namespace hearsay {

/// An HTML page as blocks, with what its tags say about the article.
struct HtmlPage {
  std::vector<Block> blocks;
  Metadata metadata;
  std::optional<std::string> problem;  ///< why the page was not read to its end
};

/// Reads HTML as browsers do, however broken. Scripts, styles and hidden elements give no blocks; blocks in
/// <nav>, <footer>, <form> ... and in elements whose class speaks of furniture are marked, not dropped.
/// Gives   blocks whose bytes are mapped to `source`; metadata from <meta>, JSON-LD, <time>, <title> and classes.
/// Cost    linear for pages nested less than 1,000 deep; deeper than 100,000 reading stops with a problem.
[[nodiscard]] HtmlPage read_html(const MappedText& source);

}  // namespace hearsay
