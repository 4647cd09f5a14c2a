#include "ingest/text/token_scanner.hpp"

#include <algorithm>
#include <array>

#include "ingest/text/abbreviations.hpp"
#include "ingest/text/clitics.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

/// Runs of one of these are one token: "--", "***", "====".
bool repeats(char32_t c) {
  return c < 0x80 && "-=*_~+<>#|^/\\$"sv.find(static_cast<char>(c)) != std::string_view::npos;
}

/// The words that open a sentence more often than they follow an initial.
bool opens_sentence(std::string_view word) {
  constexpr std::array openers{"The"sv, "It"sv,  "He"sv,   "She"sv,  "They"sv,   "We"sv, "In"sv,
                               "But"sv, "And"sv, "This"sv, "That"sv, "There"sv,  "If"sv, "When"sv,
                               "As"sv,  "On"sv,  "At"sv,   "A"sv,    "However"sv};
  return std::find(openers.begin(), openers.end(), word) != openers.end();
}

/// "SEN.", "DR." in a headline.
bool is_title_in_capitals(std::string word) {
  if (word.size() < 2 || std::any_of(word.begin(), word.end(), [](char c) { return c < 'A' || c > 'Z'; })) return false;
  return is_title_abbreviation(word.front() + ascii_lower(word.substr(1)));
}

/// Signs that people draw lines and frames with.
bool draws(char32_t c) { return c < 0x80 && "-=*_~+<>|"sv.find(static_cast<char>(c)) != std::string_view::npos; }

}  // namespace

void TokenScanner::scan(const Characters& chunk, const ChunkContext& context, std::vector<std::size_t>& ends) {
  text_ = &chunk;
  context_ = context;
  previous_begin_ = 0;
  for (std::size_t at = 0; at < chunk.size();) {
    cuts_.clear();
    token_begin_ = at;
    const std::size_t end = at + std::max<std::size_t>(1, match(at));
    for (const std::size_t cut : cuts_)
      if (at < cut && cut < end) ends.push_back(cut);
    ends.push_back(end);
    previous_begin_ = at;
    at = end;
  }
}

std::size_t TokenScanner::match(std::size_t at) {
  const char32_t c = text_->code[at];
  const bool starts_word = at == 0 || !is_word(text_->code[at - 1]);
  if (c == U'@' || c == U'#') {
    if (const std::size_t n = starts_word ? match_handle(at) : 0) return n;
  }
  if (is_word(c)) {
    if (const std::size_t n = match_url(at)) return n;
    if (const std::size_t n = match_email(at)) return n;
    if (const std::size_t n = match_domain(at)) return n;
    if (const std::size_t n = match_acronym(at)) return n;
    if (is_digit(c)) {
      if (const std::size_t n = match_phone(at)) return n;
      return match_number(at);
    }
    if (const std::size_t n = match_emoticon(at)) return n;
    return match_word(at);
  }
  const bool number_follows = is_digit(text_->at(at + 1)) && starts_word;
  if (number_follows && (c == U'+' || (c == U'.' && (at == 0 || text_->code[at - 1] != U'.'))))
    return 1 + match_number(at + 1);
  if (is_apostrophe(c)) {
    // At the start of a chunk an apostrophe opens a quotation, unless the chunk is a clitic set apart: "the US 's".
    const std::size_t clitic = clitic_length(*text_, at, text_->size());
    if (clitic > 0 && (at > 0 || clitic == text_->size())) return clitic;
    if (const std::size_t n = match_elision(at)) return n;
  }
  if (const std::size_t n = match_emoticon(at)) return n;
  if (c == U'.' && at == 0) {  // "Report 4 .doc"
    std::size_t end = 1;
    while (end < 6 && is_word(text_->at(end))) ++end;
    if (is_file_extension(ascii(1, end)) && !is_word(text_->at(end))) return end;
  }
  return match_symbols(at);
}

std::string TokenScanner::ascii(std::size_t begin, std::size_t end) const {
  std::string word;
  for (std::size_t i = begin; i < std::min(end, text_->size()); ++i)
    word += text_->code[i] < 0x80 ? static_cast<char>(text_->code[i]) : '?';
  return word;
}

bool TokenScanner::spells(std::size_t at, std::string_view lower) const {
  if (text_->size() - at < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i)
    if (ascii_lower(text_->code[at + i]) != static_cast<char32_t>(lower[i])) return false;
  return true;
}

bool TokenScanner::is_last(std::size_t end) const {
  while (end < text_->size() && closes(text_->code[end])) ++end;
  return end >= text_->size() && context_.next == 0;
}

/// "'em", "'n", "'til", "'60s", "'07"
std::size_t TokenScanner::match_elision(std::size_t at) const {
  if (at > 0 && is_word(text_->code[at - 1])) return 0;
  std::size_t end = at + 1;
  while (end < at + 6 && is_word(text_->at(end))) ++end;
  const std::string word = ascii(at + 1, end);
  if (word == "em" || word == "n" || word == "til" || word == "cause" || word == "bout") return end - at;
  const bool year = word.size() >= 2 && word.size() <= 3 && is_digit(text_->at(at + 1)) &&
                    is_digit(text_->at(at + 2)) && (word.size() == 2 || word[2] == 's');
  return year && !is_apostrophe(text_->at(end)) ? end - at : 0;
}

/// "U.S.", "a.m.", "J.D.", "Ph.D."; its last stop stays unless it ends the paragraph after a lower-case one.
std::size_t TokenScanner::match_acronym(std::size_t at) const {
  if (at > 0 && is_word(text_->code[at - 1])) return 0;
  std::size_t i = at, letters = 0;
  for (const std::string_view degree : {"ph.d"sv, "m.sc"sv, "b.sc"sv})
    if (spells(at, degree) && !is_word(text_->at(at + 4))) i = at + 3, letters = 2;
  while (is_letter(text_->at(i)) && !is_joiner(text_->at(i)) && text_->at(i + 1) == U'.') i += 2, ++letters;
  const bool open = letters > 0 && is_letter(text_->at(i)) && !is_word(text_->at(i + 1));
  if (open) return letters + 1 >= 2 ? i + 1 - at : 0;  // "U.S" without its last stop
  if (letters < 2) return 0;
  if (is_word(text_->at(i))) return 0;                                      // "a.b.Word"
  const bool two_stops = text_->at(i) == U'.' && text_->at(i + 1) != U'.';  // "in the U.S.."
  const bool keeps = !(is_lower(text_->code[at]) && is_last(i)) && (text_->at(i) != U'.' || two_stops);
  return (keeps ? i : i - 1) - at;
}

std::size_t TokenScanner::match_phone(std::size_t at) const {
  std::array<std::size_t, 5> groups{};
  std::size_t count = 0, i = at;
  while (count < groups.size()) {
    const std::size_t begin = i;
    while (is_digit(text_->at(i)) && i - begin < 12) ++i;
    groups[count++] = i - begin;
    const bool area_code = count == 1 && groups[0] == 3 && text_->at(i) == U'/' && text_->at(i + 4) == U'-';
    if ((text_->at(i) != U'-' && !area_code) || !is_digit(text_->at(i + 1))) break;
    ++i;
  }
  if (is_word(text_->at(i)) || (text_->at(i) == U'-' && is_word(text_->at(i + 1)))) return 0;
  const auto is = [&](std::initializer_list<std::size_t> shape) {
    return shape.size() == count && std::equal(shape.begin(), shape.end(), groups.begin());
  };
  const bool phone = is({3, 3, 4}) || is({3, 4}) || is({1, 3, 3, 4}) || is({5, 4});  // the last a postal code
  const bool date = count == 3 && groups[0] <= 2 && groups[1] <= 2 && (groups[2] == 2 || groups[2] == 4);
  const bool iso_date = is({4, 2, 2});
  return phone || date || iso_date ? i - at : 0;
}

/// What follows a number without a space: "20th" and "1970s" and "4chan" are one word, "7|pm" two.
std::size_t TokenScanner::number_suffix(std::size_t end) const {
  std::size_t stop = end;
  while (is_word(text_->at(stop))) ++stop;
  if (stop == end) {
    const bool decade = is_apostrophe(text_->at(end)) && text_->at(end + 1) == U's' && !is_word(text_->at(end + 2)) &&
                        text_->code[end - 1] == U'0' && end - token_begin_ != 1 && is_digit(text_->code[end - 2]);
    return decade ? 2 : 0;
  }
  if (stop - end <= 8 && is_unit(ascii(end, stop))) return 0;
  return stop - end;
}

std::size_t TokenScanner::match_number(std::size_t at) const {
  std::size_t i = at;
  while (i < text_->size()) {
    const char32_t c = text_->code[i];
    const bool thousands =
        c == U',' && is_digit(text_->at(i + 2)) && is_digit(text_->at(i + 3)) && !is_digit(text_->at(i + 4));
    const bool inside = (c == U'.' || thousands || c == U':' || c == U'/') && i > at && is_digit(text_->at(i + 1));
    if (!is_digit(c) && !inside) break;
    ++i;
  }
  return i + number_suffix(i) - at;
}

/// Letters with apostrophes and "&" between them.
std::size_t TokenScanner::word_end(std::size_t at) const {
  std::size_t i = at;
  while (i < text_->size()) {
    const char32_t c = text_->code[i];
    const bool between = i > at && is_letter(text_->code[i - 1]) && is_letter(text_->at(i + 1));
    const bool ampersand = c == U'&' && between && i - at <= 4;
    const bool joined = c == 0x200D || c == 0x00AD;  // zero-width joiner, soft hyphen
    if (!is_word(c) && !(is_apostrophe(c) && c != U'´' && between) && !ampersand && !joined) break;
    ++i;
  }
  return i;
}

bool TokenScanner::is_initial(std::size_t begin) const {
  if (!is_upper(text_->code[begin]) || is_last(begin + 2)) return false;
  if (begin + 2 < text_->size()) {
    const char32_t after = text_->code[begin + 2];
    return after == U',' || after == U')' || after == U';' || after == U':' || is_upper(after);
  }
  if (opens_sentence(context_.next_word)) return false;
  const bool follows_name =
      !context_.previous.empty() && is_upper(static_cast<unsigned char>(context_.previous.front()));
  if (follows_name && is_lower(context_.next)) return true;  // "Charles G. and David H. Koch"
  const bool pronoun = text_->code[begin] == U'I' && !context_.previous.empty() && !follows_name;
  return !pronoun && (is_upper(context_.next) || context_.next == U'&' || context_.next == U'(');
}

/// Whether the stop after the word [begin, end) belongs to it.
bool TokenScanner::keeps_stop(std::size_t begin, std::size_t end) const {
  if (text_->at(end) != U'.' || end - begin > 8) return false;
  if (text_->at(end + 1) == U'.')  // "Acme Inc.."
    return text_->at(end + 2) != U'.' && abbreviation(ascii(begin, end)) == Abbreviation::always;
  if (text_->at(end + 1) == U',' || text_->at(end + 1) == U';') return is_letter(text_->code[begin]);
  if (end - begin == 1 && is_initial(begin)) return true;
  if (is_last(end + 1)) return false;
  const bool sentence_may_end = end + 1 == text_->size() && is_upper(context_.next);
  if (sentence_may_end && spells(begin, "etc"sv)) return false;
  const bool digit_next = is_digit(text_->at(end + 1)) || (end + 1 == text_->size() && is_digit(context_.next));
  const char32_t before = begin > 0                   ? text_->code[begin - 1]
                          : context_.previous.empty() ? U'\0'
                                                      : static_cast<unsigned char>(context_.previous.back());
  const std::string word = ascii(begin, end);
  if (is_title_in_capitals(word)) return true;
  switch (abbreviation(word)) {
    case Abbreviation::always: return !is_letter(text_->at(end + 1));
    case Abbreviation::before_digit: return digit_next;
    case Abbreviation::in_address: return before == U',' || before == U'(' || before == U'-';
    case Abbreviation::none: return false;
  }
  return false;
}

/// "US$", "A$", "HK$" before an amount.
bool TokenScanner::is_currency_prefix(std::size_t begin, std::size_t end) const {
  if (end - begin > 2 || (begin > 0 && is_word(text_->code[begin - 1]))) return false;
  for (std::size_t i = begin; i < end; ++i)
    if (text_->code[i] < U'A' || text_->code[i] > U'Z') return false;
  return is_digit(text_->at(end + 1)) || (end + 1 == text_->size() && is_digit(context_.next));
}

/// "s- served", "th- they": a speaker starts a word anew.
bool TokenScanner::is_broken_off(std::size_t begin, std::size_t end) const {
  if (end - begin > 4) return false;
  const std::string word = ascii(begin, end);
  return word.size() <= context_.next_word.size() &&
         std::equal(word.begin(), word.end(), context_.next_word.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

std::size_t TokenScanner::match_word(std::size_t at) {
  std::size_t end = word_end(at);
  if (end == at) return 1;
  if (text_->at(end) == U'-' && is_word(text_->at(end + 1)) && end - at <= 8) {
    const std::string prefix = ascii_lower(ascii(at, end));
    const bool whole = at == 0 || text_->code[at - 1] != U'-';
    if (whole && is_kept_prefix(prefix)) end = word_end(end + 1);
  }
  const char32_t next = text_->at(end);
  const bool letters = end - at == 1 && next == U'/' && is_letter(text_->at(end + 1)) && !is_word(text_->at(end + 2));
  if (letters && text_->at(end + 2) != U'/') return 3;  // "w/o", "b/c"
  if (next == U'-' && end + 1 == text_->size() && is_broken_off(at, end)) return end + 1 - at;
  if (next == U'$' && is_currency_prefix(at, end)) return end + 1 - at;
  find_clitics(*text_, at, end, cuts_);
  if (cuts_.empty() && end == text_->size())
    if (const std::size_t clitic = hidden_clitic(*text_, at, end, context_.next_word)) cuts_.push_back(end - clitic);
  if (cuts_.empty() && keeps_stop(at, end)) ++end;
  return end - at;
}

std::size_t TokenScanner::match_emoticon(std::size_t at) const {
  constexpr std::array faces{":-)"sv, ":-("sv, ";-)"sv, ":-D"sv, ":-P"sv, ";-P"sv, ":-O"sv, ":-/"sv, ":'("sv,
                             "^_^"sv, ":)"sv,  ":("sv,  ";)"sv,  "=)"sv,  "=("sv,  ":D"sv,  "=D"sv,  ":P"sv,
                             ":p"sv,  ";P"sv,  ":O"sv,  "<3"sv,  "XD"sv,  "(:"sv,  "->"sv,  "<-"sv};
  if (at > 0 && is_word(text_->code[at - 1]) && text_->code[at] != U':' && text_->code[at] != U';') return 0;
  for (const std::string_view face : faces) {
    const std::size_t end = at + face.size();
    if (end > text_->size() || ascii(at, end) != face) continue;
    if (!is_word(text_->at(end)) && (face != ":)" || text_->at(end) != U')')) return face.size();
  }
  return 0;
}

std::size_t TokenScanner::match_symbols(std::size_t at) const {
  const char32_t c = text_->code[at];
  std::size_t end = at + 1;
  const auto stops = [](char32_t d) { return d == U'.' || d == U'…'; };
  const auto shouts = [](char32_t d) { return d == U'!' || d == U'?'; };
  if (stops(c)) {  // "...|?", but ".?" is one
    while (stops(text_->at(end))) ++end;
    if (end - at > 1) return end - at;
    while (shouts(text_->at(end))) ++end;
    return end - at;
  }
  if (shouts(c)) {
    while (shouts(text_->at(end)) || stops(text_->at(end))) ++end;
    return end - at;
  }
  if (draws(c)) {
    bool mixed = false;
    for (; draws(text_->at(end)); ++end) mixed = mixed || text_->code[end] != c;
    if (!mixed || end - at >= 4) return end - at;
    end = at + 1;
  }
  if (repeats(c) || c == U'—' || c == U'–') {
    while (text_->at(end) == c) ++end;
    return end - at;
  }
  if (is_apostrophe(c) || c == U'‘') {
    const bool doubled = text_->at(end) == c || (c == U'‘' && text_->at(end) == U'’');
    return doubled && c != U'´' ? 2 : 1;
  }
  if (is_pictograph(c)) {
    while (is_joiner(text_->at(end)) || (text_->at(end - 1) == 0x200D && end < text_->size()) ||
           (c >= 0x1F1E6 && c <= 0x1F1FF && end == at + 1 && text_->at(end) >= 0x1F1E6 && text_->at(end) <= 0x1F1FF))
      ++end;
    return end - at;
  }
  while (is_joiner(text_->at(end))) ++end;
  return end - at;
}

}  // namespace hearsay
