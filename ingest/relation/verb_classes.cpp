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

bool raises_object(const std::string& lemma) {
  return is_one_of(lemma, {"want",     "expect", "like", "love",  "hate",   "prefer", "need", "wish",    "believe",
                           "consider", "have",   "let",  "make",  "get",    "see",    "hear", "watch",   "feel",
                           "find",     "assume", "keep", "leave", "catch",  "intend", "mean", "imagine", "estimate",
                           "envisage", "think",  "know", "allow", "permit", "enable"});
}

bool takes_result(const std::string& lemma) {
  return is_one_of(lemma, {"make", "keep", "leave", "find", "get", "render", "set", "hold", "turn", "drive", "declare",
                           "deem", "consider", "rule"});
}

bool is_plain_speech(const std::string& lemma) {
  return is_one_of(lemma, {"say",     "add",    "note",      "state", "explain", "tell",    "write",
                           "remark",  "reply",  "conclude",  "claim", "tweet",   "stress",  "announce",
                           "observe", "insist", "reiterate", "think", "believe", "declare", "continue"});
}

}  // namespace hearsay
