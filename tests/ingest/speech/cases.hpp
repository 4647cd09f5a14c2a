#pragma once
// Reads the case files of this folder; cases/README.md says what they look like.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

/// The lines of one case: key and value, in order.
struct Case {
  std::string where;  ///< file and line
  std::vector<std::pair<std::string, std::string>> lines;
  [[nodiscard]] std::string joined(const std::string& key, const std::string& glue) const;
};

[[nodiscard]] std::vector<Case> read_cases(const std::string& file);

/// A text of a case: "¶" begins a paragraph.
[[nodiscard]] std::string text_of_case(const std::string& value);

/// The document that the `tree`, `par` and `names` lines of a case describe.
[[nodiscard]] Document tree_document(const Case& one);

/// What is wrong with `found`, line by line; empty when the case is met.
[[nodiscard]] std::string complaints(const Case& one, const Document& doc, const std::vector<Attribution>& found,
                                     bool resolved);

}  // namespace hearsay
