#include "ingest/relation/verb_classes.hpp"

#include "ingest/words.hpp"

namespace hearsay {
bool is_light_verb(const std::string& lemma) {
  return is_one_of(lemma, {"have",  "hold",    "make",    "take",  "reach",   "give",  "sign",      "strike", "conduct",
                           "enter", "launch",  "express", "show",  "pay",     "play",  "do",        "raise",  "issue",
                           "file",  "impose",  "open",    "get",   "put",     "begin", "establish", "keep",   "lose",
                           "offer", "provide", "seek",    "carry", "deliver", "place", "find",      "bring"});
}

bool is_mutual_verb(const std::string& lemma) {
  return is_one_of(lemma, {"meet",      "talk",        "negotiate", "clash",  "marry",  "divorce", "fight",
                           "cooperate", "collaborate", "merge",     "confer", "debate", "quarrel", "argue",
                           "embrace",   "speak",       "compete",   "trade",  "ally",   "agree"});
}

bool is_naming_verb(const std::string& lemma) {
  return is_one_of(lemma, {"call",     "name",    "consider", "deem",    "label",        "dub",  "describe",
                           "declare",  "appoint", "elect",    "brand",   "regard",       "term", "nominate",
                           "proclaim", "see",     "view",     "portray", "characterize", "crown"});
}

bool is_plain_speech(const std::string& lemma) {
  return is_one_of(lemma, {"say",     "add",    "note",      "state", "explain", "tell",    "write",
                           "remark",  "reply",  "conclude",  "claim", "tweet",   "stress",  "announce",
                           "observe", "insist", "reiterate", "think", "believe", "declare", "continue"});
}

}  // namespace hearsay
