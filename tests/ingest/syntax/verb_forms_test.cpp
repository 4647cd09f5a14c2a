#include "ingest/syntax/verb_forms.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("a wrong lemma does not hide a verb that the tables know", "[ingest][syntax]") {
  CHECK(verb_lemma("met", "m") == "meet");
  CHECK(verb_lemma("told", "toy") == "tell");
  CHECK(verb_lemma("denied", "denie") == "deny");
  CHECK(verb_lemma("addressed", "addresse") == "address");
  CHECK(verb_lemma("criticized", "criticiz") == "criticize");
  CHECK(verb_lemma("meddling", "meddl") == "meddle");
  CHECK(verb_lemma("stopped", "stopp") == "stop");
  CHECK(verb_lemma("agrees", "agre") == "agree");
  CHECK(verb_lemma("passes", "passe") == "pass");
  CHECK(verb_lemma("used", "us") == "use");
}

TEST_CASE("the tagger's lemma stands where the tables know no better", "[ingest][syntax]") {
  CHECK(verb_lemma("found", "find") == "find");
  CHECK(verb_lemma("founded", "found") == "found");
  CHECK(verb_lemma("crystallized", "crystallize") == "crystallize");
  CHECK(verb_lemma("left", "leave") == "leave");
  CHECK(verb_lemma("", "x") == "x");
}

TEST_CASE("spelling says whether a lemma ends in a silent e", "[ingest][syntax]") {
  CHECK(verb_lemma("smiled", "smil") == "smile");
  CHECK(verb_lemma("crippling", "crippl") == "cripple");
  CHECK(verb_lemma("grooved", "groov") == "groove");
  CHECK(verb_lemma("fenced", "fenc") == "fence");
  CHECK(verb_lemma("preached", "preache") == "preach");
  CHECK(verb_lemma("bemoaning", "bemoane") == "bemoan");
  CHECK(verb_lemma("mirrored", "mirror") == "mirror");
  CHECK(verb_lemma("slipped", "slip") == "slip");
  CHECK(verb_lemma("pasted", "paste") == "paste");
  CHECK(verb_lemma("snowed", "snowe") == "snow");
  CHECK(verb_lemma("booed", "boo") == "boo");
}
