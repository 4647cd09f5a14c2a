#pragma once
// Recordings show people who speak.

#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"

namespace hearsay {

/// "The spot ends with footage of Lee saying, '...'": Lee says it; that the spot shows him is no report. Drops the
/// showing where the quotation has its speaker.
/// Cost    linear in tokens and attributions.
void drop_showings(const Document& doc, const std::vector<Quotation>& quotations,
                   std::vector<Attribution>& attributions);

}  // namespace hearsay
