#include "ingest/speech/attribution_syntax.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_lexicon.hpp"

namespace hearsay {
namespace {

const std::string& lemma(const Trees& tree, TokenIndex t) { return tree.doc().tags[t].lemma; }
const std::string& upos(const Trees& tree, TokenIndex t) { return tree.doc().tags[t].upos; }
const std::string& xpos(const Trees& tree, TokenIndex t) { return tree.doc().tags[t].xpos; }

bool is_relative_pronoun(const Trees& tree, TokenIndex t) {
  const std::string& tag = xpos(tree, t);
  return tag == "WP" || tag == "WDT" || tree.doc().tags[t].feats.find("PronType=Rel") != std::string::npos;
}

// The phrase without what hangs on it loosely: relative clauses, participles, parentheses, second conjuncts' verbs.
TokenSpan phrase(const Trees& tree, TokenIndex head, std::optional<TokenIndex> without = std::nullopt) {
  TokenSpan span = tree.yield(head);
  for (const TokenIndex c : tree.children(head)) {
    const bool loose = c == without || tree.is(c, {"acl:relcl", "parataxis", "advcl", "ccomp", "list"});
    if (loose && c > head) span.end = std::min(span.end, tree.yield(c).begin);
    if (loose && c < head) span.begin = std::max(span.begin, tree.yield(c).end);
  }
  if (span.begin > head || span.end <= head) return {head, head + 1};
  return trimmed(tree.doc(), span);
}

CueSubject subject_at(const Trees& tree, TokenIndex head, std::optional<TokenIndex> without = std::nullopt) {
  return {head, phrase(tree, head, without)};
}

// "...," reads the caption: behind a quotation the parser may take the subject for an object.
std::optional<CueSubject> inverted_subject(const Trees& tree, TokenIndex verb) {
  const Document& doc = tree.doc();
  if (verb == 0 || !is_quotation_mark(word(doc, verb - 1))) return std::nullopt;
  const auto object = tree.child(verb, {"obj"});
  if (!object || *object < verb || tree.yield(*object).begin != verb + 1) return std::nullopt;
  return subject_at(tree, *object);
}

std::optional<CueSubject> own_subject(const Trees& tree, TokenIndex verb) {
  if (const auto inverted = inverted_subject(tree, verb)) return inverted;
  const auto subject = tree.child(verb, {"nsubj"});
  if (!subject || tree.deprel(*subject) == "nsubj:pass") return std::nullopt;
  if (!is_relative_pronoun(tree, *subject)) return subject_at(tree, *subject);
  const auto noun = tree.head(verb);
  if (!noun || !tree.is(verb, {"acl"})) return std::nullopt;
  return subject_at(tree, *noun, verb);
}

// "is quoted as saying": the passive subject of quote speaks.
std::optional<CueSubject> quoted_subject(const Trees& tree, TokenIndex verb) {
  const auto head = tree.head(verb);
  if (!head || lemma(tree, *head) != "quote") return std::nullopt;
  if (const auto subject = tree.child(*head, {"nsubj"})) return subject_at(tree, *subject);
  if (tree.is(*head, {"acl"}) && tree.head(*head)) return subject_at(tree, *tree.head(*head), *head);
  return std::nullopt;
}

// The subject that a verb without its own shares with the verb above it.
std::optional<TokenIndex> shares_with(const Trees& tree, TokenIndex verb) {
  const auto head = tree.head(verb);
  if (!head || (upos(tree, *head) != "VERB" && upos(tree, *head) != "AUX" && upos(tree, *head) != "ADJ" &&
                upos(tree, *head) != "NOUN" && upos(tree, *head) != "PROPN")) {
    return std::nullopt;
  }
  if (tree.is(verb, {"conj", "xcomp"})) return head;
  if (tree.is(verb, {"advcl"})) return head;
  if (tree.is(verb, {"parataxis", "ccomp"}) && xpos(tree, verb) == "VBG") return head;
  return std::nullopt;
}

CueSubject possessor(const Trees& tree, TokenIndex t) {
  CueSubject found = subject_at(tree, t);
  if (found.span.size() > 1 && xpos(tree, found.span.end - 1) == "POS") --found.span.end;
  return found;
}

CueSubject without_case(const Trees& tree, TokenIndex t) {
  CueSubject found = subject_at(tree, t);
  if (const auto c = tree.child(t, {"case"}); c && *c == found.span.begin) ++found.span.begin;
  return found;
}

// "Ann repeated / gave / voiced the claim that".
std::optional<CueSubject> giver(const Trees& tree, TokenIndex noun) {
  const auto verb = tree.head(noun);
  if (!verb || !tree.is(noun, {"obj"})) return std::nullopt;
  static constexpr std::string_view kGiving[] = {"express", "give",   "have",      "hold",  "issue", "make",
                                                 "offer",   "repeat", "reiterate", "share", "voice"};
  if (std::find(std::begin(kGiving), std::end(kGiving), lemma(tree, *verb)) == std::end(kGiving)) return std::nullopt;
  return find_speaker(tree, *verb);
}

}  // namespace

TokenSpan trimmed(const Document& doc, TokenSpan span) {
  const auto loose = [&](TokenIndex t) {
    const std::string_view w = word(doc, t);
    return w == "," || w == "." || w == ";" || w == ":" || w == "-" || w == "--" || w == "\u2013" || w == "\u2014";
  };
  while (!span.empty() && loose(span.begin)) ++span.begin;
  while (!span.empty() && loose(span.end - 1)) --span.end;
  return span;
}

bool is_passive(const Trees& tree, TokenIndex verb) {
  if (tree.child(verb, {"nsubj:pass", "aux:pass"})) return true;
  const bool participle = xpos(tree, verb) == "VBN" || (xpos(tree, verb) == "VBD" && tree.is(verb, {"advcl"}));
  return participle && tree.is(verb, {"advcl", "acl"}) && !tree.child(verb, {"aux", "nsubj", "obj"});
}

std::optional<CueSubject> find_agent(const Trees& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (!tree.is(c, {"obl"}) || !tree.has_child(c, "case", "by")) continue;
    CueSubject found = subject_at(tree, c);
    if (const auto by = tree.child(c, {"case"}); by && *by == found.span.begin) ++found.span.begin;
    return found;
  }
  return std::nullopt;
}

std::optional<CueSubject> find_speaker(const Trees& tree, TokenIndex cue) {
  TokenIndex verb = cue;
  for (int climbed = 0; climbed < 4; ++climbed) {
    if (const auto found = quoted_subject(tree, verb)) return found;
    if (const auto found = own_subject(tree, verb)) return found;
    if (tree.child(verb, {"nsubj:pass", "aux:pass"})) {
      if (verb != cue && !tree.is(cue, {"conj"})) {
        if (const auto subject = tree.child(verb, {"nsubj:pass"})) return subject_at(tree, *subject);
      }
      return verb == cue ? find_agent(tree, verb) : std::nullopt;
    }
    // "a statement saying ...", "people familiar with it say": the noun that the participle modifies.
    if (tree.is(verb, {"acl"}) && xpos(tree, verb) == "VBG" && tree.head(verb)) {
      return subject_at(tree, *tree.head(verb), verb);
    }
    const auto above = shares_with(tree, verb);
    if (!above || tree.child(*above, {"expl"})) return std::nullopt;  // "there are grounds to believe"
    // "allows us to hope", "asked her to say": whom the verb above moves is the one who does it.
    const auto moved = tree.child(*above, {"obj", "iobj"});
    if (moved && *moved < verb && tree.is(verb, {"xcomp"}) && tree.has_child(verb, "mark", "to") &&
        upos(tree, *above) == "VERB") {
      return subject_at(tree, *moved, verb);
    }
    verb = *above;
  }
  return std::nullopt;
}

std::optional<TokenIndex> find_clause(const Trees& tree, TokenIndex verb) {
  if (const auto clause = tree.child(verb, {"ccomp"})) return clause;
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.is(c, {"xcomp"}) && (tree.has_child(c, "mark", "that") || tree.child(c, {"nsubj"}))) return c;
  }
  return std::nullopt;
}

std::optional<CueSubject> find_owner(const Trees& tree, TokenIndex noun) {
  if (const auto owner = tree.child(noun, {"nmod:poss"})) return possessor(tree, *owner);
  if (noun >= 2 && xpos(tree, noun - 1) == "POS" && upos(tree, noun - 2) == "PROPN") {
    return CueSubject{noun - 2, {noun - 2, noun - 1}};  // "[Minister Ann] Lee's claim": the brackets may break the tree
  }
  for (const TokenIndex c : tree.children(noun)) {
    // "the view of Ann" is hers; "allegations of fraud" are nobody's.
    const bool is_person = upos(tree, c) == "PROPN" || upos(tree, c) == "PRON" || is_title(lemma(tree, c));
    const bool by =
        tree.is(c, {"nmod"}) && ((tree.has_child(c, "case", "of") && is_person) ||
                                 tree.has_child(c, "case", "by") || tree.has_child(c, "case", "from"));
    if (by && c > noun) return without_case(tree, c);
  }
  return giver(tree, noun);
}

std::optional<CueSubject> find_according(const Trees& tree, TokenIndex according) {
  std::optional<TokenIndex> source = tree.head(according);
  if (!tree.is(according, {"case", "fixed", "mark"}) || !source) source = tree.child(according, {"obl", "nmod", "obj"});
  if (!source) return std::nullopt;
  CueSubject who = subject_at(tree, *source);
  who.span.begin = std::max(who.span.begin, according + 2);
  if (who.span.end <= who.span.begin) return std::nullopt;
  return who;
}

namespace {

/// Collects the contents of cues.
class Finder {
 public:
  Finder(const Trees& tree, const std::vector<Quotation>& quotations)
      : tree_(tree), doc_(tree.doc()), quotations_(quotations), outer_(outer_quotations(doc_, quotations)) {}

  std::vector<Attribution> run() {
    for (TokenIndex t = 0; t < doc_.tokens.size(); ++t) {
      if (lemma(tree_, t) == "accord" || lemma(tree_, t) == "according") {
        according(t);
      } else if (upos(tree_, t) == "VERB" && !tree_.is(t, {"amod"})) {
        if (const std::uint32_t uses = verb_cue(lemma(tree_, t))) verb(t, uses);
      } else if (upos(tree_, t) == "NOUN") {
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

  // Quotations of the sentence.
  std::vector<TokenSpan> quoted(TokenIndex v, std::uint32_t uses, TokenSpan source) const {
    if ((uses & (kSpeech | kAsk | kThought | kShow)) == 0 || outer_[v] != kNoQuotation) return {};
    std::vector<TokenSpan> pieces;
    const TokenSpan sentence = nearby(doc_.sentences[sentence_of(doc_, v)], v);
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      if (outer_[t] == kNoQuotation) continue;
      const Quotation& q = quotations_[outer_[t]];
      if (is_utterance(doc_, q) && !q.span.contains(source.begin)) pieces.push_back(q.span);
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

  bool has_as(TokenIndex t) const {
    return tree_.has_child(t, "case", "as") || tree_.has_child(t, "mark", "as");
  }

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
