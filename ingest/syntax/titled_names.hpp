#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// Makes the person the head of "U.S. Secretary of State Ann Lee": the title is its `nmod:desc`, State hangs on the
/// title, and so do place and body in front of it, whatever the parser made of them. Behind an article or possessor
/// ("his lawyer Tom Ray") the tree stays as it is.
/// Needs   arcs, tags and names (with titles) of `doc`, after hold_names_together().
void hang_titles_on_names(Document& doc);

}  // namespace hearsay
