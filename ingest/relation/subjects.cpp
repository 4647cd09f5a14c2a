#include <algorithm>
#include <array>

#include "ingest/relation/clause.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr int max_steps = 12;  // subjects are fetched over a few verbs, not over a whole hostile sentence

bool is_relative_pronoun(const Trees& trees, TokenIndex token) {
  const std::string& form = trees.form(token);
  return form == "which" || form == "who" || form == "whom" ||
         (form == "that" &&
          (trees.xpos(token) == "WDT" || trees.upos(token) == "PRON" || trees.is(token, {"obj", "nsubj"})));
}

/// Verbs whose understood subject stays their own subject although they have an object: "promised him to come".
bool keeps_control(const std::string& lemma) { return lemma == "promise" || lemma == "vow" || lemma == "threaten"; }

/// "The position is that we wait": the position is the subject of what stands around the clause.
bool has_inner_subject(const Trees& trees, TokenIndex verb) {
  const auto children = trees.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenIndex c) { return trees.is(c, "nsubj") && trees.deprel(c) != "nsubj:outer"; });
}

std::vector<Subject> own_subjects(const Trees& trees, TokenIndex verb) {
  std::vector<Subject> found;
  for (const TokenIndex c : trees.children(verb)) {
    if (trees.is(c, "expl") && trees.lemma(c) == "it" && c < verb) found.push_back({c, SubjectOrigin::own});
    if (!trees.is(c, {"nsubj", "csubj"})) continue;
    if (trees.deprel(c) == "nsubj:outer" && has_inner_subject(trees, verb)) continue;
    if (c > verb && !found.empty() && trees.has_child(verb, "acl")) continue;  // of the clause behind the noun
    const auto noun = antecedent_of(trees, c);
    found.push_back(noun ? Subject{*noun, SubjectOrigin::relative} : Subject{c, SubjectOrigin::own});
  }
  if (!found.empty()) return found;
  // Only a slip of the parser calls a noun before the verb its conjunct: "..., and the future should be decided by
  // voters".
  for (const TokenIndex c : trees.children(verb)) {
    const bool is_noun = trees.upos(c) == "NOUN" || trees.upos(c) == "PROPN" || trees.upos(c) == "PRON";
    if (c < verb && is_noun && trees.is(c, "conj")) return {{c, SubjectOrigin::own}};
  }
  // "wants the army to leave", with the army hung on the infinitive.
  for (const TokenIndex c : trees.children(verb)) {
    if (trees.is(c, "mark") && trees.lemma(c) == "to") break;
    const bool in_front =
        trees.is(c, "obj") && c < verb && trees.has_child(verb, "mark", "to") && !antecedent_of(trees, c);
    if (in_front) found.push_back({c, SubjectOrigin::own});
  }
  return found;
}

bool is_finite(const Trees& trees, TokenIndex verb) {
  const auto finite = [&](TokenIndex t) {
    const std::string& x = trees.xpos(t);
    return x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD";
  };
  const auto children = trees.children(verb);
  if (trees.has_child(verb, "expl", "there")) return false;
  return finite(verb) || std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
           return trees.is(c, {"aux", "cop"}) && finite(c);
         });
}

bool is_nominal(const Trees& trees, TokenIndex token) {
  const std::string& upos = trees.upos(token);
  return upos == "NOUN" || upos == "PROPN" || upos == "NUM" || (upos == "PRON" && !is_relative_pronoun(trees, token));
}

bool has_own_subject(const Trees& trees, TokenIndex verb) {
  return trees.has_child(verb, "nsubj") || trees.has_child(verb, "csubj") || trees.has_child(verb, "expl");
}

/// A finite clause under a verb that has a subject of its own, or one whose past tense the tagger took for a
/// participle.
bool lacks_subject(const Trees& trees, TokenIndex verb) {
  if (has_own_subject(trees, verb) || trees.has_child(verb, "mark")) return false;
  return is_finite(trees, verb) || (trees.xpos(verb) == "VBN" && !trees.has_child(verb, "aux"));
}

/// The head of the bare noun phrase that ends at `last`; none when a preposition governs it or another verb owns it.
std::optional<TokenIndex> bare_phrase_ending_at(const Trees& trees, TokenIndex last, TokenIndex verb) {
  TokenIndex top = last;
  for (int step = 0; step < max_steps; ++step) {
    if (!markers_of(trees, top).empty() && !trees.is(top, "nmod")) return std::nullopt;
    const auto up = trees.head(top);
    const bool inside =
        up && *up < top && trees.is(top, {"nmod", "flat", "compound", "appos", "conj", "nummod", "acl", "case"});
    if (!inside || trees.upos(*up) == "VERB") break;
    // A name before a colon is who speaks, not part of what is said.
    bool parted = false;
    for (TokenIndex t = *up; t < top; ++t) parted = parted || trees.form(t) == ":";
    if (parted) break;
    top = *up;
  }
  if (!is_nominal(trees, top) || trees.is(top, {"nsubj", "csubj"}) || !markers_of(trees, top).empty())
    return std::nullopt;
  if (trees.is(top, {"obj", "obl", "iobj"}) && trees.head(top) != verb) return std::nullopt;
  return top;
}

/// A finite verb has a subject. Where the parser hung it elsewhere, it is the subject that a lower clause took across
/// the verb ("The plan, still secret, appears to work"), or the bare noun phrase right before the verb.
std::vector<Subject> misplaced_subject(const Trees& trees, TokenIndex verb) {
  for (const TokenIndex c : trees.children(verb)) {
    if (!trees.is(c, {"xcomp", "ccomp", "advcl"}) || (c < verb && trees.has_child(c, "mark"))) continue;
    const auto subject = trees.child(c, "nsubj");
    if (subject && *subject < verb) return {{*subject, SubjectOrigin::own}};
  }
  const TokenIndex begin = trees.sentence(verb).begin;
  TokenIndex at = verb;
  while (at > begin && (trees.is(at - 1, {"aux", "cop", "advmod"}) || trees.upos(at - 1) == "PART")) --at;
  if (at == begin || !is_nominal(trees, at - 1)) return {};
  const auto head = bare_phrase_ending_at(trees, at - 1, verb);
  if (!head || *head == verb) return {};
  return {{*head, SubjectOrigin::own}};
}

std::vector<Subject> renamed(std::vector<Subject> subjects, SubjectOrigin origin) {
  for (Subject& s : subjects) {
    if (origin != SubjectOrigin::shared || s.origin == SubjectOrigin::own) s.origin = origin;
  }
  return subjects;
}

/// Whom the governing verb's object or subject makes the doer of its infinitive.
std::vector<Subject> controllers(const Trees& trees, TokenIndex governor, TokenIndex verb, auto&& subjects_of) {
  const bool is_result = trees.xpos(verb) == "VBN" && !trees.has_child(verb, "mark") && !trees.has_child(verb, "aux");
  const bool is_ordered = is_one_of(trees.lemma(governor), {"order", "have", "want", "get", "see"});
  if (is_result && is_ordered && trees.deprel(governor) == "acl:relcl" && !trees.child(governor, "obj"))
    return {{*trees.head(governor), SubjectOrigin::relative}};  // "the tariffs he ordered imposed"
  if (!keeps_control(trees.lemma(governor))) {
    for (const std::string_view relation : {"obj", "iobj"}) {
      if (const auto object = trees.child(governor, relation)) return {{*object, SubjectOrigin::controlled}};
    }
  }
  return renamed(subjects_of(governor), SubjectOrigin::controlled);
}

std::optional<TokenIndex> clause_above(const Trees& trees, TokenIndex token) {
  auto up = trees.head(token);
  for (int step = 0; up && step < max_steps; ++step) {
    if (is_clause_head(trees, *up)) return up;
    up = trees.head(*up);
  }
  return std::nullopt;
}

bool has_gerund_form(const Trees& trees, TokenIndex verb) { return trees.xpos(verb) == "VBG"; }

struct Finder {
  const Trees& trees;
  int steps = 0;

  std::vector<Subject> of(TokenIndex verb) {
    if (++steps > max_steps) return {};
    std::vector<Subject> own = own_subjects(trees, verb);
    if (!own.empty() || trees.has_child(verb, "expl", "there")) return own;
    const auto head = trees.head(verb);
    if (!head) return {};
    const std::string_view relation = trees.relation(verb);
    if (clause_with_gap(trees, *head) == verb) return {{*trees.head(*head), SubjectOrigin::relative}};
    const auto again = [this](TokenIndex t) { return of(t); };
    if (relation == "conj") return renamed(of(*head), SubjectOrigin::shared);
    // A finite clause has its own subject; only infinitives and participles borrow one.
    const bool looks_finite = is_finite(trees, verb) && trees.xpos(verb) != "VBD";  // VBD may be a mistagged participle
    const bool lends = !looks_finite || (!trees.has_child(verb, "mark") && relation != "ccomp");
    if (!lends && (relation == "xcomp" || relation == "ccomp" || relation == "advcl")) return {};
    if ((relation == "xcomp" || relation == "ccomp") && is_about_its_subject(*head)) return {};
    if (relation == "ccomp" && is_gerund_told(verb, *head)) return {};
    if (relation == "xcomp" || relation == "ccomp") return controllers(trees, *head, verb, again);
    if (relation == "advcl") return of_adverbial(verb, *head);
    if (relation == "acl") return of_modifier(verb, *head);
    if (relation == "parataxis" && (has_gerund_form(trees, verb) || trees.xpos(verb) == "VBD") && *head < verb) {
      return renamed(of(*head), SubjectOrigin::adjunct);
    }
    if (relation == "amod") return {{*head, SubjectOrigin::attached}};
    if ((relation == "obl" || relation == "nmod") &&
        has_gerund_form(trees, verb)) {  // a gerund behind a preposition: "by raising"
      if (const auto up = clause_above(trees, verb)) return of_adverbial(verb, *up);
    }
    return {};
  }

  /// "The bill is hard to read", "safe to invest in": who does it is anybody.
  bool is_about_its_subject(TokenIndex adjective) const {
    static constexpr std::array<std::string_view, 14> adjectives{
        "hard",      "difficult", "easy",       "tough",     "safe",  "dangerous", "impossible",
        "important", "simple",    "impossible", "expensive", "cheap", "possible",  "pleasant"};
    return trees.upos(adjective) == "ADJ" && is_in(adjectives, trees.lemma(adjective));
  }

  /// "They said closing the port would hurt it": the parser may take the gerund for what they said; anybody closes.
  bool is_gerund_told(TokenIndex verb, TokenIndex head) const {
    static constexpr std::array<std::string_view, 12> sayings{"add",  "argue", "believe", "claim", "insist", "know",
                                                              "note", "say",   "tell",    "think", "warn",   "write"};
    const bool follows = verb > head && verb <= head + 2;
    return follows && has_gerund_form(trees, verb) && !trees.has_child(verb, "aux") &&
           is_in(sayings, trees.lemma(head));
  }

  std::vector<Subject> of_adverbial(TokenIndex verb, TokenIndex head) {
    // "persuade his administration to start": the infinitive's doer is the one persuaded.
    if (trees.has_child(verb, "mark", "to") && trees.child(head, "obj") && is_persuasion(trees.lemma(head))) {
      return {{*trees.child(head, "obj"), SubjectOrigin::controlled}};
    }
    // "accused him of stealing", "kept them from leaving", "praised her for winning".
    if (const auto object = trees.child(head, "obj"); object && *object < verb && points_at_object(verb)) {
      return {{*object, SubjectOrigin::controlled}};
    }
    if (trees.has_child(verb, "mark", "to") && is_about_its_subject(head)) return {};
    if (is_clause_head(trees, head)) return renamed(of(head), SubjectOrigin::adjunct);
    return {};
  }

  bool points_at_object(TokenIndex verb) const {
    for (const std::string_view mark : {"of", "from", "for", "into"}) {
      if (trees.has_child(verb, "mark", mark) || trees.has_child(verb, "case", mark)) return true;
    }
    return false;
  }

  static bool is_persuasion(const std::string& lemma) {
    static constexpr std::array<std::string_view, 24> verbs{
        "persuade", "ask",       "tell",   "order",    "urge",    "force", "allow",    "help",
        "convince", "encourage", "invite", "instruct", "advise",  "warn",  "pressure", "push",
        "press",    "enable",    "lead",   "permit",   "require", "teach", "command",  "call"};
    return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
  }

  /// "accused the contractor of stealing": the one accused, also when the gerund hangs on him.
  static bool blames(const std::string& lemma) {
    static constexpr std::array<std::string_view, 14> verbs{"accuse", "suspect", "convict",   "acquit", "prevent",
                                                            "stop",   "keep",    "bar",       "deter",  "blame",
                                                            "praise", "thank",   "criticize", "ban"};
    return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
  }

  std::vector<Subject> of_modifier(TokenIndex verb, TokenIndex noun) {
    if (trees.deprel(verb) == "acl:relcl") {
      return trees.has_child(verb, "mark", "to") ? std::vector<Subject>{}
                                                 : std::vector<Subject>{{noun, SubjectOrigin::relative}};
    }
    // "a sign of the two being able to agree", with the two hung on "sign"
    for (const TokenIndex c : trees.children(noun)) {
      if (trees.is(c, "nsubj") && c > noun && c < verb) return {{c, SubjectOrigin::own}};
    }
    const bool infinitive = trees.has_child(verb, "mark", "to");
    const bool gerund_of = has_gerund_form(trees, verb) && trees.has_child(verb, "mark");
    // "hard for newcomers to enter", with the newcomers hung on "hard"
    const bool is_for = trees.has_child(noun, "case", "for") || trees.has_child(verb, "mark", "for");
    if (infinitive && is_for && trees.is(noun, "obl") && trees.upos(*trees.head(noun)) == "ADJ")
      return {{noun, SubjectOrigin::controlled}};
    // "a meeting to be held in May": the meeting is held.
    if ((!infinitive && !gerund_of) || is_passive_verb(trees, verb)) return {{noun, SubjectOrigin::attached}};
    if (gerund_of && trees.is(noun, "obj") && blames(trees.lemma(*trees.head(noun))))
      return {{noun, SubjectOrigin::controlled}};
    // "hailed the deal as a step toward ending the war": the deal ends it.
    if (gerund_of && trees.has_child(noun, "case", "as")) {
      const auto object = trees.child(*trees.head(noun), "obj");
      return object ? std::vector<Subject>{{*object, SubjectOrigin::controlled}} : std::vector<Subject>{};
    }
    // "Trump's decision to leave", "the risk of losing": the owner of the noun, else the doer of its clause.
    if (const auto owner = trees.child(noun, "nmod"); owner && trees.deprel(*owner) == "nmod:poss") {
      return {{*owner, SubjectOrigin::controlled}};
    }
    if (const auto up = clause_above(trees, noun)) {
      if (trees.is(noun, "obj") || trees.is(noun, "obl") || trees.is(noun, "xcomp") || *up == noun) {
        return renamed(of(*up), SubjectOrigin::adjunct);
      }
    }
    return {};
  }
};

}  // namespace

std::optional<TokenIndex> antecedent_of(const Trees& trees, TokenIndex pronoun) {
  if (!is_relative_pronoun(trees, pronoun)) return std::nullopt;
  TokenIndex at = pronoun;
  for (int step = 0; step < max_steps; ++step) {
    const auto up = trees.head(at);
    if (!up) return std::nullopt;
    if (trees.deprel(at) == "acl:relcl") return up;
    at = *up;
  }
  return std::nullopt;
}

std::optional<TokenIndex> clause_with_gap(const Trees& trees, TokenIndex governor) {
  if (trees.deprel(governor) != "acl:relcl" || trees.upos(governor) != "VERB") return std::nullopt;
  const auto children = trees.children(governor);
  const bool has_thinker = std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return c < governor && trees.is(c, "nsubj") && !is_relative_pronoun(trees, c);
  });
  if (!has_thinker) return std::nullopt;
  const auto gap = std::find_if(children.begin(), children.end(), [&](TokenIndex c) {
    return c > governor && trees.is(c, "ccomp") && lacks_subject(trees, c);
  });
  return gap == children.end() ? std::nullopt : std::optional(*gap);
}

std::vector<TokenIndex> subject_conjuncts(const Trees& trees, const Clause& clause, const Subject& subject) {
  std::vector<TokenIndex> all = conjuncts(trees, subject.head);
  const bool describes = subject.origin == SubjectOrigin::relative || subject.origin == SubjectOrigin::attached;
  if (describes) std::erase_if(all, [&](TokenIndex h) { return h > clause.head; });
  const bool stands_inside =
      describes && std::any_of(trees.children(subject.head).begin(), trees.children(subject.head).end(),
                               [&](TokenIndex c) { return trees.is(c, "conj") && c > clause.head; });
  if (stands_inside || all.empty()) return {subject.head};
  return all;
}

std::vector<Subject> find_subjects(const Trees& trees, TokenIndex verb) {
  std::vector<Subject> found = Finder{trees}.of(verb);
  if (found.empty() && is_finite(trees, verb)) found = misplaced_subject(trees, verb);
  std::erase_if(found, [&](const Subject& s) { return s.head == verb; });
  return found;
}

}  // namespace hearsay
