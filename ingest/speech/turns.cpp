#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "ingest/speech/quoted_speech.hpp"
#include "ingest/speech/quotes.hpp"

namespace hearsay {
namespace {

constexpr TokenIndex kLongestLabel = 6;

bool is_capitalized(std::string_view w) { return !w.empty() && w[0] >= 'A' && w[0] <= 'Z'; }

bool is_all_capitals(std::string_view w) {
  return std::none_of(w.begin(), w.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_question_label(std::string_view w) {
  return w == "Q" || w == "A" || w == "Q." || w == "A." || w == "Question" || w == "Answer" || w == "QUESTION" ||
         w == "ANSWER";
}

/// A paragraph that begins with a speaker and a colon, or with Q and A alone ("Q. Who pays for it?").
struct Turn {
  std::uint32_t paragraph = 0;
  TokenSpan label;
  std::optional<TokenIndex> colon;
  TokenIndex begin = 0;  ///< of what is said
  bool certain = false;  ///< capitals or Q and A; others need company
};

// "Lee: 547.": a table of votes is no talk.
bool has_words(const Document& doc, TokenSpan span) {
  const auto is_word = [](const Tag& tag) { return tag.upos != "NUM" && tag.upos != "PUNCT" && tag.upos != "SYM"; };
  return std::any_of(doc.tags.begin() + span.begin, doc.tags.begin() + span.end, is_word);
}

// "PUBLISHED : Friday, 07 July", "UPDATED: ...", "PHOTO: ...": a line of the page, not of a talk.
bool is_page_label(const Document& doc, TokenSpan label) {
  constexpr std::string_view kLabels[] = {"created",   "edited",  "image",  "modified", "photo",   "photos", "posted",
                                          "published", "related", "source", "topics",   "updated", "video",  "watch"};
  std::string last(word(doc, label.end - 1));
  std::transform(last.begin(), last.end(), last.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::find(std::begin(kLabels), std::end(kLabels), last) != std::end(kLabels);
}

// "Q. Who pays for it?", "Q Who pays for it?"
std::optional<Turn> read_bare_turn(const Document& doc, std::uint32_t p) {
  const TokenSpan span = doc.paragraphs[p];
  if (span.size() < 3 || !is_question_label(word(doc, span.begin))) return std::nullopt;
  const std::string_view next = word(doc, span.begin + 1);
  const TokenIndex begin = span.begin + (next == "." || is_dash(next) ? 2 : 1);
  if (begin >= span.end || !is_capitalized(word(doc, begin)) || !has_words(doc, {begin, span.end})) return std::nullopt;
  return Turn{p, {span.begin, span.begin + 1}, std::nullopt, begin, false};
}

bool is_question(const Document& doc, const Turn& turn) { return word(doc, turn.label.begin).front() == 'Q'; }

// "A man came", "A. Smith": an A alone answers only where a Q stands before it, and both come back.
std::vector<Turn> find_bare_turns(const Document& doc) {
  std::vector<Turn> turns;
  std::size_t questions = 0;
  for (std::uint32_t p = 0; p < doc.paragraphs.size(); ++p) {
    if (doc.headline && doc.headline->contains(doc.paragraphs[p])) continue;
    const auto turn = read_bare_turn(doc, p);
    if (!turn || (turns.empty() && !is_question(doc, *turn))) continue;
    questions += is_question(doc, *turn) ? 1U : 0U;
    turns.push_back(*turn);
  }
  if (questions < 2 || turns.size() < questions + 2) return {};
  return turns;
}

std::optional<Turn> read_turn(const Document& doc, std::uint32_t p) {
  TokenSpan span = doc.paragraphs[p];
  if (!span.empty() && is_quotation_mark(word(doc, span.begin))) ++span.begin;  // a transcript quoted as a whole
  const TokenIndex limit = std::min(span.end, span.begin + kLongestLabel + 1);
  bool capitals = true;
  for (TokenIndex t = span.begin; t < limit; ++t) {
    const std::string_view w = word(doc, t);
    if (w == ":" && t > span.begin && t + 1 < span.end) {
      if (!has_words(doc, {t + 1, span.end}) || is_page_label(doc, {span.begin, t})) return std::nullopt;
      const bool question = t == span.begin + 1 && is_question_label(word(doc, span.begin));
      return Turn{p, {span.begin, t}, t, t + 1, question || capitals};
    }
    const bool link = w == "." || w == "'s" || w == "\u2019s";
    if (!is_capitalized(w) && !link) return std::nullopt;
    capitals = capitals && is_all_capitals(w);
  }
  return std::nullopt;
}

// What a speaker reports of others inside his turn does not take the turn from him.
bool is_taken(const std::vector<bool>& content, TokenSpan span) {
  const auto taken = std::count(content.begin() + span.begin, content.begin() + span.end, true);
  return 10 * taken > 9 * static_cast<std::ptrdiff_t>(span.size());
}

void add_turn(TokenSpan source, std::optional<TokenIndex> colon, std::vector<TokenSpan> content,
              std::vector<Attribution>& out) {
  Attribution a;
  a.source = {source};
  a.source_head = source.end - 1;
  if (colon) a.cue = {{*colon, *colon + 1}};
  a.content = std::move(content);
  a.confidence = 0.8F;
  out.push_back(std::move(a));
}

std::vector<Turn> find_turns(const Document& doc) {
  std::vector<Turn> turns;
  for (std::uint32_t p = 0; p < doc.paragraphs.size(); ++p) {
    if (doc.headline && doc.headline->contains(doc.paragraphs[p])) continue;
    if (const auto turn = read_turn(doc, p)) turns.push_back(*turn);
  }
  // "Correction: ...", "Washington: ..." are no turns. Labels of a transcript come back or are in capitals; what
  // looks like a label outside the first and the last of those is none.
  std::vector<std::string_view> labels;
  for (const Turn& t : turns) labels.push_back(text_of(doc, t.label));
  std::sort(labels.begin(), labels.end());
  const auto is_sure = [&](const Turn& t) {
    const auto same = std::equal_range(labels.begin(), labels.end(), text_of(doc, t.label));
    return t.certain || same.second - same.first > 1;
  };
  const auto first = std::find_if(turns.begin(), turns.end(), is_sure);
  const auto last = std::find_if(turns.rbegin(), turns.rend(), is_sure).base();
  if (first == turns.end() || last - first < 2) return find_bare_turns(doc);
  return {first, last};
}

// "(CROSSTALK)", "[Laughter]": nobody says that.
bool is_stage_direction(const Document& doc, TokenSpan paragraph) {
  while (!paragraph.empty() && is_quotation_mark(word(doc, paragraph.begin))) ++paragraph.begin;
  while (!paragraph.empty() && (is_quotation_mark(word(doc, paragraph.end - 1)) || word(doc, paragraph.end - 1) == "."))
    --paragraph.end;
  if (paragraph.size() < 2) return false;
  const std::string_view first = word(doc, paragraph.begin), last = word(doc, paragraph.end - 1);
  return (first == "(" && last == ")") || (first == "[" && (last == "]" || last == ".]"));
}

// Between two turns the speaker goes on over paragraphs; after the last one the transcript may be over.
void add_turns(const Document& doc, const std::vector<Turn>& turns, const std::vector<bool>& taken,
               std::vector<Attribution>& out) {
  for (std::size_t i = 0; i < turns.size(); ++i) {
    std::vector<TokenSpan> content = {{turns[i].begin, doc.paragraphs[turns[i].paragraph].end}};
    if (i + 1 < turns.size()) {
      for (std::uint32_t p = turns[i].paragraph + 1; p < turns[i + 1].paragraph && turns.size() > 2; ++p) {
        const TokenSpan paragraph = doc.paragraphs[p];
        if (!is_taken(taken, paragraph) && !is_stage_direction(doc, paragraph)) content.push_back(paragraph);
      }
    }
    if (!is_taken(taken, content[0])) add_turn(turns[i].label, turns[i].colon, std::move(content), out);
  }
}

bool is_speaker_type(std::string_view type) {
  return type == "PERSON" || type == "ORG" || type == "GPE" || type == "PER" || type == "LOC";
}

std::vector<bool> taken_tokens(const Document& doc, const std::vector<Attribution>& attributions) {
  std::vector<bool> taken(doc.tokens.size(), false);
  for (const Attribution& a : attributions) {
    for (const TokenSpan piece : a.content) std::fill(taken.begin() + piece.begin, taken.begin() + piece.end, true);
    for (const TokenSpan piece : a.cue) std::fill(taken.begin() + piece.begin, taken.begin() + piece.end, true);
  }
  return taken;
}

void drop_mixed_turns(const Document& doc, const std::vector<Turn>& turns, std::vector<Attribution>& attributions) {
  std::vector<std::uint32_t> labels(doc.tokens.size() + 1, 0);  // turn labels before each token
  for (const Turn& turn : turns) ++labels[turn.begin];
  for (std::size_t t = 1; t < labels.size(); ++t) labels[t] += labels[t - 1];
  std::erase_if(attributions, [&](const Attribution& a) {
    const auto holds_label = [&](TokenSpan s) { return labels[s.end] > labels[s.begin]; };
    return std::any_of(a.cue.begin(), a.cue.end(), holds_label) ||
           std::any_of(a.content.begin(), a.content.end(), holds_label);
  });
}

}  // namespace

void add_transcript(const Document& doc, std::vector<Attribution>& attributions) {
  const std::vector<Turn> turns = find_turns(doc);
  if (turns.size() > 2) drop_mixed_turns(doc, turns, attributions);
  add_turns(doc, turns, taken_tokens(doc, attributions), attributions);
}

void add_headline(const Document& doc, std::vector<Attribution>& attributions) {
  if (!doc.headline || doc.headline->empty()) return;
  const TokenSpan line = *doc.headline;
  const std::vector<bool> taken = taken_tokens(doc, attributions);
  if (std::any_of(taken.begin() + line.begin, taken.begin() + line.end, [](bool b) { return b; })) return;
  TokenIndex colon = line.begin;
  while (colon < line.end && word(doc, colon) != ":") ++colon;
  if (colon == line.begin || colon + 1 >= line.end) return;
  const TokenSpan before{line.begin, colon}, after{colon + 1, line.end};
  for (const Name& name : doc.names) {
    if (!is_speaker_type(name.type)) continue;
    if (before.contains(name.span) && name.span.end == before.end && before.size() <= kLongestLabel &&
        after.size() >= 3) {
      return add_turn(before, colon, {after}, attributions);
    }
    if (after.contains(name.span) && name.span.begin == after.begin && after.size() <= kLongestLabel &&
        before.size() >= 4) {
      return add_turn(name.span, colon, {before}, attributions);
    }
  }
}

}  // namespace hearsay
