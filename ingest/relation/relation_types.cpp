#include "ingest/relation/relation_types.hpp"

#include <string>

#include "ingest/relation/event_classes.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

/// Verbs too general to be an event by themselves: only with the right noun or preposition.
bool needs_company(std::string_view verb) {
  return is_one_of(verb, {"address", "charge", "drop", "fine", "help", "hit", "join", "mass", "question", "raise",
                          "receive", "restore", "seek", "train", "treat"});
}

/// "shoot up", "give away": another verb than "shoot" and "give".
bool has_particle(std::string_view predicate) {
  const std::size_t begin = predicate.find(' ');
  if (begin == std::string_view::npos) return false;
  const std::string_view rest = predicate.substr(begin + 1);
  const std::string_view second = rest.substr(0, rest.find(' '));
  return is_one_of(second, {"up", "down", "off", "out", "away", "back"});
}

}  // namespace

RelationType event_type(std::string_view predicate, std::string_view noun) {
  if (predicate.starts_with("be ")) predicate.remove_prefix(3);
  const std::string_view verb = predicate.substr(0, predicate.find(' '));
  const std::string with_noun = std::string(verb) + ' ' + std::string(noun);
  // The longest reading wins: "hold talks with" before "hold talks" before "hold".
  for (std::string_view rest = predicate; rest.size() > verb.size(); rest = rest.substr(0, rest.rfind(' '))) {
    if (const EventClass* c = find_event_class(rest)) return {c->type, c->cameo};
  }
  if (!noun.empty()) {
    if (const EventClass* c = find_event_class(with_noun)) return {c->type, c->cameo};
    if (const EventClass* c = find_event_class(with_noun + 's')) return {c->type, c->cameo};
  }
  const EventClass* c = find_event_class(verb);
  if (c == nullptr || needs_company(verb) || has_particle(predicate)) return {};
  return {c->type, c->cameo};
}

}  // namespace hearsay
