#include "ingest/coref/antecedent_scores.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "ingest/model/fine_matrix.hpp"
#include "ingest/model/model.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr double kept_share = 0.35;
constexpr std::size_t most_antecedents = 40;
// Beyond this many candidates only words of the same form are compared: it keeps long articles linear.
constexpr std::size_t window = 600, same_form = 12, block = 256;

constexpr std::array<std::uint32_t, 9> word_bounds{2, 3, 5, 9, 17, 33, 65, 129, 257};
constexpr std::array<std::uint32_t, 7> sentence_bounds{1, 2, 3, 4, 5, 8, 16};

std::size_t bucket(std::uint32_t distance, const auto& bounds) {
  return static_cast<std::size_t>(std::upper_bound(bounds.begin(), bounds.end(), distance) - bounds.begin());
}

float dot(std::span<const float> a, std::span<const float> b) {
  float sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
  return sum;
}

/// For each row its dot product with `weights`. Eight rows at once, each in the order of dot(): a sum waits for the one
/// before it, eight sums do not wait for each other.
std::vector<float> dots(const Matrix& rows, std::span<const float> weights) {
  constexpr std::size_t lanes = 8;
  std::vector<float> sums(rows.rows);
  std::size_t r = 0;
  for (; r + lanes <= rows.rows; r += lanes) {
    const float* first = rows.values.data() + r * rows.columns;
    std::array<float, lanes> sum{};
    for (std::size_t k = 0; k < weights.size(); ++k)
      for (std::size_t l = 0; l < lanes; ++l) sum[l] += weights[k] * first[l * rows.columns + k];
    std::copy(sum.begin(), sum.end(), sums.begin() + static_cast<std::ptrdiff_t>(r));
  }
  for (; r < rows.rows; ++r) sums[r] = dot(weights, rows.view().row(r));
  return sums;
}

bool may_head_mention(std::string_view upos) {
  constexpr std::array<std::string_view, 7> nominal{"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "VERB"};
  return std::find(nominal.begin(), nominal.end(), upos) != nominal.end();
}

std::size_t type_of(std::string_view upos) { return upos == "PRON" ? 0 : upos == "PROPN" ? 1 : 2; }

class Scorer {
 public:
  Scorer(const Document& doc, const Encoding& encoding, const Model& model)
      : doc_(doc), model_(model), encoding_(encoding) {
    choose_words();
    Matrix rows(words_.size(), encoding.width);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto row = encoding.row(words_[i]);
      std::copy(row.begin(), row.end(), rows.row(i).begin());
      forms_.push_back(ascii_lower(word(doc, words_[i])));
      sentences_.push_back(sentence_of(doc, words_[i]));
    }
    p_ = model.linear("coref.p", rows.view());
    q_ = model.linear("coref.q", rows.view());
    u1_ = model.linear("coref.u1", rows.view());
    u2_ = model.linear("coref.u2", rows.view());
  }

  [[nodiscard]] const std::vector<TokenIndex>& words() const { return words_; }

  /// Scored antecedents of the `i`-th candidate, ascending.
  std::vector<AntecedentScores::Scored> score(std::size_t i) {
    std::vector<std::pair<float, std::size_t>> coarse = coarse_scores(i);
    const std::size_t kept = std::min(most_antecedents, coarse.size());
    std::partial_sort(
        coarse.begin(), coarse.begin() + static_cast<std::ptrdiff_t>(kept), coarse.end(),
        [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    coarse.resize(kept);
    std::vector<AntecedentScores::Scored> out = fine_scores(i, coarse);
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  void choose_words() {
    const Matrix hidden = model_.linear("coref.m", encoding_);
    const auto w = model_.vector("coref.w");
    const float bias = model_.vector("coref.bias")[0];
    std::vector<float> scores(doc_.tokens.size());
    for (TokenIndex t = 0; t < scores.size(); ++t) {
      for (std::size_t k = 0; k < w.size(); ++k) scores[t] += std::max(0.0F, hidden.row(t)[k]) * w[k];
      scores[t] += bias;
      if (may_head_mention(doc_.tags[t].upos)) words_.push_back(t);
    }
    const auto most = static_cast<std::size_t>(std::floor(kept_share * static_cast<double>(scores.size())));
    if (words_.size() > most) {
      std::stable_sort(words_.begin(), words_.end(), [&](TokenIndex a, TokenIndex b) { return scores[a] > scores[b]; });
      words_.resize(most);
      std::sort(words_.begin(), words_.end());
    }
    for (const TokenIndex t : words_) mention_.push_back(scores[t]);
  }

  std::vector<std::pair<float, std::size_t>> coarse_scores(std::size_t i) {
    std::vector<std::pair<float, std::size_t>> coarse;
    const float scale = 1.0F / std::sqrt(static_cast<float>(p_.columns));
    if (i % block == 0) multiply_block(i);
    const auto near = products_.row(i % block);
    const std::size_t begin = i > window ? i - window : 0;
    const auto consider = [&](std::size_t j, float product) {
      coarse.emplace_back(mention_[i] + mention_[j] + product * scale, j);
    };
    std::vector<std::size_t>& seen = by_form_[forms_[i]];
    for (std::size_t k = seen.size() > same_form ? seen.size() - same_form : 0; k < seen.size(); ++k)
      if (seen[k] < begin) consider(seen[k], dot(p_.row(i), q_.row(seen[k])));
    for (std::size_t j = begin; j < i; ++j) consider(j, near[j - block_begin_]);
    seen.push_back(i);
    return coarse;
  }

  /// Products of the next `block` candidates with all that their windows hold, at once.
  void multiply_block(std::size_t i) {
    block_begin_ = i > window ? i - window : 0;
    const std::size_t end = std::min(i + block, words_.size());
    const MatrixView earlier{q_.values.data() + block_begin_ * q_.columns, end - block_begin_, q_.columns};
    const MatrixView later{p_.values.data() + i * p_.columns, end - i, p_.columns};
    products_ = multiply(later, PackedMatrix(earlier));
  }

  std::vector<AntecedentScores::Scored> fine_scores(std::size_t i,
                                                    const std::vector<std::pair<float, std::size_t>>& pairs) {
    Matrix products(pairs.size(), p_.columns);
    const float* later = p_.row(i).data();
    for (std::size_t r = 0; r < pairs.size(); ++r) {
      const float* earlier = q_.row(pairs[r].second).data();
      float* product = products.row(r).data();
      for (std::size_t k = 0; k < p_.columns; ++k) product[k] = later[k] * earlier[k];
    }
    multiply(products.view(), u3_, hidden_);
    for (std::size_t r = 0; r < pairs.size(); ++r) add_features(hidden_.row(r), i, pairs[r].second);
    for (std::size_t r = 0; r < pairs.size(); ++r) leaky_relu(hidden_.row(r), 0.0F);
    const std::vector<float> fine = dots(hidden_, v_);
    std::vector<AntecedentScores::Scored> out;
    for (std::size_t r = 0; r < pairs.size(); ++r) out.emplace_back(words_[pairs[r].second], pairs[r].first + fine[r]);
    return out;
  }

  /// What speaks for each word of the pair, for their distance, their forms and their kinds, in one pass.
  void add_features(std::span<float> h, std::size_t i, std::size_t j) const {
    const std::size_t a = type_of(doc_.tags[words_[i]].upos), b = type_of(doc_.tags[words_[j]].upos);
    const std::size_t same = forms_[i] != forms_[j] ? 0 : a == 1 && b == 1 ? 2 : 1;
    const float* later = u1_.view().row(i).data();
    const float* earlier = u2_.view().row(j).data();
    const float* words = by_words_.row(bucket(words_[i] - words_[j], word_bounds)).data();
    const float* sentences = by_sentences_.row(bucket(sentences_[i] - sentences_[j], sentence_bounds)).data();
    const float* string = by_string_.row(same).data();
    const float* types = by_types_.row(3 * a + b).data();
    for (std::size_t k = 0; k < h.size(); ++k)
      h[k] = h[k] + later[k] + earlier[k] + words[k] + sentences[k] + string[k] + types[k];
  }

  const Document& doc_;
  const Model& model_;
  const Encoding& encoding_;
  std::vector<TokenIndex> words_;
  std::vector<float> mention_;
  std::vector<std::string> forms_;
  std::vector<std::uint32_t> sentences_;
  std::map<std::string, std::vector<std::size_t>> by_form_;
  Matrix p_, q_, u1_, u2_, products_, hidden_;
  // Asked for once, not for every pair.
  MatrixView by_words_ = model_.matrix("coref.words"), by_sentences_ = model_.matrix("coref.sentences"),
             by_string_ = model_.matrix("coref.string"), by_types_ = model_.matrix("coref.types");
  const FineMatrix& u3_ = model_.fine("coref.u3");
  std::span<const float> v_ = model_.vector("coref.v");
  std::size_t block_begin_ = 0;
};

bool has_head(const Model& model) {
  try {
    return !model.vector("coref.w").empty();
  } catch (const ModelError&) {
    return false;
  }
}

}  // namespace

AntecedentScores::AntecedentScores(const Document& doc, const Encoding& encoding, const Model& model) {
  if (doc.tokens.empty() || !has_head(model)) return;
  Scorer scorer(doc, encoding, model);
  first_.assign(doc.tokens.size() + 1, 0);
  candidate_.assign(doc.tokens.size(), false);
  TokenIndex next = 0;
  for (std::size_t i = 0; i < scorer.words().size(); ++i) {
    const TokenIndex token = scorer.words()[i];
    candidate_[token] = true;
    while (next <= token) first_[next++] = static_cast<std::uint32_t>(scored_.size());
    const auto scored = scorer.score(i);
    scored_.insert(scored_.end(), scored.begin(), scored.end());
  }
  while (next < first_.size()) first_[next++] = static_cast<std::uint32_t>(scored_.size());
}

std::optional<float> AntecedentScores::score(TokenIndex token, TokenIndex antecedent) const {
  const auto candidates = antecedents(token);
  const auto found = std::lower_bound(candidates.begin(), candidates.end(), antecedent,
                                      [](const Scored& s, TokenIndex t) { return s.first < t; });
  if (found == candidates.end() || found->first != antecedent) return std::nullopt;
  return found->second;
}

}  // namespace hearsay
