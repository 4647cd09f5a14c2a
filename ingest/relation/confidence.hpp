#pragma once
// How sure a statement is: the parser's certainty and the construction, mapped to how often such statements are right.

#include "ingest/relation/clause.hpp"

namespace hearsay {

/// What a construction is worth before the parser is asked: a verb's own subject is surer than one fetched from afar.
[[nodiscard]] float prior_of(SubjectOrigin origin);

/// The share of right statements among those with this much evidence (prior times the certainty of the arcs used).
/// Never falls as `evidence` grows; 0 to 1.
/// Source  isotonic regression (Ayer et al. 1955) on judgements from QA-SRL's training part;
/// bench/calibrate_statements.py
///         measures it and prints new knots when the parser changes.
[[nodiscard]] float calibrated(float evidence);

}  // namespace hearsay
