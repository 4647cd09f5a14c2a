#pragma once
// How sure a statement is: what its sentence shows for and against it, weighed by how often such statements are right.

#include <array>
#include <string_view>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/statement.hpp"

namespace hearsay {

inline constexpr std::size_t sign_count = 19;
/// One number for each sign, in the order of sign_names(): certainties as logarithms, so that 0 is certain.
using Signs = std::array<float, sign_count>;

[[nodiscard]] const std::array<std::string_view, sign_count>& sign_names();

/// Needs   participants of `statement` as they will stand; `clause` is the clause that tells it.
[[nodiscard]] Signs signs_of(const Trees& trees, const Clause& clause, const Statement& statement);

/// The share of right statements among those with these signs, 0 to 1. Never falls as an arc grows surer.
/// Source  logistic regression on judgements from QA-SRL's training part; bench/calibrate_statements.py measures it and
///         prints new weights when the parser or the rules change.
[[nodiscard]] float confidence_of(const Signs& signs);

}  // namespace hearsay
