#pragma once

#include "ingest/coref/traits.hpp"

namespace hearsay {

/// How two names of one article go together.
enum class NameMatch {
  different,  ///< must never join: "Donald Trump" and "Melania Trump"
  unknown,    ///< nothing speaks for it
  part,       ///< one is a part of the other: "Putin" and "Vladimir Putin"
  same,       ///< the same words, or an acronym and what it stands for
};

/// Needs   mentions of kind name. Symmetric; linear in the words of the names.
[[nodiscard]] NameMatch match_names(const Traits& a, const Traits& b);

/// The words of a person's name with double names as one word and without "Jr." behind them.
[[nodiscard]] std::vector<std::string> plain_name(const std::vector<std::string>& name);

/// Whether two names of people can belong to one person: one family name, and given names that do not differ.
[[nodiscard]] bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace hearsay
