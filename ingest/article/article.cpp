#include "ingest/article/article.hpp"

#include <algorithm>

namespace hearsay {

std::uint64_t source_offset(const Article& article, std::uint32_t text_byte) {
  const auto& map = article.source_map;
  if (map.empty()) return text_byte;
  auto after = std::upper_bound(map.begin(), map.end(), text_byte,
                                [](std::uint32_t byte, const SourceRun& run) { return byte < run.text_begin; });
  if (after == map.begin()) return map.front().source_begin;
  const SourceRun& run = *(after - 1);
  // Between two runs stand characters that the reader added (a paragraph break): they belong to the run before.
  return run.source_begin + std::min(text_byte - run.text_begin, run.size);
}

}  // namespace hearsay
