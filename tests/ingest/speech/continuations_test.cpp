#include "ingest/speech/continuations.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;

namespace {

Attribution said(TokenIndex source, TokenSpan content, std::vector<TokenSpan> cue) {
  Attribution a;
  a.source = {{source, source + 1}};
  a.cue = std::move(cue);
  a.content = {content};
  return a;
}

}  // namespace

TEST_CASE("who goes on without a cue goes on from his last words", "[ingest][speech]") {
  const std::vector<Attribution> all = {said(0, {2, 5}, {{1, 2}}), said(8, {10, 12}, {{9, 10}}), said(0, {20, 25}, {}),
                                        said(0, {30, 35}, {})};
  CHECK(beginnings(all) == std::vector<std::uint32_t>{0, 1, 0, 0});
}

TEST_CASE("a new cue begins anew, and nobody goes on from what he said inside another's words", "[ingest][speech]") {
  std::vector<Attribution> all = {said(0, {2, 5}, {{1, 2}}), said(0, {10, 12}, {{9, 10}}), said(0, {20, 25}, {})};
  CHECK(beginnings(all) == std::vector<std::uint32_t>{0, 1, 1});
  all[1].parent = 0;
  CHECK(beginnings(all) == std::vector<std::uint32_t>{0, 1, 0});
}

TEST_CASE("what hangs on a verb of saying does not take the quotations that follow", "[ingest][speech]") {
  std::vector<Attribution> all = {said(0, {2, 5}, {{1, 2}}), said(0, {10, 12}, {{9, 10}}), said(0, {20, 25}, {})};
  all[0].kind = SpeechKind::direct;
  all[0].cue_lemma = "say";
  all[1].cue_lemma = "reference";
  CHECK(beginnings(all) == std::vector<std::uint32_t>{0, 1, 0});
  all[1].cue_lemma = "add";
  CHECK(beginnings(all) == std::vector<std::uint32_t>{0, 1, 1});
}

TEST_CASE("joined attributions have all contents and all topics", "[ingest][speech]") {
  std::vector<Attribution> all = {said(0, {2, 5}, {{1, 2}}), said(0, {20, 25}, {})};
  all[0].about = {3, 4};
  all[1].about = {4, 7};
  const Attribution whole = joined(all, {0, 1});
  CHECK(whole.content == std::vector<TokenSpan>{{2, 5}, {20, 25}});
  CHECK(whole.about == std::vector<std::uint32_t>{3, 4, 7});
  CHECK(whole.cue == all[0].cue);
}
