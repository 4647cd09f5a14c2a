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
constexpr std::array<std::pair<std::string_view, std::size_t>, 34> plain_contractions{
    {{"cannot", 3}, {"gonna", 3},  {"wanna", 3}, {"gotta", 3},  {"dont", 2},    {"didnt", 3},   {"doesnt", 4},
     {"isnt", 2},   {"wasnt", 3},  {"arent", 3}, {"werent", 4}, {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6},
     {"hasnt", 3},  {"havent", 4}, {"hadnt", 3}, {"cant", 2},   {"wont", 2},    {"aint", 2},    {"im", 1},
     {"ive", 1},    {"youre", 3},  {"youve", 3}, {"theyre", 4}, {"theyve", 4},  {"weve", 2},    {"thats", 4},
     {"whats", 4},  {"hes", 2},    {"shes", 3},  {"youll", 3},  {"lemme", 3},   {"gimme", 3}}};

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

}  // namespace

std::size_t clitic_length(const Characters& text, std::size_t at, std::size_t end) {
  std::size_t stop = at + 1;
  while (stop < end && stop < at + 4 && is_word(text.code[stop])) ++stop;
  if (stop == at + 1 || stop == at + 4) return 0;
  return final_clitic("x" + lower_ascii(text, at, stop)) == stop - at ? stop - at : 0;
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
  const std::size_t first = cuts.size();
  std::string_view rest = word;
  while (const std::size_t clitic = final_clitic(rest)) {
    rest.remove_suffix(clitic);
    cuts.push_back(begin + rest.size());
  }
  std::reverse(cuts.begin() + static_cast<std::ptrdiff_t>(first), cuts.end());
}

}  // namespace hearsay
