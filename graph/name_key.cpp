#include "graph/name_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>

#include "ingest/error.hpp"

namespace hearsay {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  if (U_FAILURE(status) != 0 || found == nullptr) {
    throw Error(std::string("ICU: the normalisation data is missing: ") + u_errorName(status));
  }
  return *found;
}

bool is_quote(UChar32 c) {
  return c == '"' || c == '*' || c == '`' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

// Letters that decompose into nothing, although readers take them for an accent.
UChar32 plain_letter(UChar32 c) {
  switch (c) {
    case 0x142: return 'l';
    case 0xF8: return 'o';
    case 0x111: return 'd';
    case 0x131: return 'i';
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0x60: return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014: return '-';
    default: return c;
  }
}

icu::UnicodeString fold_characters(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto& casefold = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
  const auto& decompose = normalizer(icu::Normalizer2::getNFDInstance);
  const icu::UnicodeString apart = decompose.normalize(casefold.normalize(text, status), status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = plain_letter(apart.char32At(i));
    if (u_charType(c) == U_NON_SPACING_MARK || is_quote(c) || c == '.') continue;
    const bool gap = u_isUWhiteSpace(c) != 0 || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '[' ||
                     c == ']' || c == '!' || c == '?';
    if (!gap)
      out.append(c);
    else if (!out.isEmpty() && out[out.length() - 1] != ' ')
      out.append(static_cast<UChar32>(' '));
  }
  return normalizer(icu::Normalizer2::getNFCInstance).normalize(out, status);
}

bool is_determiner(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

void drop_possessive(std::string& text) {
  while (text.ends_with("'s") || text.ends_with('\'') || text.ends_with(' ') || text.ends_with('-')) {
    text.resize(text.size() - (text.ends_with("'s") ? 2 : 1));
  }
  text.erase(0, std::min(text.find_first_not_of("' -"), text.size()));
}

std::string join(const std::vector<std::string>& words, std::size_t first) {
  std::string out;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (!out.empty()) out += ' ';
    out += words[i];
  }
  return out;
}

const std::set<std::string, std::less<>>& titles() {
  static const std::set<std::string, std::less<>> words = {"mr",
                                                           "mrs",
                                                           "ms",
                                                           "miss",
                                                           "mister",
                                                           "madam",
                                                           "madame",
                                                           "monsieur",
                                                           "herr",
                                                           "frau",
                                                           "senor",
                                                           "senora",
                                                           "dr",
                                                           "doctor",
                                                           "prof",
                                                           "professor",
                                                           "sir",
                                                           "dame",
                                                           "rev",
                                                           "reverend",
                                                           "father",
                                                           "sister",
                                                           "bishop",
                                                           "archbishop",
                                                           "cardinal",
                                                           "rabbi",
                                                           "imam",
                                                           "sheikh",
                                                           "ayatollah",
                                                           "president",
                                                           "vice-president",
                                                           "president-elect",
                                                           "premier",
                                                           "chancellor",
                                                           "minister",
                                                           "secretary",
                                                           "undersecretary",
                                                           "senator",
                                                           "sen",
                                                           "rep",
                                                           "representative",
                                                           "congressman",
                                                           "congresswoman",
                                                           "lawmaker",
                                                           "mp",
                                                           "governor",
                                                           "gov",
                                                           "mayor",
                                                           "commissioner",
                                                           "ambassador",
                                                           "envoy",
                                                           "diplomat",
                                                           "judge",
                                                           "justice",
                                                           "prosecutor",
                                                           "attorney",
                                                           "lawyer",
                                                           "general",
                                                           "gen",
                                                           "colonel",
                                                           "col",
                                                           "lieutenant",
                                                           "lt",
                                                           "major",
                                                           "maj",
                                                           "captain",
                                                           "capt",
                                                           "sergeant",
                                                           "sgt",
                                                           "admiral",
                                                           "adm",
                                                           "commander",
                                                           "marshal",
                                                           "brigadier",
                                                           "chairman",
                                                           "chairwoman",
                                                           "chair",
                                                           "chief",
                                                           "ceo",
                                                           "director",
                                                           "spokesman",
                                                           "spokeswoman",
                                                           "spokesperson",
                                                           "leader",
                                                           "candidate",
                                                           "coach",
                                                           "officer",
                                                           "inspector",
                                                           "superintendent",
                                                           "detective",
                                                           "analyst",
                                                           "adviser",
                                                           "advisor",
                                                           "economist",
                                                           "professor-emeritus",
                                                           "king",
                                                           "queen",
                                                           "prince",
                                                           "princess",
                                                           "pope",
                                                           "emperor",
                                                           "empress",
                                                           "emir",
                                                           "sultan",
                                                           "lord",
                                                           "lady",
                                                           "duke",
                                                           "duchess",
                                                           "tsar"};
  return words;
}

bool is_name_giving(std::string_view title) {
  static const std::set<std::string, std::less<>> words = {"king",    "queen", "prince", "princess", "pope", "emperor",
                                                           "empress", "emir",  "sultan", "lord",     "lady", "duke",
                                                           "duchess", "tsar",  "sister", "father"};
  return words.contains(title);
}

bool is_suffix(std::string_view word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

// The number of leading words that are no name: up to the last title, with "of State" behind it.
std::size_t title_length(const std::vector<std::string>& folded) {
  constexpr std::size_t longest = 8;
  std::size_t length = 0;
  for (std::size_t i = 0; i + 1 < folded.size() && i < longest; ++i) {
    if (!titles().contains(folded[i])) continue;
    std::size_t next = i + 1;
    if (folded[next] == "of" || folded[next] == "for") {
      next += 2;
      if (next - 1 < folded.size() && is_determiner(folded[next - 1])) ++next;
    }
    if (next >= folded.size()) break;
    if (next + 1 == folded.size() && is_name_giving(folded[i])) return i;
    length = next;
  }
  return length;
}

void equalize_sound(std::string& given) {
  if (given.size() < 4) return;
  if (given.ends_with("ey"))
    given.back() = 'i';
  else if (given.ends_with("iy") || given.ends_with("ii"))
    given.pop_back(), given.back() = 'i';
  else if (given.ends_with('y'))
    given.back() = 'i';
}

void drop_arabic_article(std::string& word) {
  for (const std::string_view article : {"al-", "el-"}) {
    if (word.starts_with(article) && word.size() > article.size()) word.erase(0, article.size());
  }
}

std::u32string code_points(std::string_view text) {
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::u32string out;
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    out += static_cast<char32_t>(wide.char32At(i));
  }
  return out;
}

}  // namespace

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.emplace_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string fold_name(std::string_view text) {
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string folded;
  fold_characters(wide).toUTF8String(folded);
  drop_possessive(folded);
  const std::vector<std::string> words = split_words(folded);
  return join(words, words.size() > 1 && is_determiner(words.front()) ? 1 : 0);
}

std::string tidy_name(std::string_view text) {
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString spaced;
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (u_isUWhiteSpace(c) == 0)
      spaced.append(c);
    else if (!spaced.isEmpty() && spaced[spaced.length() - 1] != ' ')
      spaced.append(static_cast<UChar32>(' '));
  }
  const auto is_edge = [](UChar32 c) { return is_quote(c) || c == ' ' || c == ',' || c == 0x2018; };
  while (!spaced.isEmpty() && is_edge(spaced.char32At(0))) spaced.remove(0, spaced.moveIndex32(0, 1));
  while (!spaced.isEmpty() && is_edge(spaced.char32At(spaced.length() - 1))) spaced.truncate(spaced.length() - 1);
  std::string out;
  spaced.toUTF8String(out);
  for (const std::string_view possessive : {"'s", "\u2019s"}) {
    if (out.size() > possessive.size() && out.ends_with(possessive)) out.resize(out.size() - possessive.size());
  }
  const bool article = out.size() > 4 && (out.starts_with("the ") || out.starts_with("The "));
  return article && out != "The Hague" ? out.substr(4) : out;
}

std::string strip_titles(std::string_view name) {
  const std::vector<std::string> words = split_words(tidy_name(name));
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const std::string& word : words) folded.push_back(fold_name(word));
  return join(words, title_length(folded));
}

std::vector<std::string> person_words(std::string_view name) {
  std::vector<std::string> words = split_words(fold_name(strip_titles(name)));
  for (std::string& word : words) drop_arabic_article(word);
  std::erase_if(words, [](const std::string& word) { return word == "al" || word == "el" || word.empty(); });
  if (words.size() > 1) equalize_sound(words.front());
  // "Donald Trump Jr" is told apart by his given name, so that "Trump" never means him alone.
  if (words.size() > 2 && is_suffix(words.back())) {
    words.front() += ' ' + words.back();
    words.pop_back();
  }
  return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string x = code_points(a), y = code_points(b);
  std::vector<std::size_t> before(y.size() + 1), last(y.size() + 1), row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] == y[j - 1] ? 0U : 1U)});
      const bool exchanged = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
      if (exchanged) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[y.size()];
}

}  // namespace hearsay
