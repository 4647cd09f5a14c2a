#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ingest/coref/traits.hpp"
#include "ingest/document.hpp"

namespace hearsay {

constexpr std::uint32_t no_person = UINT32_MAX;

/// Whom the names of one article name.
struct Persons {
  std::vector<std::uint32_t> of;  ///< the number of the person for each mention, or no_person
  /// Mentions of two persons who are perhaps one: "Horvat" before any "Anna Horvat" may be her father.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> perhaps_one;
};

/// Full names make the persons; a family name alone is the only one who bears it here. Names that may be one of several
/// are left out. What one name tells of the gender all mentions of the person get.
/// Cost    linear; a family name that too many bear is left out.
[[nodiscard]] Persons find_persons(const Document& doc, const std::vector<Mention>& mentions,
                                   std::vector<Traits>& traits);

}  // namespace hearsay
