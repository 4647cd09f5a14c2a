#include "ingest/coref/pair_ranker.hpp"

#include <algorithm>

namespace hearsay {
namespace {

namespace weights {
#include "ingest/coref/pair_weights.inc"
}

static_assert(weights::features == PairFeatures::count && weights::hidden + 1 == PairRanker::width,
              "train/pairs.py has to be run again");

}  // namespace

const PairRanker& PairRanker::trained() {
  static const PairRanker ranker = [] {
    PairRanker made;
    for (std::size_t i = 0; i < weights::table.size(); ++i)
      made.table_.push_back(static_cast<float>(weights::table[i]) * weights::scale[i % (weights::hidden + 1)]);
    made.bias_ = weights::bias;
    made.out_ = weights::out;
    return made;
  }();
  return ranker;
}

void PairRanker::add(const Features& features, std::size_t first, Sums& sums) const {
  if (empty()) return;
  for (const Feature& feature : features) {
    const float* row = table_.data() + (first + feature.index) * width;
    for (std::size_t k = 0; k < width; ++k) sums[k] += feature.value * row[k];
  }
}

float PairRanker::score(const Sums& sums) const {
  float score = sums.back();
  for (std::size_t k = 0; k < out_.size(); ++k) score += std::max(0.0F, sums[k]) * out_[k];
  return score;
}

}  // namespace hearsay
