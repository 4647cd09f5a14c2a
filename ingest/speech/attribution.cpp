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

}  // namespace hearsay
