#pragma once
// How enumerators are spelled in the store, and read back.

#include <array>
#include <optional>
#include <string_view>

#include "ingest/relation/statement.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

[[nodiscard]] inline std::string_view word_of(SpeechKind kind) {
  switch (kind) {
    case SpeechKind::direct: return "direct";
    case SpeechKind::indirect: return "indirect";
    case SpeechKind::mixed: return "mixed";
  }
  return "indirect";
}
[[nodiscard]] inline std::string_view word_of(Polarity polarity) { return to_string(polarity); }
[[nodiscard]] inline std::string_view word_of(Modality modality) { return to_string(modality); }
[[nodiscard]] inline std::string_view word_of(Role role) { return to_string(role); }

template <typename Enum>
struct EnumRange;
template <>
struct EnumRange<SpeechKind> {
  static constexpr auto last = SpeechKind::mixed;
};
template <>
struct EnumRange<Polarity> {
  static constexpr auto last = Polarity::negative;
};
template <>
struct EnumRange<Modality> {
  static constexpr auto last = Modality::ordered;
};
template <>
struct EnumRange<Role> {
  static constexpr auto last = Role::other;
};

/// The enumerator that is spelled `word`; none for a word that nobody knows.
template <typename Enum>
[[nodiscard]] std::optional<Enum> enum_of(std::string_view word) {
  for (int value = 0; value <= static_cast<int>(EnumRange<Enum>::last); ++value) {
    if (word_of(static_cast<Enum>(value)) == word) return static_cast<Enum>(value);
  }
  return std::nullopt;
}

}  // namespace hearsay
