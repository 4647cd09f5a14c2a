#include "export/layers/code_points.hpp"

#include <algorithm>

namespace hearsay {

CodePoints::CodePoints(std::string_view utf8) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(utf8.begin(), utf8.end(), is_ascii)) return;
  before_.reserve(utf8.size() + 1);
  std::uint32_t count = 0;
  for (const char c : utf8) {
    before_.push_back(count);
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  before_.push_back(count);
}

}  // namespace hearsay
