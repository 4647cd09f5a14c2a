#include "ingest/syntax/trees.hpp"

#include <algorithm>

#include "ingest/syntax/verb_forms.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t no_name = ~0U;
constexpr std::size_t max_conjuncts = 40;
// No word of a real sentence has more; keeps questions about siblings cheap on hostile input.
constexpr std::size_t max_children = 200;
// A tree deeper than this is a broken one; the walk up stops there so that cost stays linear.
constexpr int max_depth = 64;

bool matches(std::string_view deprel, std::string_view name) {
  return deprel.starts_with(name) && (deprel.size() == name.size() || deprel[name.size()] == ':');
}

}  // namespace

Trees::Trees(const Document& doc)
    : doc_(&doc), first_(doc.tokens.size() + 1, 0), sentence_(doc.tokens.size(), 0), name_(doc.tokens.size(), no_name) {
  read_words();
  read_arcs();
  read_yields();
  for (std::uint32_t s = 0; s < doc.sentences.size(); ++s) {
    for (TokenIndex t = doc.sentences[s].begin; t < doc.sentences[s].end; ++t) sentence_[t] = s;
  }
  for (std::uint32_t n = 0; n < doc.names.size(); ++n) {
    for (TokenIndex t = doc.names[n].span.begin; t < doc.names[n].span.end; ++t) name_[t] = n;
  }
}

void Trees::read_words() {
  const auto size = static_cast<TokenIndex>(doc_->tokens.size());
  for (TokenIndex t = 0; t < size; ++t) {
    form_.push_back(ascii_lower(word(*doc_, t)));
    if (t >= doc_->tags.size()) continue;
    lemma_.push_back(ascii_lower(doc_->tags[t].lemma));
    if (doc_->tags[t].upos == "VERB") lemma_.back() = verb_lemma(form_.back(), lemma_.back());
  }
}

void Trees::read_arcs() {
  for (TokenIndex t = 0; t < size(); ++t) {
    if (const auto h = head(t)) ++first_[*h + 1];
  }
  for (TokenIndex t = 0; t < size(); ++t) first_[t + 1] += first_[t];
  child_.resize(first_.back());
  std::vector<std::uint32_t> next(first_);
  for (TokenIndex t = 0; t < size(); ++t) {
    if (const auto h = head(t)) child_[next[*h]++] = t;
  }
}

void Trees::read_yields() {
  std::vector<TokenIndex> order;  // heads before their children
  order.reserve(size());
  for (TokenIndex t = 0; t < size(); ++t) {
    yield_.push_back({t, t + 1});
    if (!head(t)) order.push_back(t);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const TokenIndex c : all_children(order[i])) order.push_back(c);
  }
  for (std::size_t i = order.size(); i-- > 0;) {
    const auto h = head(order[i]);
    if (!h) continue;
    yield_[*h].begin = std::min(yield_[*h].begin, yield_[order[i]].begin);
    yield_[*h].end = std::max(yield_[*h].end, yield_[order[i]].end);
  }
}

std::span<const TokenIndex> Trees::children(TokenIndex token) const {
  const auto all = all_children(token);
  return all.first(std::min(all.size(), max_children));
}

std::span<const TokenIndex> Trees::all_children(TokenIndex token) const {
  return std::span<const TokenIndex>(child_).subspan(first_[token], first_[token + 1] - first_[token]);
}

std::optional<TokenIndex> Trees::head(TokenIndex token) const {
  return token < doc_->arcs.size() ? doc_->arcs[token].head : std::nullopt;
}

std::string_view Trees::deprel(TokenIndex token) const {
  return token < doc_->arcs.size() ? std::string_view(doc_->arcs[token].deprel) : std::string_view();
}

std::string_view Trees::relation(TokenIndex token) const {
  const std::string_view full = deprel(token);
  return full.substr(0, full.find(':'));
}

bool Trees::is(TokenIndex token, std::string_view name) const { return matches(deprel(token), name); }

bool Trees::is(TokenIndex token, std::initializer_list<std::string_view> names) const {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return is(token, name); });
}

std::optional<TokenIndex> Trees::child(TokenIndex token, std::string_view name) const { return child(token, {name}); }

std::optional<TokenIndex> Trees::child(TokenIndex token, std::initializer_list<std::string_view> names) const {
  for (const TokenIndex c : children(token)) {
    if (is(c, names)) return c;
  }
  return std::nullopt;
}

std::optional<TokenIndex> Trees::child_with(TokenIndex token, std::string_view deprel) const {
  for (const TokenIndex c : children(token)) {
    if (this->deprel(c) == deprel) return c;
  }
  return std::nullopt;
}

bool Trees::has_child(TokenIndex token, std::string_view name, std::string_view lemma) const {
  const auto all = children(token);
  return std::any_of(all.begin(), all.end(), [&](TokenIndex c) { return is(c, name) && lemma_[c] == lemma; });
}

bool Trees::dominates(TokenIndex above, TokenIndex token) const {
  for (int depth = 0; depth < max_depth; ++depth) {
    if (token == above) return true;
    if (!head(token)) return false;
    token = *head(token);
  }
  return false;
}

TokenIndex Trees::clause_of(TokenIndex token) const {
  for (int depth = 0; depth < max_depth; ++depth) {
    const bool clause = is(token, {"root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"}) ||
                        (is(token, "conj") && (upos(token) == "VERB" || upos(token) == "AUX"));
    if (!head(token)) return token;
    if (depth > 0 && clause) return token;
    token = *head(token);
  }
  return token;
}

bool Trees::has_feature(TokenIndex token, std::string_view feature) const {
  return doc_->tags[token].feats.find(feature) != std::string::npos;
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
