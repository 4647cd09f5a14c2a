#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

/// Turns byte offsets of one text into Unicode code points: every file that leaves the program counts those.
class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);
  /// The number of code points before `byte`.
  [[nodiscard]] std::uint32_t operator()(std::uint32_t byte) const { return before_.empty() ? byte : before_[byte]; }

 private:
  std::vector<std::uint32_t> before_;  ///< one entry per byte and one for the end; empty for plain ASCII
};

}  // namespace hearsay
