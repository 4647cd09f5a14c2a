#include "ingest/relation/find_arguments.hpp"

#include <algorithm>

#include "ingest/relation/argument_pairs.hpp"

namespace hearsay {
namespace {

constexpr float least = 0.1F;
constexpr std::size_t outputs = argument_kinds + 1;  // the first one says: none

/// The head's first layer for some of the words, each computed once.
class Projection {
 public:
  Projection(const Encoding& encoding, std::vector<TokenIndex> tokens) : tokens_(std::move(tokens)) {
    std::sort(tokens_.begin(), tokens_.end());
    tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
    rows_ = Matrix(tokens_.size(), encoding.width);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto row = encoding.row(tokens_[i]);
      std::copy(row.begin(), row.end(), rows_.row(i).begin());
    }
  }

  void apply(const Model& model, std::string_view head) { rows_ = model.linear(head, rows_.view()); }

  [[nodiscard]] std::span<const float> of(TokenIndex token) const {
    const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), token);
    return rows_.view().row(static_cast<std::size_t>(found - tokens_.begin()));
  }

 private:
  std::vector<TokenIndex> tokens_;
  Matrix rows_;
};

class Scorer {
 public:
  Scorer(const Model& model, const Projection& verbs, const Projection& words)
      : verbs_(verbs),
        words_(words),
        signs_(model.matrix("arguments.signs")),
        out_(model.matrix("arguments.out")),
        bias_(model.vector("arguments.out.bias")) {
    if (signs_.rows != argument_sign_rows() || out_.rows != outputs)
      throw ModelError("the head \"arguments\" knows " + std::to_string(signs_.rows) + " signs, this program " +
                       std::to_string(argument_sign_rows()) + "; fit it anew with train/arguments.py");
    hidden_.resize(signs_.columns);
  }

  VerbArgument score(const ArgumentPair& pair) {
    const auto verb = verbs_.of(pair.verb), word = words_.of(pair.word);
    for (std::size_t k = 0; k < hidden_.size(); ++k) hidden_[k] = verb[k] + word[k];
    for (const std::uint16_t row : pair.rows) {
      const auto sign = signs_.row(row);
      for (std::size_t k = 0; k < hidden_.size(); ++k) hidden_[k] += sign[k];
    }
    leaky_relu(hidden_, 0.0F);
    std::array<float, outputs> scores{};
    dots(hidden_, out_, scores);
    for (std::size_t k = 0; k < outputs; ++k) scores[k] += bias_[k];
    softmax(scores);
    VerbArgument found{pair.verb, pair.word, {}};
    std::copy(scores.begin() + 1, scores.end(), found.probability.begin());
    return found;
  }

 private:
  const Projection& verbs_;
  const Projection& words_;
  MatrixView signs_, out_;
  std::span<const float> bias_;
  std::vector<float> hidden_;
};

}  // namespace

std::vector<VerbArgument> find_arguments(const Trees& trees, const Encoding& encoding, const Model& model) {
  if (!model.has_vector("arguments.out.bias")) return {};
  const std::vector<ArgumentPair> pairs = argument_pairs(trees, read_clauses(trees));
  std::vector<TokenIndex> of_verbs, of_words;
  for (const ArgumentPair& pair : pairs) {
    of_verbs.push_back(pair.verb);
    of_words.push_back(pair.word);
  }
  Projection verbs(encoding, std::move(of_verbs)), words(encoding, std::move(of_words));
  verbs.apply(model, "arguments.verb");
  words.apply(model, "arguments.word");
  Scorer scorer(model, verbs, words);
  std::vector<VerbArgument> found;
  for (const ArgumentPair& pair : pairs) {
    const VerbArgument scored = scorer.score(pair);
    if (scored.any() >= least) found.push_back(scored);
  }
  return found;
}

}  // namespace hearsay
