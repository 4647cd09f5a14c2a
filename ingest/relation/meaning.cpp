#include "ingest/relation/meaning.hpp"

#include <algorithm>

#include "ingest/relation/governors.hpp"
#include "ingest/relation/local_stance.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr int max_steps = 8;

bool is_impersonal_report(const Trees& trees, TokenIndex verb) {
  return is_passive_verb(trees, verb) &&
         is_one_of(trees.lemma(verb), {"understand", "believe", "say", "think", "report", "rumor", "rumour", "allege",
                                       "claim", "know", "suspect", "consider", "speculate", "assume"});
}

/// The climb from a clause to what governs it.
struct Climb {
  const Trees& trees;
  Stance stance;

  void add(std::optional<Modality> modality) {
    if (modality && stance.modality == Modality::asserted) stance.modality = *modality;
  }
  void flip() { stance.polarity = stance.polarity == Polarity::positive ? Polarity::negative : Polarity::positive; }

  void from(TokenIndex at) {
    for (int step = 0; step < max_steps; ++step) {
      const auto up = trees.head(at);
      if (!up || !climb_to(at, *up)) return;
      at = *up;
    }
  }

  /// One step; false where the climb ends.
  bool climb_to(TokenIndex at, TokenIndex up) {
    const std::string_view relation = trees.relation(at);
    if (asks_how(at) && !trees.has_child(at, "mark", "to")) return false;  // "told them why she left": she did
    if (relation == "conj") {
      if (trees.has_child(at, "nsubj")) return false;
      if (trees.has_child(up, "mark", "whether")) add(Modality::possible);  // "whether they can, or want to"
      if (trees.has_child(up, "mark", "if")) add(Modality::hypothetical);
      return true;
    }
    // "evidence that Iran attacked": the noun's content, whichever name the parser gives the clause.
    // A participle tells of the noun: "wishes posted by celebrities", "a report blaming the mayor".
    const bool is_participle = (trees.xpos(at) == "VBN" || trees.xpos(at) == "VBG") && markers_of(trees, at).empty() &&
                               !trees.child(at, "aux");
    const bool is_content = trees.deprel(at) == "acl" ? !is_participle : has_that(at);
    if (relation == "acl" && is_content) {
      if (is_at_issue(at)) add(Modality::possible);
      if (trees.is(up, "obl") && trees.upos(*trees.head(up)) == "ADJ")  // "hard for newcomers to enter"
        add(verb_effect(trees.lemma(*trees.head(up))).modality);
      if (trees.has_child(at, "mark", "to") && is_passive_verb(trees, at))
        add(Modality::planned);  // "a vote to be held"
      return through_noun(up);
    }
    if (relation == "xcomp") return through_verb(at, up, false);
    if (relation == "ccomp" || relation == "csubj") return through_verb(at, up, true);
    if (relation == "obl" || relation == "advcl") return through_gerund(at, up);
    if (relation == "nmod") return through_noun(up);
    return false;
  }

  /// "how to attack", "why she left"
  bool asks_how(TokenIndex clause) const {
    for (const std::string_view adverb : {"how", "why"}) {
      if (trees.has_child(clause, "advmod", adverb)) return true;
      if (trees.is(clause, "acl") && trees.form(*trees.head(clause)) == adverb) return true;
    }
    return false;
  }

  bool has_that(TokenIndex clause) const {
    const auto mark = trees.child(clause, "mark");
    return mark && trees.form(*mark) == "that";
  }

  bool through_verb(TokenIndex at, TokenIndex up, bool is_finite) {
    const std::string& lemma = trees.lemma(up);
    if (is_impersonal_report(trees, up)) {
      add(Modality::reported);
      return false;
    }
    const GovernorEffect effect = verb_effect(lemma);
    const Local local = look_at_group(up);
    // "made sure that they pay": wanted, whether or not it came so.
    if (is_finite && lemma == "sure" && trees.head(up) && trees.lemma(*trees.head(up)) == "make")
      add(Modality::desired);
    if (is_finite && is_opinion_verb(lemma) && is_first_person(trees, up)) add(Modality::possible);
    // "no reason to believe that p": what denies the reason denies p.
    const bool is_open = is_opinion_verb(lemma) && trees.has_child(up, "mark", "to");
    if (is_finite && is_speech_verb(lemma) && !effect.negates && !is_open) {
      // "does not believe that she is honest": in the believer's eyes she is not (Horn 1978, neg-raising).
      if (local.negative && raises_negation(lemma)) flip();
      if (is_mandative(at, lemma)) add(lemma == "suggest" ? Modality::desired : Modality::ordered);
      return false;
    }
    if (is_finite && is_mandative(at, lemma)) {
      add(lemma == "recommend" || lemma == "propose" ? Modality::desired : Modality::ordered);
    }
    if (effect.negates) flip();
    if (lemma == "go" && trees.xpos(up) == "VBG" && !is_finite) add(Modality::planned);
    if (!(is_finite && lemma == "agree" && stance.modality != Modality::asserted)) {
      if (!is_finite || !is_report_of_fact(at, lemma)) add(effect.modality);
    }
    if (local.negative && !is_factive(lemma) && (!is_finite || raises_negation(lemma) || effect.negates)) flip();
    add(local.modality);
    // "has to act"; "had to act" mostly means that it was done.
    if (!is_finite && lemma == "have" && trees.xpos(up) != "VBD" && trees.has_child(at, "mark", "to"))
      add(Modality::ordered);
    const bool is_infinite = is_one_of(trees.xpos(at), {"VB", "VBN", "VBG"}) && !trees.child(at, "aux");
    return !is_factive(lemma) || is_infinite;  // "would like to see it built"
  }

  /// "will rise and help fuel growth": the second verb has the first one's "will".
  Local look_at_group(TokenIndex verb) const {
    Local local = look_at(trees, verb);
    if (!trees.is(verb, "conj") || trees.child(verb, "aux") || trees.has_child(verb, "nsubj")) return local;
    const TokenIndex first = *trees.head(verb);
    if (trees.xpos(first) == trees.xpos(verb) && trees.xpos(verb) == "VB" && !local.modality)
      local.modality = look_at(trees, first).modality;
    return local;
  }

  /// "suggested that the bank use it": what should be, not what is (the mandative subjunctive).
  bool is_mandative(TokenIndex at, const std::string& lemma) const {
    return trees.xpos(at) == "VB" && trees.has_child(at, "nsubj") && !trees.has_child(at, "aux") && has_that(at) &&
           is_one_of(lemma, {"suggest", "insist", "ask", "recommend", "propose", "demand", "request", "require", "urge",
                             "order"});
  }

  /// A finite that-clause with its own past tense is told as a fact whatever "agree" and "hope" would make of an
  /// infinitive.
  bool is_report_of_fact(TokenIndex at, const std::string& lemma) const {
    return trees.xpos(at) == "VBD" || lemma == "agree" || lemma == "suggest" || lemma == "tell" || lemma == "insist" ||
           lemma == "promise" || lemma == "doubt";
  }

  bool through_noun(TokenIndex noun) {
    const std::string& lemma = trees.lemma(noun);
    if (denies(trees, noun) &&
        is_one_of(lemma, {"reason", "evidence", "basis", "ground", "grounds", "proof", "sign", "indication"})) {
      flip();
      return false;
    }
    const GovernorEffect effect = noun_effect(lemma);
    if (effect.negates) flip();
    add(effect.modality);
    if (denies(trees, noun) && lemma != "doubt" && lemma != "question") flip();
    // "Allegations of meddling were untrue": the judgement falls on what is alleged.
    if (effect.modality == Modality::reported && is_judged_false(noun)) {
      flip();
      stance.modality = Modality::asserted;
      return false;
    }
    if (trees.has_child(noun, "nsubj")) add(look_at(trees, noun).modality);
    return true;
  }

  bool is_judged_false(TokenIndex noun) const {
    if (!trees.is(noun, {"nsubj", "obj"})) return false;
    const TokenIndex judge = *trees.head(noun);
    return is_one_of(trees.lemma(judge),
                     {"untrue", "false", "baseless", "unfounded", "groundless", "unsubstantiated", "lie", "deny",
                      "reject", "dismiss", "refute", "nonsense", "fabrication", "wrong", "hoax"});
  }

  /// "does nothing to stop it", "does little to help"
  bool does_nothing(TokenIndex verb) const {
    const auto object = trees.child(verb, "obj");
    return object && trees.lemma(verb) == "do" && is_one_of(trees.form(*object), {"nothing", "little"});
  }

  /// "at odds over opening", "talked about leaving", "voted against raising": nobody says that it is so.
  bool is_at_issue(TokenIndex at) const {
    const auto markers = markers_of(trees, at);
    return !markers.empty() && trees.xpos(at) == "VBG" &&
           is_one_of(trees.lemma(markers.front()), {"about", "over", "against"});
  }

  /// "did not succeed in stopping", "is not interested in buying"
  void through_in(TokenIndex up) {
    const std::string& lemma = trees.lemma(up);
    if (lemma == "interested" || lemma == "interest") add(Modality::desired);
    if (look_at(trees, up).negative) flip();
  }

  /// "The bank will pay once the papers are signed": the present tense of what is still to come.
  void through_time(TokenIndex at, TokenIndex up) {
    const auto is_present = [&](TokenIndex t) { return trees.xpos(t) == "VBZ" || trees.xpos(t) == "VBP"; };
    const auto children = trees.children(at);
    const bool present = is_present(at) || std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
                           return trees.is(c, {"aux", "cop"}) && is_present(c);
                         });
    const std::optional<Modality> above = look_at(trees, up).modality;
    if (present && (above == Modality::planned || above == Modality::hypothetical)) add(above);
  }

  /// Its first preposition or conjunction, also "when" and "instead of", which the trees have as adverbs.
  std::string opener_of(TokenIndex at) const {
    const auto markers = markers_of(trees, at);
    if (!markers.empty()) return trees.lemma(markers.front());
    for (const std::string_view adverb : {"when", "instead", "rather"}) {
      if (trees.has_child(at, "advmod", adverb)) return std::string(adverb);
    }
    return "";
  }

  bool through_gerund(TokenIndex at, TokenIndex up) {
    const std::string marker = opener_of(at);
    if (marker.empty()) return false;
    if (marker == "without") return false;  // already seen at the clause itself
    if (is_at_issue(at)) add(Modality::possible);
    if (marker == "instead" || marker == "rather") flip();  // "instead of leaving"
    if (marker == "in") through_in(up);
    if (is_one_of(marker, {"when", "once", "until", "till", "after", "before"})) through_time(at, up);
    if (marker == "to" && trees.is(at, "advcl")) {
      const GovernorEffect effect = verb_effect(trees.lemma(up));
      add(effect.modality ? effect.modality : Modality::planned);  // purpose: "met to discuss"
      if (effect.negates || does_nothing(up)) flip();
      return false;
    }
    if (marker == "from" || marker == "of" || marker == "for") {
      const GovernorEffect effect = verb_effect(trees.lemma(up));
      if (effect.negates && marker == "from") flip();
      if (effect.modality == Modality::reported) add(effect.modality);
    }
    return false;
  }
};

/// "Is she honest?", "Did he lie?": asked, not told; "Why did he lie?" takes it that he did.
bool is_yes_no_question(const Trees& trees, const Clause& clause) {
  const TokenSpan sentence = trees.sentence(clause.head);
  if (!trees.is(clause.head, {"root", "ccomp", "conj", "parataxis"})) return false;
  TokenIndex end = clause.head;
  while (end < sentence.end && trees.form(end) != "?" && trees.form(end) != ".") ++end;
  if (end == sentence.end || trees.form(end) != "?") return false;
  std::optional<TokenIndex> finite = clause.copula;
  if (!clause.auxiliaries.empty()) finite = clause.auxiliaries.front();
  const auto children = trees.children(clause.head);
  const bool is_inverted = finite && std::any_of(children.begin(), children.end(),
                                                 [&](TokenIndex c) { return c > *finite && trees.is(c, "nsubj"); });
  return is_inverted && std::none_of(children.begin(), children.end(), [&](TokenIndex c) {
           return c < *finite && (trees.xpos(c) == "WRB" || trees.xpos(c) == "WP" ||
                                  trees.has_child(c, "det", "what") || trees.has_child(c, "det", "which"));
         });
}

std::optional<TokenIndex> first_finite(const Trees& trees, const Clause& clause) {
  std::optional<TokenIndex> first;
  const auto consider = [&](TokenIndex t) {
    const std::string& x = trees.xpos(t);
    if ((x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD") && (!first || t < *first)) first = t;
  };
  for (const TokenIndex a : clause.auxiliaries) consider(a);
  if (clause.copula) consider(*clause.copula);
  consider(clause.head);
  return first;
}

}  // namespace

bool is_speech_verb(const std::string& lemma) {
  return is_one_of(lemma, {"say",       "tell",      "add",       "state",   "note",        "explain", "write",
                           "report",    "announce",  "claim",     "argue",   "comment",     "remark",  "reply",
                           "respond",   "answer",    "ask",       "declare", "assert",      "insist",  "stress",
                           "emphasize", "emphasise", "reiterate", "repeat",  "recall",      "observe", "conclude",
                           "quote",     "mention",   "think",     "believe", "acknowledge", "admit",   "confirm",
                           "warn",      "suggest",   "indicate",  "point",   "tweet",       "post",    "continue",
                           "complain",  "assure",    "inform",    "reveal",  "disclose",    "hint",    "estimate"});
}

Stance stance_of(const Trees& trees, const Clause& clause) {
  const Local local = look_at(trees, clause.head);
  Climb climb{trees, {}};
  if (local.negative || !clause.negations.empty()) climb.flip();
  for (const Subject& s : clause.subjects) {
    // "no firm that has a problem": in a relative clause the noun itself is denied.
    const bool is_afar = clause.is_existential || clause.is_copular || s.origin == SubjectOrigin::relative;
    if (is_afar && !local.negative && denies(trees, s.head)) climb.flip();
  }
  if (clause.is_copular && denies(trees, clause.head) && !local.negative) climb.flip();
  for (const TokenIndex a : clause.auxiliaries) climb.add(modality_of_auxiliary(trees, a));
  climb.add(local.modality);
  if (is_yes_no_question(trees, clause)) climb.add(Modality::possible);
  climb.from(clause.head);
  // "considered how to attack"
  if (climb.asks_how(clause.head) && trees.has_child(clause.head, "mark", "to")) climb.add(Modality::possible);
  return climb.stance;
}

Stance stance_of_noun(const Trees& trees, TokenIndex noun) {
  Climb climb{trees, {}};
  for (const TokenIndex c : trees.children(noun)) {
    if (!trees.is(c, "amod")) continue;
    if (is_one_of(trees.lemma(c), {"alleged", "allege", "supposed", "suspected", "suspect", "reported"}))
      climb.add(Modality::reported);
    if (is_one_of(trees.lemma(c), {"possible", "potential", "future", "likely"})) climb.add(Modality::possible);
    if (is_one_of(trees.lemma(c), {"planned", "plan", "proposed", "upcoming", "propose", "forthcoming", "scheduled"}))
      climb.add(Modality::planned);
  }
  if (denies(trees, noun)) climb.flip();
  if (trees.is(noun, "nmod") || trees.is(noun, "conj")) climb.from(noun);
  // "denied such involvement": what is denied is not told as a fact.
  if (trees.is(noun, "obj")) {
    const TokenIndex verb = *trees.head(noun);
    const GovernorEffect effect = verb_effect(trees.lemma(verb));
    if (effect.negates) climb.flip();
    if (effect.modality && *effect.modality != Modality::ordered) climb.add(effect.modality);
    if (!effect.negates) climb.add(look_at(trees, verb).modality);
    if (!effect.negates && look_at(trees, verb).negative) climb.flip();
  }
  return climb.stance;
}

std::string tense_of(const Trees& trees, const Clause& clause) {
  if (const auto finite = first_finite(trees, clause)) {
    const std::string& x = trees.xpos(*finite);
    if (x == "VBD") return "past";
    if (x == "MD") return is_one_of(trees.lemma(*finite), {"will", "shall"}) ? "future" : "";
    const bool perfect = trees.lemma(*finite) == "have" && trees.is(*finite, "aux");
    return perfect ? "past" : "present";
  }
  if (trees.xpos(clause.head) == "VBN" && trees.is(clause.head, {"acl", "amod"})) return "past";
  TokenIndex at = clause.head;
  for (int step = 0; step < max_steps; ++step) {
    const auto up = trees.head(at);
    if (!up) return "";
    if (trees.xpos(*up) == "VBD") return "past";
    if (trees.xpos(*up) == "VBZ" || trees.xpos(*up) == "VBP") return "present";
    at = *up;
  }
  return "";
}

}  // namespace hearsay
