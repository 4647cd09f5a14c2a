#include "ingest/speech/cue_lexicon.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("the lexicon finds its first, middle and last words", "[ingest][speech]") {
  for (const char* verb : {"accuse", "add", "ask", "guess", "gush", "note", "say", "tell", "write", "yell"}) {
    INFO(verb);
    CHECK(verb_cue(verb) != 0);
  }
  for (const char* noun : {"accusation", "claim", "opinion", "word"}) CHECK(noun_cue(noun) != 0);
  for (const char* verb : {"", "eat", "zzz", "sa", "sayy"}) CHECK(verb_cue(verb) == 0);
}

TEST_CASE("deniers take the content's force away, tellers have a listener", "[ingest][speech]") {
  CHECK((verb_cue("deny") & kDeny) != 0);
  CHECK((noun_cue("denial") & kDeny) != 0);
  CHECK((verb_cue("say") & kDeny) == 0);
  CHECK((verb_cue("tell") & kTell) != 0);
  CHECK((verb_cue("say") & kTell) == 0);
}
