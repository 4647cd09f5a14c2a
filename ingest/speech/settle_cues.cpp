#include "ingest/speech/settle_cues.hpp"

#include <algorithm>

#include "ingest/speech/cue_lexicon.hpp"

namespace hearsay {
namespace {

bool has_verb(const Trees& tree, TokenSpan span) {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (tree.upos(t) == "VERB") return true;
  }
  return false;
}

// "declined to | say when": a verb of saying or thinking belongs to the cue, any other verb keeps its "to".
void settle_infinitive(const Trees& tree, TokenSpan& cue, std::vector<TokenSpan>& content) {
  if (cue.size() < 2 || tree.form(cue.end - 1) != "to") return;
  const auto next = std::find_if(content.begin(), content.end(), [&](TokenSpan p) { return p.begin == cue.end; });
  if (next == content.end() || tree.xpos(next->begin) != "VB") return;
  const bool says = (verb_cue(tree.lemma(next->begin)) & (kSpeech | kThought | kAsk)) != 0;
  if (!says) {
    --cue.end;
    --next->begin;
  } else if (next->size() > 1) {
    ++cue.end;
    ++next->begin;
  }
}

// "disclosed in a Securities [and Exchange Commission filing]": what is torn goes, back to the verb; "offered some |
// advice": to the content, where its noun stands there.
void drop_torn_end(const Trees& tree, TokenSpan& cue, std::vector<TokenSpan>& content) {
  const auto is_torn = [&](TokenIndex last) {
    const auto head = tree.head(last);
    return head && *head > last && tree.is(last, {"det", "amod", "compound", "nummod"});
  };
  if (cue.size() < 2 || !is_torn(cue.end - 1)) return;
  const TokenIndex noun = *tree.head(cue.end - 1);
  TokenSpan rest = cue;
  const auto is_loose = [&](TokenIndex last) { return tree.is(last, {"case"}) || tree.deprel(last) == "nmod:poss"; };
  while (rest.size() > 1 && (is_torn(rest.end - 1) || is_loose(rest.end - 1))) --rest.end;
  if (!has_verb(tree, rest) || tree.form(rest.end - 1) == "-") return;
  const auto next = std::find_if(content.begin(), content.end(), [&](TokenSpan p) { return p.begin == cue.end; });
  if (next != content.end() && next->contains(noun)) next->begin = rest.end;
  cue = rest;
}

}  // namespace

void settle_cue(const Trees& tree, Attribution& a) {
  if (a.cue.size() != 1 || tree.doc().arcs.size() != tree.doc().tokens.size()) return;
  drop_torn_end(tree, a.cue[0], a.content);
  settle_infinitive(tree, a.cue[0], a.content);
}

}  // namespace hearsay
