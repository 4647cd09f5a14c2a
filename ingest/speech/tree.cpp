#include "ingest/speech/tree.hpp"

#include <algorithm>

namespace hearsay {
namespace {

bool matches(std::string_view relation, std::string_view name) {
  return relation == name ||
         (relation.size() > name.size() && relation.substr(0, name.size()) == name && relation[name.size()] == ':');
}

}  // namespace

Tree::Tree(const Document& doc)
    : doc_(&doc), first_(doc.tokens.size() + 2, 0), child_(doc.tokens.size()), yields_(doc.tokens.size()) {
  const auto n = static_cast<TokenIndex>(doc.tokens.size());
  std::uint32_t arcs = 0;
  for (TokenIndex t = 0; t < n; ++t) {
    yields_[t] = {t, t + 1};
    if (const auto h = head(t)) {
      ++first_[*h + 2];
      ++arcs;
    }
  }
  for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
  for (TokenIndex t = 0; t < n; ++t) {
    if (const auto h = head(t)) child_[first_[*h + 1]++] = t;
  }
  child_.resize(arcs);
  // Heads before their children, then yields from the leaves up.
  std::vector<TokenIndex> order;
  order.reserve(n);
  for (TokenIndex t = 0; t < n; ++t) {
    if (!head(t)) order.push_back(t);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const TokenIndex c : all_children(order[i])) order.push_back(c);
  }
  for (std::size_t i = order.size(); i-- > 0;) {
    const auto h = head(order[i]);
    if (!h) continue;
    yields_[*h].begin = std::min(yields_[*h].begin, yields_[order[i]].begin);
    yields_[*h].end = std::max(yields_[*h].end, yields_[order[i]].end);
  }
}

std::span<const TokenIndex> Tree::children(TokenIndex token) const {
  constexpr std::size_t kMost = 256;
  const auto all = all_children(token);
  return all.first(std::min(all.size(), kMost));
}

std::span<const TokenIndex> Tree::all_children(TokenIndex token) const {
  return std::span<const TokenIndex>(child_).subspan(first_[token], first_[token + 1] - first_[token]);
}

std::optional<TokenIndex> Tree::head(TokenIndex token) const {
  return token < doc_->arcs.size() ? doc_->arcs[token].head : std::nullopt;
}

std::string_view Tree::relation(TokenIndex token) const {
  return token < doc_->arcs.size() ? std::string_view(doc_->arcs[token].deprel) : std::string_view();
}

bool Tree::is(TokenIndex token, std::initializer_list<std::string_view> names) const {
  return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return matches(relation(token), n); });
}

std::optional<TokenIndex> Tree::child(TokenIndex token, std::initializer_list<std::string_view> names) const {
  for (const TokenIndex c : children(token)) {
    if (is(c, names)) return c;
  }
  return std::nullopt;
}

bool Tree::has_child_lemma(TokenIndex token, std::string_view relation, std::string_view lemma) const {
  for (const TokenIndex c : children(token)) {
    if (matches(this->relation(c), relation) && doc_->tags[c].lemma == lemma) return true;
  }
  return false;
}

}  // namespace hearsay
