#include "ingest/coref/tree.hpp"

#include <cassert>

namespace hearsay {

// A tree deeper than this is a broken one; the walk up stops there so that cost stays linear.
constexpr int deepest = 64;

DependencyTrees::DependencyTrees(const Document& doc) : doc_(&doc), first_(doc.tokens.size() + 1, 0) {
  assert(doc.arcs.size() == doc.tokens.size() && doc.tags.size() == doc.tokens.size());
  for (const Arc& arc : doc.arcs)
    if (arc.head) ++first_[*arc.head + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  dependents_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (TokenIndex token = 0; token < doc.arcs.size(); ++token)
    if (doc.arcs[token].head) dependents_[next[*doc.arcs[token].head]++] = token;
}

std::optional<TokenIndex> DependencyTrees::dependent(TokenIndex token, std::string_view relation) const {
  for (const TokenIndex d : dependents(token))
    if (deprel(d) == relation) return d;
  return std::nullopt;
}

bool DependencyTrees::dominates(TokenIndex above, TokenIndex token) const {
  for (int depth = 0; depth < deepest; ++depth) {
    if (token == above) return true;
    if (!doc_->arcs[token].head) return false;
    token = *doc_->arcs[token].head;
  }
  return false;
}

TokenIndex DependencyTrees::clause_of(TokenIndex token) const {
  for (int depth = 0; depth < deepest; ++depth) {
    const std::string_view relation = basic(deprel(token));
    const bool clause = relation == "root" || relation == "ccomp" || relation == "xcomp" || relation == "advcl" ||
                        relation == "acl" || relation == "parataxis" || relation == "csubj" ||
                        (relation == "conj" && (upos(token) == "VERB" || upos(token) == "AUX"));
    if (!doc_->arcs[token].head) return token;
    if (depth > 0 && clause) return token;
    token = *doc_->arcs[token].head;
  }
  return token;
}

}  // namespace hearsay
