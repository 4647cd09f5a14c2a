#include "ingest/syntax/tag.hpp"

#include <algorithm>
#include <optional>

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

/// An unknown inflected word: the likeliest lemma that is another word, else the likeliest.
std::optional<std::string> guess_lemma(std::string_view form, std::string_view xpos, const Model& model) {
  const std::vector<std::string_view> scripts = model.lemmas().guesses(lower_case(form), xpos);
  if (scripts.empty()) return std::nullopt;
  const std::string likeliest = lemma_of(form, scripts.front()), same = lower_case(form);
  if (lower_case(likeliest) == same) return likeliest;
  for (const std::string_view script : scripts)
    if (std::string lemma = lemma_of(form, script); lemma != same && model.knows(lower_case(lemma))) return lemma;
  return likeliest;
}

/// What the head says of a word without inflection; it may cut an ending off, but has to arrive at a word.
std::string checked_lemma(std::string_view form, std::string_view script, const Model& model) {
  std::string lemma = lemma_of(form, script);
  const std::string key = lower_case(lemma), same = lower_case(form);
  return key == same || model.knows(key) || !model.knows(same) ? lemma : same;
}

/// "to embolden", "they overspend": the base form is its own lemma. "Bemoaning" is none, whatever the tagger says.
bool is_base_form(std::string_view form, const Tag& tag) {
  const bool is_base = tag.xpos == "VB" || (tag.xpos == "VBP" && !form.ends_with('s'));
  return tag.upos == "VERB" && is_base && !form.ends_with("ing");
}

/// Words of the lexicon are looked up, inflected ones follow their like; the others are scored together, since the head
/// has hundreds of scripts.
void add_lemmas(const Document& doc, MatrixView part, std::size_t begin, const Model& model, std::vector<Tag>& tags) {
  std::vector<std::size_t> unknown;
  for (std::size_t r = 0; r < part.rows; ++r) {
    const std::string_view form = word(doc, static_cast<TokenIndex>(begin + r));
    Tag& tag = tags[begin + r];
    if (const auto script = model.lemmas().script(lower_case(form), tag.xpos))
      tag.lemma = lemma_of(form, *script);
    else if (is_base_form(form, tag))
      tag.lemma = lower_case(form);
    else if (auto lemma = guess_lemma(form, tag.xpos, model))
      tag.lemma = *std::move(lemma);
    else
      unknown.push_back(r);
  }
  Matrix rows(unknown.size(), part.columns);
  for (std::size_t i = 0; i < unknown.size(); ++i)
    std::copy(part.row(unknown[i]).begin(), part.row(unknown[i]).end(), rows.row(i).begin());
  const Matrix scores = model.linear("lemma", rows.view());
  const auto& labels = model.labels("lemma");
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    const auto token = static_cast<TokenIndex>(begin + unknown[i]);
    tags[token].lemma = checked_lemma(word(doc, token), best_label(scores, i, labels), model);
  }
}

}  // namespace

std::vector<Tag> tag(const Document& doc, const Encoding& encoding, const Model& model) {
  const auto& upos_labels = model.labels("upos");
  const auto& xpos_labels = model.labels("xpos");
  const auto& feats_labels = model.labels("feats");
  std::vector<Tag> tags;
  tags.reserve(doc.tokens.size());
  for (std::size_t begin = 0; begin < doc.tokens.size(); begin += block) {
    const std::size_t rows = std::min(block, doc.tokens.size() - begin);
    const MatrixView part{encoding.row(begin).data(), rows, encoding.width};
    const TokenSpan span{static_cast<TokenIndex>(begin), static_cast<TokenIndex>(begin + rows)};
    const Matrix upos = model.linear("upos", encoding, span), xpos = model.linear("xpos", encoding, span),
                 feats = model.linear("feats", encoding, span);
    for (std::size_t r = 0; r < rows; ++r)
      tags.push_back({best_label(upos, r, upos_labels),
                      best_label(xpos, r, xpos_labels),
                      feats_of(best_label(feats, r, feats_labels)),
                      {}});
    add_lemmas(doc, part, begin, model, tags);
  }
  return tags;
}

}  // namespace hearsay
