#include "ingest/speech/attribution_fields.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/circumstances.hpp"
#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"

namespace hearsay {
namespace {

/// Counts of words and of quoted words before each token.
class QuotedWords {
 public:
  QuotedWords(const Document& doc, const std::vector<Quotation>& quotations)
      : quotations_(quotations),
        outer_(outer_quotations(doc, quotations)),
        words_(doc.tokens.size() + 1, 0),
        quoted_(doc.tokens.size() + 1, 0) {
    for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
      const bool is_word = doc.tags[t].upos != "PUNCT";
      words_[t + 1] = words_[t] + (is_word ? 1U : 0U);
      quoted_[t + 1] = quoted_[t] + (is_word && outer_[t] != kNoQuotation ? 1U : 0U);
    }
  }

  [[nodiscard]] SpeechKind kind(const Document& doc, const Attribution& a) const {
    TokenSpan around;  // the quotation that the cue itself stands in
    if (!a.cue.empty() && outer_[a.cue[0].begin] != kNoQuotation) around = quotations_[outer_[a.cue[0].begin]].span;
    std::uint32_t words = 0, quoted = 0;
    for (const TokenSpan piece : a.content) {
      words += words_[piece.end] - words_[piece.begin];
      quoted += quoted_[piece.end] - quoted_[piece.begin];
      const TokenSpan common{std::max(piece.begin, around.begin), std::min(piece.end, around.end)};
      if (common.begin < common.end) quoted -= quoted_[common.end] - quoted_[common.begin];
    }
    const bool opens = is_quotation_mark(word(doc, a.content[0].begin));
    if (quoted > 0 && (opens ? 2 * quoted >= words : 10 * quoted >= 9 * words)) return SpeechKind::direct;
    return quoted > 0 ? SpeechKind::mixed : SpeechKind::indirect;
  }

 private:
  const std::vector<Quotation>& quotations_;
  std::vector<std::uint32_t> outer_, words_, quoted_;
};

std::string cue_lemma(const Document& doc, const Attribution& a) {
  if (a.cue.empty()) return {};
  const TokenIndex head = cue_head(doc, a);
  const std::string& lemma = doc.tags[head].lemma;
  if (lemma == "accord" || lemma == "according") return "according to";
  if (!lemma.empty() && lemma != "_") return lemma;
  return std::string(word(doc, head));
}

bool is_negation(const std::string& lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "n\u2019t" || lemma == "never" || lemma == "neither" ||
         lemma == "nor";
}

bool has_negation(const Trees& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.is(c, {"advmod", "neg", "det"}) && is_negation(tree.doc().tags[c].lemma)) return true;
  }
  return false;
}

bool is_negated(const Trees& tree, const Attribution& a) {
  if (a.cue.empty()) return false;
  const Document& doc = tree.doc();
  const TokenIndex head = cue_head(doc, a);
  const std::string& lemma = doc.tags[head].lemma;
  const std::uint32_t uses = doc.tags[head].upos == "NOUN" ? noun_cue(lemma) : verb_cue(lemma);
  bool negated = (uses & kDeny) != 0;
  // "did not deny" asserts nothing either way; we take the two as cancelling out.
  if (has_negation(tree, head)) negated = !negated;
  if (is_refusal(lemma)) negated = true;
  const auto above = tree.head(head);
  if (above && tree.is(head, {"xcomp"})) {
    if (is_refusal(doc.tags[*above].lemma) || has_negation(tree, *above)) negated = true;
  }
  return negated;
}

// The word of the source that hangs on something outside it; behind a title the name.
std::optional<TokenIndex> source_head(const Trees& tree, const Attribution& a) {
  if (a.source.empty()) return std::nullopt;
  const TokenSpan span = a.source[0];
  TokenIndex best = span.end - 1;
  std::uint32_t widest = 0;
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    const auto head = tree.head(t);
    if (head && span.contains(*head)) continue;
    if (tree.doc().tags[t].upos == "PUNCT") continue;
    const TokenSpan yield = tree.yield(t);
    const std::uint32_t inside = std::min(yield.end, span.end) - std::max(yield.begin, span.begin);
    if (inside > widest) {
      widest = inside;
      best = t;
    }
  }
  if (is_title(tree.doc().tags[best].lemma)) {
    for (const TokenIndex c : tree.children(best)) {
      if (c > best && span.contains(c) && tree.is(c, {"flat"}) && c == best + 1) return c;
    }
  }
  return best;
}

// "He [Lee] says": an editor's note says who it is.
TokenIndex glossed(const Trees& tree, const Attribution& a, TokenIndex head) {
  const Document& doc = tree.doc();
  if (a.source.empty() || doc.tags[head].upos != "PRON") return head;
  constexpr TokenIndex kLongest = 6;
  TokenIndex t = a.source[0].end;
  if (t >= doc.tokens.size() || word(doc, t) != "[") return head;
  const TokenIndex limit = std::min(static_cast<TokenIndex>(doc.tokens.size()), t + kLongest);
  for (++t; t < limit && doc.tags[t].upos == "PROPN"; ++t) {
    if (t + 1 < limit && word(doc, t + 1) == "]") return t;
  }
  return head;
}

// "officials, who insisted": the source stands for the noun before it.
TokenIndex antecedent(const Trees& tree, TokenIndex source) {
  const std::string& tag = tree.doc().tags[source].xpos;
  const auto verb = tree.head(source);
  if ((tag != "WP" && tag != "WDT") || !verb || !tree.is(*verb, {"acl"}) || !tree.head(*verb)) return source;
  return *tree.head(*verb);
}

TokenIndex anchor(const Attribution& a) { return a.cue.empty() ? a.content[0].begin : a.cue[0].begin; }

std::uint32_t size_of(const Attribution& a) {
  std::uint32_t size = 0;
  for (const TokenSpan piece : a.content) size += piece.size();
  return size;
}

TokenIndex first_token(const Attribution& a) {
  return a.cue.empty() ? a.content[0].begin : std::min(a.cue[0].begin, a.content[0].begin);
}

// The larger content is the outer one, so that no chain of parents comes back to itself.
bool may_hold(const std::vector<Attribution>& all, std::uint32_t outer, std::uint32_t inner) {
  const std::uint32_t a = size_of(all[outer]), b = size_of(all[inner]);
  return outer != inner && (a > b || (a == b && outer < inner));
}

void set_parents(std::vector<Attribution>& all) {
  struct Piece {
    TokenSpan span;
    std::uint32_t owner;
  };
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> order(all.size());
  for (std::uint32_t a = 0; a < all.size(); ++a) {
    order[a] = a;
    all[a].parent.reset();
    for (const TokenSpan piece : all[a].content) pieces.push_back({piece, a});
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return anchor(all[a]) < anchor(all[b]); });
  std::vector<Piece> open;
  std::size_t next = 0;
  constexpr std::size_t kLooks = 32;  // contents seldom cross; a bound keeps hostile text linear
  for (const std::uint32_t a : order) {
    const TokenIndex at = anchor(all[a]);
    for (; next < pieces.size() && pieces[next].span.begin <= at; ++next) open.push_back(pieces[next]);
    while (!open.empty() && open.back().span.end <= at) open.pop_back();
    for (std::size_t i = open.size(); i-- > 0 && open.size() - i <= kLooks;) {
      if (!open[i].span.contains(at) || !may_hold(all, open[i].owner, a)) continue;
      all[a].parent = open[i].owner;
      break;
    }
  }
}

}  // namespace

TokenIndex cue_head(const Document& doc, const Attribution& attribution) {
  std::optional<TokenIndex> verb, noun;
  for (const TokenSpan piece : attribution.cue) {
    for (TokenIndex t = piece.begin; t < piece.end; ++t) {
      const Tag& tag = doc.tags[t];
      if (tag.lemma == "accord" || tag.lemma == "according") return t;
      if (tag.upos == "VERB" && (verb_cue(tag.lemma) & (kSpeech | kTell | kStance)) != 0) return t;
      if (!verb && tag.upos == "VERB") verb = t;
      if (!noun && tag.upos == "NOUN") noun = t;
    }
  }
  if (verb) return *verb;
  return noun ? *noun : attribution.cue[0].begin;
}

void set_fields(const Trees& tree, const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions) {
  const Document& doc = tree.doc();
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
  const QuotedWords quoted(doc, quotations);
  for (Attribution& a : attributions) {
    a.kind = quoted.kind(doc, a);
    a.cue_lemma = cue_lemma(doc, a);
    a.negated = is_negated(tree, a);
    if (!a.source_head) a.source_head = source_head(tree, a);
    if (a.source_head) a.source_head = glossed(tree, a, antecedent(tree, *a.source_head));
    set_circumstances(tree, a);
  }
  std::stable_sort(attributions.begin(), attributions.end(), [](const Attribution& a, const Attribution& b) {
    const TokenIndex x = first_token(a), y = first_token(b);
    return x != y ? x < y : size_of(a) > size_of(b);
  });
  set_parents(attributions);
}

}  // namespace hearsay
