#include "ingest/text/split_sentences.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/text/abbreviations.hpp"
#include "ingest/text/characters.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

// What the rules add to the model's score, a difference of logarithms. A capital after a full stop and a space begins
// a sentence in 99 of 100 cases of EWT and GUM (train), so the model must be very sure to keep it inside; other
// rules, and the lack of any, only tip a close case.
constexpr float strong_rule = 3.0F, weak_rule = 1.0F, no_rule = -0.25F;

char32_t first_of(std::string_view form) {
  Characters characters;
  decode(form.substr(0, 4), 0, characters);
  return characters.at(0);
}

bool is_closing(std::string_view form) {
  constexpr std::array closing{")"sv, "]"sv, "}"sv, "”"sv, "’"sv, "''"sv, "»"sv, "’’"sv};
  return is_in(closing, form);
}

bool is_straight_quote(std::string_view form) { return form == "\"" || form == "'"; }

/// "." "?!" "..." "…": marks that may end a sentence.
bool is_stop(std::string_view form) {
  return form.find_first_not_of(".?!") == std::string_view::npos || form == "…" || form == "。";
}

bool is_weak_stop(std::string_view form) { return form.starts_with("..") || form == "…"; }

bool is_abbreviated(std::string_view form) { return form.size() > 1 && form.ends_with('.') && !is_stop(form); }

bool is_title(std::string_view form) {
  if (!form.ends_with('.')) return false;
  form.remove_suffix(1);
  return form.size() == 1 || is_title_abbreviation(form);
}

/// Words that rarely follow an abbreviation inside a sentence when they have a capital.
bool opens_sentence(std::string_view form) {
  constexpr std::array openers{"The"sv,  "It"sv,   "He"sv,  "She"sv,   "They"sv,  "We"sv,    "I"sv,
                               "In"sv,   "But"sv,  "And"sv, "This"sv,  "That"sv,  "These"sv, "There"sv,
                               "If"sv,   "When"sv, "As"sv,  "On"sv,    "At"sv,    "A"sv,     "An"sv,
                               "His"sv,  "Her"sv,  "Its"sv, "Their"sv, "You"sv,   "So"sv,    "Some"sv,
                               "Many"sv, "What"sv, "How"sv, "After"sv, "While"sv, "Since"sv, "For"sv};
  return is_in(openers, form);
}

/// No name begins like this: "It was only Mr. He said so."
bool follows_no_title(std::string_view form) {
  constexpr std::array words{"The"sv, "It"sv, "He"sv, "She"sv, "They"sv, "We"sv, "This"sv, "That"sv, "There"sv};
  return is_in(words, form);
}

bool reports_speech(std::string_view form) {
  constexpr std::array verbs{"said"sv,    "says"sv,     "asked"sv,     "asks"sv,    "told"sv,
                             "wrote"sv,   "added"sv,    "shouted"sv,   "cried"sv,   "replied"sv,
                             "tweeted"sv, "wondered"sv, "exclaimed"sv, "answered"sv};
  return is_in(verbs, form);
}

class Splitter {
 public:
  Splitter(const Document& doc, std::span<const float> begins) : doc_(doc), begins_(begins) {}

  std::vector<TokenSpan> split() {
    for (const TokenSpan paragraph : doc_.paragraphs) split_paragraph(paragraph);
    return std::move(sentences_);
  }

 private:
  void split_paragraph(TokenSpan paragraph) {
    TokenIndex begin = paragraph.begin;
    open_quote_ = false;
    stop_ = note_end_ = paragraph.begin;
    for (TokenIndex token = paragraph.begin; token < paragraph.end; ++token) {
      const std::string_view form = word(doc_, token);
      if (form == "\"") open_quote_ = !open_quote_;
      if (token > begin && begins_sentence(token, paragraph)) {
        sentences_.push_back({begin, token});
        begin = token;
      }
      if (is_footnote(token, paragraph)) note_end_ = token + 3;
      if (!is_closer(token, paragraph) && token >= note_end_) stop_ = token;
    }
    if (begin < paragraph.end) sentences_.push_back({begin, paragraph.end});
  }

  [[nodiscard]] bool touches_previous(TokenIndex token) const {
    return doc_.tokens[token].begin == doc_.tokens[token - 1].end;
  }

  /// A quote or bracket that closes something before `token`; a straight quote closes when it touches the word
  /// before and not the word after, or when an odd one was open.
  [[nodiscard]] bool is_closer(TokenIndex token, TokenSpan paragraph) const {
    const std::string_view form = word(doc_, token);
    if (is_closing(form)) return true;
    if (!is_straight_quote(form) || token == paragraph.begin) return false;
    const bool touches_next = token + 1 < paragraph.end && touches_previous(token + 1);
    if (touches_previous(token) != touches_next) return touches_previous(token);
    return form == "\"" ? !open_quote_ : touches_previous(token);
  }

  /// `stop_` is the last token that is no closing mark: what the sentence before would end with.
  [[nodiscard]] bool begins_sentence(TokenIndex token, TokenSpan paragraph) const {
    const std::string_view form = word(doc_, token);
    if (is_closer(token, paragraph) || is_stop(form) || form == "," || form == ";" || form == ":") return false;
    const bool glued = touches_previous(token) && !is_stop(word(doc_, stop_)) && !is_closer(token - 1, paragraph);
    if (glued) return false;
    if (token < note_end_ || is_footnote(token, paragraph)) return false;
    const bool rule = rule_begins(token, paragraph);
    if (begins_.empty()) return rule;
    const float weight = !rule ? no_rule : is_plain_start(token) ? strong_rule : weak_rule;
    return begins_[token] + weight > 0.0F;
  }

  /// "He left. [12]"
  [[nodiscard]] bool is_footnote(TokenIndex token, TokenSpan paragraph) const {
    return token + 2 < paragraph.end && word(doc_, token) == "[" && is_digit(first_of(word(doc_, token + 1))) &&
           word(doc_, token + 2) == "]" && token > stop_ && is_stop(word(doc_, stop_));
  }

  /// A word with a capital after a full stop, perhaps with a quote before it.
  [[nodiscard]] bool is_plain_start(TokenIndex token) const {
    const std::string_view last = word(doc_, stop_);
    if (is_weak_stop(last) || !is_stop(last) || touches_previous(token)) return false;
    const std::string_view form = word(doc_, token);
    const bool opens = is_straight_quote(form) || form == "“" || form == "‘" || form == "(";
    return is_upper(first_of(opens && token + 1 < doc_.tokens.size() ? word(doc_, token + 1) : form));
  }

  [[nodiscard]] bool rule_begins(TokenIndex token, TokenSpan paragraph) const {
    const std::string_view form = word(doc_, token), last = word(doc_, stop_);
    const bool quoted = stop_ + 1 < token;
    if (is_abbreviated(last)) {
      if (is_title(last) && !quoted) return follows_no_title(form);
      return opens_sentence(form) || (quoted && looks_like_start(token));
    }
    if (!is_stop(last)) return false;
    if (stop_ == paragraph.begin) return false;
    if (quoted && last != "." && continues_quote(token, paragraph)) return false;
    return looks_like_start(token) && !(is_weak_stop(last) && is_digit(first_of(form)));
  }

  [[nodiscard]] bool looks_like_start(TokenIndex token) const {
    const char32_t c = first_of(word(doc_, token));
    return !is_lower(c) || is_in(std::array{"i"sv}, word(doc_, token));
  }

  /// '"Really?" Putin asked.'
  [[nodiscard]] bool continues_quote(TokenIndex token, TokenSpan paragraph) const {
    const TokenIndex end = std::min(paragraph.end, token + 5);
    for (TokenIndex t = token; t < end && !is_stop(word(doc_, t)); ++t)
      if (reports_speech(word(doc_, t))) return true;
    return false;
  }

  const Document& doc_;
  std::span<const float> begins_;
  std::vector<TokenSpan> sentences_;
  TokenIndex stop_ = 0;      ///< the last token that closes nothing: what a sentence would end with
  TokenIndex note_end_ = 0;  ///< where the last footnote ends
  bool open_quote_ = false;
};

}  // namespace

std::vector<TokenSpan> split_sentences(const Document& doc, std::span<const float> begins) {
  return Splitter(doc, begins.size() == doc.tokens.size() ? begins : std::span<const float>{}).split();
}

}  // namespace hearsay
