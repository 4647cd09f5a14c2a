#include "ingest/speech/attribution.hpp"

namespace hearsay {

const char* to_string(SpeechKind kind) {
  switch (kind) {
    case SpeechKind::direct: return "direct";
    case SpeechKind::indirect: return "indirect";
    case SpeechKind::mixed: return "mixed";
  }
  return "indirect";
}

bool is_impression(const Attribution& attribution) {
  return attribution.source.empty() && (attribution.cue_lemma == "seem" || attribution.cue_lemma == "appear");
}

}  // namespace hearsay
