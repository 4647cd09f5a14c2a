#pragma once
// An attribution in words: who, to whom, what, about whom.

#include <string>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

/// Names what attributions speak of. A look: `doc` must outlive it and keep its mentions and clusters.
/// Cost    linear in mentions once; then linear in the words of each attribution.
class Describer {
 public:
  explicit Describer(const Document& doc);

  /// The speaker's name: the canonical name of the cluster that the source refers to, else the source as it stands.
  /// Empty when nobody is named.
  [[nodiscard]] std::string speaker_name(const Attribution& attribution) const;
  /// The same for the addressee.
  [[nodiscard]] std::string addressee_name(const Attribution& attribution) const;
  /// The cluster that the source refers to, or none.
  [[nodiscard]] std::optional<std::uint32_t> speaker_cluster(const Attribution& attribution) const;

  /// What the content is about: the clusters that have a name, and those without one that take part in what it says
  /// ("the ceasefire will hold"), by first mention there; pronouns count for what they stand for. The speaker is left
  /// out, a group is given by its members. Indexes into doc.clusters, as Attribution::about holds them.
  [[nodiscard]] std::vector<std::uint32_t> about_clusters(const Attribution& attribution) const;
  /// The canonical names of what Attribution::about holds, each once.
  [[nodiscard]] std::vector<std::string> about(const Attribution& attribution) const;

 private:
  [[nodiscard]] std::optional<std::uint32_t> cluster_for(const std::vector<TokenSpan>& phrase,
                                                         std::optional<TokenIndex> head) const;
  [[nodiscard]] std::string name_for(const std::vector<TokenSpan>& phrase, std::optional<TokenIndex> head) const;

  const Document& doc_;
  std::vector<std::uint32_t> cluster_of_;  ///< by mention
};

/// The content as a reader would quote it: pieces joined by a space, without outer quotation marks, the comma before
/// a closing mark, and the "that" that introduces it.
[[nodiscard]] std::string content_text(const Document& doc, const Attribution& attribution);

/// The words of `phrase`, or none.
[[nodiscard]] std::string phrase_or_none(const Document& doc, const std::optional<TokenSpan>& phrase);

}  // namespace hearsay
