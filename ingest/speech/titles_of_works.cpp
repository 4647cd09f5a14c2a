#include "ingest/speech/titles_of_works.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "ingest/speech/attribution_fields.hpp"
#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/cue_subjects.hpp"

namespace hearsay {
namespace {

constexpr std::string_view kWorks[] = {
    "album",     "ballad", "biography", "book",   "column", "comedy",  "commentary", "documentary", "drama",
    "editorial", "essay",  "film",      "memoir", "movie",  "musical", "novel",      "op-ed",       "painting",
    "play",      "poem",   "series",    "show",   "sitcom", "song",    "thriller",   "track"};
constexpr std::string_view kParts[] = {"chapter",   "clip",      "cover", "episode",
                                       "recording", "rendition", "tune",  "version"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "column on Aug. 10": back over a date, at most a few words.
TokenIndex before_date(const Document& doc, TokenIndex begin, TokenIndex t) {
  constexpr TokenIndex kLongest = 4;
  const auto is_date = [&](TokenIndex i) {
    return doc.tags[i].upos == "NUM" || doc.tags[i].upos == "PROPN" || word(doc, i) == ".";
  };
  TokenIndex i = t;
  while (i > begin && t - i < kLongest && is_date(i)) --i;
  return i < t && i > begin && doc.tags[i].upos == "ADP" ? i - 1 : t;
}

bool is_naming(std::string_view lemma) {
  return lemma == "call" || lemma == "title" || lemma == "entitle" || lemma == "name" || lemma == "dub";
}

bool names_work(const Document& doc, TokenIndex t) {
  return doc.tags[t].upos == "NOUN" && is_one_of(kWorks, doc.tags[t].lemma);
}

// "makes this clear in [her new film “The Long Way Home”]": a bare work is nothing that anybody says.
bool is_work_with_title(const Trees& tree, const Quotation& title, const Attribution& a, TokenSpan piece) {
  const Document& doc = tree.doc();
  if (a.cue.empty() || title.span.end != piece.end || piece.begin >= title.span.begin) return false;
  if (verb_cue(doc.tags[cue_head(doc, a)].lemma) != 0 || !names_work(doc, title.span.begin - 1)) return false;
  const auto verbal = [](const Tag& tag) { return tag.upos == "VERB" || tag.upos == "AUX"; };
  return std::none_of(doc.tags.begin() + piece.begin, doc.tags.begin() + title.span.begin, verbal);
}

// "the bill, known as the “Open Roads Act,” was passed": the bill without its other name.
TokenSpan without_byname(const Document& doc, const std::vector<Quotation>& quotations,
                         const std::vector<std::uint32_t>& outer, TokenSpan piece) {
  constexpr TokenIndex kLongest = 6;  // "better known in the trade as the"
  const std::uint32_t q = outer[piece.end - 1];
  if (q == kNoQuotation || !is_in_title_case(doc, quotations[q])) return piece;
  const TokenIndex mark = quotations[q].span.begin;
  for (TokenIndex t = mark; t > piece.begin + 1 && mark - t < kLongest; --t) {
    if (word(doc, t - 1) != ",") continue;
    const std::string& named = doc.tags[word(doc, t) == "better" || word(doc, t) == "also" ? t + 1 : t].lemma;
    const bool is_byname = is_naming(named) || named == "know" || named == "known" || named == "nickname";
    return is_byname ? TokenSpan{piece.begin, t - 1} : piece;
  }
  return piece;
}

// "Her column, “Mend your roof,” is thoughtful": the column is spoken of.
bool is_judged_work(const Document& doc, const std::vector<Quotation>& quotations,
                    const std::vector<std::uint32_t>& outer, const Attribution& a) {
  if (a.cue.empty() || !names_work(doc, cue_head(doc, a)) || outer[a.content[0].begin] == kNoQuotation) return false;
  const TokenSpan piece = a.content[0], title = quotations[outer[piece.begin]].span;
  return title.begin == piece.begin && piece.begin <= a.cue.back().end + 1 && title.end < piece.end;
}

}  // namespace

bool is_behind_work(const Document& doc, const Quotation& quotation) {
  constexpr std::uint32_t kLongest = 14;
  const TokenIndex begin = doc.paragraphs[quotation.paragraph].begin;
  if (quotation.inner.size() > kLongest || quotation.span.begin < begin + 1) return false;
  TokenIndex t = quotation.span.begin - 1;
  if (word(doc, t) == "," && t > begin) --t;
  const std::string_view last = word(doc, t);
  if ((last == "called" || last == "titled" || last == "entitled") && t > begin) --t;
  if (word(doc, t) == "," && t > begin) --t;
  if (names_work(doc, t)) return true;
  if (word(doc, t) == "of" && t > begin) return is_one_of(kParts, doc.tags[t - 1].lemma);
  return names_work(doc, before_date(doc, begin, t));
}

bool is_in_title_case(const Document& doc, const Quotation& quotation) {
  constexpr std::size_t kLong = 4;
  bool any = false;
  for (TokenIndex t = quotation.inner.begin; t < quotation.inner.end; ++t) {
    const std::string_view w = word(doc, t);
    if (w[0] >= 'a' && w[0] <= 'z' && w.size() >= kLong) return false;
    any = any || (w[0] >= 'A' && w[0] <= 'Z');
  }
  return any;
}

void drop_titles_of_works(const Trees& tree, const std::vector<Quotation>& quotations,
                          std::vector<Attribution>& attributions) {
  const Document& doc = tree.doc();
  const std::vector<std::uint32_t> outer = outer_quotations(doc, quotations);
  const auto is_title = [&](const Attribution& a, TokenSpan piece) {
    const std::uint32_t q = outer[piece.end - 1];
    if (q != kNoQuotation && is_work_with_title(tree, quotations[q], a, piece)) return true;
    if (q == kNoQuotation || quotations[q].span != piece || !is_behind_work(doc, quotations[q])) return false;
    if (!a.cue.empty() && is_naming(doc.tags[cue_head(doc, a)].lemma)) return false;
    const bool says = a.cue.empty() || (verb_cue(doc.tags[cue_head(doc, a)].lemma) & kSpeech) != 0;
    return is_in_title_case(doc, quotations[q]) || !says || a.content.size() > 1;
  };
  for (Attribution& a : attributions) {
    std::vector<TokenSpan> kept;
    for (TokenSpan piece : a.content) {
      piece = without_byname(doc, quotations, outer, piece);
      if (piece.size() == 1 && a.content.size() > 1 && is_quotation_mark(word(doc, piece.begin))) continue;
      if (!is_title(a, piece)) {
        kept.push_back(piece);
      } else if (!kept.empty() && kept.back().end + 1 >= piece.begin) {
        kept.pop_back();  // "In her book of 1998, ..." goes with the title
      }
    }
    if (kept.empty() && !a.cue.empty()) {
      const TokenIndex cue = cue_head(doc, a);
      if (const auto clause = tree.child(cue, {"ccomp", "xcomp"}); clause && *clause > cue) {
        kept = {trimmed(doc, tree.yield(*clause))};
      }
    }
    a.content = std::move(kept);
  }
  std::erase_if(attributions,
                [&](const Attribution& a) { return a.content.empty() || is_judged_work(doc, quotations, outer, a); });
}

}  // namespace hearsay
