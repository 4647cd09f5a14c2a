#include "ingest/syntax/parse.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "ingest/model/fine_matrix.hpp"
#include "ingest/syntax/spanning_tree.hpp"

namespace hearsay {
namespace {

constexpr TokenIndex longest_stretch = 400;
constexpr float leak = 0.1F;
constexpr std::size_t no_label = static_cast<std::size_t>(-1);

std::ptrdiff_t offset(std::size_t from, std::size_t to) {
  return static_cast<std::ptrdiff_t>(to) - static_cast<std::ptrdiff_t>(from);
}

/// Which of the learned biases fits a head that stands `distance` words away.
std::size_t distance_bucket(std::ptrdiff_t distance) {
  constexpr std::array<std::ptrdiff_t, 9> bounds{1, 2, 3, 4, 5, 7, 10, 15, 25};
  const auto passed = std::upper_bound(bounds.begin(), bounds.end(), std::abs(distance)) - bounds.begin();
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(bounds.size()) + (distance < 0 ? -passed : passed));
}

/// One row per token, through a linear head and its squashing.
Matrix project(const Model& model, std::string_view head, const Encoding& encoding, TokenSpan span) {
  Matrix out = model.linear(head, encoding, span);
  leaky_relu(out.values, leak);
  return out;
}

/// The same rows with a 1 at the end of each, which stands for the biases in a product.
Matrix with_one(const Matrix& rows) {
  Matrix out(rows.rows, rows.columns + 1);
  for (std::size_t r = 0; r < rows.rows; ++r) {
    std::copy(rows.row(r).begin(), rows.row(r).end(), out.row(r).begin());
    out.row(r).back() = 1.0F;
  }
  return out;
}

class Parser {
 public:
  Parser(const Model& model, const Encoding& encoding)
      : model_(model), encoding_(encoding), relations_(model.labels("relations")) {
    const auto root = model.vector("arcs.root");
    multiply({root.data(), 1, root.size()}, model.fine("arcs.w"), products_);
    root_ = PackedMatrix(products_.view());
    if (model.has_vector("arcs.temperature")) temperature_ = std::max(model.vector("arcs.temperature")[0], 0.01F);
    const auto found = std::find(relations_.begin(), relations_.end(), "root");
    root_label_ = found == relations_.end() ? no_label : static_cast<std::size_t>(found - relations_.begin());
  }

  void parse(TokenSpan span, std::vector<Arc>& arcs) {
    Matrix scores = head_scores(span);
    const std::vector<std::size_t> heads = best_tree(scores.view());
    const std::vector<std::size_t> labels = best_labels(span, heads);
    for (std::size_t i = 0; i < span.size(); ++i) {
      const bool is_root = heads[i] == root_head;
      for (float& score : scores.row(i)) score /= temperature_;
      softmax(scores.row(i));
      const float confidence = scores.row(i)[is_root ? 0 : heads[i] + 1];
      if (is_root)
        arcs.push_back({std::nullopt, "root", confidence});
      else
        arcs.push_back({span.begin + static_cast<TokenIndex>(heads[i]), relations_.at(labels[i]), confidence});
    }
  }

 private:
  /// words x (1 + words), ROOT first.
  [[nodiscard]] Matrix head_scores(TokenSpan span) const {
    const Matrix dependents = with_one(project(model_, "arcs.dep", encoding_, span));
    const Matrix candidates = project(model_, "arcs.head", encoding_, span);
    Matrix heads;
    multiply(candidates.view(), model_.fine("arcs.w"), heads);
    const Matrix words = multiply(dependents.view(), PackedMatrix(heads.view()));
    const Matrix roots = multiply(dependents.view(), root_);
    const auto bias = model_.vector("arcs.distance");
    Matrix scores(span.size(), span.size() + 1);
    for (std::size_t i = 0; i < span.size(); ++i) {
      const auto to = scores.row(i);
      to[0] = roots.row(i)[0] + bias[distance_bucket(0)];
      for (std::size_t j = 0; j < span.size(); ++j) to[j + 1] = words.row(i)[j] + bias[distance_bucket(offset(i, j))];
      to[i + 1] = -1e9F;
    }
    return scores;
  }

  /// What depends on one head is scored with one product: most words are nobody's head. A root's label is no question.
  [[nodiscard]] std::vector<std::size_t> best_labels(TokenSpan span, const std::vector<std::size_t>& heads) {
    const Matrix dependents = with_one(project(model_, "labels.dep", encoding_, span));
    const Matrix candidates = with_one(project(model_, "labels.head", encoding_, span));
    std::vector<std::size_t> place(span.size()), used;
    for (std::size_t i = 0; i < span.size(); ++i) {
      if (heads[i] == root_head) continue;
      const auto found = std::find(used.begin(), used.end(), heads[i]);
      place[i] = static_cast<std::size_t>(found - used.begin());
      if (found == used.end()) used.push_back(heads[i]);
    }
    Matrix chosen(used.size(), candidates.columns);
    for (std::size_t h = 0; h < used.size(); ++h)
      std::copy(candidates.row(used[h]).begin(), candidates.row(used[h]).end(), chosen.row(h).begin());
    multiply(chosen.view(), model_.fine("labels.u"), products_);
    std::vector<std::size_t> labels(span.size());
    std::vector<float> scores(relations_.size());
    for (std::size_t i = 0; i < span.size(); ++i) {
      if (heads[i] == root_head) continue;
      dots(dependents.row(i), {products_.row(place[i]).data(), relations_.size(), dependents.columns}, scores);
      if (root_label_ != no_label) scores[root_label_] = -1e9F;
      labels[i] = best_of(scores);
    }
    return labels;
  }

  const Model& model_;
  const Encoding& encoding_;
  const std::vector<std::string>& relations_;
  PackedMatrix root_;  ///< what every word's vector is multiplied with for ROOT
  std::size_t root_label_ = no_label;
  float temperature_ = 1.0F;  ///< divides the scores, so that a confidence of 0.9 is right nine times in ten
  Matrix products_;           ///< kept, since it is large
};

}  // namespace

std::vector<Arc> parse(const Document& doc, const Encoding& encoding, const Model& model) {
  Parser parser(model, encoding);
  std::vector<Arc> arcs;
  arcs.reserve(doc.tokens.size());
  for (const TokenSpan& sentence : doc.sentences) {
    std::optional<TokenIndex> root;
    for (TokenIndex begin = sentence.begin; begin < sentence.end; begin += longest_stretch) {
      const TokenIndex words = std::min(longest_stretch, sentence.end - begin);
      parser.parse({begin, begin + words}, arcs);
      for (TokenIndex t = begin; t < begin + words; ++t) {
        if (arcs[t].head) continue;
        if (root)
          arcs[t] = {root, "parataxis", arcs[t].confidence};
        else
          root = t;
      }
    }
  }
  return arcs;
}

}  // namespace hearsay
