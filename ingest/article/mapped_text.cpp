#include "ingest/article/mapped_text.hpp"

namespace hearsay {
namespace {

bool same_bytes(const MappedText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.origin[i] != i) return false;
  }
  return true;
}

}  // namespace

std::vector<SourceRun> source_runs(const MappedText& text) {
  std::vector<SourceRun> runs;
  if (same_bytes(text)) return runs;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint32_t at = text.origin[i];
    if (at == kAddedByReader) continue;
    const bool goes_on = !runs.empty() && runs.back().text_begin + runs.back().size == i &&
                         runs.back().source_begin + runs.back().size == at;
    if (!goes_on) runs.push_back({static_cast<std::uint32_t>(i), at, 0});
    ++runs.back().size;
  }
  return runs;
}

}  // namespace hearsay
