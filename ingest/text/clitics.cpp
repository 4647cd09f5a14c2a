#include "ingest/text/clitics.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

using namespace std::string_view_literals;

/// Contractions written without an apostrophe, and where UD cuts them.
constexpr std::array<std::pair<std::string_view, std::size_t>, 48> plain_contractions{
    {{"cannot", 3},  {"gonna", 3},    {"wanna", 3},   {"gotta", 3},  {"dont", 2},    {"didnt", 3},   {"doesnt", 4},
     {"isnt", 2},    {"wasnt", 3},    {"arent", 3},   {"werent", 4}, {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6},
     {"hasnt", 3},   {"havent", 4},   {"hadnt", 3},   {"cant", 2},   {"wont", 2},    {"aint", 2},    {"im", 1},
     {"ive", 1},     {"youre", 3},    {"youve", 3},   {"theyre", 4}, {"theyve", 4},  {"weve", 2},    {"thats", 4},
     {"whats", 4},   {"hes", 2},      {"shes", 3},    {"youll", 3},  {"lemme", 3},   {"gimme", 3},   {"theres", 5},
     {"heres", 4},   {"wheres", 5},   {"itll", 2},    {"theyll", 4}, {"thatll", 4},  {"youd", 3},    {"arnt", 2},
     {"couldve", 5}, {"shouldve", 6}, {"wouldve", 5}, {"outta", 3},  {"lotta", 3},   {"c'mon", 3}}};

std::string lower_ascii(const Characters& text, std::size_t begin, std::size_t end) {
  std::string word;
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = ascii_lower(text.code[i]);
    word += is_apostrophe(c) ? '\'' : c < 0x80 ? static_cast<char>(c) : '?';
  }
  return word;
}

/// Length of the clitic at the end of a word in lower case, with its apostrophe: "n't", "'re".
std::size_t final_clitic(std::string_view word) {
  if (word.size() > 3 && word.ends_with("n't")) return 3;
  for (const std::string_view clitic : {"'s"sv, "'m"sv, "'re"sv, "'ve"sv, "'ll"sv, "'d"sv})
    if (word.size() > clitic.size() && word.ends_with(clitic)) return clitic.size();
  return 0;
}

/// Words that never follow "its" and "your" as possessives: articles, pronouns, prepositions, "not", adverbs.
bool follows_verb(std::string_view word) {
  constexpr std::array words{
      "a"sv,       "an"sv,     "the"sv,    "this"sv,      "that"sv,       "my"sv,       "your"sv,       "his"sv,
      "our"sv,     "no"sv,     "not"sv,    "nothing"sv,   "been"sv,       "being"sv,    "gonna"sv,      "going"sv,
      "getting"sv, "in"sv,     "on"sv,     "at"sv,        "for"sv,        "from"sv,     "with"sv,       "about"sv,
      "between"sv, "like"sv,   "to"sv,     "because"sv,   "just"sv,       "really"sv,   "so"sv,         "also"sv,
      "still"sv,   "now"sv,    "simply"sv, "always"sv,    "never"sv,      "probably"sv, "definitely"sv, "actually"sv,
      "already"sv, "pretty"sv, "too"sv,    "quite"sv,     "supposed"sv,   "as"sv,       "if"sv,         "when"sv,
      "all"sv,     "hard"sv,   "easy"sv,   "important"sv, "impossible"sv, "possible"sv, "very"sv};
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::size_t hidden_clitic(const Characters& text, std::size_t begin, std::size_t end, std::string_view next_word) {
  if (end - begin > 4) return 0;
  const std::string word = lower_ascii(text, begin, end);
  if (word == "its" && follows_verb(next_word)) return 1;
  // "your very own", "your all": the possessive is by far the commoner one.
  if (word == "your" && follows_verb(next_word) && next_word != "very" && next_word != "all") return 1;
  return 0;
}

std::size_t clitic_length(const Characters& text, std::size_t at, std::size_t end) {
  std::size_t stop = at + 1;
  while (stop < end && stop < at + 4 && is_word(text.code[stop])) ++stop;
  if (stop == at + 1 || stop == at + 4) return 0;
  std::string word = "x";
  word += lower_ascii(text, at, stop);
  return final_clitic(word) == stop - at ? stop - at : 0;
}

void find_clitics(const Characters& text, std::size_t begin, std::size_t end, std::vector<std::size_t>& cuts) {
  if (end - begin > 24) begin = end - 24;  // a contraction is short; the look at a long word stays cheap
  const std::string word = lower_ascii(text, begin, end);
  const auto plain = std::find_if(plain_contractions.begin(), plain_contractions.end(),
                                  [&](const auto& entry) { return entry.first == word; });
  if (plain != plain_contractions.end()) {
    cuts.push_back(begin + plain->second);
    return;
  }
  if (word == "dunno" || word == "i'ma") {
    cuts.push_back(begin + (word == "dunno" ? 2 : 1));
    cuts.push_back(begin + 3);
    return;
  }
  const std::size_t first = cuts.size();
  std::string_view rest = word;
  while (const std::size_t clitic = final_clitic(rest)) {
    rest.remove_suffix(clitic);
    cuts.push_back(begin + rest.size());
  }
  std::reverse(cuts.begin() + static_cast<std::ptrdiff_t>(first), cuts.end());
}

}  // namespace hearsay
