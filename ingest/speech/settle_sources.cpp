#include "ingest/speech/settle_sources.hpp"

#include <algorithm>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"
#include "ingest/speech/quoted_speech.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/speech/source_spans.hpp"

namespace hearsay {
namespace {

std::uint32_t distance(TokenSpan a, TokenSpan b) {
  return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

/// Settles the source of one attribution.
class Settler {
 public:
  Settler(const Trees& tree, Attribution& a)
      : tree_(tree), doc_(tree.doc()), a_(a), cue_(cue_head(doc_, a)), tag_(doc_.tags[cue_]) {}

  void run() {
    if (is_dateline()) a_.source.clear();
    if (a_.source.size() == 1 && is_span_of_time(a_.source[0])) a_.source.clear();
    if (is_under_fire()) return leave_target();
    if (a_.source.size() > 1) choose();
    if (a_.source.size() == 1 && is_no_one(a_.source[0])) a_.source.clear();
    if (is_impression()) return leave_impression();
    if (is_told()) return leave_hearer();
    if (is_inside_dashes()) a_.source.clear();
    if (a_.source.empty()) find();
    leave_insertion();
    for (TokenSpan& piece : a_.source) piece = mended_source(tree_, a_, piece);
  }

 private:
  // Of several the subject of the cue, else the nearest.
  void choose() {
    const auto speaker = find_speaker(tree_, cue_);
    const auto better = [&](TokenSpan x, TokenSpan y) {
      const bool in_x = speaker && x.contains(speaker->head), in_y = speaker && y.contains(speaker->head);
      return in_x != in_y ? in_x : distance(x, a_.cue[0]) < distance(y, a_.cue[0]);
    };
    a_.source = {*std::min_element(a_.source.begin(), a_.source.end(), better)};
  }

  // "the criticism of", "according to": an article or a preposition alone is torn off something else.
  bool is_no_one(TokenSpan span) const {
    const std::string& lemma = doc_.tags[span.begin].lemma;
    return span.size() == 1 && (lemma == "the" || lemma == "a" || tree_.upos(span.begin) == "ADP");
  }

  // "The campaign seems to yield", "It appears that it rained": so it looks to the writer; no one says it.
  bool is_impression() const {
    if ((tag_.lemma != "seem" && tag_.lemma != "appear") || a_.source.size() != 1 || a_.cue.size() != 1) return false;
    for (TokenIndex t = a_.cue[0].begin; t < a_.cue[0].end; ++t) {
      if (tree_.upos(t) == "VERB" && t != cue_) return false;  // "seemed to admit"
    }
    return tree_.child(cue_, {"xcomp", "ccomp", "csubj", "advcl"}).has_value();
  }

  void leave_impression() {
    const TokenSpan subject = a_.source[0];
    a_.source.clear();
    a_.source_head.reset();
    const bool is_expletive = subject.size() == 1 && doc_.tags[subject.begin].lemma == "it" &&
                              (tree_.is(subject.begin, {"expl"}) || !tree_.child(cue_, {"xcomp"}));
    if (is_expletive) return;
    a_.content.push_back(subject);
    join_pieces(a_.content);
  }

  // "VIENNA - The minister said": the place in capitals before a dash opens the paragraph and says nothing.
  bool is_dateline() const {
    if (a_.source.size() != 1) return false;
    const TokenSpan s = a_.source[0];
    if (s.begin != doc_.paragraphs[paragraph_of(doc_, s.begin)].begin || s.end >= doc_.tokens.size()) return false;
    const std::string_view text = text_of(doc_, s);
    return is_dash(word(doc_, s.end)) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "but three days later argued": that is when, not who.
  bool is_span_of_time(TokenSpan span) const {
    const auto is_order = [](std::string_view w) {
      return w == "later" || w == "earlier" || w == "ago" || w == "before" || w == "after";
    };
    if (span.size() > 1 && is_order(word(doc_, span.end - 1))) --span.end;
    constexpr std::uint32_t kLongest = 3;  // "the aide of ten years ago" is somebody
    if (span.empty() || span.size() > kLongest || span.end >= doc_.tokens.size()) return false;
    const std::string& unit = doc_.tags[span.end - 1].lemma;
    const bool is_unit = unit == "day" || unit == "week" || unit == "month" || unit == "year" || unit == "hour" ||
                         unit == "minute" || unit == "decade";
    return is_unit && is_order(word(doc_, span.end));
  }

  // "Groups marched past the hall - where Lee spoke - while chanting": not Lee chants.
  bool is_inside_dashes() const {
    if (a_.source.size() != 1 || !tree_.is(cue_, {"advcl"}) || tree_.xpos(cue_) != "VBG") return false;
    const auto dashes = dashes_before(tree_, cue_);
    if (!dashes || !dashes->contains(a_.source[0])) return false;
    const auto speaker = find_speaker(tree_, cue_);
    return speaker && speaker->head < dashes->begin;
  }

  // "The minister has come under fire from unions": the unions speak, if anybody does.
  bool is_under_fire() const {
    return tag_.lemma == "come" && cue_ + 1 < doc_.tokens.size() && word(doc_, cue_ + 1) == "under" &&
           a_.cue[0].contains(cue_ + 1);
  }

  void leave_target() {
    const std::vector<TokenSpan> target = std::move(a_.source);
    a_.source.clear();
    a_.source_head.reset();
    for (const TokenIndex c : tree_.children(cue_)) {
      if (!tree_.is(c, {"obl"}) || (!tree_.has_child(c, "case", "from") && !tree_.has_child(c, "case", "by"))) continue;
      a_.source = {trimmed(doc_, {tree_.yield(c).begin + 1, tree_.yield(c).end})};
    }
    if (!a_.source.empty()) take_from_content(a_.source[0]);
    a_.content.insert(a_.content.begin(), target.begin(), target.end());
    join_pieces(a_.content);
  }

  // "He was asked", "She is accused of", "Told of it, he smiled": the subject hears what somebody else says.
  // "He is convinced" is his own mind.
  bool is_told() const {
    if (tag_.upos != "VERB" || tag_.lemma == "convince" || tag_.lemma == "persuade") return false;
    if (tag_.lemma == "quote" || tag_.lemma == "cite") return false;  // "is quoted as saying": his words
    constexpr std::uint32_t kTowards = kTell | kAsk | kOrder | kStance | kName | kThought | kSpeech;
    if (is_reputation() && is_passive(tree_, cue_)) return true;
    return (verb_cue(tag_.lemma) & kTowards) != 0 && is_passive(tree_, cue_);
  }

  // "is known as", "will be remembered for": others know and remember.
  bool is_reputation() const {
    return tag_.lemma == "know" || tag_.lemma == "remember" || tag_.lemma == "identify" || tag_.lemma == "refer" ||
           tag_.lemma == "view" || tag_.lemma == "see" || tag_.lemma == "regard";
  }

  void leave_hearer() {
    auto agent = find_agent(tree_, cue_);
    if (agent) leave_agent_alone(*agent);
    const auto heard = hearer();
    const bool has_hearer = heard && !a_.source.empty() && a_.source[0].contains(*heard);
    if (agent && !a_.source.empty() && a_.source[0].contains(agent->head)) a_.source = {agent->span};
    if (agent && (a_.source.empty() || has_hearer)) {
      a_.source_head.reset();
      TokenSpan subject = has_hearer ? a_.source[0] : TokenSpan{};
      a_.source = {agent->span};
      bear(subject);
    } else if (has_hearer) {
      const TokenSpan subject = a_.source[0];
      a_.source.clear();
      a_.source_head.reset();
      bear(subject);
    }
    if (heard && is_towards_hearer()) leave_from_content(*heard);
    if (heard && agent && !is_towards_hearer()) keep_to_subject(*heard, agent->head);
  }

  // "accused by the party of lying": what hangs on the party may be what it says.
  void leave_agent_alone(CueSubject& agent) {
    const auto begins = [&](TokenIndex t) {
      const std::string& deprel = doc_.arcs[t].deprel;
      return t > agent.head && (deprel == "mark" || deprel == "case");
    };
    for (TokenIndex t = agent.head + 1; t < agent.span.end; ++t) {
      if (!begins(t)) continue;
      const bool told =
          std::any_of(a_.content.begin(), a_.content.end(), [&](TokenSpan p) { return p.contains(t + 1); });
      if (told) agent.span.end = t;
    }
    const TokenIndex by = agent.span.begin > 0 ? agent.span.begin - 1 : 0;
    take_from_content({std::min(by, agent.span.begin), agent.span.end});
  }

  // "The freeze, which Lee planned, was criticised by workers whose pay fell": the freeze, not what hangs on it or on
  // the workers.
  void keep_to_subject(TokenIndex subject, TokenIndex agent) {
    const TokenSpan phrase = trimmed(doc_, {tree_.yield(subject).begin, subject + 1});
    const auto hangs = [&](TokenSpan piece) {
      const bool in_subject = tree_.yield(subject).contains(piece) && piece.begin > subject;
      return in_subject || (tree_.yield(agent).contains(piece) && tree_.xpos(piece.begin)[0] == 'W');
    };
    if (a_.content.empty()) return;
    std::erase_if(a_.content, hangs);
    if (a_.content.empty()) a_.content = {phrase};
  }

  bool is_towards_hearer() const { return (verb_cue(tag_.lemma) & (kTell | kAsk)) != 0; }

  // What he is accused of is said of him: he belongs to the content. What he is told is not.
  void bear(TokenSpan subject) {
    if (subject.empty() || is_towards_hearer() || !tree_.child(cue_, {"nsubj:pass"})) return;
    a_.content.push_back(subject);
    join_pieces(a_.content);
  }

  void leave_from_content(TokenIndex heard) {
    if (a_.content.size() < 2) return;
    std::erase_if(a_.content,
                  [&](TokenSpan piece) { return piece.contains(heard) && tree_.yield(heard).contains(piece); });
  }

  std::optional<TokenIndex> hearer() const {
    if (const auto subject = tree_.child(cue_, {"nsubj"})) return subject;
    const auto above = tree_.head(cue_);
    if (above && tree_.is(cue_, {"conj"}) && is_passive(tree_, *above)) return tree_.child(*above, {"nsubj"});
    return above && tree_.is(cue_, {"advcl"}) ? tree_.child(*above, {"nsubj"}) : std::nullopt;
  }

  void find() {
    std::optional<CueSubject> found;
    if (tag_.lemma == "accord" || tag_.lemma == "according") {
      found = find_according(tree_, cue_);
      if (found) take_from_content(found->span);
    } else if (tag_.upos == "NOUN") {
      if (const auto owner = tree_.child(cue_, {"nmod:poss"})) found = find_owner(tree_, cue_);
    } else if (tag_.lemma == "quote" && tree_.child(cue_, {"nsubj:pass"})) {  // "is quoted as saying"
      const TokenIndex subject = *tree_.child(cue_, {"nsubj:pass"});
      found = CueSubject{subject, trimmed(doc_, tree_.yield(subject))};
      take_from_content(found->span);
      TokenIndex& end = a_.cue.back().end;
      if (end + 1 < doc_.tokens.size() && word(doc_, end) == "as" && doc_.tags[end + 1].lemma == "say") end += 2;
    } else if (tag_.upos == "VERB" && (verb_cue(tag_.lemma) != 0 || tag_.xpos == "VBG")) {
      found = find_speaker(tree_, cue_);
    }
    if (found && is_span_of_time(found->span)) {
      const auto above = tree_.head(cue_);
      found = above && tree_.is(cue_, {"conj"}) ? find_speaker(tree_, *above) : std::nullopt;
    }
    // "...," reads the caption: the model may take the caption for more of the quotation.
    const bool inverted = found && found->span.begin == cue_ + 1 && cue_ > 0 && is_quotation_mark(word(doc_, cue_ - 1));
    if (inverted) take_from_content({found->span.begin, sentence_end()});
    const bool apart = found && std::none_of(a_.content.begin(), a_.content.end(),
                                             [&](TokenSpan piece) { return piece.contains(found->head); });
    if (apart) a_.source = {trimmed(doc_, found->span)};
  }

  TokenIndex sentence_end() const { return doc_.sentences[sentence_of(doc_, cue_)].end; }

  void take_from_content(TokenSpan hole) {
    std::vector<TokenSpan> pieces;
    for (const TokenSpan piece : a_.content) {
      const TokenSpan left{piece.begin, std::min(piece.end, std::max(hole.begin, piece.begin))};
      const TokenSpan right{std::max(piece.begin, std::min(hole.end, piece.end)), piece.end};
      for (const TokenSpan part : {trimmed(doc_, left), trimmed(doc_, right)}) {
        if (!part.empty()) pieces.push_back(part);
      }
    }
    if (!pieces.empty()) a_.content = std::move(pieces);
  }

  // "Lee, a top aide said, is calm": what stands before the insertion belongs to the content.
  void leave_insertion() {
    if (a_.source.size() != 1 || (verb_cue(tag_.lemma) & (kSpeech | kTell)) == 0 || tag_.upos != "VERB") return;
    const TokenSpan s = a_.source[0];
    const auto speaker = inserted_speaker(tree_, cue_);
    if (!speaker || s.begin >= speaker->begin || s.end > cue_) return;
    const TokenSpan told = trimmed(doc_, {s.begin, std::min(s.end, speaker->begin)});
    a_.source = {*speaker};
    a_.source_head.reset();
    if (told.empty()) return;
    a_.content.push_back(told);
    join_pieces(a_.content);
  }

  const Trees& tree_;
  const Document& doc_;
  Attribution& a_;
  TokenIndex cue_;
  const Tag& tag_;
};

}  // namespace

void settle_source(const Trees& tree, Attribution& a) {
  if (!a.cue.empty()) Settler(tree, a).run();
}

}  // namespace hearsay
