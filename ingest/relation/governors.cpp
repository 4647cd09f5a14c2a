#include "ingest/relation/governors.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace hearsay {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view negating[] = {
    "fail",    "refuse",  "decline",  "forget", "neglect",   "avoid",    "prevent",    "deny",      "reject",
    "dismiss", "refute",  "rebut",    "block",  "ban",       "forbid",   "prohibit",   "bar",       "refrain",
    "abstain", "dispute", "disprove", "doubt",  "unable",    "unlikely", "impossible", "unwilling", "reluctant",
    "loath",   "unaware", "stop",     "deter",  "keep_from", "disclaim", "resist"};
constexpr std::string_view planning[] = {
    "agree",   "plan",    "intend",  "decide",   "promise",   "vow",      "pledge",    "aim",
    "prepare", "propose", "offer",   "threaten", "schedule",  "expect",   "undertake", "commit",
    "want",    "seek",    "set",     "due",      "ready",     "poise",    "poised",    "determined",
    "resolve", "swear",   "opt",     "choose",   "volunteer", "design",   "willing",   "anticipate",
    "mean",    "consent", "arrange", "slate",    "foresee",   "envisage", "envision"};
constexpr std::string_view wishing[] = {"hope",  "wish", "desire", "long",   "dream",   "love",  "like",  "prefer",
                                        "eager", "keen", "yearn",  "aspire", "anxious", "crave", "ensure"};
constexpr std::string_view allowing[] = {
    "seem",    "appear",    "able",      "likely",  "possible", "probable",  "suppose",     "try",
    "attempt", "allow",     "permit",    "enable",  "struggle", "consider",  "contemplate", "tend",
    "suspect", "guess",     "imagine",   "assume",  "free",     "fear",      "worry",       "strive",
    "work_to", "let",       "discuss",   "unclear", "can",      "speculate", "predict",     "hesitate",
    "suggest", "recommend", "difficult", "hard",    "easy",     "tough"};
constexpr std::string_view ordering[] = {"order", "urge",   "demand",  "instruct",  "command", "require", "ask",
                                         "tell",  "beg",    "call",    "request",   "insist",  "appeal",  "oblige",
                                         "press", "advise", "implore", "necessary", "need",    "vital",   "essential"};
constexpr std::string_view reporting[] = {"allege", "accuse", "suspect", "rumor",
                                          "rumour", "charge", "blame",   "alleged"};

constexpr std::string_view negating_nouns[] = {"failure", "refusal", "inability",     "denial",    "rejection",
                                               "lack",    "absence", "unwillingness", "reluctance"};
constexpr std::string_view planning_nouns[] = {
    "plan", "decision",   "agreement",     "intention", "intent",   "proposal", "promise",     "pledge",
    "vow",  "commitment", "threat",        "offer",     "deal",     "bid",      "preparation", "willingness",
    "goal", "aim",        "determination", "readiness", "strategy", "will"};
constexpr std::string_view wishing_nouns[] = {"hope", "desire", "wish", "dream", "ambition"};
constexpr std::string_view allowing_nouns[] = {
    "ability",  "chance",    "possibility", "risk",  "opportunity", "attempt", "effort",     "way",
    "right",    "potential", "prospect",    "power", "capacity",    "reason",  "permission", "need",
    "question", "fear",      "danger",      "idea",  "option",      "freedom", "likelihood"};
constexpr std::string_view ordering_nouns[] = {"order",  "demand",      "call",       "request",
                                               "appeal", "instruction", "obligation", "requirement"};
constexpr std::string_view reporting_nouns[] = {
    "allegation",  "accusation", "claim",       "report", "rumor",      "rumour", "suspicion", "assertion", "charge",
    "speculation", "suggestion", "insinuation", "notion", "assumption", "belief", "theory",    "concern"};

constexpr std::string_view factives[] = {"know",   "realize",    "realise",     "regret",    "forget",    "notice",
                                         "see",    "discover",   "find",        "remember",  "recall",    "learn",
                                         "reveal", "admit",      "acknowledge", "recognize", "recognise", "mind",
                                         "care",   "understand", "ignore",      "resent",    "appreciate"};
constexpr std::string_view raisers[] = {"think", "believe", "suppose", "expect", "imagine",  "seem",  "appear",
                                        "want",  "feel",    "reckon",  "guess",  "consider", "likely"};

bool has(Words words, std::string_view lemma) { return std::find(words.begin(), words.end(), lemma) != words.end(); }

}  // namespace

GovernorEffect verb_effect(std::string_view lemma) {
  if (has(negating, lemma)) return {true, std::nullopt};
  if (has(planning, lemma)) return {false, Modality::planned};
  if (has(wishing, lemma)) return {false, Modality::desired};
  if (has(ordering, lemma)) return {false, Modality::ordered};
  if (has(reporting, lemma)) return {false, Modality::reported};
  if (has(allowing, lemma)) return {false, Modality::possible};
  return {};
}

GovernorEffect noun_effect(std::string_view lemma) {
  if (has(negating_nouns, lemma)) return {true, std::nullopt};
  if (has(planning_nouns, lemma)) return {false, Modality::planned};
  if (has(wishing_nouns, lemma)) return {false, Modality::desired};
  if (has(ordering_nouns, lemma)) return {false, Modality::ordered};
  if (has(reporting_nouns, lemma)) return {false, Modality::reported};
  if (has(allowing_nouns, lemma)) return {false, Modality::possible};
  return {};
}

bool is_factive(std::string_view lemma) { return has(factives, lemma); }
bool raises_negation(std::string_view lemma) { return has(raisers, lemma); }

}  // namespace hearsay
