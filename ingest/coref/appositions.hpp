#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// "the head of the agency, Ann Lee": the parser hangs the name on the nearest noun; a person is the head, not the
/// agency. Moves such an apposition to the noun for a person that the nearest noun belongs to, where there is one.
/// Needs   arcs, tags and names of `doc`.
void hold_appositions_to_people(Document& doc);

}  // namespace hearsay
