#pragma once
// Words that ascribe a content to somebody, by lemma, and what they take.

#include <cstdint>
#include <string_view>

namespace hearsay {

/// What a cue can take; a word may have several.
enum CueUse : std::uint32_t {
  kSpeech = 1U << 0U,   ///< a clause or a quotation: say, add, warn
  kThought = 1U << 1U,  ///< a clause that is held, not uttered: believe, fear
  kTell = 1U << 2U,     ///< its object hears it: tell, remind, assure
  kAsk = 1U << 3U,      ///< a question: ask, wonder
  kOrder = 1U << 4U,    ///< wants somebody to do something: urge, order ("urged him to go")
  kStance = 1U << 5U,   ///< a bare noun phrase may be the content: praise, blame, stress
  kDeny = 1U << 6U,     ///< the content is said not to be so
  kShow = 1U << 7U,     ///< documents do it: show, suggest, read
  kName = 1U << 8U,     ///< object and complement: "called it a breakthrough"
};

/// The uses of a verb, 0 when it is no cue.
[[nodiscard]] std::uint32_t verb_cue(std::string_view lemma);

/// The uses of a noun ("claim", "opinion"), 0 when it is no cue.
[[nodiscard]] std::uint32_t noun_cue(std::string_view lemma);

/// Is this a verb that, governing a cue verb, takes its force away ("refuse to say", "decline to comment")?
[[nodiscard]] bool is_refusal(std::string_view lemma);

/// Is this a noun that people speak to and that has no name ("reporters", "a crowd")?
[[nodiscard]] bool is_audience(std::string_view lemma);

/// Is this a noun for an occasion on which people speak ("briefing", "rally")?
[[nodiscard]] bool is_occasion(std::string_view lemma);

/// Is this a noun for what shows and lets hear people who speak ("footage", "clip")?
[[nodiscard]] bool is_recording(std::string_view lemma);

/// Is this a noun that titles a person ("president", "spokesman")?
[[nodiscard]] bool is_title(std::string_view lemma);

}  // namespace hearsay
