#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// Mends what the parser gets wrong and names, titles and hyphens tell: hold_names_together(),
/// hold_hyphenated_together(), hang_titles_on_names(), lift_function_words(). Trees stay trees.
/// Needs   arcs, tags and names of `doc`.
void mend_trees(Document& doc);

}  // namespace hearsay
