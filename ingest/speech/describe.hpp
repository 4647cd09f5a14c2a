#pragma once
// An attribution in words: who, to whom, what, about whom.

#include <string>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

/// The speaker's name: the canonical name of the cluster that the source refers to, else the source as it stands.
/// Empty when nobody is named. Needs mentions and clusters of `doc`.
[[nodiscard]] std::string speaker_name(const Document& doc, const Attribution& attribution);

/// The same for the addressee.
[[nodiscard]] std::string addressee_name(const Document& doc, const Attribution& attribution);

/// Canonical names of whom the content is about: clusters with a name that have a mention in the content, by first
/// mention there. The speaker is left out, a group is given by its members, each name once.
[[nodiscard]] std::vector<std::string> about(const Document& doc, const Attribution& attribution);

/// The content as a reader would quote it: pieces joined by a space, without outer quotation marks, the comma before
/// a closing mark, and the "that" that introduces it.
[[nodiscard]] std::string content_text(const Document& doc, const Attribution& attribution);

/// The cluster that the source refers to, or none.
[[nodiscard]] std::optional<std::uint32_t> speaker_cluster(const Document& doc, const Attribution& attribution);

}  // namespace hearsay
