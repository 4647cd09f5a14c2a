#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "ingest/names/find_names.hpp"

namespace hearsay {
namespace {

constexpr float never = -std::numeric_limits<float>::infinity();

/// Viterbi over one sentence: I-TYPE may only follow B-TYPE or I-TYPE.
class LabelDecoder {
 public:
  explicit LabelDecoder(const std::vector<std::string>& labels) : labels_(labels) {
    for (std::size_t to = 0; to < labels.size(); ++to) {
      before_.emplace_back();
      for (std::size_t from = 0; from < labels.size(); ++from)
        if (may_follow(labels[from], labels[to])) before_.back().push_back(from);
    }
  }

  std::vector<std::size_t> decode(std::span<const float> scores) const {
    const std::size_t n = labels_.size(), words = scores.size() / n;
    std::vector<float> best(n), next(n);
    std::vector<std::size_t> from(words * n);
    for (std::size_t y = 0; y < n; ++y) best[y] = labels_[y].starts_with("I-") ? never : scores[y];
    for (std::size_t i = 1; i < words; ++i) {
      for (std::size_t y = 0; y < n; ++y) {
        const auto& sources = before_[y];
        const std::size_t source = *std::max_element(sources.begin(), sources.end(),
                                                     [&](std::size_t a, std::size_t b) { return best[a] < best[b]; });
        from[i * n + y] = source;
        next[y] = best[source] + scores[i * n + y];
      }
      best.swap(next);
    }
    return path(best, from, words);
  }

 private:
  static bool may_follow(std::string_view from, std::string_view to) {
    if (!to.starts_with("I-")) return true;
    return from.size() > 2 && from.substr(2) == to.substr(2);
  }

  std::vector<std::size_t> path(const std::vector<float>& best, const std::vector<std::size_t>& from,
                                std::size_t words) const {
    std::vector<std::size_t> out(words);
    if (words == 0) return out;
    out.back() = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = words - 1; i > 0; --i) out[i - 1] = from[i * labels_.size() + out[i]];
    return out;
  }

  const std::vector<std::string>& labels_;
  std::vector<std::vector<std::size_t>> before_;
};

float probability(std::span<const float> row, std::size_t label) {
  const float top = *std::max_element(row.begin(), row.end());
  float sum = 0;
  for (const float score : row) sum += std::exp(score - top);
  return std::exp(row[label] - top) / sum;
}

}  // namespace

std::vector<Name> decode_names(const Document& doc, std::span<const float> scores,
                               const std::vector<std::string>& labels) {
  const std::size_t n = labels.size();
  assert(scores.size() == doc.tokens.size() * n && "one row of scores a token");
  const LabelDecoder decoder(labels);
  std::vector<Name> names;
  for (const TokenSpan sentence : doc.sentences) {
    const auto path = decoder.decode(scores.subspan(sentence.begin * n, sentence.size() * n));
    for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
      const std::size_t label = path[token - sentence.begin];
      if (labels[label] == "O") continue;
      const float sure = probability(scores.subspan(token * n, n), label);
      if (labels[label].starts_with("B-")) {
        names.push_back({{token, token + 1}, labels[label].substr(2), sure});
      } else {
        names.back().span.end = token + 1;
        names.back().confidence = std::min(names.back().confidence, sure);
      }
    }
  }
  return names;
}

std::string_view conll_type(std::string_view type) {
  if (type == "PERSON" || type == "PER") return "PER";
  if (type == "GPE" || type == "LOC" || type == "FAC") return "LOC";
  if (type == "LAW" || type == "WORK") return "WORK";
  if (type == "PRODUCT" || type == "MISC") return "MISC";
  for (const std::string_view same : {"ORG", "NORP", "EVENT", "DATE"})
    if (type == same) return same;
  return {};
}

}  // namespace hearsay
