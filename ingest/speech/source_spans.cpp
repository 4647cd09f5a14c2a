#include "ingest/speech/source_spans.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/quotes.hpp"

namespace hearsay {
namespace {

bool holds(const std::vector<TokenSpan>& spans, TokenIndex t) {
  return std::any_of(spans.begin(), spans.end(), [&](TokenSpan s) { return s.contains(t); });
}

/// Mends one source.
class Mender {
 public:
  Mender(const Trees& tree, const Attribution& a) : tree_(tree), doc_(tree.doc()), a_(a) {}

  TokenSpan run(TokenSpan span) const {
    constexpr int kSteps = 3;  // "the 60", "the 60 second", "the 60 second ad"
    span = without_clause(span);
    for (int step = 0; step < kSteps; ++step) span = with_noun(span);
    span = without_torn_end(span);
    return without_bracket(with_particle(with_whole_names(span)));
  }

 private:
  bool is_free(TokenIndex t) const { return !holds(a_.cue, t) && !holds(a_.content, t); }

  // "[A] headline that said", "the 30-second [video]": the noun that the last word describes, a few words on.
  TokenSpan with_noun(TokenSpan span) const {
    constexpr TokenIndex kNear = 4;
    const TokenIndex last = span.end - 1;
    const auto noun = tree_.head(last);
    if (!noun || *noun <= last || *noun > last + kNear || !tree_.is(last, {"det", "amod", "compound", "nummod"})) {
      return span;
    }
    for (TokenIndex t = span.end; t <= *noun; ++t) {
      if (!is_free(t) || !is_nominal(t)) return span;
    }
    return {span.begin, *noun + 1};
  }

  bool is_nominal(TokenIndex t) const {
    const std::string& upos = tree_.upos(t);
    return upos == "NOUN" || upos == "PROPN" || upos == "ADJ" || upos == "NUM" || word(doc_, t) == "-";
  }

  bool is_torn(TokenSpan span) const {
    const std::string& upos = tree_.upos(span.end - 1);
    return span.size() >= 3 && (upos == "DET" || upos == "ADP") && !tree_.is(span.end - 1, {"fixed", "nsubj"});
  }

  // "the minister, opening a hall in the": before the participle or the relative.
  TokenSpan without_clause(TokenSpan span) const {
    if (!is_torn(span)) return span;
    for (TokenIndex t = span.end - 1; t > span.begin + 1; --t) {
      const std::string& tag = tree_.xpos(t);
      if (word(doc_, t - 1) == "," && (tag == "VBG" || tag == "VBN" || tag[0] == 'W')) return {span.begin, t - 1};
    }
    return span;
  }

  // Whatever else ends in an article: back to the comma.
  TokenSpan without_torn_end(TokenSpan span) const {
    if (!is_torn(span)) return span;
    for (TokenIndex t = span.end - 1; t > span.begin + 1; --t) {
      if (word(doc_, t - 1) == ",") return {span.begin, t - 1};
    }
    return span;
  }

  // "[The Times.]": a bracket that closes what the source does not open, and the full stop inside it.
  TokenSpan without_bracket(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (word(doc_, t) == "[") return span;
    }
    if (span.size() > 1 && word(doc_, span.end - 1) == "]") --span.end;
    if (span.size() > 1 && word(doc_, span.end - 1) == ".") --span.end;
    return span;
  }

  TokenSpan with_whole_names(TokenSpan span) const {
    const auto crosses = [&](const Name& n) {
      return n.span.begin < span.end && span.begin < n.span.end && !span.contains(n.span) && !n.span.contains(span);
    };
    auto name = std::lower_bound(doc_.names.begin(), doc_.names.end(), span.begin,
                                 [](const Name& n, TokenIndex t) { return n.span.end <= t; });
    for (; name != doc_.names.end() && name->span.begin < span.end; ++name) {
      if (crosses(*name)) span = {std::min(span.begin, name->span.begin), std::max(span.end, name->span.end)};
    }
    return span;
  }

  // "In 't Veld", "van 't Hek": the apostrophe may part the name.
  TokenSpan with_particle(TokenSpan span) const {
    TokenIndex begin = span.begin;
    if (begin > 0 && is_short_article(word(doc_, begin - 1))) --begin;
    if (begin > 1 && word(doc_, begin) == "t" && is_apostrophe(word(doc_, begin - 1))) --begin;
    if (begin == span.begin && !is_short_article(word(doc_, begin)) && !is_apostrophe(word(doc_, begin))) return span;
    if (begin > 0 && is_preposition(word(doc_, begin - 1))) --begin;
    return {begin, span.end};
  }

  static bool is_apostrophe(std::string_view w) { return w == "'" || w == "\u2019" || w == "\u2018"; }
  static bool is_short_article(std::string_view w) { return w == "t" || w == "'t" || w == "\u2019t" || w == "\u2018t"; }
  static bool is_preposition(std::string_view w) {
    return w == "In" || w == "in" || w == "Van" || w == "van" || w == "Op" || w == "op";
  }

  const Trees& tree_;
  const Document& doc_;
  const Attribution& a_;
};

bool is_verbal(const Trees& tree, TokenIndex t) { return tree.upos(t) == "VERB" || tree.upos(t) == "AUX"; }

// After "Lee, a top aide said," Lee's verb follows, with or without a mark or an adverb before it.
bool goes_on_with_verb(const Trees& tree, TokenSpan sentence, TokenIndex t) {
  const Document& doc = tree.doc();
  while (t < sentence.end && (is_quotation_mark(word(doc, t)) || tree.upos(t) == "ADV")) ++t;
  if (t >= sentence.end || !is_verbal(tree, t)) return false;
  const std::string& tag = tree.xpos(t);
  return tag == "VBZ" || tag == "VBD" || tag == "VBP" || tag == "MD";
}

}  // namespace

TokenSpan mended_source(const Trees& tree, const Attribution& a, TokenSpan source) {
  return source.empty() ? source : Mender(tree, a).run(source);
}

std::optional<TokenSpan> inserted_speaker(const Trees& tree, TokenIndex cue) {
  constexpr TokenIndex kLongest = 12, kAfter = 7;
  const Document& doc = tree.doc();
  const TokenSpan sentence = tree.sentence(cue);
  TokenIndex begin = cue;
  while (begin > sentence.begin && begin + kLongest > cue && word(doc, begin - 1) != ",") {
    if (is_verbal(tree, begin - 1) || is_quotation_mark(word(doc, begin - 1)) || tree.upos(begin - 1) == "CCONJ") {
      return std::nullopt;
    }
    --begin;
  }
  if (begin == cue || begin < sentence.begin + 2 || word(doc, begin - 1) != ",") return std::nullopt;
  const std::string& last = tree.upos(cue - 1);
  if (last != "NOUN" && last != "PROPN" && last != "PRON") return std::nullopt;
  TokenIndex after = cue + 1;
  while (after < sentence.end && after < cue + kAfter && word(doc, after) != "," && !is_verbal(tree, after)) ++after;
  if (after >= sentence.end || word(doc, after) != "," || !goes_on_with_verb(tree, sentence, after + 1)) {
    return std::nullopt;
  }
  return TokenSpan{begin, cue};
}

}  // namespace hearsay
