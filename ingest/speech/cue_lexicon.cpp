#include "ingest/speech/cue_lexicon.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace hearsay {
namespace {

struct Entry {
  std::string_view lemma;
  std::uint32_t uses;
};

constexpr std::uint32_t kNo = kDeny;

// Sorted by lemma (a test checks it): looked up by halving.
constexpr Entry kVerbs[] = {
    {"accuse", kStance}, {"acknowledge", kSpeech | kStance}, {"add", kSpeech}, {"admit", kSpeech | kStance},
    {"advise", kSpeech | kTell | kOrder}, {"affirm", kSpeech}, {"agree", kSpeech | kThought},
    {"allege", kSpeech}, {"announce", kSpeech | kStance}, {"answer", kSpeech}, {"anticipate", kThought},
    {"argue", kSpeech}, {"ask", kSpeech | kAsk | kOrder}, {"assert", kSpeech | kStance}, {"assume", kThought},
    {"assure", kSpeech | kTell}, {"attest", kSpeech}, {"aver", kSpeech}, {"beg", kOrder}, {"believe", kThought},
    {"bet", kThought}, {"blame", kStance}, {"blast", kStance}, {"boast", kSpeech}, {"brag", kSpeech},
    {"brief", kTell}, {"call", kName}, {"caution", kSpeech | kTell}, {"claim", kSpeech | kStance},
    {"clarify", kSpeech}, {"comment", kSpeech}, {"complain", kSpeech}, {"concede", kSpeech | kStance},
    {"conclude", kSpeech | kThought}, {"condemn", kStance}, {"confess", kSpeech}, {"confide", kSpeech},
    {"confirm", kSpeech | kStance}, {"consider", kThought | kName}, {"contend", kSpeech},
    {"continue", kSpeech}, {"convince", kTell}, {"counter", kSpeech}, {"criticise", kStance},
    {"criticize", kStance}, {"cry", kSpeech}, {"declare", kSpeech | kStance}, {"decry", kStance},
    {"defend", kStance}, {"demand", kSpeech | kStance}, {"denounce", kStance}, {"deny", kSpeech | kStance | kNo},
    {"describe", kStance | kName}, {"disclose", kSpeech | kStance}, {"dismiss", kStance | kName},
    {"dispute", kSpeech | kStance | kNo}, {"doubt", kThought | kStance | kNo}, {"elaborate", kSpeech},
    {"email", kSpeech}, {"emphasise", kSpeech | kStance}, {"emphasize", kSpeech | kStance},
    {"endorse", kStance}, {"estimate", kSpeech | kThought}, {"exclaim", kSpeech}, {"expect", kThought | kOrder},
    {"explain", kSpeech}, {"express", kStance}, {"fear", kThought}, {"feel", kThought}, {"find", kThought | kShow},
    {"forecast", kSpeech}, {"guess", kThought}, {"gush", kSpeech}, {"hail", kStance | kName}, {"hint", kSpeech},
    {"hope", kThought}, {"imagine", kThought}, {"imply", kSpeech | kShow}, {"indicate", kSpeech | kShow},
    {"inform", kSpeech | kTell}, {"inquire", kAsk}, {"insist", kSpeech}, {"instruct", kOrder},
    {"interject", kSpeech}, {"invite", kOrder}, {"joke", kSpeech}, {"judge", kThought}, {"justify", kStance},
    {"know", kThought}, {"label", kName}, {"lament", kSpeech | kStance}, {"maintain", kSpeech},
    {"mention", kSpeech | kStance}, {"mock", kStance}, {"mutter", kSpeech}, {"note", kSpeech | kStance},
    {"notify", kSpeech | kTell}, {"object", kSpeech}, {"observe", kSpeech}, {"opine", kSpeech},
    {"oppose", kStance}, {"order", kOrder}, {"persuade", kTell | kOrder}, {"plead", kSpeech | kOrder},
    {"pledge", kSpeech | kStance}, {"point", kSpeech}, {"ponder", kAsk}, {"post", kSpeech}, {"praise", kStance},
    {"predict", kSpeech | kStance}, {"proclaim", kSpeech}, {"promise", kSpeech | kTell}, {"propose", kSpeech},
    {"protest", kSpeech}, {"question", kAsk | kStance}, {"quip", kSpeech}, {"quote", kSpeech},
    {"read", kShow}, {"reaffirm", kSpeech | kStance}, {"reassure", kSpeech | kTell}, {"recall", kSpeech},
    {"reckon", kThought}, {"recommend", kSpeech}, {"recount", kSpeech}, {"reflect", kSpeech},
    {"regard", kName}, {"reiterate", kSpeech | kStance}, {"reject", kStance | kNo}, {"relate", kSpeech},
    {"remark", kSpeech}, {"remember", kThought}, {"remind", kSpeech | kTell}, {"repeat", kSpeech | kStance},
    {"reply", kSpeech}, {"report", kSpeech}, {"respond", kSpeech}, {"retort", kSpeech}, {"retweet", kSpeech},
    {"reveal", kSpeech | kShow}, {"rule", kSpeech}, {"say", kSpeech}, {"shout", kSpeech}, {"show", kShow},
    {"slam", kStance}, {"speculate", kSpeech}, {"state", kSpeech}, {"stipulate", kSpeech}, {"stress", kSpeech | kStance},
    {"suggest", kSpeech | kShow}, {"support", kStance}, {"suppose", kThought}, {"surmise", kThought},
    {"suspect", kThought}, {"swear", kSpeech}, {"teach", kTell}, {"tell", kSpeech | kTell | kOrder},
    {"testify", kSpeech}, {"text", kSpeech}, {"think", kThought}, {"threaten", kSpeech}, {"tweet", kSpeech},
    {"underline", kSpeech | kStance}, {"underscore", kSpeech | kStance}, {"understand", kThought},
    {"urge", kOrder | kSpeech}, {"volunteer", kSpeech}, {"vow", kSpeech}, {"warn", kSpeech | kTell},
    {"welcome", kStance}, {"whisper", kSpeech}, {"wonder", kSpeech | kAsk}, {"worry", kThought}, {"write", kSpeech},
    {"yell", kSpeech},
};

constexpr Entry kNouns[] = {
    {"accusation", kSpeech}, {"acknowledgement", kSpeech}, {"acknowledgment", kSpeech}, {"admission", kSpeech},
    {"allegation", kSpeech}, {"announcement", kSpeech}, {"argument", kSpeech}, {"assertion", kSpeech},
    {"assessment", kSpeech}, {"assumption", kThought}, {"assurance", kSpeech}, {"belief", kThought},
    {"charge", kSpeech}, {"claim", kSpeech}, {"comment", kSpeech}, {"complaint", kSpeech},
    {"conclusion", kSpeech}, {"confirmation", kSpeech}, {"contention", kSpeech}, {"conviction", kThought},
    {"declaration", kSpeech}, {"denial", kSpeech | kNo}, {"description", kName}, {"doubt", kThought | kNo},
    {"estimate", kSpeech}, {"expectation", kThought}, {"fear", kThought}, {"hint", kSpeech}, {"hope", kThought},
    {"idea", kThought}, {"insistence", kSpeech}, {"message", kSpeech}, {"notion", kThought},
    {"opinion", kThought}, {"pledge", kSpeech}, {"position", kThought}, {"prediction", kSpeech},
    {"promise", kSpeech}, {"proposal", kSpeech}, {"remark", kSpeech}, {"reminder", kSpeech}, {"report", kSpeech},
    {"ruling", kSpeech}, {"statement", kSpeech}, {"suggestion", kSpeech}, {"suspicion", kThought},
    {"testimony", kSpeech}, {"theory", kThought}, {"threat", kSpeech}, {"view", kThought}, {"vow", kSpeech},
    {"warning", kSpeech}, {"word", kSpeech},
};

constexpr std::string_view kRefusals[] = {"decline", "fail", "refuse", "stop"};

constexpr std::string_view kAudiences[] = {
    "agency", "analyst", "audience", "channel", "colleague", "committee", "conference", "congregation", "court",
    "crowd", "delegate", "host", "interviewer", "journalist", "jury", "lawmaker", "magazine", "media",
    "network", "newspaper", "outlet", "panel", "people", "press", "reporter", "student", "supporter", "viewer",
    "voter"};

constexpr std::string_view kOccasions[] = {
    "address", "appearance", "briefing", "campaign", "ceremony", "conference", "congress", "convention", "debate",
    "dinner", "event", "forum", "gathering", "hearing", "inquiry", "interview", "lecture", "lunch", "meeting",
    "parliament", "podcast", "programme", "program", "rally", "reception", "service", "session", "show",
    "speech", "summit", "symposium", "testimony", "tour", "trial", "visit", "vigil"};

constexpr std::string_view kTitles[] = {
    "adviser", "advisor", "aide", "ambassador", "analyst", "attorney", "author", "chair", "chairman", "chairwoman",
    "chancellor", "chief", "coach", "colonel", "commissioner", "congressman", "congresswoman", "counsel",
    "counselor", "deputy", "detective", "director", "doctor", "dr.", "economist", "editor", "expert", "founder",
    "general", "governor", "gov.", "head", "historian", "judge", "justice", "king", "lawmaker", "lawyer", "leader",
    "lieutenant", "manager", "mayor", "minister", "mr.", "mrs.", "ms.", "officer", "official", "owner", "pastor",
    "president", "prince", "princess", "professor", "prosecutor", "queen", "rep.", "representative", "resident",
    "secretary", "sen.", "senator", "sheriff", "sir", "spokesman", "spokesperson", "spokeswoman", "strategist",
    "student", "teacher", "witness", "writer"};

std::uint32_t find(std::span<const Entry> table, std::string_view lemma) {
  const auto at = std::lower_bound(table.begin(), table.end(), lemma,
                                   [](const Entry& e, std::string_view l) { return e.lemma < l; });
  return at != table.end() && at->lemma == lemma ? at->uses : 0U;
}

bool holds(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::uint32_t verb_cue(std::string_view lemma) { return find(kVerbs, lemma); }

std::uint32_t noun_cue(std::string_view lemma) { return find(kNouns, lemma); }

bool is_refusal(std::string_view lemma) { return holds(kRefusals, lemma); }

bool is_audience(std::string_view lemma) { return holds(kAudiences, lemma); }

bool is_occasion(std::string_view lemma) { return holds(kOccasions, lemma); }

bool is_title(std::string_view lemma) { return holds(kTitles, lemma); }

}  // namespace hearsay
