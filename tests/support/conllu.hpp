#pragma once
// Documents from CoNLL-U, so that a test needs neither the model nor the stages before the one it tests.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// One document of a treebank file.
struct TreebankDocument {
  std::string id;  ///< from "# newdoc id = ..."; empty when the file does not say
  Document document;
};

/// Reads CoNLL-U as one document, whatever its "# newdoc" lines say.
/// Gives   text, tokens, paragraphs, sentences, tags, arcs, and names from NER=B-TYPE in MISC (PER becomes
///         PERSON; other types stay as written, so a test may write NER=B-GPE or NER=B-TITLE).
/// Text    words are parted by one space unless SpaceAfter=No, "# newpar" by an empty line. The words of a
///         multiword token ("don't") share out its characters ("do" + "n't"); empty nodes are left out.
/// Also    "# headline" above a sentence makes it Document::headline, "# date = 2017-07-07" gives the date.
/// Errors  hearsay::Error naming the line.
[[nodiscard]] Document from_conllu(std::string_view conllu);
[[nodiscard]] Document from_conllu_file(const std::filesystem::path& path);

/// The same, one document for each "# newdoc".
[[nodiscard]] std::vector<TreebankDocument> treebank_from_conllu(std::string_view conllu);
[[nodiscard]] std::vector<TreebankDocument> treebank_from_conllu_file(const std::filesystem::path& path);

}  // namespace hearsay
