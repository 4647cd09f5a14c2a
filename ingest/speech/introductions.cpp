#include "ingest/speech/introductions.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/quoted_speech.hpp"

namespace hearsay {
namespace {

// "It gets better:", "There is a threat that many make:" - nobody is named who could speak.
bool is_nobody(const Document& doc, const CueSubject& who) {
  const std::string& lemma = doc.tags[who.head].lemma;
  return doc.tags[who.head].xpos == "EX" || lemma == "it" || lemma == "this" || lemma == "that" || lemma == "there";
}

template <typename IsCue>
std::optional<Introduction> last_speaker(const Trees& trees, TokenSpan before, IsCue is_cue) {
  for (TokenIndex t = before.end; t-- > before.begin;) {
    if (trees.upos(t) != "VERB" || !is_cue(t)) continue;
    if (const auto speaker = find_speaker(trees, t); speaker && !is_nobody(trees.doc(), *speaker)) {
      return Introduction{*speaker, t};
    }
  }
  return std::nullopt;
}

bool is_in_byline(const Trees& trees, TokenIndex t) {
  return trees.upos(t) == "PROPN" || trees.xpos(t) == "POS" || trees.form(t) == "'" || trees.form(t) == "the";
}

// The last quotation of the paragraph ends here: "...," and "..." - Ann Lee.
TokenIndex end_of_quotations(const std::vector<Quotation>& quotations, std::uint32_t q) {
  TokenIndex end = quotations[q].span.end;
  for (std::uint32_t n = q + 1; n < quotations.size() && quotations[n].paragraph == quotations[q].paragraph; ++n) {
    end = std::max(end, quotations[n].span.end);
  }
  return end;
}

// "From the report:", "More from the report:" - the colon is all the verb there is.
std::optional<Introduction> named_work(const Trees& trees, TokenSpan before) {
  const Document& doc = trees.doc();
  constexpr std::uint32_t kLongest = 8;
  if (before.size() > kLongest) return std::nullopt;
  for (TokenIndex t = before.begin; t < before.end && t < before.begin + 2; ++t) {
    if (doc.tags[t].lemma != "from") continue;
    const TokenSpan source = trimmed(doc, {t + 1, before.end});
    const auto is_noun = [&](TokenIndex n) { return trees.upos(n) == "NOUN" || trees.upos(n) == "PROPN"; };
    if (source.empty() || !is_noun(source.end - 1)) return std::nullopt;
    return Introduction{{source.end - 1, source}, before.end};
  }
  return std::nullopt;
}

// "Port to close in May," by the Herald's Ann Lee: - who wrote what follows; the colon is the cue.
std::optional<Introduction> byline(const Trees& trees, TokenSpan before) {
  const Document& doc = trees.doc();
  constexpr std::uint32_t kLongest = 8;
  TokenIndex first = before.end;
  while (first > before.begin && before.end - first < kLongest && is_in_byline(trees, first - 1)) --first;
  if (first == before.end || first < before.begin + 2 || trees.form(first - 1) != "by") return std::nullopt;
  const std::string_view left = word(doc, first - 2);
  if (!is_quotation_mark(left) && left != "," && !is_dash(left)) return std::nullopt;
  return Introduction{{before.end - 1, {first, before.end}}, before.end};
}

bool is_in_name(const Document& doc, TokenIndex t) {
  const Tag& tag = doc.tags[t];
  return tag.upos == "PROPN" || tag.upos == "NOUN" || word(doc, t) == "of" || tag.lemma == "the";
}

}  // namespace

std::optional<Introduction> find_introduction(const Trees& trees, TokenSpan before, bool is_inside) {
  const Document& doc = trees.doc();
  const auto says = [&](TokenIndex t) { return (verb_cue(doc.tags[t].lemma) & (kSpeech | kAsk)) != 0; };
  const auto leads = [&](TokenIndex t) { return is_inside ? !trees.is(t, {"amod", "acl"}) : trees.is(t, "root"); };
  if (const auto found = byline(trees, before)) return found;
  if (const auto found = last_speaker(trees, before, says)) return found;
  if (const auto found = last_speaker(trees, before, leads)) return found;
  return named_work(trees, before);
}

std::optional<Signature> find_labelled_post(const Document& doc, TokenSpan paragraph) {
  constexpr std::uint32_t kLongestName = 6;
  TokenIndex open = paragraph.begin;
  while (open + 4 < paragraph.end && open < paragraph.begin + kLongestName && word(doc, open) != "(") ++open;
  if (open == paragraph.begin || open + 4 >= paragraph.end || word(doc, open) != "(") return std::nullopt;
  const bool labelled = word(doc, open + 1).front() == '@' && word(doc, open + 2) == ")" && word(doc, open + 3) == ":";
  if (!labelled) return std::nullopt;
  return Signature{{paragraph.begin, open}, open + 3, {open + 4, paragraph.end}};
}

std::optional<Signature> find_post(const Document& doc, TokenSpan paragraph) {
  constexpr std::uint32_t kLongestName = 8;
  for (TokenIndex t = paragraph.begin + 3; t + 4 < paragraph.end; ++t) {
    if (!is_dash(word(doc, t))) continue;
    TokenIndex open = t + 1;
    while (open < paragraph.end && open <= t + kLongestName && word(doc, open) != "(") ++open;
    if (open == t + 1 || open + 2 >= paragraph.end || word(doc, open) != "(" || word(doc, open + 1).front() != '@')
      continue;
    return Signature{{t + 1, open}, t, {paragraph.begin, t}};
  }
  return std::nullopt;
}

std::optional<Signature> find_signature(const Document& doc, const std::vector<Quotation>& quotations,
                                        std::uint32_t quotation) {
  const std::uint32_t number = quotations[quotation].paragraph;
  const TokenSpan paragraph = doc.paragraphs[number];
  if (quotations[quotation].span.begin != paragraph.begin) return std::nullopt;
  const TokenIndex end = end_of_quotations(quotations, quotation);
  TokenSpan rest{end, paragraph.end};
  if (rest.empty() && number + 1 < doc.paragraphs.size()) rest = doc.paragraphs[number + 1];
  if (rest.size() < 2 || rest.size() > 20 || !is_dash(word(doc, rest.begin))) return std::nullopt;
  TokenSpan name{rest.begin + 1, rest.begin + 1};
  while (name.end < rest.end && is_in_name(doc, name.end)) ++name.end;
  if (name.empty()) return std::nullopt;
  return Signature{name, rest.begin, {paragraph.begin, end}};
}

}  // namespace hearsay
