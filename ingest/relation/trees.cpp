#include "ingest/relation/trees.hpp"

#include <algorithm>

#include "ingest/relation/verb_forms.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t no_name = ~0U;
constexpr std::size_t max_conjuncts = 40;
// No word of a real sentence has more; keeps questions about siblings cheap on hostile input.
constexpr std::uint32_t max_children = 200;

std::string_view base_of(std::string_view relation) { return relation.substr(0, relation.find(':')); }

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

Trees::Trees(const Document& doc)
    : doc_(&doc), first_(doc.tokens.size() + 1, 0), sentence_(doc.tokens.size(), 0), name_(doc.tokens.size(), no_name) {
  const auto size = static_cast<TokenIndex>(doc.tokens.size());
  for (TokenIndex t = 0; t < size; ++t) {
    if (const auto head = doc.arcs[t].head) ++first_[*head + 1];
    form_.push_back(ascii_lower(word(doc, t)));
    lemma_.push_back(ascii_lower(doc.tags[t].lemma));
    if (doc.tags[t].upos == "VERB") lemma_.back() = verb_lemma(form_.back(), lemma_.back());
  }
  for (TokenIndex t = 0; t < size; ++t) first_[t + 1] += first_[t];
  child_.resize(first_[size]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end());
  for (TokenIndex t = 0; t < size; ++t) {
    if (const auto head = doc.arcs[t].head) child_[next[*head]++] = t;
  }
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    for (TokenIndex t = doc.sentences[s].begin; t < doc.sentences[s].end; ++t) sentence_[t] = s;
  }
  for (std::uint32_t n = 0; n < doc.names.size(); ++n) {
    for (TokenIndex t = doc.names[n].span.begin; t < doc.names[n].span.end; ++t) name_[t] = n;
  }
}

std::span<const TokenIndex> Trees::children(TokenIndex token) const {
  return std::span<const TokenIndex>(child_).subspan(first_[token],
                                                     std::min(first_[token + 1] - first_[token], max_children));
}

std::string_view Trees::relation(TokenIndex token) const { return base_of(doc_->arcs[token].deprel); }

bool Trees::is_any(TokenIndex token, std::initializer_list<std::string_view> bases) const {
  return std::find(bases.begin(), bases.end(), relation(token)) != bases.end();
}

std::optional<TokenIndex> Trees::child(TokenIndex token, std::string_view base) const {
  for (const TokenIndex c : children(token)) {
    if (is(c, base)) return c;
  }
  return std::nullopt;
}

bool Trees::has_child(TokenIndex token, std::string_view base, std::string_view lemma) const {
  const auto all = children(token);
  return std::any_of(all.begin(), all.end(), [&](TokenIndex c) { return is(c, base) && lemma_[c] == lemma; });
}

const Name* Trees::name_at(TokenIndex token) const {
  return name_[token] == no_name ? nullptr : &doc_->names[name_[token]];
}

std::vector<TokenIndex> conjuncts(const Trees& trees, TokenIndex head) {
  std::vector<TokenIndex> all{head};
  for (std::size_t at = 0; at < all.size() && all.size() < max_conjuncts; ++at) {
    for (const TokenIndex c : trees.children(all[at])) {
      // A conjunct follows its head; one that the parser puts in front is none.
      if (trees.is(c, "conj") && c > all[at] && all.size() < max_conjuncts) all.push_back(c);
    }
  }
  return all;
}

}  // namespace hearsay
