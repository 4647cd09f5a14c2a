#pragma once
// The graph's own records. Plain values: ids instead of pointers, so that they survive a save and a load.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/relation/statement.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

enum class ArticleId : std::uint32_t {};      ///< a place in KnowledgeGraph::articles()
enum class EntityId : std::uint32_t {};       ///< kept by subgraphs, so that numbers may have gaps there
enum class StatementId : std::uint32_t {};    ///< one claim, whatever the number of its sources
enum class AttributionId : std::uint32_t {};  ///< one act of saying in one article

/// The number inside an id, for printing and sorting.
template <typename Id>
[[nodiscard]] constexpr std::uint32_t number(Id id) {
  return static_cast<std::uint32_t>(id);
}

/// Half-open range; the unit stands in the name of the member that has this type.
struct Range {
  std::uint64_t begin = 0, end = 0;
  friend auto operator<=>(const Range&, const Range&) = default;
};

/// One published text, without its body.
struct ArticleRecord {
  std::string id;    ///< stable: 32 hex digits (Article::id)
  std::string name;  ///< what output calls it
  std::string path;  ///< the input as the user gave it; "-" is standard input
  std::optional<std::string> title, publisher, date, byline, url;  ///< date: ISO 8601
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

/// A thing of the world: one vertex, whatever the number of articles that speak of it.
struct Entity {
  EntityId id{};
  std::string key;                        ///< unique, does not depend on the order of articles: "person/vladimir-putin"
  std::string kind;                       ///< Person Organization Place Event Group Concept Work
  std::string name;                       ///< the fullest name, or the noun phrase in lower case for common nouns
  std::vector<std::string> aliases;       ///< other names seen, sorted, without `name`
  std::vector<std::string> descriptions;  ///< other words for it: "the Russian leader" without the article; sorted
  std::vector<EntityId> members;          ///< what a group ("the two leaders") consists of; usually empty
  std::vector<ArticleId> articles;        ///< where it is mentioned, ascending
  bool named = false;                     ///< has a proper name; false for "reporters", "interference"
  friend bool operator==(const Entity&, const Entity&) = default;
};

/// Where an edge comes from. No edge is without.
struct Evidence {
  ArticleId article{};
  std::string sentence;                        ///< as it stands in the article
  Range code_points;                           ///< of the sentence in the article's text (Unicode code points)
  Range source_bytes;                          ///< of the sentence in the file it was read from
  std::optional<AttributionId> attributed_to;  ///< innermost; its parents are the rest of the chain
  float confidence = 1.0F;                     ///< 0 to 1
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A participant beside subject and object, or a time or a place.
struct ClaimArgument {
  Role role = Role::other;
  std::string preposition;                ///< as a lemma; empty for a bare argument
  std::string text;                       ///< as it stands in the first evidence that has it
  std::optional<EntityId> entity;         ///< none: a literal phrase
  std::optional<std::string> normalized;  ///< ISO 8601 for a time
  friend bool operator==(const ClaimArgument&, const ClaimArgument&) = default;
};

/// A statement, as the articles or one speaker make it: one edge with all its evidence.
/// Two statements are one claim when subject, predicate, object, polarity, modality and chain of speakers agree.
struct Claim {
  StatementId id{};
  EntityId subject{};
  std::string predicate;                 ///< lemma with particle and preposition: "meet with"
  std::optional<EntityId> object;        ///< none: see object_text
  std::string object_text;               ///< the object as it stands; empty: "Parliament adjourned"
  std::vector<ClaimArgument> arguments;  ///< further ones of all evidence, times and places among them
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::string tense;                           ///< past, present, future or empty (of the first evidence)
  std::optional<std::string> time, place;      ///< ISO 8601 or the words; the first that an evidence gives
  std::string relation_type, cameo;            ///< may be empty
  std::optional<AttributionId> attributed_to;  ///< of the first evidence; all evidence has the same speakers
  float confidence = 1.0F;                     ///< the highest of the evidence
  std::vector<Evidence> evidence;              ///< by article, then by place; never empty
  friend bool operator==(const Claim&, const Claim&) = default;
};

/// The number of different articles that back `claim`.
[[nodiscard]] std::size_t source_count(const Claim& claim);

/// Somebody says or thinks something, in one article.
struct AttributionRecord {
  AttributionId id{};
  std::optional<EntityId> speaker;  ///< none: not named, or a pronoun that nobody could resolve
  std::string speaker_name;         ///< the entity's name, else the words of the text, else empty
  std::string cue, cue_lemma;       ///< "told", "tell"; empty when a quotation just goes on
  std::optional<EntityId> addressee;
  std::string addressee_name;        ///< like speaker_name
  std::vector<std::string> content;  ///< its pieces in text order, outer quotation marks removed; never empty
  SpeechKind kind = SpeechKind::indirect;
  bool negated = false;                 ///< "denied that", "did not say that"
  std::optional<std::string> time;      ///< of the utterance: ISO 8601 or the words
  std::optional<std::string> place;     ///< where or on what occasion: "a briefing in Hamburg"
  std::vector<EntityId> about;          ///< whom and what the content speaks of, ascending
  std::optional<AttributionId> parent;  ///< the one whose content this stands in
  Evidence evidence;                    ///< the sentence of the cue, else the first of the content
  friend bool operator==(const AttributionRecord&, const AttributionRecord&) = default;
};

/// The pieces of the content, joined by a space.
[[nodiscard]] std::string content_text(const AttributionRecord& attribution);

}  // namespace hearsay
