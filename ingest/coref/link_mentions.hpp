#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ingest/coref/antecedent_scores.hpp"
#include "ingest/coref/pair_ranker.hpp"
#include "ingest/model/encoding.hpp"
#include "ingest/speech/attribution.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

class Model;

struct Coreference {
  std::vector<Mention> mentions;  ///< by first token, longer first
  std::vector<Cluster> clusters;  ///< by first mention; every mention is in exactly one
  std::vector<Link> links;        ///< one a mention, in the order of `mentions`
};

/// Who is who inside one article.
/// Needs   sentences, tags, arcs and names of `trees.doc()`, and its attributions for the speakers of quotations.
/// Gives   mentions and clusters for the document, each cluster with its canonical name and kind. A model without
///         the `coref` head will do: rules decide alone then.
/// Errors  none: a text without mentions gives empty vectors.
/// Cost    linear in tokens; safe to call from many threads.
/// Source  constraints and precise rules first, after Lee et al. (2013), Computational Linguistics 39(4); scores by
///         word after Dobrovolskii (2021).
[[nodiscard]] Coreference link_mentions(const Trees& trees, const Encoding& encoding,
                                        const std::vector<Attribution>& attributions, const Model& model);

/// Called for every pair that is looked at: the features of the context and the pair, or none when it is forbidden.
using PairObserver = std::function<void(const PairFeatures& features, std::uint32_t later, std::uint32_t earlier,
                                        const Verdict& verdict, const Features& pair)>;

/// The same from scores that are already there; AntecedentScores() and no ranker for rules alone. The observer is for
/// training.
[[nodiscard]] Coreference link_mentions(const Trees& trees, const std::vector<Attribution>& attributions,
                                        const AntecedentScores& scores, const PairRanker& ranker = {},
                                        const PairObserver& observer = {});

}  // namespace hearsay
