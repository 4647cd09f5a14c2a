#include <algorithm>
#include <string_view>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/attribution_syntax.hpp"
#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"
#include "ingest/speech/drop_doubles.hpp"
#include "ingest/speech/find_attributions.hpp"
#include "ingest/speech/main_cues.hpp"
#include "ingest/speech/quoted_speech.hpp"
#include "ingest/speech/recordings.hpp"
#include "ingest/speech/settle_contents.hpp"
#include "ingest/speech/settle_cues.hpp"
#include "ingest/speech/settle_sources.hpp"
#include "ingest/speech/titles_of_works.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// Adds what syntax finds to what the model found.
class Merger {
 public:
  Merger(const Trees& tree, const std::vector<Quotation>& quotations, std::vector<Attribution>& found, bool trust)
      : tree_(tree),
        doc_(tree.doc()),
        quotations_(quotations),
        outer_(outer_quotations(doc_, quotations)),
        found_(found),
        trust_(trust),
        cue_(doc_.tokens.size(), false),
        content_(doc_.tokens.size(), kNone) {
    for (std::uint32_t a = 0; a < found_.size(); ++a) {
      for (const TokenSpan piece : found_[a].cue) std::fill(cue_.begin() + piece.begin, cue_.begin() + piece.end, true);
      for (const TokenSpan piece : found_[a].content) {
        std::fill(content_.begin() + piece.begin, content_.begin() + piece.end, a);
      }
    }
  }

  /// What was added before is not added again.
  void add(std::vector<Attribution> by_syntax) {
    for (Attribution& a : by_syntax) {
      if (is_wanted(a)) found_.push_back(std::move(a));
    }
  }

 private:
  bool is_wanted(Attribution& a) {
    const TokenIndex cue = a.cue[0].begin;
    if (cue_[cue] || is_own_thought(a)) return false;
    if (!trust_) return true;
    const std::uint32_t holder = content_[cue];
    if (holder == kNone) return is_sure(a);
    for (TokenSpan& piece : a.content) piece = clipped(whole_quotation(piece, cue), cue, holder);
    std::erase_if(a.content, [](TokenSpan piece) { return piece.empty(); });
    if (!a.content.empty()) reach_verb(a.content.back(), cue, holder);
    return !a.content.empty() && is_clausal(a) && is_full(a);
  }

  // A report inside a report needs a clause of its own: "think so" and "you know" are manners of speaking.
  bool is_full(const Attribution& a) const {
    const TokenIndex cue = a.cue[0].begin;
    if (doc_.tags[cue].upos == "NOUN" || doc_.tags[cue].lemma == "accord" || outer_[cue] == kNoQuotation) return true;
    std::uint32_t words = 0;
    for (const TokenSpan piece : a.content) words += piece.size();
    const auto clause = find_clause(tree_, cue);
    return words >= 3 && clause && tree_.child(*clause, {"nsubj", "csubj", "expl"});
  }

  // "I think", "we believe" inside a quotation: the speaker's own hedge, not a report of somebody's words.
  bool is_own_thought(const Attribution& a) const {
    const TokenIndex cue = a.cue[0].begin;
    if (!a.source_head || (outer_[cue] == kNoQuotation && content_[cue] == kNone)) return false;
    const std::string_view who = word(doc_, *a.source_head);
    const bool self =
        who == "I" || who == "me" || who == "we" || who == "We" || who == "us" || who == "you" || who == "You";
    const bool hearer = who == "you" || who == "You";  // "you should ask him" reports nothing
    return self && (hearer || (verb_cue(doc_.tags[cue].lemma) & kThought) != 0);
  }

  // Outside the model's contents only what can hardly be anything else: a quotation with a verb of saying, or
  // somebody's claim that ...
  bool is_sure(const Attribution& a) const {
    const TokenIndex cue = a.cue[0].begin;
    const Tag& tag = doc_.tags[cue];
    const std::uint32_t uses = tag.upos == "VERB" ? verb_cue(tag.lemma) : 0U;
    const bool is_quoted = outer_[a.content[0].begin] != kNoQuotation;
    const bool shown = (uses & kShow) != 0 && outer_[cue] == kNoQuotation && is_quoted;
    const bool said = (uses & kSpeech) != 0 || shown || tag.lemma == "put";
    const bool free = std::all_of(a.content.begin(), a.content.end(), [&](TokenSpan piece) {
      return std::all_of(content_.begin() + piece.begin, content_.begin() + piece.end,
                         [](std::uint32_t c) { return c == kNone; });
    });
    if (free && is_owned_claim(a)) return true;
    return free && is_quoted && is_clausal(a) && (said || tag.lemma == "accord" || tag.lemma == "according");
  }

  // "Lee's claim that it rained": a noun of saying with its owner and its clause.
  bool is_owned_claim(const Attribution& a) const {
    const TokenIndex cue = a.cue[0].begin, said = a.content[0].begin;
    if (doc_.tags[cue].upos != "NOUN" || (noun_cue(doc_.tags[cue].lemma) & kSpeech) == 0 || said != cue + 1)
      return false;
    return tree_.child_with(cue, "nmod:poss") && word(doc_, said) == "that";
  }

  bool is_clausal(const Attribution& a) const {
    const TokenIndex cue = a.cue[0].begin;
    if (doc_.tags[cue].upos == "NOUN") return true;
    return find_clause(tree_, cue) || tree_.is(cue, {"parataxis", "case"}) || doc_.tags[cue].lemma == "accord" ||
           (outer_[a.content[0].begin] != kNoQuotation && outer_[cue] == kNoQuotation);
  }

  // "that the claims" is not yet a clause: it goes on to the end of what holds it.
  void reach_verb(TokenSpan& piece, TokenIndex cue, std::uint32_t holder) const {
    if (piece.begin == 0 || cue >= piece.begin) return;
    const TokenIndex first = word(doc_, piece.begin) == "that" ? piece.begin : piece.begin - 1;
    if (word(doc_, first) != "that" || is_linked(piece)) return;
    for (const TokenSpan whole : found_[holder].content) {
      const TokenIndex end = std::min(whole.end, doc_.sentences[sentence_of(doc_, cue)].end);
      if (!whole.contains(cue) || end <= piece.end || !is_finite(piece.end)) continue;
      piece = trimmed(doc_, {piece.begin, end});
    }
  }

  bool is_linked(TokenSpan piece) const {
    for (TokenIndex t = piece.begin; t < piece.end; ++t) {
      if (is_finite(t)) return true;
    }
    return false;
  }

  bool is_finite(TokenIndex t) const {
    const std::string& tag = doc_.tags[t].xpos;
    return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
  }

  // "asking, 'Why ...'": a content inside the quotation behind its cue has all of it, whatever the tree says.
  TokenSpan whole_quotation(TokenSpan piece, TokenIndex cue) const {
    if (piece.empty() || outer_[piece.begin] == kNoQuotation || outer_[cue] == outer_[piece.begin]) return piece;
    const Quotation& q = quotations_[outer_[piece.begin]];
    const bool follows = q.span.begin > cue && q.span.begin <= cue + 2;  // a comma or a colon may stand between
    if ((piece.begin > q.inner.begin && !follows) || !is_utterance(doc_, q)) return piece;
    const bool is_all = word(doc_, q.inner.end - 1) == ",";  // "'...,' when he was asked"
    return {q.span.begin, is_all ? q.span.end : std::max(piece.end, q.span.end)};
  }

  // The part of `piece` that lies in the same content as the cue.
  TokenSpan clipped(TokenSpan piece, TokenIndex cue, std::uint32_t holder) const {
    for (const TokenSpan whole : found_[holder].content) {
      if (!whole.contains(cue)) continue;
      piece = {std::max(piece.begin, whole.begin), std::min(piece.end, whole.end)};
    }
    if (piece.end <= piece.begin) return {};
    while (!piece.empty() && is_quotation_mark(word(doc_, piece.end - 1)) && outer_[cue] == outer_[piece.end - 1] &&
           outer_[cue] != kNoQuotation) {
      --piece.end;
    }
    return trimmed(doc_, piece);
  }

  const Trees& tree_;
  const Document& doc_;
  const std::vector<Quotation>& quotations_;
  std::vector<std::uint32_t> outer_;
  std::vector<Attribution>& found_;
  bool trust_;
  std::vector<bool> cue_;
  std::vector<std::uint32_t> content_;
};

// "according to its quality": a measure by which things are ordered says nothing.
bool is_measure(const Document& doc, const Attribution& a) {
  constexpr std::string_view kMeasures[] = {"ability", "age",    "availability", "circumstance", "degree",  "distance",
                                            "height",  "income", "index",        "length",       "merit",   "need",
                                            "number",  "order",  "preference",   "price",        "quality", "rank",
                                            "size",    "taste",  "type",         "value",        "weight"};
  if (a.cue.empty() || a.source.empty() || doc.tags[a.cue[0].begin].lemma.rfind("accord", 0) != 0) return false;
  const auto is_listed = [&](const Tag& tag) {
    return tag.upos == "NOUN" &&
           std::find(std::begin(kMeasures), std::end(kMeasures), tag.lemma) != std::end(kMeasures);
  };
  const TokenSpan source = a.source[0];
  if (doc.tags[source.begin].xpos != "PRP$" && source.size() > 2) return false;
  return std::any_of(doc.tags.begin() + source.begin, doc.tags.begin() + source.end, is_listed);
}

// "Having said that, ...", "Say it rained", "WARNING: ...": ways of speaking.
bool is_set_phrase(const Document& doc, const Attribution& a) {
  const TokenIndex head = cue_head(doc, a), end = a.cue.back().end;
  const std::string_view next = end < doc.tokens.size() ? word(doc, end) : "";
  const Tag& tag = doc.tags[head];
  if (tag.upos == "NOUN") return next == ":";
  if (tag.lemma != "say" || a.cue.size() > 1) return false;
  const bool is_done = word(doc, a.cue[0].begin) == "Having" && next == "that";
  const bool is_supposed = a.cue[0].size() == 1 && word(doc, head) == "Say";
  return is_done || is_supposed;
}

// "It goes without saying that taxes rise": nobody but the writer.
bool goes_without_saying(const Document& doc, const Attribution& a) {
  if (a.cue.empty() || (!a.source.empty() && doc.tags[a.source[0].begin].lemma != "it")) return false;
  const std::string_view cue = text_of(doc, TokenSpan{a.cue.front().begin, a.cue.back().end});
  return cue.find("without saying") != std::string_view::npos;
}

// "The matter was also discussed": without anybody who says it, only a word of saying or thinking makes it a report.
bool is_nobodys(const Document& doc, const Attribution& a) {
  if (!a.source.empty() || a.cue.empty()) return false;
  const Tag& tag = doc.tags[cue_head(doc, a)];
  if (is_set_phrase(doc, a)) return true;
  if (tag.lemma == "seem" || tag.lemma == "appear") return false;  // how it looks to the writer
  return verb_cue(tag.lemma) == 0 && noun_cue(tag.lemma) == 0 && tag.lemma != "according" && tag.lemma != "accord";
}

}  // namespace

std::vector<Attribution> complete_attributions(const Trees& trees, std::vector<Attribution> learned,
                                               bool trust_learned) {
  const Document& doc = trees.doc();
  const std::vector<Quotation> quotations = find_quotations(doc);
  std::vector<Attribution> found = std::move(learned);
  for (Attribution& a : found) {
    settle_cue(trees, a);
    settle_source(trees, a);
    settle_content(trees, a);
  }
  add_transcript(doc, found);
  snap_to_quotations(doc, quotations, found);
  drop_titles_of_works(trees, quotations, found);
  give_sequels_to_main_cues(doc, quotations, found);
  std::vector<Attribution> by_syntax = find_by_syntax(trees, quotations);
  if (!trust_learned) snap_to_quotations(doc, quotations, by_syntax);
  Merger(trees, quotations, found, trust_learned).add(by_syntax);
  assign_quotations(trees, quotations, found);
  Merger(trees, quotations, found, trust_learned).add(std::move(by_syntax));  // what stands in those quotations
  drop_showings(doc, quotations, found);
  add_headline(doc, found);
  drop_doubles(doc, found);
  std::erase_if(found, [&](const Attribution& a) {
    return is_nobodys(doc, a) || goes_without_saying(doc, a) || is_measure(doc, a);
  });
  set_fields(trees, quotations, found);
  return found;
}

}  // namespace hearsay
