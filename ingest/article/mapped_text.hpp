#pragma once
// Text whose every byte knows the byte of the source it came from.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/article/article.hpp"

namespace hearsay {

struct MappedText {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< one per byte of `text`; input files are smaller than 4 GB

  [[nodiscard]] std::size_t size() const { return text.size(); }
  [[nodiscard]] bool empty() const { return text.empty(); }

  void add(char byte, std::uint32_t at) {
    text.push_back(byte);
    origin.push_back(at);
  }
  /// Adds bytes that stand in a row in the source.
  void add(std::string_view bytes, std::uint32_t at) {
    text.append(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) origin.push_back(at + static_cast<std::uint32_t>(i));
  }
  void add(const MappedText& other, std::size_t begin, std::size_t end) {
    text.append(other.text, begin, end - begin);
    origin.insert(origin.end(), other.origin.begin() + static_cast<std::ptrdiff_t>(begin),
                  other.origin.begin() + static_cast<std::ptrdiff_t>(end));
  }
  [[nodiscard]] MappedText slice(std::size_t begin, std::size_t end) const {
    MappedText part;
    part.add(*this, begin, end);
    return part;
  }
};

/// Runs of bytes that stand in a row in text and source; empty when text and source are the same bytes.
/// Bytes whose origin is kAddedByReader start no run: they belong to the run before.
[[nodiscard]] std::vector<SourceRun> source_runs(const MappedText& text);

/// The origin of a byte that the reader added.
inline constexpr std::uint32_t kAddedByReader = 0xFFFFFFFFU;

}  // namespace hearsay
