#include "ingest/model/lemma_lexicon.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

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

bool is_inflected(std::string_view xpos) {
  return (xpos.starts_with("VB") && xpos != "VB") || xpos == "NNS" || xpos == "NNPS" || xpos.ends_with('R') ||
         xpos.ends_with('S');
}

using Votes = std::unordered_map<std::string, std::map<std::string_view, std::uint32_t>>;

void vote(std::string_view xpos, std::string_view word, std::string_view script, Votes& votes) {
  for (std::size_t length = 1; length <= std::min(longest_ending, word.size() - 1); ++length) {
    ++votes[key_of(xpos, word.substr(word.size() - length))][script];
  }
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
  for (const auto& [ending, scripts] : votes) {
    const auto most = std::max_element(scripts.begin(), scripts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    endings_.emplace(ending, most->first);
  }
}

std::optional<std::string_view> LemmaLexicon::script(std::string_view word, std::string_view xpos) const {
  if (const auto known = words_.find(key_of(xpos, word)); known != words_.end()) return known->second;
  // The tagger takes one for the other now and then, and the lemma is the same.
  const std::string_view twin = xpos == "VBD" ? "VBN" : xpos == "VBN" ? "VBD" : "";
  if (const auto known = words_.find(key_of(twin, word)); known != words_.end()) return known->second;
  if (!is_inflected(xpos) || word.empty()) return std::nullopt;
  for (std::size_t length = std::min(longest_ending, word.size() - 1); length > 0; --length) {
    const auto known = endings_.find(key_of(xpos, word.substr(word.size() - length)));
    if (known != endings_.end()) return known->second;
  }
  return std::nullopt;
}

}  // namespace hearsay
