#include "ingest/relation/extract_statements.hpp"

#include <algorithm>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/clause_arguments.hpp"
#include "ingest/relation/governors.hpp"
#include "ingest/relation/local_stance.hpp"
#include "ingest/relation/meaning.hpp"
#include "ingest/relation/nominal.hpp"
#include "ingest/relation/object_reader.hpp"
#include "ingest/relation/phrase.hpp"
#include "ingest/relation/roles.hpp"
#include "ingest/relation/statement_builder.hpp"
#include "ingest/relation/verb_classes.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr float likely_argument = 0.75F;

std::vector<bool> cue_words(const Document& doc, const std::vector<Attribution>& attributions) {
  std::vector<bool> is_cue(doc.tokens.size(), false);
  for (const Attribution& a : attributions) {
    for (const TokenSpan span : a.cue) {
      for (TokenIndex t = span.begin; t < span.end && t < is_cue.size(); ++t) is_cue[t] = true;
    }
  }
  return is_cue;
}

class StatementReader {
 public:
  StatementReader(const Trees& trees, const std::vector<Attribution>& attributions)
      : attributions_(attributions),
        trees_(trees),
        is_cue_(cue_words(trees.doc(), attributions)),
        builder_(trees_, attributions) {}

  std::vector<Statement> read() {
    for (Clause& clause : read_clauses(trees_)) {
      if (clause.is_modifier || is_preposition(clause) || is_bare_auxiliary(clause)) continue;
      const bool asks = drop_fillers(clause);
      read_clause(clause, asks);
    }
    for (const NominalFact& fact : read_nominal_facts(trees_)) builder_.add(fact);
    return builder_.take();
  }

 private:
  using Frame = StatementBuilder::Frame;

  /// "compared with last year", "depending on the weather": participles that only tie a phrase to the sentence.
  bool is_preposition(const Clause& clause) const {
    const TokenIndex verb = clause.head;
    const bool is_participle = trees_.xpos(verb) == "VBN" || trees_.xpos(verb) == "VBG";
    if (!is_participle || !clause.auxiliaries.empty() || clause.copula || trees_.has_child(verb, "nsubj") ||
        !trees_.is(verb, {"advcl", "acl", "obl", "nmod", "xcomp", "dep"}) || trees_.has_child(verb, "mark"))
      return false;
    return is_one_of(trees_.form(verb), {"compared", "depending", "given", "regarding", "concerning", "excluding",
                                         "according", "barring", "pending", "notwithstanding", "considering"}) &&
           (trees_.form(verb) != "given" || !clause.is_passive || trees_.is(verb, "advcl"));
  }

  /// "as best I could": the verb itself is left to the reader.
  bool is_bare_auxiliary(const Clause& clause) const {
    if (trees_.upos(clause.head) != "AUX" || clause.copula || clause.is_existential) return false;
    return std::none_of(clause.complements.begin(), clause.complements.end(), [](const Complement& c) {
      return c.relation == "obj" || c.relation == "ccomp" || c.relation == "xcomp" || c.relation == "obl" ||
             c.relation == "predicate";
    });
  }

  /// What is no participant: "to" in "referred to", "ROME -" before the sentence, and the question word of "what he
  /// wrote". True when a question word went.
  bool drop_fillers(Clause& clause) const {
    bool asks = false;
    std::erase_if(clause.complements, [&](const Complement& c) {
      if (c.relation == "predicate" || c.relation == "ccomp" || c.relation == "xcomp") return false;
      const bool is_question = is_question_word(c);
      asks = asks || (is_question && c.relation == "obj");
      return is_question || is_no_longer(trees_, c.head) || (trees_.upos(c.head) == "ADP" && c.relation != "advmod") ||
             is_dateline(c);
    });
    return asks;
  }

  /// Not so in "attacked what he called a biased report".
  bool is_question_word(const Complement& c) const {
    if (trees_.xpos(c.head) != "WP" && trees_.xpos(c.head) != "WDT") return is_asked_for(c.head);
    return c.moved || noun_phrase(trees_, c.head).size() == 1;
  }

  /// "which action", "whatever trouble", "how many people"
  bool is_asked_for(TokenIndex noun) const {
    const auto determiner = trees_.child(noun, "det");
    if (determiner && trees_.xpos(*determiner) == "WDT") return true;
    const auto amount = trees_.child(noun, "amod");
    return amount && trees_.has_child(*amount, "advmod", "how");
  }

  bool is_dateline(const Complement& c) const {
    const TokenSpan sentence = trees_.sentence(c.head);
    if (!c.markers.empty() || c.head > sentence.begin + 3 || c.head + 1 >= sentence.end) return false;
    return is_one_of(trees_.form(c.head + 1), {"-", "--", "–", "—"}) && trees_.upos(c.head) == "PROPN";
  }

  /// `asks`: the object is a question word, so that a subject alone would tell nothing.
  void read_clause(const Clause& clause, bool asks) {
    std::vector<TokenIndex> subjects = subject_heads(clause);
    Frame frame{clause, stance_of(trees_, clause), tense_of(trees_, clause), verb_of(clause), {}, builder_.size()};
    apply_denial(frame);
    if (clause.is_passive) {
      if (const Complement* agent = agent_of(clause)) {
        read_turned(frame, *agent, subjects);
        return;
      }
    }
    if (subjects.empty() || is_idle(clause) || (asks && primary_of(frame) == nullptr)) return;
    read_active(frame, subjects);
  }

  /// "when it comes to taxes"; "Speaking of the strike, he said": the circumstances of what attributions tell.
  bool is_idle(const Clause& clause) const {
    const auto up = trees_.head(clause.head);
    if (up && trees_.is(clause.head, "advcl") && trees_.xpos(clause.head) == "VBG" && clause.auxiliaries.empty() &&
        markers_of(trees_, clause.head).empty() && (is_cue_[*up] || is_speech_verb(trees_.lemma(*up))) &&
        is_one_of(trees_.lemma(clause.head),
                  {"speak", "talk", "refer", "comment", "respond", "reply", "allude", "write"}))
      return true;
    return trees_.lemma(clause.head) == "come" && trees_.has_child(clause.head, "nsubj", "it") &&
           (trees_.has_child(clause.head, "advmod", "when") || trees_.has_child(clause.head, "mark", "when"));
  }

  std::vector<TokenIndex> subject_heads(const Clause& clause) const {
    std::vector<TokenIndex> heads;
    for (const Subject& s : clause.subjects) {
      if (trees_.is(s.head, "expl") || is_called_upon(clause, s)) continue;
      for (const TokenIndex h : subject_conjuncts(trees_, clause, s)) {
        const bool asks = trees_.xpos(h) == "WP" || trees_.xpos(h) == "WDT" || is_asked_for(h);
        const bool is_clause = trees_.is(s.head, "csubj") || trees_.upos(h) == "VERB";
        const bool is_other = h != s.head && trees_.upos(h) == "PRON" && trees_.upos(s.head) == "PRON" &&
                              trees_.has_child(h, "cc", "or");  // "he or she" is told as one
        if (!asks && !is_clause && !is_other && !is_part_of_relative(trees_, h) && trees_.upos(h) != "PUNCT" &&
            h != clause.head && !is_known(heads, h))
          heads.push_back(h);
      }
    }
    return heads;
  }

  /// "Ladies, does he know?": of two subjects in front of the verb the nearer one is the doer.
  bool is_called_upon(const Clause& clause, const Subject& subject) const {
    return subject.origin == SubjectOrigin::own &&
           std::any_of(clause.subjects.begin(), clause.subjects.end(), [&](const Subject& other) {
             return other.origin == SubjectOrigin::own && subject.head < other.head && other.head < clause.head &&
                    !trees_.has_child(other.head, "cc");
           });
  }

  /// The same word, or another word of the same name.
  bool is_known(const std::vector<TokenIndex>& heads, TokenIndex head) const {
    const Name* name = trees_.name_at(head);
    return std::any_of(heads.begin(), heads.end(),
                       [&](TokenIndex h) { return h == head || (name != nullptr && trees_.name_at(h) == name); });
  }

  /// "set aside", "cut back", "work together": adverbs right behind the verb that make one word with it.
  std::vector<TokenIndex> particles_of(const Clause& clause) const {
    std::vector<TokenIndex> particles = clause.particles;
    for (const Complement& c : clause.complements) {
      if (is_particle(clause, c)) particles.push_back(c.head);
    }
    return particles;
  }
  bool is_particle(const Clause& clause, const Complement& c) const {
    return c.relation == "advmod" && c.head == clause.head + 1 && !clause.is_copular &&
           trees_.children(c.head).empty() &&
           ((trees_.form(c.head) == "out" && c.head + 1 < trees_.size() && trees_.form(c.head + 1) == "of") ||
            is_one_of(trees_.form(c.head),
                      {"aside", "back", "away", "together", "apart", "ahead", "forward", "along"}));
  }

  std::string verb_of(const Clause& clause) const {
    if (clause.is_existential) return "exist";
    if (clause.is_copular) return "be";
    std::string verb = trees_.lemma(clause.head);
    for (const TokenIndex p : particles_of(clause)) verb += ' ' + trees_.lemma(p);
    return verb;
  }

  /// "Putin denied that Russia meddled": in Putin's words Russia did not.
  void apply_denial(Frame& frame) const {
    const auto at = builder_.attribution_at(frame.clause.head);
    if (!at || !attributions_[*at].negated) return;
    const Attribution& attribution = attributions_[*at];
    const auto up = trees_.head(frame.clause.head);
    const bool climbed = up && trees_.is(frame.clause.head, "ccomp") &&
                         is_one_of(trees_.lemma(*up), {"deny", "reject", "dismiss", "refute"});
    if (!climbed && trees_.is(frame.clause.head, {"root", "ccomp"}) && attribution.kind == SpeechKind::indirect &&
        is_one_of(attribution.cue_lemma, {"deny", "reject", "dismiss", "refute"})) {
      frame.stance.polarity = frame.stance.polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
    }
  }

  /// The by-phrase of a passive; "by Friday", "by force" and "not by Spain" are none.
  const Complement* agent_of(const Clause& clause) const {
    const auto found = std::find_if(clause.complements.begin(), clause.complements.end(), [&](const Complement& c) {
      if (c.relation != "agent" && (c.relation != "obl" || preposition_of(trees_, c) != "by")) return false;
      const bool is_thing =
          trees_.upos(c.head) == "NOUN" || trees_.upos(c.head) == "PROPN" || trees_.upos(c.head) == "PRON";
      return is_thing && !is_time_expression(trees_, c.head) && !trees_.has_child(c.head, "advmod", "not") &&
             !trees_.has_child(c.head, "cc", "not");
    });
    return found == clause.complements.end() ? nullptr : &*found;
  }

  // ------------------------------------------------------------------ one clause

  void read_turned(Frame& frame, const Complement& agent, const std::vector<TokenIndex>& objects) {
    add_shared(frame, &agent);
    const Complement object{frame.clause.head, "obj", {}, false};
    ObjectReader reader(trees_, builder_);
    for (const TokenIndex who : conjuncts(trees_, agent.head)) {
      if (objects.empty()) builder_.add(frame, who, frame.verb, {});
      for (const TokenIndex whom : objects)
        builder_.add(frame, who, reader.verb_with_result(frame),
                     {argument_of(trees_, frame.clause.head, object, whom)});
    }
    reader.read_naming(frame, objects);
  }

  void read_active(Frame& frame, const std::vector<TokenIndex>& subjects) {
    if (frame.clause.is_passive) frame.verb = "be " + participle_of(frame.clause);
    const Complement* primary = primary_of(frame);
    add_shared(frame, primary);
    const bool is_mutual = read_mutual(frame, subjects, primary);
    if (is_mutual) return;
    if (skips_content(frame, primary)) {
      primary = find_complement(frame.clause, "iobj");
      if (primary == nullptr) return;
    }
    ObjectReader reader(trees_, builder_);
    for (const TokenIndex who : subjects) reader.read(frame, who, primary);
    const Complement* named = find_complement(frame.clause, "obj");
    if (named != nullptr && !frame.clause.is_passive) reader.read_naming(frame, conjuncts(trees_, named->head));
  }

  std::string participle_of(const Clause& clause) const {
    std::string words = trees_.form(clause.head);
    for (const TokenIndex p : particles_of(clause)) words += ' ' + trees_.lemma(p);
    return words;
  }

  /// The complement that the predicate is about: the object, what follows "be", a clause, else the first bound
  /// preposition.
  const Complement* primary_of(const Frame& frame) const {
    for (const std::string_view relation : {"obj", "predicate", "ccomp", "xcomp"}) {
      const Complement* c = find_complement(frame.clause, relation);
      if (c != nullptr && relation == "xcomp" && find_complement(frame.clause, "iobj") != nullptr)
        c = find_complement(frame.clause, "iobj");
      if (c != nullptr) {
        const bool is_object = relation == "predicate" ? !frame.clause.is_existential : !is_aside(frame.clause, *c);
        if (is_object) return c;
      }
    }
    if (const Complement* c = bound_oblique(frame, true)) return c;
    if (const Complement* c = bound_oblique(frame, false)) return c;
    if (const Complement* c = find_complement(frame.clause, "iobj")) return c;
    const Complement* gerund = find_complement(frame.clause, "advcl");
    return gerund != nullptr && is_gerund_behind(frame.clause, *gerund) ? gerund : nullptr;
  }

  /// "accused him of stealing", "succeeded in passing the bill", "aimed at helping": what the verb's preposition leads
  /// to.
  bool is_gerund_behind(const Clause& clause, const Complement& c) const {
    if (c.head < clause.head || trees_.xpos(c.head) != "VBG" || c.markers.size() != 1) return false;
    const TokenIndex mark = c.markers.front();
    const Complement* object = find_complement(clause, "obj");
    const bool is_near = mark == clause.head + 1 || (object != nullptr && !object->moved && object->head < mark);
    return is_near && !clause.is_copular &&
           is_one_of(trees_.form(mark),
                     object == nullptr
                         ? std::initializer_list<std::string_view>{"at", "in", "of", "on", "from", "for", "into",
                                                                   "about", "to", "against", "toward", "towards"}
                         : std::initializer_list<std::string_view>{"of", "from", "into"});
  }

  Argument gerund_argument(const Frame& frame, const Complement& c) const {
    Argument argument = argument_of(trees_, frame.clause.head, c, c.head);
    argument.preposition = trees_.lemma(c.markers.front());
    argument.role = Role::other;
    return argument;
  }

  /// "We prevent wars; we averted one": what stands before its verb is its content only where somebody speaks or
  /// thinks.
  bool is_aside(const Clause& clause, const Complement& c) const {
    if (c.relation != "ccomp" || c.head > clause.head || c.moved) return false;
    const auto around = trees_.child(clause.head, "nsubj");  // "What counts is that we agreed"
    if (around && trees_.deprel(*around) == "nsubj:outer") return true;
    const std::string& lemma = trees_.lemma(clause.head);
    return !is_cue_[clause.head] && !is_speech_verb(lemma) && !is_opinion_verb(lemma) && !is_factive(lemma) &&
           !verb_effect(lemma).modality;
  }

  /// "In sharp contrast, voters laughed at him": what follows the verb belongs to it before what opens the sentence.
  const Complement* bound_oblique(const Frame& frame, bool behind) const {
    for (const Complement& c : frame.clause.complements) {
      if (c.relation != "obl" || c.markers.empty()) continue;
      if (behind && c.head < frame.clause.head && !c.moved) continue;
      if (is_circumstance(preposition_of(trees_, c)) || joins_sentences(trees_, c) || is_long_preposition(c)) continue;
      const Role role = role_of(trees_, frame.clause.head, c);
      if (role != Role::time && (role != Role::place || !has_later_oblique(frame, c))) return &c;
    }
    return nullptr;
  }

  /// A phrase with a preposition of which the model does not believe that it belongs to the verb.
  bool is_doubtful(const Clause& clause, const Complement& c) const {
    if (c.relation != "obl" || c.markers.empty() || c.moved || is_time_expression(trees_, c.head)) return false;
    return !arguments_of(trees_.doc(), clause.head).empty() &&
           argument_at(trees_.doc(), clause.head, c.head).any() < likely_argument;
  }

  /// "including two banks", "such as banks": members of a phrase, whatever the parser hangs them on.
  bool names_examples(const Complement& c) const {
    return c.relation == "obl" && is_one_of(preposition_of(trees_, c), {"include", "including", "such as"});
  }

  /// "fell despite the news", "lost because of rain": no verb asks for these.
  static bool is_circumstance(const std::string& preposition) {
    return is_one_of(preposition,
                     {"despite", "without", "accord to", "according to", "instead of", "because of", "due to", "amid",
                      "in spite of", "regardless of", "thank to", "thanks to", "include", "including", "such as"});
  }

  /// "in line with prices", "on behalf of the firm": noun and prepositions together are one preposition.
  bool is_long_preposition(const Complement& c) const {
    const auto tail = trees_.child_with(c.head, "nmod");
    return tail && *tail > c.head && trees_.child_with(*tail, "case") && !trees_.child_with(c.head, "det") &&
           is_one_of(trees_.lemma(c.head),
                     {"line",       "term",       "response", "behalf",   "addition",    "respect", "light", "view",
                      "connection", "accordance", "exchange", "return",   "place",       "lieu",    "face",  "part",
                      "spite",      "regard",     "relation", "reaction", "conjunction", "keeping"});
  }

  bool has_later_oblique(const Frame& frame, const Complement& place) const {
    return std::any_of(frame.clause.complements.begin(), frame.clause.complements.end(), [&](const Complement& c) {
      if (c.relation != "obl" || c.head == place.head || c.markers.empty() ||
          is_circumstance(preposition_of(trees_, c)))
        return false;
      const Role role = role_of(trees_, frame.clause.head, c);
      return role != Role::time && role != Role::place;
    });
  }

  void add_shared(Frame& frame, const Complement* primary) {
    for (const Complement& c : frame.clause.complements) {
      if (&c == primary || c.relation == "agent" || c.relation == "predicate") continue;
      if (c.relation == "advcl" && is_gerund_behind(frame.clause, c)) frame.shared.push_back(gerund_argument(frame, c));
      if (c.relation == "xcomp" || c.relation == "ccomp" || c.relation == "advcl") continue;
      if (is_particle(frame.clause, c) || names_examples(c) || joins_sentences(trees_, c) ||
          is_doubtful(frame.clause, c))
        continue;
      Argument argument = argument_of(trees_, frame.clause.head, c, c.head);
      if (c.relation == "advmod" && argument.role == Role::manner && !tells_manner(frame.clause, c.head)) continue;
      if (trees_.xpos(c.head) == "WRB") continue;
      if (c.relation == "obl" && is_long_preposition(c)) argument.role = Role::manner;
      builder_.normalize(argument, frame.tense);
      const bool is_place = argument.role == Role::place && !c.markers.empty();
      frame.shared.push_back(std::move(argument));
      if (!is_place) continue;
      for (const TokenIndex other : conjuncts(trees_, c.head)) {  // "in Syria and Iraq"
        if (other != c.head) frame.shared.push_back(argument_of(trees_, frame.clause.head, c, other));
      }
    }
    add_inherited(frame);
  }

  /// "go well", "work together"; not "even", "so", "however".
  bool tells_manner(const Clause& clause, TokenIndex adverb) const {
    const std::string& lemma = trees_.lemma(adverb);
    if (lemma.ends_with("ly"))
      return !is_one_of(
          lemma, {"only",   "really",      "actually",    "certainly",     "clearly",      "obviously", "merely",
                  "simply", "probably",    "possibly",    "apparently",    "reportedly",   "allegedly", "presumably",
                  "surely", "hopefully",   "fortunately", "unfortunately", "frankly",      "basically", "likely",
                  "indeed", "essentially", "supposedly",  "specifically",  "additionally", "similarly"});
    if (adverb == clause.head + 1 && trees_.xpos(adverb) == "RBR" && trees_.children(adverb).empty()) return true;
    return adverb > clause.head &&
           is_one_of(lemma,
                     {"well",   "together", "hard",  "fast",    "alone", "apart",  "straight", "high",   "low",
                      "far",    "forward",  "ahead", "aside",   "twice", "better", "worse",    "harder", "faster",
                      "longer", "higher",   "lower", "further", "free",  "wrong",  "right",    "short"});
  }

  /// "Near the port, rebels attacked a convoy and burned two trucks": what opens the sentence holds for both verbs.
  void add_inherited(Frame& frame) const {
    const TokenIndex verb = frame.clause.head;
    if (!trees_.is(verb, "conj") || trees_.has_child(verb, "nsubj")) return;
    const TokenIndex first = *trees_.head(verb);
    for (const TokenIndex c : trees_.children(first)) {
      if (c >= first || !trees_.is(c, "obl")) continue;
      const Complement opening{c, "obl", markers_of(trees_, c), false};
      Argument argument = argument_of(trees_, first, opening, c);
      if (argument.role != Role::time && argument.role != Role::place) continue;
      builder_.normalize(argument, frame.tense);
      frame.shared.push_back(std::move(argument));
    }
  }

  /// "Trump and Putin met": the first one with each of the others.
  bool read_mutual(Frame& frame, const std::vector<TokenIndex>& subjects, const Complement* primary) {
    if (subjects.size() < 2 || !is_mutual_verb(trees_.lemma(frame.clause.head)) || frame.clause.is_passive)
      return false;
    const bool has_object =
        primary != nullptr && (primary->relation != "obl" || preposition_of(trees_, *primary) == "with");
    if (has_object) return false;
    const bool with = trees_.lemma(frame.clause.head) != "meet" && trees_.lemma(frame.clause.head) != "marry";
    for (std::size_t i = 1; i < subjects.size(); ++i) {
      Argument other = participant(trees_, subjects[i], Role::object);
      if (with) other.preposition = "with";
      builder_.add(frame, subjects[0], frame.verb + (with ? " with" : ""), {other});
    }
    const bool is_about = primary != nullptr && role_of(trees_, frame.clause.head, *primary) != Role::place;
    return !is_about;  // "agreed on a ceasefire" is told of each of them as well
  }

  /// Plain speech is told by attributions; a statement needs somebody who is spoken to or about.
  bool skips_content(const Frame& frame, const Complement* primary) const {
    const std::string& lemma = trees_.lemma(frame.clause.head);
    const bool is_speech = is_cue_[frame.clause.head] || is_speech_verb(lemma);
    if (!is_speech || frame.clause.is_copular || is_one_of(lemma, {"agree", "deny", "confirm", "admit", "promise"}))
      return false;
    if (primary == nullptr || primary->relation == "ccomp") return true;
    // Nobody says a thing: "He said reserves, which rose, will suffice".
    if (lemma == "say" && primary->relation == "obj" && !primary->moved) return true;
    // "said at the summit", "added in a statement": circumstances of speech.
    if (primary->relation != "obl" || !is_plain_speech(lemma)) return false;
    const Role role = role_of(trees_, frame.clause.head, *primary);
    return role != Role::addressee && role != Role::topic;
  }

  const std::vector<Attribution>& attributions_;
  const Trees& trees_;
  std::vector<bool> is_cue_;
  StatementBuilder builder_;
};

}  // namespace

std::vector<Statement> extract_statements(const Trees& trees, const std::vector<Attribution>& attributions) {
  return StatementReader(trees, attributions).read();
}

}  // namespace hearsay
