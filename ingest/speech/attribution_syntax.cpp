#include "ingest/speech/attribution_syntax.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"

namespace hearsay {
namespace {

const std::string& lemma(const Trees& tree, TokenIndex t) { return tree.doc().tags[t].lemma; }

/// Collects the contents of cues.
class Finder {
 public:
  Finder(const Trees& tree, const std::vector<Quotation>& quotations)
      : tree_(tree), doc_(tree.doc()), quotations_(quotations), outer_(outer_quotations(doc_, quotations)) {}

  std::vector<Attribution> run() {
    for (TokenIndex t = 0; t < doc_.tokens.size(); ++t) {
      if (lemma(tree_, t) == "accord" || lemma(tree_, t) == "according") {
        according(t);
      } else if (tree_.upos(t) == "VERB" && !tree_.is(t, {"amod"})) {
        if (const std::uint32_t uses = verb_cue(lemma(tree_, t))) verb(t, uses);
        if (lemma(tree_, t) == "put") wording(t);
      } else if (tree_.upos(t) == "NOUN") {
        if (noun_cue(lemma(tree_, t)) != 0) noun(t);
      }
    }
    return std::move(out_);
  }

 private:
  void add(std::optional<CueSubject> source, TokenSpan cue, std::vector<TokenSpan> content) {
    std::erase_if(content, [](TokenSpan s) { return s.empty(); });
    if (!source || content.empty()) return;
    Attribution a;
    a.source = {source->span};
    a.source_head = source->head;
    a.cue = {cue};
    a.content = std::move(content);
    a.confidence = 0.6F;
    out_.push_back(std::move(a));
  }

  // `whole` without `hole`, as the pieces left and right of it.
  std::vector<TokenSpan> around(TokenSpan whole, TokenSpan hole) const {
    TokenSpan left{whole.begin, std::min(whole.end, std::max(hole.begin, whole.begin))};
    TokenSpan right{std::max(whole.begin, std::min(hole.end, whole.end)), whole.end};
    std::vector<TokenSpan> pieces;
    for (TokenSpan piece : {left, right}) {
      piece = trimmed(doc_, piece);
      if (piece.size() >= 2 || (piece.size() == 1 && !is_quotation_mark(word(doc_, piece.begin)))) {
        pieces.push_back(piece);
      }
    }
    return pieces;
  }

  void verb(TokenIndex v, std::uint32_t uses) {
    std::optional<CueSubject> source = find_speaker(tree_, v);
    if (!source) return;
    std::vector<TokenSpan> content = clause(v, uses, *source);
    if (content.empty()) content = quoted(v, uses, source->span);
    if (content.empty()) content = object(v, uses);
    add(source, {v, v + 1}, std::move(content));
  }

  // "as Ann put it": the quotation of the sentence, else the clause that it hangs on.
  void wording(TokenIndex v) {
    const auto it = tree_.child(v, "obj"), above = tree_.head(v);
    const std::optional<CueSubject> source = find_speaker(tree_, v);
    if (!it || lemma(tree_, *it) != "it" || !source) return;
    std::vector<TokenSpan> content = quoted(v, kSpeech, source->span);
    if (content.empty() && above && tree_.is(v, {"advcl", "parataxis"})) {
      content = around(tree_.yield(*above), tree_.yield(v));
    }
    add(source, {v, v + 1}, std::move(content));
  }

  // "said that ...", "..., Ann said", "urged him to go".
  std::vector<TokenSpan> clause(TokenIndex v, std::uint32_t uses, const CueSubject& source) const {
    if ((uses & (kSpeech | kThought | kTell | kAsk | kShow)) != 0) {
      if (const auto c = find_clause(tree_, v); c && !tree_.yield(*c).contains(source.head)) {
        return around(tree_.yield(*c), {v, v + 1});
      }
      if (tree_.is(v, {"parataxis"}) && tree_.head(v) && (uses & (kSpeech | kThought | kAsk)) != 0) {
        const TokenIndex top = *tree_.head(v);
        if (!tree_.yield(v).contains(top) && source.head != top) return around(tree_.yield(top), tree_.yield(v));
      }
    }
    if ((uses & kOrder) != 0) {
      if (const auto to = tree_.child(v, {"xcomp"}); to && tree_.child(*to, {"mark"})) {
        return {trimmed(doc_, tree_.yield(*to))};
      }
    }
    return {};
  }

  // The words of the sentence within sight: text may go on without an end.
  static TokenSpan nearby(TokenSpan sentence, TokenIndex t) {
    constexpr TokenIndex kSight = 300;
    return {std::max(sentence.begin, t < kSight ? 0 : t - kSight), std::min(sentence.end, t + kSight)};
  }

  // "She adds a title", not "she put it".
  bool takes_object(TokenIndex v, std::uint32_t uses) const {
    const auto obj = tree_.child(v, "obj");
    return uses == kSpeech && obj && lemma(tree_, *obj) != "it";
  }

  // Quotations of the sentence.
  std::vector<TokenSpan> quoted(TokenIndex v, std::uint32_t uses, TokenSpan source) const {
    if ((uses & (kSpeech | kAsk | kThought | kShow)) == 0 || outer_[v] != kNoQuotation) return {};
    std::vector<TokenSpan> pieces;
    const TokenSpan sentence = nearby(doc_.sentences[sentence_of(doc_, v)], v);
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      if (outer_[t] == kNoQuotation) continue;
      const Quotation& q = quotations_[outer_[t]];
      const bool is_said = has_finite_verb(doc_, q) || !takes_object(v, uses);
      if (is_utterance(doc_, q) && is_said && !q.span.contains(source.begin)) pieces.push_back(q.span);
      t = q.span.end - 1;
    }
    return pieces;
  }

  // "blamed the media for doing that", "called it a breakthrough", "stressed the importance of ...".
  std::vector<TokenSpan> object(TokenIndex v, std::uint32_t uses) const {
    const auto obj = tree_.child(v, {"obj"});
    if (!obj || is_relative_pronoun(tree_, *obj)) return {};
    TokenSpan span = tree_.yield(*obj);
    if ((uses & kName) != 0) {
      for (const TokenIndex c : tree_.children(v)) {
        const bool named = tree_.is(c, {"xcomp"}) || ((tree_.is(c, {"obl", "advcl"})) && has_as(c));
        if (named && c > *obj) return {trimmed(doc_, {span.begin, tree_.yield(c).end})};
      }
    }
    if ((uses & kStance) == 0) return {};
    for (const TokenIndex c : tree_.children(v)) {
      if (c > *obj && tree_.is(c, {"obl", "advcl"}) && is_ground(c)) span.end = std::max(span.end, tree_.yield(c).end);
    }
    return {trimmed(doc_, span)};
  }

  bool has_as(TokenIndex t) const { return tree_.has_child(t, "case", "as") || tree_.has_child(t, "mark", "as"); }

  bool is_ground(TokenIndex t) const {
    for (const std::string_view word : {"for", "of", "as"}) {
      if (tree_.has_child(t, "case", word) || tree_.has_child(t, "mark", word)) return true;
    }
    return false;
  }

  // "according to the police".
  void according(TokenIndex t) {
    if (t + 1 >= doc_.tokens.size() || lemma(tree_, t + 1) != "to") return;
    const std::optional<CueSubject> who = find_according(tree_, t);
    const TokenIndex top = tree_.is(t, {"case", "fixed", "mark"}) && tree_.head(t) ? *tree_.head(t) : t;
    const auto governor = tree_.head(top);
    if (!who || !governor) return;
    const TokenSpan hole{std::min(tree_.yield(top).begin, t), tree_.yield(top).end};
    // The whole clause, not only the word that the phrase hangs on.
    TokenIndex clause = *governor;
    while (tree_.head(clause) && !is_clause(clause)) clause = *tree_.head(clause);
    add(who, {t, t + 2}, around(tree_.yield(clause), hole));
  }

  bool is_clause(TokenIndex t) const {
    return tree_.child(t, {"nsubj", "csubj"}) || tree_.is(t, {"root", "ccomp", "parataxis", "advcl", "acl"});
  }

  // "Ann's claim that ...", "assurances by Ann that ...", "the view of Ann is ... that".
  void noun(TokenIndex n) {
    const std::optional<CueSubject> source = find_owner(tree_, n);
    const auto clause = noun_clause(n);
    if (source && clause) return add(source, {n, n + 1}, around(tree_.yield(*clause), {n, n + 1}));
    if (source && (noun_cue(lemma(tree_, n)) & kName) != 0) add(source, {n, n + 1}, {named(n)});
  }

  // "her description of the camp as a prison".
  TokenSpan named(TokenIndex n) const {
    TokenSpan span;
    for (const TokenIndex c : tree_.children(n)) {
      if (c < n || !tree_.is(c, {"nmod", "obl", "advcl"})) continue;
      const TokenSpan yield = tree_.yield(c);
      if (span.empty() && !tree_.has_child(c, "case", "of")) continue;
      span = span.empty() ? TokenSpan{yield.begin + 1, yield.end} : TokenSpan{span.begin, yield.end};
    }
    return trimmed(doc_, span);
  }

  std::optional<TokenIndex> noun_clause(TokenIndex n) const {
    const auto that = [&](TokenIndex t) { return tree_.has_child(t, "mark", "that"); };
    for (const TokenIndex c : tree_.children(n)) {
      if (c > n && tree_.is(c, {"acl", "ccomp", "parataxis"}) && tree_.deprel(c) != "acl:relcl" && that(c)) return c;
    }
    const auto predicate = tree_.head(n);
    if (!predicate || !tree_.is(n, {"nsubj"})) return std::nullopt;
    if (that(*predicate) && tree_.child(*predicate, {"cop"})) return predicate;
    for (const TokenIndex c : tree_.children(*predicate)) {
      if (c > *predicate && tree_.is(c, {"ccomp", "parataxis", "csubj", "advcl", "acl"}) && that(c)) return c;
    }
    return std::nullopt;
  }

  const Trees& tree_;
  const Document& doc_;
  const std::vector<Quotation>& quotations_;
  std::vector<std::uint32_t> outer_;
  std::vector<Attribution> out_;
};

}  // namespace

std::vector<Attribution> find_by_syntax(const Trees& tree, const std::vector<Quotation>& quotations) {
  if (tree.doc().arcs.size() != tree.doc().tokens.size()) return {};
  return Finder(tree, quotations).run();
}

}  // namespace hearsay
