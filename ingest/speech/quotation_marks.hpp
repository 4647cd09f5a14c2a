#pragma once
// Quotation marks as characters: which of them open, which close, and what belongs together.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

enum class MarkFamily : std::uint8_t { twofold, single, angle, corner };

/// An opening and a closing mark. One of them may be missing; an empty closing one ends before the next quotation.
struct MarkPair {
  std::optional<ByteSpan> open, close;
  MarkFamily family = MarkFamily::twofold;
};

/// Pairs the marks of one paragraph; see find_quotations() for the marks. Linear.
[[nodiscard]] std::vector<MarkPair> pair_marks(std::string_view text, ByteSpan paragraph);

/// Is this token nothing but a quotation mark?
[[nodiscard]] bool is_quotation_mark(std::string_view word);

/// A letter, a digit, or a byte of a character beyond ASCII.
[[nodiscard]] bool is_letter(unsigned char byte);

}  // namespace hearsay
