#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// Whether `token` begins the tag that U.S. newspapers hang on a politician, party and state: "Ann Lee, D-N.Y.," and
/// "Ann Lee (R-Texas)". It is three words: letter, hyphen, state.
/// Needs   tags of `doc`.
[[nodiscard]] bool is_party_tag(const Document& doc, TokenIndex token);
inline constexpr TokenIndex party_tag_words = 3;

}  // namespace hearsay
