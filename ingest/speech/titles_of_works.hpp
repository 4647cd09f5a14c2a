#pragma once
// Quotation marks around the title of a book, a song or a column: nobody says it there.

#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// "her new film “The Long Way Home”", "In his 2002 book, “Mend Your Roof,”": a noun for works stands before it, with
/// or without "called", a comma or a date between.
/// Needs   tags.
[[nodiscard]] bool is_behind_work(const Document& doc, const Quotation& quotation);

/// Is every long word of it capitalized?
[[nodiscard]] bool is_in_title_case(const Document& doc, const Quotation& quotation);

/// Takes titles of works out of contents; what has no other content takes the clause of its cue, or goes.
void drop_titles_of_works(const Trees& tree, const std::vector<Quotation>& quotations,
                          std::vector<Attribution>& attributions);

}  // namespace hearsay
