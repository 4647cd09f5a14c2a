#include "ingest/speech/introductions.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/quoted_speech.hpp"

namespace hearsay {
namespace {

template <typename IsCue>
std::optional<Introduction> last_speaker(const Trees& trees, TokenSpan before, IsCue is_cue) {
  for (TokenIndex t = before.end; t-- > before.begin;) {
    if (trees.upos(t) != "VERB" || !is_cue(t)) continue;
    if (const auto speaker = find_speaker(trees, t)) return Introduction{*speaker, t};
  }
  return std::nullopt;
}

// The last quotation of the paragraph ends here: "...," and "..." - Ann Lee.
TokenIndex end_of_quotations(const std::vector<Quotation>& quotations, std::uint32_t q) {
  TokenIndex end = quotations[q].span.end;
  for (std::uint32_t n = q + 1; n < quotations.size() && quotations[n].paragraph == quotations[q].paragraph; ++n) {
    end = std::max(end, quotations[n].span.end);
  }
  return end;
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
  if (const auto found = last_speaker(trees, before, says)) return found;
  return last_speaker(trees, before, leads);
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
