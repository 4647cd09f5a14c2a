#pragma once
// What every room asks about single words: lower case, and whether a word is in a list.

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hearsay {

/// Lower case for ASCII letters; other bytes stay.
[[nodiscard]] constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

/// For short lists; a long one is a WordSet.
[[nodiscard]] constexpr bool is_in(const auto& list, const auto& one) {
  return std::find(std::begin(list), std::end(list), one) != std::end(list);
}
[[nodiscard]] constexpr bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return is_in(list, word);
}

/// A list of words written in any order and sorted by the compiler; a word is found in logarithmic time.
template <std::size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(std::array<std::string_view, N> words) : words_(words) {
    std::sort(words_.begin(), words_.end());
  }
  [[nodiscard]] constexpr bool holds(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word);
  }

 private:
  std::array<std::string_view, N> words_;
};

}  // namespace hearsay
