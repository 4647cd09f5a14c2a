#include "ingest/relation/noun_classes.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace hearsay {
namespace {

// By noun, for reading; the list is short.
constexpr EventNoun event_nouns[] = {
    {"meeting", "meet", true, "with"},
    {"talk", "talk with", true, "with"},
    {"conversation", "talk with", true, "with"},
    {"discussion", "discuss with", true, "with"},
    {"summit", "meet", true, "with"},
    {"dialogue", "talk with", true, "with"},
    {"negotiation", "negotiate with", true, "with"},
    {"encounter", "meet", true, "with"},
    {"handshake", "shake hands with", true, "with"},
    {"agreement", "agree with", true, "with"},
    {"deal", "agree with", true, "with"},
    {"accord", "agree with", true, "with"},
    {"pact", "agree with", true, "with"},
    {"treaty", "agree with", true, "with"},
    {"war", "fight", true, "with against on"},
    {"conflict", "fight", true, "with"},
    {"clash", "clash with", true, "with"},
    {"battle", "fight", true, "with against"},
    {"dispute", "dispute with", true, "with"},
    {"alliance", "ally with", true, "with"},
    {"cooperation", "cooperate with", true, "with"},
    {"collaboration", "collaborate with", true, "with"},
    {"partnership", "partner with", true, "with"},
    {"ceasefire", "agree with", true, "with"},
    {"truce", "agree with", true, "with"},
    {"merger", "merge with", true, "with"},
    {"marriage", "marry", true, "to with"},
    {"trade", "trade with", true, "with"},
    {"denial", "deny", false, "of"},
    {"interference", "interfere in", false, "in with"},
    {"meddling", "meddle in", false, "in"},
    {"involvement", "be involved in", false, "in"},
    {"intervention", "intervene in", false, "in"},
    {"attack", "attack", false, "on against"},
    {"assault", "assault", false, "on against"},
    {"strike", "strike", false, "on against"},
    {"airstrike", "strike", false, "on against"},
    {"raid", "raid", false, "on"},
    {"invasion", "invade", false, "of"},
    {"occupation", "occupy", false, "of"},
    {"annexation", "annex", false, "of"},
    {"bombing", "bomb", false, "of"},
    {"shelling", "shell", false, "of"},
    {"bombardment", "bombard", false, "of"},
    {"support", "support", false, "for of"},
    {"backing", "back", false, "for of"},
    {"endorsement", "endorse", false, "of"},
    {"criticism", "criticize", false, "of"},
    {"condemnation", "condemn", false, "of"},
    {"praise", "praise", false, "for of"},
    {"visit", "visit", false, "to"},
    {"trip", "travel to", false, "to"},
    {"arrival", "arrive in", false, "in at"},
    {"killing", "kill", false, "of"},
    {"murder", "murder", false, "of"},
    {"assassination", "assassinate", false, "of"},
    {"arrest", "arrest", false, "of"},
    {"detention", "detain", false, "of"},
    {"kidnapping", "kidnap", false, "of"},
    {"abduction", "abduct", false, "of"},
    {"election", "elect", false, "of"},
    {"appointment", "appoint", false, "of"},
    {"nomination", "nominate", false, "of"},
    {"withdrawal", "withdraw from", false, "from"},
    {"departure", "leave", false, "from"},
    {"accusation", "accuse", false, "against"},
    {"lawsuit", "sue", false, "against"},
    {"pressure", "pressure", false, "on"},
    {"threat", "threaten", false, "to against"},
    {"demand", "demand", false, "for"},
    {"call", "call for", false, "for"},
    {"request", "request", false, "for"},
    {"appeal", "appeal for", false, "for"},
    {"rejection", "reject", false, "of"},
    {"refusal", "refuse", false, "of"},
    {"approval", "approve", false, "of"},
    {"acquisition", "acquire", false, "of"},
    {"takeover", "take over", false, "of"},
    {"purchase", "buy", false, "of"},
    {"sale", "sell", false, "of"},
    {"launch", "launch", false, "of"},
    {"creation", "create", false, "of"},
    {"destruction", "destroy", false, "of"},
    {"defeat", "defeat", false, "of"},
    {"victory", "defeat", false, "over against"},
    {"ban", "ban", false, "on"},
    {"violation", "violate", false, "of"},
    {"control", "control", false, "of over"},
    {"handling", "handle", false, "of"},
    {"response", "respond to", false, "to"},
    {"reaction", "react to", false, "to"},
    {"commitment", "commit to", false, "to"},
    {"contribution", "contribute to", false, "to"},
    {"opposition", "oppose", false, "to"},
    {"influence", "influence", false, "on over"},
    {"invitation", "invite", false, "to of"},
    {"seizure", "seize", false, "of"},
    {"capture", "capture", false, "of"},
    {"rescue", "rescue", false, "of"},
    {"protection", "protect", false, "of"},
    {"investigation", "investigate", false, "into of"},
    {"probe", "investigate", false, "into of"},
    {"inquiry", "investigate", false, "into"},
    {"persecution", "persecute", false, "of"},
    {"recognition", "recognize", false, "of"},
    {"blockade", "blockade", false, "of"},
    {"siege", "besiege", false, "of"},
    {"deployment", "deploy", false, "of"},
    {"removal", "remove", false, "of"},
    {"dismissal", "dismiss", false, "of"},
    {"firing", "fire", false, "of"},
    {"expulsion", "expel", false, "of"},
    {"ouster", "oust", false, "of"},
    {"release", "release", false, "of"},
    {"resignation", "resign", false, ""},
    {"death", "die", false, ""},
};

constexpr std::string_view role_nouns[] = {
    "activist", "actor", "actress", "admiral", "adviser", "advisor", "agent", "aide", "ambassador", "analyst",
    "anchor", "archbishop", "architect", "artist", "astronaut", "attorney", "author", "banker", "bishop", "boss",
    "broker", "businessman", "campaigner", "candidate", "captain", "cardinal", "ceo", "chair", "chairman",
    "chairperson", "chairwoman", "champion", "chancellor", "chief", "co-chairman", "co-founder", "coach", "colonel",
    "columnist", "commander", "commentator", "commissioner", "composer", "comptroller", "congressman",
    "congresswoman", "consultant", "controller", "coordinator", "correspondent", "counsel", "counterpart", "curator",
    "dean", "delegate", "deputy", "detective", "dictator", "diplomat", "director", "director-general", "doctor",
    "economist", "editor", "emir", "emperor", "engineer", "entrepreneur", "envoy", "executive", "expert",
    "footballer", "founder", "general", "goalkeeper", "governor", "head", "historian", "host", "imam", "inspector",
    "inventor", "investor", "journalist", "judge", "justice", "king", "laureate", "lawmaker", "lawyer", "leader",
    "lieutenant", "magistrate", "major", "manager", "mayor", "member", "minister", "monarch", "musician",
    "negotiator", "nominee", "novelist", "nurse", "officer", "official", "organizer", "owner", "painter", "partner",
    "pastor", "philosopher", "physician", "pilot", "player", "poet", "politician", "pope", "premier", "president",
    "priest", "prince", "princess", "principal", "producer", "professor", "prosecutor", "queen", "rabbi", "rector",
    "reporter", "representative", "researcher", "ruler", "scholar", "scientist", "secretary", "senator", "sergeant",
    "sheikh", "sheriff", "singer", "solicitor", "speaker", "spokesman", "spokesperson", "spokeswoman", "strategist",
    "striker", "student", "superintendent", "surgeon", "teacher", "trader", "treasurer", "trustee", "veteran",
    "vice-president", "whip", "winner", "writer",};

constexpr std::string_view kinship_nouns[] = {
    "aunt", "brother", "brother-in-law", "child", "cousin", "daughter", "ex-husband", "ex-wife", "father",
    "father-in-law", "fiance", "fiancee", "grandchild", "granddaughter", "grandfather", "grandmother", "grandson",
    "half-brother", "half-sister", "husband", "mother", "nephew", "niece", "parent", "sibling", "sister", "son",
    "son-in-law", "spouse", "stepdaughter", "stepfather", "stepmother", "stepson", "twin", "uncle", "widow", "wife",};

bool has(std::span<const std::string_view> words, std::string_view lemma) {
  return std::binary_search(words.begin(), words.end(), lemma);
}

}  // namespace

const EventNoun* event_noun(std::string_view lemma) {
  const auto* found = std::find_if(std::begin(event_nouns), std::end(event_nouns),
                                   [&](const EventNoun& e) { return e.noun == lemma; });
  return found == std::end(event_nouns) ? nullptr : found;
}

bool is_role_noun(std::string_view lemma) { return has(role_nouns, lemma); }
bool is_kinship_noun(std::string_view lemma) { return has(kinship_nouns, lemma); }

}  // namespace hearsay
