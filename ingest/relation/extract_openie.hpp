#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// One relation in the words of its sentence, before coreference.
struct OpenRelation {
  std::uint32_t sentence = 0;
  float confidence = 1.0F;
  std::string arg1, relation;          ///< never empty
  std::vector<std::string> arguments;  ///< object first, then times, places and the like, each with its preposition
};

/// Finds who did what to whom in the words of the text: articles, auxiliaries, negation and pronouns as they stand. The
/// relation ends in the preposition of the first argument ("did n't meet with"). Nouns tell relations too
/// ("X , president of Y" gives X; is; president of Y): only there stands a word ("is", "has") that the text does not
/// have. Needs   sentences, tags and arcs of `trees.doc()`; uses names. Gives   relations by sentence, n-ary, one for
/// each coordinated subject and object. Cost    linear in tokens.
[[nodiscard]] std::vector<OpenRelation> extract_openie(const Trees& trees);

}  // namespace hearsay
