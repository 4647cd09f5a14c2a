#pragma once
// What one article gives to the graph, before anything is joined across articles. The store keeps these.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/records.hpp"
#include "ingest/analysis.hpp"

namespace hearsay {

/// What the article speaks of: one cluster of mentions, or a noun phrase without one.
struct Referent {
  std::string name;                    ///< the fullest name or the noun phrase
  std::string kind;                    ///< as Entity::kind
  std::vector<std::string> names;      ///< proper names in the text, `name` among them if it is one; sorted
  std::vector<std::string> phrases;    ///< other words for it: "the Russian leader"; sorted, without pronouns
  std::vector<std::uint32_t> members;  ///< referents of the same article
  bool unresolved = false;             ///< pronouns only: never shared with another article
  friend bool operator==(const Referent&, const Referent&) = default;
};

struct FactArgument {
  Role role = Role::object;
  std::string preposition, text;
  std::optional<std::uint32_t> referent;
  std::optional<std::string> normalized;
  friend bool operator==(const FactArgument&, const FactArgument&) = default;
};

/// Where a fact stands.
struct Place {
  std::string sentence;
  Range code_points, source_bytes;
  friend bool operator==(const Place&, const Place&) = default;
};

struct StatementFact {
  std::uint32_t subject = 0;  ///< a referent
  std::string predicate;
  std::vector<FactArgument> arguments;  ///< the object first, when there is one
  bool has_object = false;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::string tense, relation_type, cameo;
  std::optional<std::uint32_t> attributed_to;  ///< of the same article
  float confidence = 1.0F;
  Place place;
  friend bool operator==(const StatementFact&, const StatementFact&) = default;
};

struct AttributionFact {
  std::optional<std::uint32_t> speaker, addressee;  ///< referents
  std::string speaker_text, addressee_text, cue, cue_lemma;
  std::vector<std::string> content;
  SpeechKind kind = SpeechKind::indirect;
  bool negated = false;
  std::optional<std::string> said_time, said_place;  ///< as AttributionRecord::time and place
  std::vector<std::uint32_t> about;                  ///< referents, ascending
  std::optional<std::uint32_t> parent;
  float confidence = 1.0F;
  Place place;
  friend bool operator==(const AttributionFact&, const AttributionFact&) = default;
};

struct ArticleFacts {
  ArticleRecord article;
  std::vector<Referent> referents;
  std::vector<StatementFact> statements;
  std::vector<AttributionFact> attributions;
  friend bool operator==(const ArticleFacts&, const ArticleFacts&) = default;
};

/// Copies out of the analysis what the graph needs; linear. Statements and attributions keep their order and number.
[[nodiscard]] ArticleFacts extract_facts(const Analysis& analysis);

/// Cuts chains of parents that come back to themselves or lead nowhere. Linear.
void cut_cycles(std::vector<AttributionFact>& attributions);

}  // namespace hearsay
