#include <algorithm>
#include <array>

#include "ingest/relation/clause.hpp"

namespace hearsay {
namespace {

constexpr int max_steps = 12;  // subjects are fetched over a few verbs, not over a whole hostile sentence

bool is_relative_pronoun(const Trees& trees, TokenIndex token) {
  const std::string& form = trees.form(token);
  return form == "which" || form == "who" || form == "whom" ||
         (form == "that" && (trees.xpos(token) == "WDT" || trees.upos(token) == "PRON"));
}

/// Verbs whose understood subject stays their own subject although they have an object: "promised him to come".
bool keeps_control(const std::string& lemma) { return lemma == "promise" || lemma == "vow" || lemma == "threaten"; }

std::vector<Subject> own_subjects(const Trees& trees, TokenIndex verb) {
  std::vector<Subject> found;
  for (const TokenIndex c : trees.children(verb)) {
    if (!trees.is_any(c, {"nsubj", "csubj"})) continue;
    if (trees.full_relation(c) == "nsubj:outer" && found.empty() == false) continue;
    const auto noun = antecedent_of(trees, c);
    found.push_back(noun ? Subject{*noun, SubjectOrigin::relative} : Subject{c, SubjectOrigin::own});
  }
  if (!found.empty()) return found;
  // "wants the army to leave", with the army hung on the infinitive.
  for (const TokenIndex c : trees.children(verb)) {
    if (trees.is(c, "mark") && trees.lemma(c) == "to") break;
    const bool in_front = trees.is(c, "obj") && c < verb && trees.has_child(verb, "mark", "to") && !antecedent_of(trees, c);
    if (in_front) found.push_back({c, SubjectOrigin::own});
  }
  return found;
}

std::vector<Subject> renamed(std::vector<Subject> subjects, SubjectOrigin origin) {
  for (Subject& s : subjects) {
    if (origin != SubjectOrigin::shared || s.origin == SubjectOrigin::own) s.origin = origin;
  }
  return subjects;
}

/// Whom the governing verb's object or subject makes the doer of its infinitive.
std::vector<Subject> controllers(const Trees& trees, TokenIndex governor, auto&& subjects_of) {
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
    if (!own.empty()) return own;
    const auto head = trees.head(verb);
    if (!head) return {};
    const std::string_view relation = trees.relation(verb);
    const auto again = [this](TokenIndex t) { return of(t); };
    if (relation == "conj") return renamed(of(*head), SubjectOrigin::shared);
    if (relation == "xcomp" || relation == "ccomp") return controllers(trees, *head, again);
    if (relation == "advcl") return of_adverbial(verb, *head);
    if (relation == "acl") return of_modifier(verb, *head);
    if (relation == "parataxis" && (has_gerund_form(trees, verb) || trees.xpos(verb) == "VBD") && *head < verb) {
      return renamed(of(*head), SubjectOrigin::adjunct);
    }
    if (relation == "amod") return {{*head, SubjectOrigin::attached}};
    if (relation == "obl" || relation == "nmod") {  // a gerund behind a preposition: "by raising"
      if (const auto up = clause_above(trees, verb)) return of_adverbial(verb, *up);
    }
    return {};
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
        "persuade", "ask", "tell", "order", "urge", "force", "allow", "help", "convince", "encourage", "invite", "instruct",
        "advise", "warn", "pressure", "push", "press", "enable", "lead", "permit", "require", "teach", "command", "call"};
    return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
  }

  /// "accused the contractor of stealing": the one accused, also when the gerund hangs on him.
  static bool blames(const std::string& lemma) {
    static constexpr std::array<std::string_view, 14> verbs{"accuse", "suspect", "convict", "acquit", "prevent", "stop", "keep", "bar",
                                                            "deter", "blame", "praise", "thank", "criticize", "ban"};
    return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
  }

  std::vector<Subject> of_modifier(TokenIndex verb, TokenIndex noun) {
    if (trees.full_relation(verb) == "acl:relcl") {
      return trees.has_child(verb, "mark", "to") ? std::vector<Subject>{} : std::vector<Subject>{{noun, SubjectOrigin::relative}};
    }
    const bool infinitive = trees.has_child(verb, "mark", "to");
    const bool gerund_of = has_gerund_form(trees, verb) && trees.has_child(verb, "mark");
    if (!infinitive && !gerund_of) return {{noun, SubjectOrigin::attached}};
    if (gerund_of && trees.is(noun, "obj") && blames(trees.lemma(*trees.head(noun)))) return {{noun, SubjectOrigin::controlled}};
    // "Trump's decision to leave", "the risk of losing": the owner of the noun, else the doer of its clause.
    if (const auto owner = trees.child(noun, "nmod"); owner && trees.full_relation(*owner) == "nmod:poss") {
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
    if (trees.full_relation(at) == "acl:relcl") return up;
    at = *up;
  }
  return std::nullopt;
}

std::vector<Subject> find_subjects(const Trees& trees, TokenIndex verb) {
  std::vector<Subject> found = Finder{trees}.of(verb);
  std::erase_if(found, [&](const Subject& s) { return s.head == verb; });
  return found;
}

}  // namespace hearsay
