#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// Hangs the words of a name under one of them where the parser gave several the same head ("Ann" and "Kovacs" both the
/// subject): a person's later words under the first (`flat`), those of other names under the last (`compound`), as UD
/// has it. Names with a conjunction, a preposition or a hyphen stay as they are.
/// Party and state behind a politician (is_party_tag()) hang on the name.
/// Needs   arcs, tags and names of `doc`.
void hold_names_together(Document& doc);

}  // namespace hearsay
