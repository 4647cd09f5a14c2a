#pragma once

#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Amounts, numbers, times and plain dates by grammar: "$ 3 billion" MONEY, "40 percent" PERCENT, "7 p.m." TIME,
/// "five miles" QUANTITY, "third" ORDINAL, "twelve" CARDINAL, "July 7" and "Friday" DATE.
/// Needs   tokens, sentences; tags make it surer.
/// Gives   disjoint spans in order, none over a token that `taken` marks.
[[nodiscard]] std::vector<Name> find_amounts(const Document& doc, const std::vector<bool>& taken);

}  // namespace hearsay
