#include "ingest/relation/statement.hpp"

namespace hearsay {

const char* to_string(Polarity polarity) { return polarity == Polarity::positive ? "positive" : "negative"; }

const char* to_string(Modality modality) {
  switch (modality) {
    case Modality::asserted: return "asserted";
    case Modality::reported: return "reported";
    case Modality::possible: return "possible";
    case Modality::planned: return "planned";
    case Modality::desired: return "desired";
    case Modality::hypothetical: return "hypothetical";
    case Modality::ordered: return "ordered";
  }
  return "asserted";
}

const char* to_string(Role role) {
  switch (role) {
    case Role::object: return "object";
    case Role::addressee: return "addressee";
    case Role::instrument: return "instrument";
    case Role::topic: return "topic";
    case Role::time: return "time";
    case Role::place: return "place";
    case Role::purpose: return "purpose";
    case Role::manner: return "manner";
    case Role::other: return "other";
  }
  return "other";
}

}  // namespace hearsay
