#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

enum class SpeechKind : std::uint8_t { direct, indirect, mixed };

/// A source says or thinks a content. The roles follow Pareti (2012), "A Database of Attribution Relations", LREC.
struct Attribution {
  std::vector<TokenSpan> source;               ///< who, as it stands in the text; empty: not named
  std::vector<TokenSpan> cue;                  ///< "said", "according to", a colon; empty: the speaker goes on
  std::vector<TokenSpan> content;              ///< what; never empty; may cross sentences
  std::vector<TokenSpan> addressee;            ///< to whom ("told reporters"); often empty
  std::optional<TokenSpan> time;               ///< when it was uttered ("Friday"), without its preposition
  std::optional<TokenSpan> place;              ///< where or on what occasion ("a briefing in Hamburg"), likewise
  std::optional<std::string> normalized_time;  ///< ISO 8601, where the article's date or the words allow it
  std::vector<std::uint32_t> about;  ///< what it speaks of: indexes into Document::clusters; after coreference
  SpeechKind kind = SpeechKind::indirect;
  bool negated = false;                   ///< the cue denies the content: "denied that", "did not say that"
  std::string cue_lemma;                  ///< "say", "tell", "according to"; empty without a cue
  std::optional<TokenIndex> source_head;  ///< head word of the source, to look up its mention
  std::optional<std::uint32_t> parent;    ///< the attribution whose content this one stands in
  float confidence = 1.0F;                ///< 0 to 1
};

[[nodiscard]] const char* to_string(SpeechKind kind);

/// "The talks seem to stall": so it looks to the writer; nobody says it.
[[nodiscard]] bool is_impression(const Attribution& attribution);

}  // namespace hearsay
