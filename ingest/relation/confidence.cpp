#include "ingest/relation/confidence.hpp"

#include <algorithm>
#include <iterator>

namespace hearsay {
namespace {

struct Knot {
  float evidence, confidence;
};

// Both columns rise; straight lines between.
constexpr Knot knots[] = {
    {0.000F, 0.000F}, {0.071F, 0.397F}, {0.154F, 0.474F}, {0.251F, 0.619F}, {0.448F, 0.631F},
    {0.649F, 0.667F}, {0.746F, 0.728F}, {0.857F, 0.744F}, {0.914F, 0.762F},
};

}  // namespace

float prior_of(SubjectOrigin origin) {
  switch (origin) {
    case SubjectOrigin::own: return 0.92F;
    case SubjectOrigin::relative: return 0.85F;
    case SubjectOrigin::shared: return 0.85F;
    case SubjectOrigin::attached: return 0.8F;
    case SubjectOrigin::controlled: return 0.75F;
    case SubjectOrigin::adjunct: return 0.65F;
  }
  return 0.65F;
}

float calibrated(float evidence) {
  if (!(evidence > knots[0].evidence)) return knots[0].confidence;
  const auto* above =
      std::find_if(std::begin(knots), std::end(knots), [&](const Knot& k) { return k.evidence >= evidence; });
  if (above == std::end(knots)) return std::prev(above)->confidence;
  const Knot& low = *std::prev(above);
  return low.confidence +
         (above->confidence - low.confidence) * (evidence - low.evidence) / (above->evidence - low.evidence);
}

}  // namespace hearsay
