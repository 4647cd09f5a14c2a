#include "ingest/model/lemma_lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t longest_ending = 6;

std::string key_of(std::string_view xpos, std::string_view word) {
  std::string key(xpos);
  key += ' ';
  key += word;
  return key;
}

/// Takes what stands before `separator` off the front of `text`.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// Only edits carry over to other words; "=|be" is about one word.
bool is_edit(std::string_view script) { return !script.starts_with('='); }

/// "lower|2|y" cuts two.
std::size_t characters_cut(std::string_view script) {
  take_until(script, '|');
  const std::string_view number = take_until(script, '|');
  std::size_t cut = 0;
  std::from_chars(number.data(), number.data() + number.size(), cut);
  return cut;
}

bool is_inflected(std::string_view xpos) {
  return (xpos.starts_with("VB") && xpos != "VB") || xpos == "NNS" || xpos == "NNPS" || xpos.ends_with('R') ||
         xpos.ends_with('S');
}

using Scripts = std::map<std::string_view, std::uint32_t>;
using Votes = std::unordered_map<std::string, Scripts>;

void vote(std::string_view xpos, std::string_view word, std::string_view script, Votes& votes) {
  for (std::size_t length = 1; length <= std::min(longest_ending, word.size() - 1); ++length) {
    ++votes[key_of(xpos, word.substr(word.size() - length))][script];
  }
}

/// The commonest script, and after it, by number, those that more than an oddity speaks for and that cut off no more
/// than the ending that the words share.
std::vector<std::string_view> commonest_first(const Scripts& scripts, std::size_t ending) {
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted(scripts.begin(), scripts.end());
  std::ranges::stable_sort(sorted, std::greater(), [](const auto& entry) { return entry.second; });
  std::vector<std::string_view> out;
  for (const auto& [script, count] : sorted) {
    const bool supported = 20 * count >= sorted.front().second && count > 1 && characters_cut(script) <= ending;
    if (out.empty() || supported) out.push_back(script);
  }
  return out;
}

}  // namespace

LemmaLexicon::LemmaLexicon(std::string_view table) {
  Votes votes;
  while (!table.empty()) {
    std::string_view line = take_until(table, '\n');
    const std::string_view xpos = take_until(line, ' '), script = take_until(line, '\t');
    while (!line.empty()) {
      const std::string_view word = take_until(line, ' ');
      if (word.empty()) continue;
      words_.emplace(key_of(xpos, word), script);
      if (is_edit(script) && is_inflected(xpos)) vote(xpos, word, script, votes);
    }
  }
  for (const auto& [ending, scripts] : votes)
    endings_.emplace(ending, commonest_first(scripts, ending.size() - ending.find(' ') - 1));
}

std::optional<std::string_view> LemmaLexicon::script(std::string_view word, std::string_view xpos) const {
  if (const auto known = words_.find(key_of(xpos, word)); known != words_.end()) return known->second;
  // The tagger takes one for the other now and then, and the lemma is the same.
  const std::string_view twin = xpos == "VBD" ? "VBN" : xpos == "VBN" ? "VBD" : "";
  if (const auto known = words_.find(key_of(twin, word)); known != words_.end()) return known->second;
  return std::nullopt;
}

std::vector<std::string_view> LemmaLexicon::guesses(std::string_view word, std::string_view xpos) const {
  std::vector<std::string_view> out;
  if (!is_inflected(xpos) || word.empty()) return out;
  for (std::size_t length = std::min(longest_ending, word.size() - 1); length > 0; --length) {
    const auto known = endings_.find(key_of(xpos, word.substr(word.size() - length)));
    if (known == endings_.end()) continue;
    for (const std::string_view script : known->second)
      if (std::ranges::find(out, script) == out.end()) out.push_back(script);
  }
  return out;
}

}  // namespace hearsay
