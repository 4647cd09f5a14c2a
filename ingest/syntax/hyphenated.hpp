#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// Keeps the pieces of a hyphenated word together, as UD has it: in "a razor-thin margin" the razor belongs to "thin",
/// in "no-fly zones" and "on-the-ground observers" the small words to "fly" and "ground". Two names stay apart, for the
/// stages that ask who took part, but modify one noun: in "rebuilding Norland-U.S. ties" Norland is not what is
/// rebuilt. A hyphenated word has no spaces around its hyphens. Needs   arcs and tags of `doc`.
void hold_hyphenated_together(Document& doc);

}  // namespace hearsay
