#pragma once
// Positions in one text. Positions survive a move, a copy and a save; views do not.

#include <compare>
#include <cstddef>
#include <cstdint>

namespace hearsay {

/// Half-open range of UTF-8 bytes in the text it belongs to.
struct ByteSpan {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

/// A place in Document::tokens.
using TokenIndex = std::uint32_t;

/// Half-open range of tokens.
struct TokenSpan {
  TokenIndex begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(TokenIndex token) const { return begin <= token && token < end; }
  [[nodiscard]] bool contains(TokenSpan other) const { return begin <= other.begin && other.end <= end; }
  friend auto operator<=>(const TokenSpan&, const TokenSpan&) = default;
};

}  // namespace hearsay
