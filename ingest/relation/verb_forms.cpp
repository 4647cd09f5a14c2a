#include "ingest/relation/verb_forms.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "ingest/relation/governors.hpp"
#include "ingest/relation/meaning.hpp"
#include "ingest/relation/relation_types.hpp"

namespace hearsay {
namespace {

struct Irregular {
  std::string_view form, lemma;
};

// By form. Left out: forms that are lemmas of other verbs ("found", "lay", "ground", "wound").
constexpr Irregular irregular[] = {
    {"agreed", "agree"},
    {"agreeing", "agree"},
    {"am", "be"},
    {"are", "be"},
    {"arisen", "arise"},
    {"arose", "arise"},
    {"ate", "eat"},
    {"awoke", "awake"},
    {"became", "become"},
    {"been", "be"},
    {"began", "begin"},
    {"begun", "begin"},
    {"being", "be"},
    {"bent", "bend"},
    {"bit", "bite"},
    {"bitten", "bite"},
    {"bled", "bleed"},
    {"blew", "blow"},
    {"blown", "blow"},
    {"bore", "bear"},
    {"borne", "bear"},
    {"bought", "buy"},
    {"bred", "breed"},
    {"broke", "break"},
    {"broken", "break"},
    {"brought", "bring"},
    {"built", "build"},
    {"came", "come"},
    {"caught", "catch"},
    {"chose", "choose"},
    {"chosen", "choose"},
    {"clung", "cling"},
    {"crept", "creep"},
    {"dealt", "deal"},
    {"did", "do"},
    {"died", "die"},
    {"does", "do"},
    {"done", "do"},
    {"drank", "drink"},
    {"drawn", "draw"},
    {"drew", "draw"},
    {"driven", "drive"},
    {"drove", "drive"},
    {"drunk", "drink"},
    {"dug", "dig"},
    {"dying", "die"},
    {"eaten", "eat"},
    {"fallen", "fall"},
    {"fed", "feed"},
    {"fell", "fall"},
    {"felt", "feel"},
    {"fled", "flee"},
    {"fleeing", "flee"},
    {"flew", "fly"},
    {"flown", "fly"},
    {"forgave", "forgive"},
    {"forgiven", "forgive"},
    {"forgot", "forget"},
    {"forgotten", "forget"},
    {"fought", "fight"},
    {"freed", "free"},
    {"freeing", "free"},
    {"froze", "freeze"},
    {"frozen", "freeze"},
    {"gave", "give"},
    {"given", "give"},
    {"gone", "go"},
    {"got", "get"},
    {"gotten", "get"},
    {"grew", "grow"},
    {"grown", "grow"},
    {"guaranteed", "guarantee"},
    {"had", "have"},
    {"has", "have"},
    {"having", "have"},
    {"heard", "hear"},
    {"held", "hold"},
    {"hid", "hide"},
    {"hidden", "hide"},
    {"hung", "hang"},
    {"is", "be"},
    {"kept", "keep"},
    {"knew", "know"},
    {"known", "know"},
    {"laid", "lay"},
    {"lain", "lie"},
    {"led", "lead"},
    {"left", "leave"},
    {"lent", "lend"},
    {"lied", "lie"},
    {"lost", "lose"},
    {"lying", "lie"},
    {"made", "make"},
    {"meant", "mean"},
    {"met", "meet"},
    {"mistaken", "mistake"},
    {"mistook", "mistake"},
    {"overcame", "overcome"},
    {"overthrew", "overthrow"},
    {"overthrown", "overthrow"},
    {"paid", "pay"},
    {"proven", "prove"},
    {"ran", "run"},
    {"rang", "ring"},
    {"retaken", "retake"},
    {"retook", "retake"},
    {"ridden", "ride"},
    {"risen", "rise"},
    {"rode", "ride"},
    {"rose", "rise"},
    {"rung", "ring"},
    {"said", "say"},
    {"sang", "sing"},
    {"sank", "sink"},
    {"sat", "sit"},
    {"saw", "see"},
    {"seeing", "see"},
    {"seen", "see"},
    {"sent", "send"},
    {"sewn", "sew"},
    {"shaken", "shake"},
    {"shone", "shine"},
    {"shook", "shake"},
    {"shot", "shoot"},
    {"shown", "show"},
    {"slain", "slay"},
    {"slept", "sleep"},
    {"slew", "slay"},
    {"slid", "slide"},
    {"sold", "sell"},
    {"sought", "seek"},
    {"sped", "speed"},
    {"spent", "spend"},
    {"spoke", "speak"},
    {"spoken", "speak"},
    {"spun", "spin"},
    {"stole", "steal"},
    {"stolen", "steal"},
    {"stood", "stand"},
    {"stricken", "strike"},
    {"striven", "strive"},
    {"strove", "strive"},
    {"struck", "strike"},
    {"stuck", "stick"},
    {"sued", "sue"},
    {"sung", "sing"},
    {"sunk", "sink"},
    {"swam", "swim"},
    {"swept", "sweep"},
    {"swore", "swear"},
    {"sworn", "swear"},
    {"swum", "swim"},
    {"swung", "swing"},
    {"taken", "take"},
    {"taught", "teach"},
    {"thought", "think"},
    {"threw", "throw"},
    {"thrown", "throw"},
    {"tied", "tie"},
    {"told", "tell"},
    {"took", "take"},
    {"tore", "tear"},
    {"torn", "tear"},
    {"tying", "tie"},
    {"undergone", "undergo"},
    {"understood", "understand"},
    {"undertaken", "undertake"},
    {"undertook", "undertake"},
    {"underwent", "undergo"},
    {"undid", "undo"},
    {"undone", "undo"},
    {"was", "be"},
    {"went", "go"},
    {"wept", "weep"},
    {"were", "be"},
    {"withdrawn", "withdraw"},
    {"withdrew", "withdraw"},
    {"withstood", "withstand"},
    {"woke", "wake"},
    {"woken", "wake"},
    {"won", "win"},
    {"wore", "wear"},
    {"worn", "wear"},
    {"written", "write"},
    {"wrote", "write"},
};

// Verbs of news that no other table of this room names.
constexpr std::string_view common[] = {
    "accept",    "achieve",   "acknowledge", "add",       "address",  "adjourn",   "adopt",      "advance",
    "advise",    "affect",    "aim",         "allow",     "anger",    "announce",  "answer",     "appeal",
    "appear",    "apply",     "approach",    "argue",     "arrive",   "assure",    "attempt",    "attend",
    "avoid",     "base",      "begin",       "block",     "bother",   "burn",      "call",       "campaign",
    "carry",     "cause",     "change",      "charge",    "claim",    "close",     "collapse",   "comment",
    "commit",    "compare",   "complain",    "complete",  "concern",  "conclude",  "confirm",    "consider",
    "contain",   "continue",  "cooperate",   "create",    "cross",    "curb",      "cut",        "deal",
    "debate",    "decide",    "declare",     "decline",   "decrease", "define",    "delay",      "deliver",
    "demand",    "depend",    "describe",    "determine", "develop",  "die",       "discuss",    "dismiss",
    "disperse",  "divide",    "double",      "doubt",     "ease",     "elect",     "emerge",     "employ",
    "enable",    "encourage", "end",         "enforce",   "enjoy",    "ensure",    "enter",      "escape",
    "establish", "exceed",    "exchange",    "exist",     "expand",   "expect",    "experience", "explain",
    "express",   "face",      "fail",        "finish",    "fish",     "focus",     "follow",     "force",
    "form",      "gain",      "gather",      "guard",     "gush",     "handle",    "happen",     "help",
    "hire",      "hope",      "host",        "ignore",    "improve",  "include",   "increase",   "indicate",
    "inform",    "injure",    "insist",      "introduce", "involve",  "issue",     "join",       "kill",
    "last",      "launch",    "lean",        "leave",     "lie",      "lift",      "like",       "limit",
    "link",      "live",      "look",        "lose",      "love",     "maintain",  "manage",     "mark",
    "meddle",    "mend",      "mention",     "monitor",   "move",     "name",      "need",       "note",
    "observe",   "occur",     "offer",       "open",      "operate",  "oppose",    "order",      "organise",
    "organize",  "own",       "participate", "pass",      "persuade", "plan",      "play",       "post",
    "prepare",   "press",     "prevent",     "produce",   "promise",  "promote",   "propose",    "prove",
    "provide",   "publish",   "push",        "quit",      "raise",    "reach",     "react",      "realize",
    "receive",   "recite",    "record",      "reduce",    "refer",    "regard",    "reiterate",  "reject",
    "rely",      "remain",    "remove",      "repeat",    "replace",  "represent", "require",    "resign",
    "resolve",   "respond",   "restore",     "result",    "return",   "reveal",    "save",       "search",
    "secure",    "seem",      "seize",       "separate",  "serve",    "settle",    "share",      "shock",
    "sign",      "solve",     "start",       "state",     "stay",     "steal",     "stop",       "stress",
    "strip",     "struggle",  "study",       "submit",    "suffer",   "suggest",   "support",    "surprise",
    "talk",      "test",      "threaten",    "tour",      "try",      "turn",      "use",        "value",
    "visit",     "vote",      "wait",        "walk",      "want",     "warn",      "watch",      "welcome",
    "wonder",    "work",      "worry",       "yield",
};

bool is_known(const std::string& lemma) {
  const GovernorEffect effect = verb_effect(lemma);
  return std::binary_search(std::begin(common), std::end(common), lemma) || is_speech_verb(lemma) || effect.negates ||
         effect.modality.has_value() || is_factive(lemma) || !event_type(lemma, "").type.empty();
}

/// What the form may come from by the rules of spelling: "denied" gives "denied", "deni", "denie", "deny".
std::array<std::string, 5> candidates(std::string_view form) {
  struct Ending {
    std::string_view suffix, instead;
  };
  static constexpr Ending endings[] = {{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ed", ""}, {"es", ""}, {"s", ""}};
  for (const Ending& e : endings) {
    if (!form.ends_with(e.suffix) || form.size() < e.suffix.size() + 2) continue;
    const std::string stem = std::string(form.substr(0, form.size() - e.suffix.size())) + std::string(e.instead);
    const bool doubled = stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
    return {stem + 'e', stem, doubled ? stem.substr(0, stem.size() - 1) : stem,
            std::string(form.substr(0, form.size() - 1)), std::string(form)};
  }
  return {std::string(form), "", "", "", ""};
}

}  // namespace

std::string verb_lemma(std::string_view form, const std::string& lemma) {
  const auto* found = std::lower_bound(std::begin(irregular), std::end(irregular), form,
                                       [](const Irregular& i, std::string_view f) { return i.form < f; });
  if (found != std::end(irregular) && found->form == form) return std::string(found->lemma);
  const auto options = candidates(form);
  if (is_known(lemma) && std::find(options.begin(), options.end(), lemma) != options.end()) return lemma;
  const auto known =
      std::find_if(options.begin(), options.end(), [](const std::string& c) { return !c.empty() && is_known(c); });
  return known == options.end() ? lemma : *known;
}

}  // namespace hearsay
