#include "ingest/speech/quoted_speech.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"
#include "ingest/speech/introductions.hpp"
#include "ingest/speech/main_cues.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

bool is_word(const Document& doc, TokenIndex t) { return doc.tags[t].upos != "PUNCT" && doc.tags[t].upos != "SYM"; }

/// The state that the rules share.
class Assigner {
 public:
  Assigner(const Trees& tree, const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions)
      : tree_(tree),
        doc_(tree.doc()),
        quotations_(quotations),
        attributions_(attributions),
        content_(doc_.tokens.size(), kNone),
        cue_(doc_.tokens.size(), kNone),
        outer_(outer_quotations(doc_, quotations)),
        main_cues_(doc_, outer_, attributions_),
        is_continued_(quotations.size(), false) {
    for (const Quotation& q : quotations) {
      if (q.continues) is_continued_[*q.continues] = true;
    }
    for (const std::uint32_t a : largest_first()) {
      for (const TokenSpan piece : attributions_[a].content) mark_told(piece, a);
      for (const TokenSpan piece : attributions_[a].cue) {
        for (TokenIndex t = piece.begin; t < piece.end; ++t) cue_[t] = a;
      }
    }
  }

  void run() {
    for (std::uint32_t q = 0; q < quotations_.size(); ++q) {
      if (quotations_[q].depth == 0 && quotations_[q].continues) go_on(q);
    }
    for (const TokenSpan paragraph : doc_.paragraphs) posted(paragraph);
    for (std::uint32_t q = 0; q < quotations_.size(); ++q) {
      if (quotations_[q].depth > 0 || covered(quotations_[q].span)) continue;
      if (signed_by(q) || divided(q) || after_attributed(q) || before_attributed(q) || after_colon(q) ||
          whole_paragraph(q)) {
        continue;
      }
      half_quoted(q);
    }
    for (Attribution& a : attributions_) join_pieces(a.content);
  }

 private:
  // What somebody reports inside a quotation must not hide who utters the quotation.
  std::vector<std::uint32_t> largest_first() const {
    std::vector<std::uint32_t> order(attributions_.size()), sizes(attributions_.size(), 0);
    for (std::uint32_t a = 0; a < order.size(); ++a) {
      order[a] = a;
      for (const TokenSpan piece : attributions_[a].content) sizes[a] += piece.size();
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return sizes[a] > sizes[b]; });
    return order;
  }

  // "The platform also vows ..." inside a quotation does not say who utters the quotation; "LEE: ..." does.
  void mark_told(TokenSpan piece, std::uint32_t a) {
    const std::vector<TokenSpan>& cue = attributions_[a].cue;
    const std::uint32_t inside = cue.empty() || word(doc_, cue[0].begin) == ":" ? kNoQuotation : outer_[cue[0].begin];
    if (inside == kNoQuotation) return mark(piece, a);
    const TokenSpan quoted = quotations_[inside].span;
    mark({piece.begin, std::max(piece.begin, std::min(piece.end, quoted.begin))}, a);
    mark({std::min(piece.end, std::max(piece.begin, quoted.end)), piece.end}, a);
  }

  void mark(TokenSpan piece, std::uint32_t a) {
    for (TokenIndex t = piece.begin; t < piece.end; ++t) {
      if (content_[t] == kNone) content_[t] = a;
    }
  }

  // Does one attribution hold half of it? Its reports of others do not count.
  bool covered(TokenSpan span) const { return owner(span) != kNone; }

  void give(std::uint32_t a, TokenSpan piece) {
    attributions_[a].content.push_back(piece);
    mark(piece, a);
  }

  // The attribution whose content holds at least half of the span (majority vote of Boyer and Moore).
  std::uint32_t owner(TokenSpan span) const {
    std::uint32_t candidate = kNone, votes = 0, inside = 0;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (content_[t] == kNone) continue;
      if (votes == 0) candidate = content_[t];
      votes = content_[t] == candidate ? votes + 1 : votes - 1;
    }
    for (TokenIndex t = span.begin; t < span.end; ++t) inside += content_[t] == candidate ? 1U : 0U;
    return candidate != kNone && 2 * inside >= span.size() ? candidate : kNone;
  }

  bool is_touched(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (content_[t] != kNone) return true;
    }
    return false;
  }

  // A quotation over paragraphs is one attribution, whichever of its paragraphs the cue stands in.
  void go_on(std::uint32_t q) {
    const TokenSpan here = quotations_[q].span, before = quotations_[*quotations_[q].continues].span;
    if (covered(before) && !covered(here)) {
      give(owner(before), here);
    } else if (covered(here) && !covered(before)) {
      for (std::optional<std::uint32_t> p = quotations_[q].continues; p && !covered(quotations_[*p].span);
           p = quotations_[*p].continues) {
        give(owner(here), quotations_[*p].span);
      }
    }
  }

  // The sentence, as far as it is within sight: text may go on without an end.
  TokenSpan sentence(TokenIndex t) const {
    constexpr TokenIndex kSight = 300;
    const TokenSpan whole = doc_.sentences[sentence_of(doc_, t)];
    return {std::max(whole.begin, t < kSight ? 0 : t - kSight), std::min(whole.end, t + kSight)};
  }
  TokenSpan paragraph(TokenIndex t) const { return doc_.paragraphs[paragraph_of(doc_, t)]; }

  // The attribution of the sentence whose cue is outside quotations, nearest before `until`.
  std::uint32_t last_cue(TokenIndex begin, TokenIndex until) const {
    for (TokenIndex t = until; t > begin; --t) {
      if (cue_[t - 1] != kNone && outer_[t - 1] == kNoQuotation) return main_cues_.of(cue_[t - 1]);
    }
    return kNone;
  }

  bool is_quoted(std::uint32_t a) const {
    return std::any_of(attributions_[a].content.begin(), attributions_[a].content.end(), [&](TokenSpan s) {
      return outer_[s.begin] != kNoQuotation || outer_[s.end - 1] != kNoQuotation;
    });
  }

  // "...," he said, "...": the half that no content covers.
  bool divided(std::uint32_t q) {
    const Quotation& quotation = quotations_[q];
    const TokenSpan s = sentence(quotation.span.begin);
    const std::uint32_t a = last_cue(s.begin, quotation.span.begin);
    if (a == kNone || !is_quoted(a) || !is_utterance(doc_, quotation)) return false;
    const TokenSpan cue = attributions_[a].cue.back();
    if (attributions_[a].content.front().begin > cue.begin || quotation.span.begin > cue.end + 12) return false;
    give(a, quotation.span);
    return true;
  }

  bool wholly_quoted(TokenSpan span) const {
    bool any = false;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (outer_[t] != kNoQuotation)
        any = true;
      else if (is_word(doc_, t))
        return false;
    }
    return any;
  }

  // "...," he said. "...": a wholly quoted sentence after an attributed quotation of the same paragraph.
  bool after_attributed(std::uint32_t q) {
    const Quotation& quotation = quotations_[q];
    const TokenSpan p = paragraph(quotation.span.begin), s = sentence(quotation.span.begin);
    if (s.begin <= p.begin || !is_utterance(doc_, quotation)) return false;
    const TokenSpan last = sentence(quotation.span.end - 1);
    if (!wholly_quoted({s.begin, last.end})) return false;
    const TokenSpan before = sentence(s.begin - 1);
    std::uint32_t a = last_cue(before.begin, before.end);
    if (a == kNone) a = owner(before);
    if (a == kNone || !is_told_by_article(a)) return false;
    if (is_quoted(a))
      give(a, quotation.span);
    else if (is_report(a, before))
      inherit(a, quotation.span, 0.6F);
    else
      return false;
    return true;
  }

  // "He called him a master of his trade. '...'": who is reported in the sentence before is quoted now.
  bool is_report(std::uint32_t a, TokenSpan sentence) const {
    if (attributions_[a].cue.empty() || !sentence.contains(attributions_[a].cue[0].begin)) return false;
    return is_speech_cue(a) || (verb_cue(doc_.tags[attributions_[a].cue[0].begin].lemma) & kName) != 0;
  }

  // "..." "...," she said: a sentence that is mostly quoted before an attributed quotation of the same paragraph.
  bool before_attributed(std::uint32_t q) {
    const Quotation& quotation = quotations_[q];
    const TokenSpan p = paragraph(quotation.span.begin), s = sentence(quotation.span.begin);
    if (s.begin != quotation.span.begin || 4 * quotation.span.size() < 3 * s.size() || !is_utterance(doc_, quotation)) {
      return false;
    }
    if (s.end >= p.end || last_cue(s.begin, s.end) != kNone) return false;
    const TokenSpan next = sentence(s.end);
    const std::uint32_t a = outer_[next.begin] == kNoQuotation ? kNone : owner(quotations_[outer_[next.begin]].span);
    if (a == kNone || attributions_[a].cue.empty() || !is_told_by_article(a) || is_touched(s)) return false;
    if (attributions_[a].content[0].begin != next.begin || !next.contains(attributions_[a].cue[0].begin)) return false;
    give(a, trimmed(doc_, s));
    return true;
  }

  /// What a paragraph looks like, asked for once per quotation and worked out once per paragraph.
  struct Paragraph {
    std::uint32_t number = kNone;
    bool quoted = false;  ///< nothing but quotations, and no cue outside them
    std::uint32_t speaker_before = kNone;
  };

  const Paragraph& look_at(std::uint32_t p) {
    if (paragraph_.number == p) return paragraph_;
    const TokenSpan span = doc_.paragraphs[p];
    paragraph_ = {p, wholly_quoted(span) && last_cue(span.begin, span.end) == kNone, kNone};
    if (paragraph_.quoted) paragraph_.speaker_before = speaker_before(p);
    return paragraph_;
  }

  // "Then she told them:", "She changed her answer:": before the quotation or at the end of the paragraph before it.
  bool after_colon(std::uint32_t q) {
    const Quotation& quotation = quotations_[q];
    const TokenIndex begin = quotation.span.begin;
    if (begin == 0 || word(doc_, begin - 1) != ":") return false;
    const bool is_inside = begin != doc_.paragraphs[quotation.paragraph].begin;
    if (is_inside && !is_utterance(doc_, quotation)) return false;
    const auto said = find_introduction(tree_, {sentence(begin - 1).begin, begin - 1}, is_inside);
    if (!said || (!has_finite_verb(doc_, quotation) && !(is_saying(said->cue) && quotation.closed))) return false;
    if (cue_[said->cue] != kNone)
      give(cue_[said->cue], quotation.span);
    else
      add(said->speaker.span, said->speaker.head, {{said->cue, said->cue + 1}}, quotation.span, 0.7F);
    return true;
  }

  // "A new title for her resume: 'song anthropologist'": only verbs of
  // saying and judging and colons introduce what is no clause.
  bool is_saying(TokenIndex cue) const {
    if (tree_.upos(cue) != "VERB") return true;
    const std::uint32_t uses = verb_cue(doc_.tags[cue].lemma);
    return (uses & (kTell | kAsk | kStance | kName)) != 0 || (uses != 0 && !tree_.has_child(cue, "obj"));
  }

  void add(TokenSpan source, std::optional<TokenIndex> head, std::vector<TokenSpan> cue, TokenSpan content,
           float confidence) {
    Attribution a;
    a.source = {source};
    a.source_head = head;
    a.cue = std::move(cue);
    a.content = {content};
    a.confidence = confidence;
    attributions_.push_back(std::move(a));
    mark(content, static_cast<std::uint32_t>(attributions_.size() - 1));
  }

  void inherit(std::uint32_t from, TokenSpan content, float confidence) {
    Attribution a;
    a.source = attributions_[from].source;
    a.source_head = attributions_[from].source_head;
    a.content = {content};
    a.confidence = confidence * attributions_[from].confidence;
    attributions_.push_back(std::move(a));
    mark(content, static_cast<std::uint32_t>(attributions_.size() - 1));
  }

  // "..." - Ann Lee, teacher.
  bool signed_by(std::uint32_t q) {
    const auto signature = find_signature(doc_, quotations_, q);
    if (!signature || !is_utterance(doc_, quotations_[q])) return false;
    add(signature->name, std::nullopt, {{signature->dash, signature->dash + 1}}, signature->quoted, 0.7F);
    return true;
  }

  // "Taxes must fall. - Ann Lee (@annlee) May 3": a post shown as it stands elsewhere.
  void posted(TokenSpan paragraph) {
    if (const auto post = find_labelled_post(doc_, paragraph); post && !covered(post->quoted)) {
      add(post->name, std::nullopt, {{post->dash, post->dash + 1}}, post->quoted, 0.7F);
    }
    const auto post = find_post(doc_, paragraph);
    if (!post) return;
    TokenSpan said = post->quoted;
    if (outer_[post->dash] != kNoQuotation) said.begin = quotations_[outer_[post->dash]].inner.begin;
    if (!said.empty() && !is_touched(said)) add(post->name, std::nullopt, {{post->dash, post->dash + 1}}, said, 0.7F);
  }

  // The last speaker of the paragraph before; one of a quotation before one who is only reported.
  std::uint32_t speaker_before(std::uint32_t p) const {
    if (p == 0) return kNone;
    const TokenSpan span = doc_.paragraphs[p - 1];
    std::uint32_t reported = kNone;
    for (TokenIndex t = span.end; t-- > span.begin;) {
      std::uint32_t a = cue_[t] != kNone && outer_[t] == kNoQuotation ? cue_[t] : content_[t];
      if (a == kNone || attributions_[a].source.empty() || !is_told_by_article(a)) continue;
      if (is_quoted(a)) return a;
      if (reported == kNone && (attributions_[a].cue.empty() || is_speech_cue(a))) reported = a;
    }
    return reported;
  }

  // Its cue is no part of a quotation: "you said" in somebody's mouth makes nobody the next speaker.
  bool is_told_by_article(std::uint32_t a) const {
    return attributions_[a].cue.empty() || outer_[attributions_[a].cue[0].begin] == kNoQuotation;
  }

  bool is_speech_cue(std::uint32_t a) const {
    for (const TokenSpan piece : attributions_[a].cue) {
      for (TokenIndex t = piece.begin; t < piece.end; ++t) {
        const std::string& lemma = doc_.tags[t].lemma;
        if ((verb_cue(lemma) & kSpeech) != 0 || lemma == "accord" || lemma == "according") return true;
      }
    }
    return false;
  }

  // It opens, and closes here or in the next paragraph: a stray mark makes no quotation of a paragraph.
  bool is_whole(std::uint32_t q) const { return quotations_[q].opened && (quotations_[q].closed || is_continued_[q]); }

  // A paragraph that is nothing but a quotation goes on with the speaker before it.
  bool whole_paragraph(std::uint32_t q) {
    const Paragraph& p = look_at(quotations_[q].paragraph);
    if (!p.quoted || p.speaker_before == kNone || !is_whole(q)) return false;
    const std::uint32_t partner = other_speaker(quotations_[q]);
    if (partner != kNone && is_question_before(quotations_[q])) {
      inherit(partner, quotations_[q].span, 0.6F);  // an answer may be one word
      return true;
    }
    if (!is_utterance(doc_, quotations_[q])) return false;
    inherit(partner != kNone && is_question(quotations_[q].inner) ? partner : p.speaker_before, quotations_[q].span,
            0.8F);
    return true;
  }

  bool is_question(TokenSpan span) const {
    while (!span.empty() && is_quotation_mark(word(doc_, span.end - 1))) --span.end;
    return !span.empty() && word(doc_, span.end - 1) == "?";
  }

  bool is_question_before(const Quotation& quotation) const {
    return is_question(doc_.paragraphs[quotation.paragraph - 1]);
  }

  // Two people speak in turn, a paragraph each: who asks or answers now is not the one who spoke last.
  std::uint32_t other_speaker(const Quotation& quotation) const {
    if (quotation.paragraph < 2 || quotation.continues) return kNone;
    const TokenSpan last = doc_.paragraphs[quotation.paragraph - 1], before = doc_.paragraphs[quotation.paragraph - 2];
    const std::uint32_t speaker = only_speaker(last), other = only_speaker(before);
    if (speaker == kNone || other == kNone) return kNone;
    return text_of(doc_, attributions_[speaker].source[0]) == text_of(doc_, attributions_[other].source[0]) ? kNone
                                                                                                            : other;
  }

  // Whose the paragraph is that ends the quotation it begins with, or ends with "said Ann": "...," Ann said.
  std::uint32_t only_speaker(TokenSpan paragraph) const {
    if (paragraph.empty() || outer_[paragraph.begin] == kNoQuotation) return kNone;
    const Quotation& first = quotations_[outer_[paragraph.begin]];
    const std::uint32_t a = content_[first.inner.begin];
    if (!first.closed || a == kNone || attributions_[a].source.empty()) return kNone;
    for (TokenIndex t = paragraph.begin; t < paragraph.end; ++t) {
      if (content_[t] != kNone && content_[t] != a) return kNone;
    }
    return a;
  }

  // "...," she added. The leaders had a "lengthy discussion of ...": still her words.
  void half_quoted(std::uint32_t q) {
    const Quotation& quotation = quotations_[q];
    const TokenSpan p = doc_.paragraphs[quotation.paragraph], s = sentence(quotation.span.begin);
    if (s.begin <= p.begin || quotation.inner.size() < 6 || !is_utterance(doc_, quotation)) return;
    if (last_cue(s.begin, s.end) != kNone || is_touched(s)) return;
    const TokenSpan before = sentence(s.begin - 1);
    const std::uint32_t a = last_cue(before.begin, before.end);
    if (a == kNone || !is_quoted(a) || attributions_[a].source.empty()) return;
    const TokenSpan content = trimmed(doc_, {s.begin, std::max(s.end, quotation.span.end)});
    if (!content.empty()) inherit(a, content, 0.6F);
  }

  const Trees& tree_;
  const Document& doc_;
  const std::vector<Quotation>& quotations_;
  std::vector<Attribution>& attributions_;
  std::vector<std::uint32_t> content_, cue_;  ///< for each token the attribution that has it there
  std::vector<std::uint32_t> outer_;
  MainCues main_cues_;
  std::vector<bool> is_continued_;  ///< by quotation: it goes on in the next paragraph
  Paragraph paragraph_;
};

}  // namespace

void assign_quotations(const Trees& tree, const std::vector<Quotation>& quotations,
                       std::vector<Attribution>& attributions) {
  if (tree.doc().tags.size() != tree.doc().tokens.size()) return;
  Assigner(tree, quotations, attributions).run();
}

}  // namespace hearsay
