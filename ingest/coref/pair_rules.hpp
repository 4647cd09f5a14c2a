#pragma once

#include "ingest/coref/entities.hpp"
#include "ingest/coref/speech_regions.hpp"
#include "ingest/coref/traits.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// What the rules say of one mention and one possible antecedent.
struct Verdict {
  bool forbidden = false;  ///< a constraint: never, whatever the model says
  float value = 0.0F;      ///< above 0: the rules would link
  const char* reason = "";
  bool sure = false;  ///< followed even where the ranker finds nothing: a person's name, a role that the person bears
};

/// Everything that is known about the mentions of one document while they are linked.
struct LinkContext {
  const Trees& trees;
  const std::vector<Mention>& mentions;
  const std::vector<Traits>& traits;
  const SpeechRegions& speech;
  const Entities& entities;
};

/// Judges the mention `later` against the mention `earlier`, whose head stands before it.
[[nodiscard]] Verdict judge(const LinkContext& context, std::uint32_t later, std::uint32_t earlier);

}  // namespace hearsay
