#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

enum class Polarity : std::uint8_t { positive, negative };
enum class Modality : std::uint8_t { asserted, reported, possible, planned, desired, hypothetical, ordered };
enum class Role : std::uint8_t { object, addressee, instrument, topic, time, place, purpose, manner, other };

/// One participant: a phrase of the sentence, and the word that heads it.
struct Argument {
  std::vector<TokenSpan> span;  ///< in text order; more than one piece when something stands between
  TokenIndex head = 0;          ///< the word whose mention this is
  Role role = Role::object;
  std::string preposition;                ///< as a lemma: "with", "about"; empty for a bare argument
  std::optional<std::string> normalized;  ///< ISO 8601 for a time
};

/// Who did what to whom, from one clause.
struct Statement {
  std::uint32_t sentence = 0;             ///< index into Document::sentences: the evidence
  TokenIndex trigger = 0;                 ///< the word that carries the predicate
  std::vector<TokenSpan> predicate_span;  ///< the predicate as it stands: "did not meet with"
  Argument subject;
  std::string predicate;          ///< lemma with particle and preposition: "meet with"
  std::vector<Argument> objects;  ///< in text order; may be empty ("Parliament adjourned")
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::string tense;          ///< past, present, future or empty
  std::string relation_type;  ///< PLOVER event type, structural relation, or empty
  std::string cameo;          ///< CAMEO root code where clear ("040"), or empty
  std::optional<std::uint32_t>
      attributed_to;        ///< innermost attribution whose content holds it; none: the article itself
  float confidence = 1.0F;  ///< 0 to 1
};

/// Tells what somebody or something is: "be", "be governor of".
[[nodiscard]] inline bool is_copular(const Statement& statement) {
  return statement.predicate == "be" || statement.predicate.starts_with("be ");
}

[[nodiscard]] const char* to_string(Polarity polarity);
[[nodiscard]] const char* to_string(Modality modality);
[[nodiscard]] const char* to_string(Role role);

}  // namespace hearsay
