#include "ingest/article/repetition.hpp"

#include <xxhash.h>

#include <string_view>

namespace hearsay {
namespace {

constexpr std::size_t kWords = 5;            // shorter phrases repeat by chance
constexpr std::size_t kBlocksPerPhrase = 4;  // keeps a text that says one thing a million times linear

/// Calls `see` with the hash of each run of five words.
template <typename See>
void for_each_phrase(std::string_view words, See see) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at == 0 || words[at - 1] == ' ') starts.push_back(at);
  }
  for (std::size_t i = 0; i + kWords <= starts.size(); ++i) {
    const std::size_t end = i + kWords == starts.size() ? words.size() : starts[i + kWords] - 1;
    see(XXH3_64bits(words.data() + starts[i], end - starts[i]));
  }
}

}  // namespace

Repetition::Repetition(const std::vector<std::string>& words) : words_(words) {
  for (std::size_t block = 0; block < words.size(); ++block) {
    for_each_phrase(words[block], [&](std::uint64_t phrase) {
      auto& blocks = blocks_with_[phrase];
      const bool seen = !blocks.empty() && blocks.back() == block;
      if (!seen && blocks.size() < kBlocksPerPhrase) blocks.push_back(static_cast<std::uint32_t>(block));
    });
  }
}

bool Repetition::is_repeated(std::size_t index) const {
  std::unordered_map<std::uint32_t, std::size_t> shared;
  std::size_t phrases = 0;
  for_each_phrase(words_[index], [&](std::uint64_t phrase) {
    ++phrases;
    const auto found = blocks_with_.find(phrase);
    if (found == blocks_with_.end()) return;
    for (const std::uint32_t block : found->second) shared[block] += block == index ? 0 : 1;
  });
  if (phrases == 0) return false;
  for (const auto& [block, count] : shared) {
    if (count < phrases) continue;
    const std::string &other = words_[block], &own = words_[index];
    const bool longer = other.size() > own.size() && other.find(own) != std::string::npos;
    if (longer || (other == own && block < index)) return true;
  }
  return false;
}

}  // namespace hearsay
