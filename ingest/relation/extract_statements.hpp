#pragma once

#include <vector>

#include "ingest/relation/statement.hpp"
#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Finds who did what to whom.
/// Needs   sentences, tags and arcs of `trees.doc()`; uses names and date where there are any. Clusters are not needed.
/// Gives   one Statement for each subject, verb and object ("Putin and Trump discussed Syria and Ukraine" gives four),
/// for each
///         apposition and title, and for each event noun with its parties; by trigger. The subject is never empty.
///         Passives with an agent are turned round; others keep "be" ("be seized"). "A and B met" gives A meet B.
/// Speech  `attributions` decide attributed_to: the innermost one whose content holds the trigger. What merely tells
/// that
///         somebody said something is an attribution, and a statement only when it says to whom.
/// Errors  none.
/// Cost    linear in tokens.
[[nodiscard]] std::vector<Statement> extract_statements(const Trees& trees,
                                                        const std::vector<Attribution>& attributions);

}  // namespace hearsay
