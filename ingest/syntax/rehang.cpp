#include "ingest/syntax/rehang.hpp"

#include "ingest/words.hpp"

namespace hearsay {
namespace {

// No real sentence has deeper trees.
constexpr int max_depth = 64;

std::string_view relation(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

}  // namespace

bool is_inside_name(std::string_view deprel) { return is_one_of(deprel, {"flat", "compound", "amod", "nmod:desc"}); }

bool is_premodifier(std::string_view deprel) {
  return deprel == "nmod:poss" || is_one_of(relation(deprel), {"amod", "compound", "nummod", "advmod", "flat"});
}

void hang(Document& doc, TokenIndex word, TokenIndex head, std::string_view deprel) {
  doc.arcs[word].head = head;
  doc.arcs[word].deprel = deprel;
}

bool hangs_below(const Document& doc, TokenIndex word, TokenSpan span) {
  std::optional<TokenIndex> above = word;
  for (int depth = 0; above && depth < max_depth; ++depth, above = doc.arcs[*above].head)
    if (span.contains(*above)) return true;
  return above.has_value();
}

void Heirs::add(TokenIndex head, TokenIndex heir, TokenSpan phrase) {
  heirs_[head] = heir;
  phrases_[head] = phrase;
}

void Heirs::inherit(Document& doc) const {
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    const std::optional<TokenIndex> head = doc.arcs[t].head;
    if (!head || !heirs_[*head] || phrases_[*head].contains(t) || is_premodifier(doc.arcs[t].deprel)) continue;
    doc.arcs[t].head = heirs_[*head];
  }
}

}  // namespace hearsay
