#include "ingest/relation/event_classes.hpp"

#include <unordered_map>

namespace hearsay {
namespace {

// Predicates parted by commas. Two words: the verb with its preposition, particle or the noun that gives it its sense.
constexpr EventClass classes[] = {
    {"ACCUSE", "090", "investigate, probe"},
    {"ACCUSE", "111", "condemn, criticise, criticize, denounce, sue"},
    {"ACCUSE", "112",
     "accuse, allege, attack verbally, blame, blast, bring charges, castigate, censure, charge, charge "
     "with, chide, complain about, complain of, criticise for, decry, denigrate, deplore, fault, file "
     "lawsuit, hold responsible, impeach, implicate, incriminate, indict, insult, lambast, lambaste, lash "
     "out at, mock, prosecute, protest to, question, rebuke, rebuke for, reprimand, ridicule, scapegoat, "
     "scold, slam, slander, vilify"},
    {"AGREE", "030", "agree, agree on, agree to, agree with"},
    {"AGREE", "057",
     "accede to, accept offer, clinch, come to terms, compromise, conclude, finalize, initial, make peace, "
     "normalize, ratify, reach accord, reach agreement, reach deal, reach understanding, settle, shake "
     "hands, sign, sign agreement, sign deal, sign pact, sign treaty, strike deal"},
    {"AID", "070",
     "accommodate refugee, aid, arm, assist, bail out, contribute to, deliver aid, donate, donate to, "
     "equip, evacuate, feed, finance, fund, give aid, give money, grant asylum, help, host refugee, lend "
     "to, provide aid, provide assistance, rebuild, rescue, resettle, send aid, send help, shelter, "
     "subsidise, subsidize, supply, train, treat, vaccinate"},
    {"ASSAULT", "180",
     "abduct, ambush, assassinate, assault, beat, behead, besiege with, blow up, bomb, capture, carry out "
     "attack, conquer, destroy, detonate, execute, fight against, fire at, fire on, gas, gun down, hijack, "
     "hit, injure, kidnap, kill, launch attack, launch missile, lynch, maim, murder, open fire, open fire "
     "on, overrun, poison, ram, rape, set fire, shoot, shoot at, shoot down, slay, stab, take hostage, "
     "torpedo, torture, wound"},
    {"ASSAULT", "190",
     "attack, battle, bombard, clash with, conduct airstrike, declare war, fight, invade, launch "
     "offensive, launch strike, occupy, shell, storm, strike, wage war"},
    {"ASSAULT", "200", "cleanse, exterminate, massacre, slaughter"},
    {"COERCE", "170",
     "annex, arrest, ban, besiege, blockade, censor, confiscate, convict, crack down on, curfew, declare "
     "emergency, deport, depose, detain, disperse, evict, exile, expropriate, extort, hack, harass, impose "
     "curfew, impose martial law, imprison, incarcerate, intercept, interfere, interfere in, intern, jail, "
     "kidnap legally, meddle, meddle in, nationalize, oppress, oust, outlaw, overthrow, persecute, purge, "
     "raid, repress, restrict, sabotage, seize, sentence, shut down, spy on, subjugate, suppress, take "
     "into custody, tear gas, wiretap"},
    {"CONCEDE", "080",
     "accede, accept, accommodate, acquit, admit fault, apologise, apologize, apologize for, back down, "
     "bow to, cave to, concede, drop, drop charges, ease, free, give in, grant amnesty, legalize, lift, "
     "lift ban, lift sanctions, pardon, reinstate, relax, release, relent, repeal, resign, step down, "
     "surrender to, suspend sanctions, unfreeze, yield to"},
    {"CONSULT", "036", "address, bring up, discuss, discuss with, raise"},
    {"CONSULT", "040",
     "attend, brief, call on, conduct negotiations, conduct talks, confer, confer with, consult, consult "
     "with, convene, debate, debate with, dine with, engage with, exchange views, fly to, greet, have "
     "conversation, have discussion, have exchange, have meeting, have talks, hold discussion, hold "
     "meeting, hold negotiation, hold talks, host, mediate, meet, meet with, negotiate, negotiate with, "
     "participate in, phone, receive, sit down with, speak to, speak with, summit, take part in, talk, "
     "talk to, talk with, telephone, tour, travel to, visit, welcome"},
    {"COOPERATE", "060",
     "ally, build relation, collaborate, collaborate with, conduct exercise, cooperate, cooperate in, "
     "cooperate on, cooperate with, coordinate with, establish relation, exchange information, extradite, "
     "form alliance, improve relation, invest in, join, join forces, mend tie, open embassy, partner with, "
     "restore, restore relation, share intelligence, team up with, trade with, train with, work together, "
     "work together with, work with"},
    {"MOBILIZE", "150",
     "amass, build up, call up, conduct drill, conscript, deploy, deploy troops, dispatch troop, draft, "
     "enlist, fortify, hold exercise, mass, mass troops, militarize, mobilise, mobilize, patrol, put on "
     "alert, raise alert, rearm, reinforce, send troops, station, stockpile, test fire, test missile, test "
     "weapon"},
    {"PROTEST", "140",
     "block road, burn flag, chant, demonstrate, demonstrate against, go on strike, hold protest, hold "
     "rally, hunger strike, march, march against, occupy building, picket, protest, protest against, "
     "rally, rally against, revolt against, riot, rise up against, stage protest, strike over"},
    {"REJECT", "016", "deny"},
    {"REJECT", "120",
     "abrogate, balk at, ban from, block, boycott, contest, decline, defy, disagree, disagree with, "
     "disapprove of, disavow, dismiss, disobey, dispute, filibuster, ignore, object to, oppose, overrule, "
     "pull out of agreement, rebuff, refuse, refuse to, refute, reject, renege on, repudiate, rescind, "
     "resist, rule out, shun, snub, spurn, stall, tear up, turn down, veto, violate, vote against, walk "
     "out of"},
    {"REQUEST", "020",
     "appeal for, appeal to, apply for, ask, ask for, beg, call for, call on to, call upon, encourage, "
     "exhort, implore, invite, lobby, persuade, petition, plead for, plead with, press, press for, press "
     "on, pressure, propose, push for, recommend, request, seek, solicit, submit request, suggest, urge"},
    {"REQUEST", "100", "demand, demand end, demand that, insist on"},
    {"RETREAT", "087",
     "cease fire, declare ceasefire, demilitarize, demobilize, destroy weapon, disarm, disengage, "
     "dismantle, end occupation, evacuate troops, give up, halt offensive, leave territory, pull back, "
     "pull out, pull out of, retreat, retreat from, stand down, surrender, truce, withdraw, withdraw from, "
     "withdraw troops"},
    {"SANCTION", "160",
     "blackball, blacklist, boycott good, break off relation, break with, cancel visit, close embassy, cut "
     "aid, cut off, cut tie, cut ties, disqualify, downgrade relation, embargo, expel, expel diplomat, "
     "fine, freeze asset, freeze assets, halt aid, impose ban, impose embargo, impose sanction, impose "
     "sanctions, impose tariff, penalise, penalize, recall ambassador, reduce aid, sanction, sever "
     "relation, sever tie, slap sanction, suspend, suspend aid, withdraw ambassador"},
    {"SUPPORT", "050",
     "advocate, ally with, applaud, approve, approve of, award, back, celebrate, champion, commend, "
     "congratulate, decorate, defend, embrace, endorse, express support, favor, favour, give support, "
     "hail, honor, honour, pledge support, praise, recognise, recognize, respect, side with, stand by, "
     "stand with, support, sympathize with, thank, voice support, vote for, vouch for, welcome decision"},
    {"THREATEN", "130",
     "blackmail, caution, deter, give ultimatum, intimidate, issue threat, issue ultimatum, issue warning, "
     "menace, put on notice, threaten, threaten to, threaten with, vow revenge, vow to retaliate, warn"},
};

using Index = std::unordered_map<std::string_view, const EventClass*>;

Index index_of_classes() {
  Index index;
  for (const EventClass& c : classes) {
    for (std::string_view rest = c.predicates; !rest.empty();) {
      const std::size_t end = rest.find(", ");
      index.emplace(rest.substr(0, end), &c);
      rest = end == std::string_view::npos ? "" : rest.substr(end + 2);
    }
  }
  return index;
}

}  // namespace

const EventClass* find_event_class(std::string_view predicate) {
  static const Index index = index_of_classes();
  const auto found = index.find(predicate);
  return found == index.end() ? nullptr : found->second;
}

}  // namespace hearsay
