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

// In the headline "Mayor's joke about bus drivers backfires" a tagger may take the verb for a second plural.
void cut_at_second_plural(const Document& doc, std::vector<TokenSpan>& content) {
  if (!doc.headline) return;
  for (TokenSpan& piece : content) {
    const TokenIndex last = piece.end - 1;
    if (piece.size() < 3 || !doc.headline->contains(piece) || piece.end < doc.headline->end) continue;
    if (doc.tags[last].upos == "NOUN" && word(doc, last).back() == 's' && doc.tags[last - 1].xpos == "NNS") --piece.end;
  }
}

// "Lee - as he says he knows the law - has done little": what is said inside a pair of dashes ends with the second.
void cut_at_closing_dash(const Document& doc, TokenIndex cue, std::vector<TokenSpan>& content) {
  constexpr TokenIndex kFar = 12;
  const TokenIndex begin = doc.sentences[sentence_of(doc, cue)].begin;
  TokenIndex open = cue;
  while (open > begin && cue - open < kFar && !is_dash(word(doc, open - 1))) --open;
  if (open == begin || !is_dash(word(doc, open - 1)) || word(doc, open - 1) == "-") return;
  for (TokenSpan& piece : content) {
    if (piece.begin < cue) continue;
    for (TokenIndex t = piece.begin; t < piece.end; ++t) {
      if (is_quotation_mark(word(doc, t))) break;
      if (word(doc, t) == word(doc, open - 1) && t > piece.begin + 1) piece.end = t;
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

// "Lee wrote:" and a new paragraph without marks: all of that paragraph is hers, not only its first sentence.
void reach_end_of_block(const Document& doc, const Attribution& a, std::vector<TokenSpan>& content) {
  const std::uint32_t number = paragraph_of(doc, a.cue[0].begin);
  if (number + 1 >= doc.paragraphs.size() || content.size() != 1) return;
  const TokenSpan introduction = doc.paragraphs[number], block = doc.paragraphs[number + 1];
  if (block.empty() || word(doc, introduction.end - 1) != ":" || content[0].begin != block.begin) return;
  if (!is_quotation_mark(word(doc, block.begin))) content[0].end = std::max(content[0].end, block.end);
}

/// Mends the end of one piece of content: "the bill and", "a common cold during".
class EndMender {
 public:
  EndMender(const Trees& tree, const Attribution& a) : tree_(tree), doc_(tree.doc()), a_(a) {}

  TokenSpan run(TokenSpan piece) const {
    constexpr int kSteps = 3;
    for (int step = 0; step < kSteps; ++step) {
      const TokenSpan before = piece;
      piece = with_governor(piece);
      const std::string& last = tree_.lemma(piece.end - 1);
      if (last == "and" || last == "or" || last == "but") piece = shorter(piece);
      if (piece == before) break;
    }
    return piece;
  }

 private:
  // An article or an adjective waits for its noun, and a preposition for a short phrase; one before a long phrase goes,
  // and so does "last" of "last week", which dates the cue.
  TokenSpan with_governor(TokenSpan piece) const {
    constexpr TokenIndex kNear = 4, kLongest = 12, kShort = 4;
    const TokenIndex last = piece.end - 1;
    const auto noun = tree_.head(last);
    if (!noun || *noun <= last || *noun > last + kNear) return piece;
    if (!tree_.is(last, {"det", "amod", "case", "nummod", "compound"})) return piece;
    const bool is_case = tree_.is(last, {"case"});
    if (!is_case && tree_.is(*noun, {"obl"}) && !tree_.child(*noun, {"case"})) return shorter(piece);
    const TokenIndex end = tree_.yield(*noun).end;
    if (is_case && end > last + kShort) return shorter(piece);
    const TokenSpan rest{piece.end, end <= last + kLongest ? end : *noun + 1};
    for (TokenIndex t = rest.begin; t < rest.end; ++t) {
      if (!is_free(t)) return piece;
    }
    return {piece.begin, rest.end};
  }

  static TokenSpan shorter(TokenSpan piece) { return piece.size() > 1 ? TokenSpan{piece.begin, piece.end - 1} : piece; }

  bool is_free(TokenIndex t) const {
    const auto holds = [&](TokenSpan s) { return s.contains(t); };
    return std::none_of(a_.cue.begin(), a_.cue.end(), holds) &&
           std::none_of(a_.source.begin(), a_.source.end(), holds) && tree_.upos(t) != "PUNCT" &&
           tree_.upos(t) != "VERB";
  }

  const Trees& tree_;
  const Document& doc_;
  const Attribution& a_;
};

}  // namespace

void settle_content(const Trees& tree, Attribution& a) {
  const Document& doc = tree.doc();
  if (a.cue.empty() || a.content.empty() || doc.arcs.size() != doc.tokens.size()) return;
  const TokenIndex cue = cue_head(doc, a);
  if (doc.tags[cue].upos == "NOUN") {
    cut_at_governor(tree, cue, a.content);
    cut_at_second_plural(doc, a.content);
  }
  cut_at_closing_dash(doc, cue, a.content);
  reach_end_of_block(doc, a, a.content);
  const EndMender mender(tree, a);
  join_pieces(a.content);
  for (std::size_t i = 0; i < a.content.size(); ++i) {
    const bool goes_on = i + 1 < a.content.size() && a.content[i].end == a.content[i + 1].begin;
    if (!goes_on) a.content[i] = mender.run(a.content[i]);
  }
  join_pieces(a.content);
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
