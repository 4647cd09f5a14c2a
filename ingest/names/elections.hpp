#pragma once

#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Finds votes by grammar: "the 2016 Ohio primary election", "2004 Norland Senate election in Westmark" are one event,
/// not a date and a place. A year, at least one word with a capital and a word for a vote make one.
/// Needs   tokens and sentences of `doc`; `names` by first token, disjoint, with the model's types.
/// Gives   `names` with those events in place of what lay inside them, by first token, disjoint.
[[nodiscard]] std::vector<Name> with_elections(const Document& doc, const std::vector<Name>& names);

}  // namespace hearsay
