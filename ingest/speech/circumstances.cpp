#include "ingest/speech/circumstances.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"

namespace hearsay {
namespace {

bool overlap(const std::vector<TokenSpan>& spans, TokenSpan other) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](TokenSpan s) { return s.begin < other.end && other.begin < s.end; });
}

bool is_person_like(const Document& doc, TokenIndex t) {
  const Tag& tag = doc.tags[t];
  if (is_audience(tag.lemma) || is_title(tag.lemma)) return true;
  if (tag.upos == "PROPN") return true;
  return tag.upos == "PRON" && (tag.xpos == "PRP" || tag.xpos == "WP") && tag.lemma != "it" && tag.lemma != "itself";
}

bool is_speaking(const Document& doc, TokenIndex t) {
  const std::string& lemma = doc.tags[t].lemma;
  return lemma == "speak" || lemma == "talk" || lemma == "appear" || lemma == "address";
}

/// Looks around the cue verb.
class Circumstances {
 public:
  Circumstances(const Trees& tree, Attribution& a) : tree_(tree), doc_(tree.doc()), a_(a) {}

  void find() {
    const TokenIndex verb = cue_head(doc_, a_);
    if (doc_.tags[verb].upos != "VERB") return;
    if (a_.addressee.empty()) {
      if (const auto to = addressee(verb)) a_.addressee = {*to};
    }
    visit(verb);
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"advcl"}) && is_speaking(doc_, c)) visit(c);
    }
  }

 private:
  std::optional<TokenSpan> addressee(TokenIndex verb) const {
    const std::uint32_t uses = verb_cue(doc_.tags[verb].lemma);
    if (const auto c = tree_.child(verb, {"iobj"})) return take(*c, false);
    if ((uses & (kTell | kOrder | kAsk)) != 0) {
      if (const auto told = hearer(verb)) return take(*told, false);
      if (const auto c = tree_.child(verb, {"obj"})) {
        if (const auto found = take(*c, false)) return found;
      }
    }
    for (const TokenIndex c : tree_.children(verb)) {
      if (const auto found = spoken_to(c)) return found;
    }
    return std::nullopt;
  }

  // "He was told", "Asked about it, he said": the subject of the passive.
  std::optional<TokenIndex> hearer(TokenIndex verb) const {
    if (const auto told = tree_.child(verb, {"nsubj:pass"})) return told;
    const auto above = tree_.head(verb);
    if (!above || !tree_.is(verb, {"advcl"}) || !is_passive(tree_, verb)) return std::nullopt;
    return tree_.child(*above, {"nsubj"});
  }

  // "said to reporters", "said in an interview with Ann", "Speaking to reporters, she said".
  std::optional<TokenSpan> spoken_to(TokenIndex c) const {
    if (tree_.is(c, {"obl"})) {
      if (begins_with(c, "to") && is_person_like(doc_, c) && !is_location(name_type(c))) return take(c, true);
      const std::string& lemma = doc_.tags[c].lemma;
      if (lemma == "interview" || lemma == "conversation" || lemma == "briefing") return listener(c, "nmod");
    }
    if (tree_.is(c, {"advcl"}) && is_speaking(doc_, c)) return listener(c, "obl");
    return std::nullopt;
  }

  // The preposition may hang on another word of the phrase.
  bool begins_with(TokenIndex c, std::string_view preposition) const {
    const TokenIndex first = tree_.yield(c).begin;
    return tree_.has_child(c, "case", preposition) || doc_.tags[first].lemma == preposition ||
           (first > 0 && first == c && doc_.tags[first - 1].lemma == preposition);
  }

  std::optional<TokenSpan> listener(TokenIndex of, std::string_view relation) const {
    for (const TokenIndex c : tree_.children(of)) {
      const bool to = begins_with(c, "to") || begins_with(c, "with");
      if (tree_.is(c, {relation}) && to && is_person_like(doc_, c) && !is_location(name_type(c))) return take(c, true);
    }
    return std::nullopt;
  }

  // When and where, among what hangs on `verb` or on the one who hears it ("told reporters in Vienna").
  void visit(TokenIndex verb) {
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"obl", "advmod"})) circumstance(c);
      if (!tree_.is(c, {"obj", "iobj", "obl"})) continue;
      for (const TokenIndex below : tree_.children(c)) {
        const bool loose = is_audience(doc_.tags[c].lemma) || is_occasion(doc_.tags[c].lemma);
        if (tree_.is(below, {"nmod"}) && (loose || is_day(below))) circumstance(below);
      }
    }
  }

  void circumstance(TokenIndex c) {
    const std::string_view type = name_type(c);
    if (!a_.time && is_day(c)) {
      a_.time = day(c);
    } else if (!a_.place && is_somewhere(c) && (is_location(type) || is_occasion(doc_.tags[c].lemma))) {
      a_.place = take(c, true);
    }
  }

  bool is_day(TokenIndex c) const {
    static constexpr std::string_view kDays[] = {"today", "tomorrow", "tonight", "yesterday"};
    const std::string_view type = name_type(c);
    return type == "DATE" || type == "TIME" ||
           std::find(std::begin(kDays), std::end(kDays), doc_.tags[c].lemma) != std::end(kDays);
  }

  // The words of the date alone: more may hang on it ("a briefing today in Oslo").
  std::optional<TokenSpan> day(TokenIndex c) const {
    const Name* name = tree_.name_at(c);
    TokenSpan span = name != nullptr ? name->span : TokenSpan{c, c + 1};
    while (span.size() > 1 && doc_.tags[span.begin].upos == "ADP") ++span.begin;
    if (overlap(a_.content, span) || overlap(a_.source, span)) return std::nullopt;
    return span;
  }

  // A statement is no place, and "to the press" no occasion.
  bool is_somewhere(TokenIndex c) const {
    static constexpr std::string_view kWhere[] = {"at",     "in",   "during", "outside", "on",
                                                  "before", "from", "after",  "near"};
    return std::any_of(std::begin(kWhere), std::end(kWhere),
                       [&](std::string_view w) { return tree_.has_child(c, "case", w); });
  }

  static bool is_location(std::string_view type) {
    return type == "GPE" || type == "LOC" || type == "FAC" || type == "EVENT";
  }

  std::string_view name_type(TokenIndex t) const {
    const Name* name = tree_.name_at(t);
    return name != nullptr ? std::string_view(name->type) : std::string_view();
  }

  std::optional<TokenSpan> take(TokenIndex head, bool without_case) const {
    TokenSpan span = tree_.yield(head);
    for (const TokenIndex c : tree_.children(head)) {
      const bool loose = tree_.is(c, {"acl", "appos", "parataxis", "advcl", "ccomp", "list"}) ||
                         (is_audience(doc_.tags[head].lemma) && tree_.is(c, {"nmod"}) && is_somewhere(c)) ||
                         (tree_.is(c, {"nmod", "obl"}) && !is_day(head) && is_day(c));
      if (loose && c > head) span.end = std::min(span.end, tree_.yield(c).begin);
      if (without_case && tree_.is(c, {"case"}) && c < head) span.begin = std::max(span.begin, c + 1);
    }
    while (without_case && span.begin < head && doc_.tags[span.begin].upos == "ADP") ++span.begin;
    while (span.end > head + 1 && doc_.tags[span.end - 1].upos == "ADP") --span.end;
    if (span.end <= span.begin) return std::nullopt;
    span = trimmed(doc_, span);
    if (!span.contains(head) || overlap(a_.content, span) || overlap(a_.source, span)) return std::nullopt;
    return span;
  }

  const Trees& tree_;
  const Document& doc_;
  Attribution& a_;
};

}  // namespace

void set_circumstances(const Trees& tree, Attribution& a) {
  if (!a.cue.empty()) Circumstances(tree, a).find();
}

}  // namespace hearsay
