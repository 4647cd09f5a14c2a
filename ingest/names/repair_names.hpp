#pragma once

#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// Makes whole what the model cut badly, by grammar that holds in all corpora of names:
///   "Bank of" + "England" is one name; "the 2016 Ohio primary election" is one event, not a place;
///   "Inc." alone, a pronoun, an address and a lone title are no names;
///   small adjectives in front ("northern", "federal") stay outside; "Israeli" as an adjective is a NORP;
///   schools are organisations, airports places.
/// Needs   tokens, sentences and tags of `doc`; `names` by first token, disjoint, with the model's types.
/// Gives   names by first token, disjoint. Cost linear.
[[nodiscard]] std::vector<Name> repair_names(const Document& doc, const std::vector<Name>& names);

}  // namespace hearsay
