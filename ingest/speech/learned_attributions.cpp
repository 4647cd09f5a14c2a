#include "ingest/speech/learned_attributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "ingest/model/lstm.hpp"
#include "ingest/model/model.hpp"
#include "ingest/speech/cue_context.hpp"

namespace hearsay {
namespace {

// The numbers of train/README.md; changing one here means training anew.
constexpr std::array<std::uint32_t, 11> kBounds = {1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100};
constexpr std::size_t kBatch = 32;  ///< cues decoded at once: enough to fill the machine, little memory
constexpr float kNever = -1e9F;

/// May label `j` follow label `i`? I-x only after B-x or I-x; `i` is the number of labels at the start.
std::vector<float> transition_costs(const std::vector<std::string>& labels) {
  const std::size_t n = labels.size();
  std::vector<float> costs((n + 1) * n, 0.0F);
  for (std::size_t j = 0; j < n; ++j) {
    if (labels[j][0] != 'I') continue;
    for (std::size_t i = 0; i <= n; ++i) {
      const bool follows = i < n && labels[i][0] != 'O' && labels[i].substr(1) == labels[j].substr(1);
      if (!follows) costs[i * n + j] = kNever;
    }
  }
  return costs;
}

/// The best sequence of labels that BIO allows.
class Viterbi {
 public:
  explicit Viterbi(const std::vector<std::string>& labels) : n_(labels.size()), costs_(transition_costs(labels)) {}

  /// `scores`: rows of as many numbers as there are labels.
  std::vector<std::size_t> best_path(std::span<const float> scores) const {
    const std::size_t rows = scores.size() / n_;
    std::vector<std::size_t> path(rows), back(scores.size());
    if (rows == 0) return path;
    std::vector<float> best(n_), next(n_);
    for (std::size_t j = 0; j < n_; ++j) best[j] = scores[j] + costs_[n_ * n_ + j];
    for (std::size_t row = 1; row < rows; ++row) {
      for (std::size_t j = 0; j < n_; ++j) {
        std::size_t from = 0;
        for (std::size_t i = 1; i < n_; ++i) {
          if (best[i] + costs_[i * n_ + j] > best[from] + costs_[from * n_ + j]) from = i;
        }
        next[j] = best[from] + costs_[from * n_ + j] + scores[row * n_ + j];
        back[row * n_ + j] = from;
      }
      std::swap(best, next);
    }
    path[rows - 1] = best_of(best);
    for (std::size_t row = rows - 1; row > 0; --row) path[row - 1] = back[row * n_ + path[row]];
    return path;
  }

 private:
  std::size_t n_;
  std::vector<float> costs_;
};

/// Spans of `label` ("B" or "B-source") and its continuation in a path over the tokens from `begin`.
std::vector<TokenSpan> spans_of(const std::vector<std::size_t>& path, const std::vector<std::string>& labels,
                                std::string_view begin_label, TokenIndex begin) {
  std::vector<TokenSpan> spans;
  bool open = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string& label = labels[path[i]];
    const auto t = begin + static_cast<TokenIndex>(i);
    if (label == begin_label) {
      spans.push_back({t, t + 1});
      open = true;
    } else if (open && label[0] == 'I' && label.substr(1) == begin_label.substr(1)) {
      spans.back().end = t + 1;
    } else {
      open = false;
    }
  }
  return spans;
}

/// The probability of the labels on the path, as the mean over its tokens other than O; 1 when there are none.
float mean_probability(std::span<const float> scores, const std::vector<std::size_t>& path, std::size_t labels,
                       std::size_t outside) {
  float total = 0.0F;
  std::size_t count = 0;
  std::vector<float> row(labels);
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == outside) continue;
    std::copy_n(scores.begin() + static_cast<std::ptrdiff_t>(i * labels), labels, row.begin());
    softmax(row);
    total += row[path[i]];
    ++count;
  }
  return count == 0 ? 1.0F : total / static_cast<float>(count);
}

std::size_t distance_bucket(TokenIndex token, TokenIndex cue) {
  const std::uint32_t far = token < cue ? cue - token : token - cue;
  const auto bucket = std::upper_bound(kBounds.begin(), kBounds.end(), far) - kBounds.begin();
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(kBounds.size()) + (token < cue ? -bucket : bucket));
}

/// A cue, and what was encoded together with it.
struct Cue {
  TokenSpan span, window;
};

/// Runs `roles` for cues, a batch at a time.
class Decoder {
 public:
  Decoder(const Document& doc, const Encoding& encoding, const Model& model)
      : doc_(doc),
        encoding_(encoding),
        model_(model),
        labels_(model.labels("roles")),
        viterbi_(labels_),
        contexts_(doc),
        words_(model.linear("roles.word", encoding)),
        is_cue_(model.matrix("roles.iscue")),
        distance_(model.matrix("roles.distance")),
        paragraph_(model.matrix("roles.paragraph")) {
    for (LstmWeights* w : {&forward_, &backward_}) {
      const std::string name = w == &forward_ ? "roles.lstm.forward" : "roles.lstm.backward";
      *w = {&model.fine(name + ".input"), &model.fine(name + ".hidden"), model.vector(name + ".bias")};
    }
  }

  void run(std::span<const Cue> cues, std::vector<Attribution>& out) const {
    const Matrix cue_vectors = encode_cues(cues);
    std::vector<TokenSpan> contexts;
    std::vector<std::uint32_t> lengths;
    std::size_t rows = 0;
    for (const Cue& cue : cues) {
      contexts.push_back(contexts_.around(cue.span, cue.window));
      lengths.push_back(contexts.back().size());
      rows += contexts.back().size();
    }
    Matrix z(rows, words_.columns);
    std::size_t row = 0;
    for (std::size_t c = 0; c < cues.size(); ++c) {
      for (TokenIndex t = contexts[c].begin; t < contexts[c].end; ++t) {
        add_word(t, cues[c].span, cue_vectors.row(c), z.row(row++));
      }
    }
    leaky_relu(z.values, 0.0F);
    const Matrix states = bilstm(forward_, backward_, z.view(), lengths);
    const Matrix scores = multiply(states.view(), model_.packed("roles.out.weight"), model_.vector("roles.out.bias"));
    const std::span<const float> all(scores.values);
    for (std::size_t c = 0, first = 0; c < cues.size(); ++c) {
      read(cues[c].span, contexts[c], all.subspan(first * labels_.size(), lengths[c] * labels_.size()), out);
      first += lengths[c];
    }
  }

 private:
  Matrix encode_cues(std::span<const Cue> cues) const {
    Matrix h(cues.size(), encoding_.width);
    for (std::size_t c = 0; c < cues.size(); ++c) {
      const std::span<const float> from = encoding_.row(cues[c].span.begin);
      std::copy(from.begin(), from.end(), h.row(c).begin());
    }
    return model_.linear("roles.cue", h.view());
  }

  void add_word(TokenIndex t, TokenSpan cue, std::span<const float> of_cue, std::span<float> z) const {
    const std::span<const float> word = words_.row(t), is_cue = is_cue_.row(cue.contains(t) ? 1 : 0);
    const std::span<const float> distance = distance_.row(distance_bucket(t, cue.begin));
    const TokenSpan own = doc_.paragraphs[paragraph_of(doc_, cue.begin)];
    const std::span<const float> side = paragraph_.row(t < own.begin ? 1 : t < own.end ? 0 : 2);
    for (std::size_t i = 0; i < z.size(); ++i) z[i] = word[i] + of_cue[i] + is_cue[i] + distance[i] + side[i];
  }

  void read(TokenSpan cue, TokenSpan context, std::span<const float> scores, std::vector<Attribution>& out) const {
    const std::vector<std::size_t> path = viterbi_.best_path(scores);
    Attribution a;
    a.content = spans_of(path, labels_, "B-content", context.begin);
    if (a.content.empty()) return;
    keep_to_paragraph(cue, a.content);
    a.source = spans_of(path, labels_, "B-source", context.begin);
    a.cue = {without_colon(cue)};
    a.confidence = mean_probability(scores, path, labels_.size(), 0);
    out.push_back(std::move(a));
  }

  /// A paragraph that is wholly quoted is a turn of its own, which other rules give to the speaker before it: pieces
  /// outside the cue's paragraph stay only where a quotation runs on, or where all of the content is elsewhere.
  void keep_to_paragraph(TokenSpan cue, std::vector<TokenSpan>& content) const {
    const std::uint32_t paragraph = paragraph_of(doc_, cue.begin);
    const TokenSpan own = doc_.paragraphs[paragraph];
    const auto is_own = [&](TokenSpan piece) { return own.contains(piece.begin); };
    if (std::none_of(content.begin(), content.end(), is_own) || contexts_.ends_inside_quotation(paragraph)) return;
    std::erase_if(content, [&](TokenSpan piece) { return piece.begin >= own.end; });
  }

  /// "said:" is the cue "said"; a colon alone stays one.
  [[nodiscard]] TokenSpan without_colon(TokenSpan cue) const {
    while (cue.size() > 1 && (word(doc_, cue.end - 1) == ":" || word(doc_, cue.end - 1) == ",")) --cue.end;
    return cue;
  }

  const Document& doc_;
  const Encoding& encoding_;
  const Model& model_;
  const std::vector<std::string>& labels_;
  Viterbi viterbi_;
  CueContexts contexts_;
  Matrix words_;  ///< W1 h of every token, shared by all cues
  MatrixView is_cue_, distance_, paragraph_;
  LstmWeights forward_, backward_;
};

std::vector<Cue> find_cues(const Encoding& encoding, const Model& model, TokenIndex tokens) {
  const std::vector<std::string>& labels = model.labels("cue");
  const Viterbi viterbi(labels);
  const Matrix scores = model.linear("cue", encoding);
  std::vector<Cue> cues;
  const std::vector<TokenSpan> whole = {{0, tokens}};
  for (const TokenSpan window : encoding.windows.empty() ? whole : encoding.windows) {
    const std::span<const float> part =
        std::span(scores.values).subspan(window.begin * labels.size(), window.size() * labels.size());
    for (const TokenSpan cue : spans_of(viterbi.best_path(part), labels, "B", window.begin)) {
      cues.push_back({cue, window});
    }
  }
  return cues;
}

}  // namespace

bool has_attribution_heads(const Model& model) {
  try {
    return !model.labels("cue").empty() && !model.labels("roles").empty();
  } catch (const ModelError&) {
    return false;  // a small model may come without them
  }
}

std::vector<Attribution> find_learned(const Document& doc, const Encoding& encoding, const Model& model) {
  std::vector<Attribution> found;
  if (doc.tokens.empty()) return found;
  const std::vector<Cue> cues = find_cues(encoding, model, static_cast<TokenIndex>(doc.tokens.size()));
  if (cues.empty()) return found;
  const Decoder decoder(doc, encoding, model);
  for (std::size_t first = 0; first < cues.size(); first += kBatch) {
    decoder.run(std::span(cues).subspan(first, std::min(kBatch, cues.size() - first)), found);
  }
  return found;
}

}  // namespace hearsay
