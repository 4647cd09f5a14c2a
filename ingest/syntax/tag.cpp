#include "ingest/syntax/tag.hpp"

#include <algorithm>

#include "ingest/syntax/lemma_script.hpp"

namespace hearsay {
namespace {

// Scores of this many tokens are held at once, so that a long document does not need them all.
constexpr std::size_t block = 512;

const std::string& best_label(const Matrix& scores, std::size_t row, const std::vector<std::string>& labels) {
  return labels.at(best_of(scores.row(row)));
}

// UD writes "_" where there are no features.
std::string feats_of(const std::string& label) { return label == "_" ? std::string() : label; }

std::string lemma_of(std::string_view form, std::string_view script) {
  std::string lemma = apply_lemma_script(form, script);
  return lemma.empty() ? std::string(form) : lemma;
}

}  // namespace

std::vector<Tag> tag(const Document& doc, const Encoding& encoding, const Model& model) {
  std::vector<Tag> tags;
  tags.reserve(doc.tokens.size());
  for (std::size_t begin = 0; begin < doc.tokens.size(); begin += block) {
    const std::size_t rows = std::min(block, doc.tokens.size() - begin);
    const MatrixView part{encoding.row(begin).data(), rows, encoding.width};
    const Matrix upos = model.linear("upos", part), xpos = model.linear("xpos", part);
    const Matrix feats = model.linear("feats", part), lemma = model.linear("lemma", part);
    for (std::size_t r = 0; r < rows; ++r) {
      const std::string_view form = word(doc, static_cast<TokenIndex>(begin + r));
      const std::string& penn = best_label(xpos, r, model.labels("xpos"));
      const auto known = model.lemmas().script(lower_case(form), penn);
      tags.push_back({best_label(upos, r, model.labels("upos")), penn,
                      feats_of(best_label(feats, r, model.labels("feats"))),
                      lemma_of(form, known ? *known : best_label(lemma, r, model.labels("lemma")))});
    }
  }
  return tags;
}

}  // namespace hearsay
