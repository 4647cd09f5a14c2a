#include "ingest/speech/settle_contents.hpp"

#include <algorithm>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/cue_subjects.hpp"
#include "ingest/speech/quoted_speech.hpp"
#include "ingest/speech/quotes.hpp"

namespace hearsay {
namespace {

bool is_finite(const Tag& tag) {
  return tag.xpos == "VBD" || tag.xpos == "VBZ" || tag.xpos == "VBP" || tag.xpos == "MD";
}

// "It was reported that": the pronoun stands for the clause that follows.
bool is_place_holder(const Trees& tree, TokenSpan piece) {
  return piece.size() == 1 && tree.doc().tags[piece.begin].lemma == "it" && tree.is(piece.begin, {"nsubj", "expl"}) &&
         tree.doc().tags[piece.begin].upos == "PRON";
}

// "...," she wanted to know: an infinitive after the cue, beside a quotation.
bool is_rest_of_cue(const Document& doc, const Attribution& a, TokenSpan piece) {
  return piece.begin == a.cue.back().end && piece.size() <= 3 && doc.tags[piece.begin].lemma == "to" &&
         is_quotation_mark(word(doc, a.content[0].begin)) && piece.begin != a.content[0].begin;
}

// In "the claim that p convinced nobody" the verb that the claim is the subject of begins where p ends.
void cut_at_governor(const Trees& tree, TokenIndex noun, std::vector<TokenSpan>& content) {
  const Document& doc = tree.doc();
  const auto governor = tree.head(noun);
  if (!governor || *governor < noun || !tree.is(noun, {"nsubj"}) || !is_finite(doc.tags[*governor])) return;
  for (TokenSpan& piece : content) {
    if (piece.begin > noun && piece.begin < *governor && piece.contains(*governor)) {
      piece = trimmed(doc, {piece.begin, *governor});
    }
  }
}

// "OSLO, May 3 (NTB) - ": from the paragraph's first word, a place in capitals and a dash.
TokenSpan without_dateline(const Document& doc, TokenSpan piece) {
  constexpr TokenIndex kLongest = 12;
  if (piece.begin != doc.paragraphs[paragraph_of(doc, piece.begin)].begin) return piece;
  const std::string_view place = word(doc, piece.begin);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (place.size() < 3 || !std::all_of(place.begin(), place.end(), is_capital)) return piece;
  const auto verbal = [&](TokenIndex t) { return doc.tags[t].upos == "VERB" || doc.tags[t].upos == "AUX"; };
  const TokenIndex last = std::min(piece.begin + kLongest, static_cast<TokenIndex>(doc.tokens.size()));
  for (TokenIndex t = piece.begin + 1; t <= piece.end && t < last && !verbal(t); ++t) {
    if (is_dash(word(doc, t))) return {std::min(t + 1, piece.end), piece.end};
  }
  return piece;
}

}  // namespace

void settle_content(const Trees& tree, Attribution& a) {
  const Document& doc = tree.doc();
  if (a.cue.empty() || a.content.empty() || doc.arcs.size() != doc.tokens.size()) return;
  const TokenIndex cue = cue_head(doc, a);
  if (doc.tags[cue].upos == "NOUN") cut_at_governor(tree, cue, a.content);
  std::vector<TokenSpan> kept;
  for (const TokenSpan piece : a.content) {
    if (!is_place_holder(tree, piece) && !is_rest_of_cue(doc, a, piece)) kept.push_back(piece);
  }
  if (!kept.empty()) a.content = std::move(kept);
  kept.clear();
  for (const TokenSpan piece : a.content) {
    if (const TokenSpan rest = without_dateline(doc, piece); !rest.empty()) kept.push_back(rest);
  }
  if (!kept.empty()) a.content = std::move(kept);
}

}  // namespace hearsay
