#include "ingest/speech/cue_subjects.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/speech/cue_lexicon.hpp"
#include "ingest/speech/quoted_speech.hpp"

namespace hearsay {
namespace {

const std::string& lemma(const Trees& tree, TokenIndex t) { return tree.doc().tags[t].lemma; }

// The phrase without what hangs on it loosely: relative clauses, participles, parentheses, second conjuncts' verbs.
TokenSpan phrase(const Trees& tree, TokenIndex head, std::optional<TokenIndex> without = std::nullopt) {
  TokenSpan span = tree.yield(head);
  for (const TokenIndex c : tree.children(head)) {
    const bool loose = c == without || tree.is(c, {"acl:relcl", "parataxis", "advcl", "ccomp", "list"});
    if (loose && c > head) span.end = std::min(span.end, tree.yield(c).begin);
    if (loose && c < head) span.begin = std::max(span.begin, tree.yield(c).end);
  }
  if (span.begin > head || span.end <= head) return {head, head + 1};
  return trimmed(tree.doc(), span);
}

CueSubject subject_at(const Trees& tree, TokenIndex head, std::optional<TokenIndex> without = std::nullopt) {
  return {head, phrase(tree, head, without)};
}

// "...," reads the caption: behind a quotation the parser may take the subject for an object.
std::optional<CueSubject> inverted_subject(const Trees& tree, TokenIndex verb) {
  const Document& doc = tree.doc();
  if (verb == 0 || !is_quotation_mark(word(doc, verb - 1))) return std::nullopt;
  const auto object = tree.child(verb, {"obj"});
  if (!object || *object < verb || tree.yield(*object).begin != verb + 1) return std::nullopt;
  return subject_at(tree, *object);
}

// "VIENNA - The minister said": the parser may take the place before the dash for the subject.
TokenIndex behind_dateline(const Trees& tree, TokenIndex subject) {
  const Document& doc = tree.doc();
  if (subject != doc.paragraphs[paragraph_of(doc, subject)].begin || subject + 1 >= tree.size()) return subject;
  const std::string_view place = word(doc, subject);
  if (std::any_of(place.begin(), place.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return subject;
  if (!is_dash(word(doc, subject + 1))) return subject;
  for (const TokenIndex c : tree.children(*tree.head(subject))) {
    if (c > subject && tree.is(c, {"nsubj"})) return c;
  }
  return tree.child(subject, {"appos", "parataxis", "nmod", "conj"}).value_or(subject);
}

std::optional<CueSubject> own_subject(const Trees& tree, TokenIndex verb) {
  if (const auto inverted = inverted_subject(tree, verb)) return inverted;
  const auto subject = tree.child(verb, {"nsubj"});
  if (!subject || tree.deprel(*subject) == "nsubj:pass") return std::nullopt;
  if (!is_relative_pronoun(tree, *subject)) return subject_at(tree, behind_dateline(tree, *subject));
  const auto noun = tree.head(verb);
  if (!noun || !tree.is(verb, {"acl"})) return std::nullopt;
  return subject_at(tree, *noun, verb);
}

// "is quoted as saying": the passive subject of quote speaks.
std::optional<CueSubject> quoted_subject(const Trees& tree, TokenIndex verb) {
  const auto head = tree.head(verb);
  if (!head || lemma(tree, *head) != "quote") return std::nullopt;
  if (const auto subject = tree.child(*head, {"nsubj"})) return subject_at(tree, *subject);
  if (tree.is(*head, {"acl"}) && tree.head(*head)) return subject_at(tree, *tree.head(*head), *head);
  return std::nullopt;
}

// "Groups marched past the hall - where Lee spoke - while chanting": the parser hangs what follows the second dash on a
// verb between the two.
TokenIndex outside_dashes(const Trees& tree, TokenIndex verb, TokenIndex head) {
  constexpr int kFar = 40;
  const auto dashes = dashes_before(tree, verb);
  if (!dashes || !dashes->contains(head)) return head;
  TokenIndex outer = head;
  for (int steps = 0; steps < kFar && (outer > dashes->begin || tree.upos(outer) != "VERB"); ++steps) {
    if (!tree.head(outer)) return head;
    outer = *tree.head(outer);
  }
  return outer < dashes->begin ? outer : head;
}

// The subject that a verb without its own shares with the verb above it.
std::optional<TokenIndex> shares_with(const Trees& tree, TokenIndex verb) {
  const auto head = tree.head(verb);
  if (!head || (tree.upos(*head) != "VERB" && tree.upos(*head) != "AUX" && tree.upos(*head) != "ADJ" &&
                tree.upos(*head) != "NOUN" && tree.upos(*head) != "PROPN")) {
    return std::nullopt;
  }
  if (tree.is(verb, {"conj", "xcomp"})) return head;
  if (tree.is(verb, {"advcl"})) return outside_dashes(tree, verb, *head);
  if (tree.is(verb, {"parataxis", "ccomp"}) && tree.xpos(verb) == "VBG") return head;
  return std::nullopt;
}

CueSubject possessor(const Trees& tree, TokenIndex t) {
  CueSubject found = subject_at(tree, t);
  if (found.span.size() > 1 && tree.xpos(found.span.end - 1) == "POS") --found.span.end;
  return found;
}

CueSubject without_case(const Trees& tree, TokenIndex t) {
  CueSubject found = subject_at(tree, t);
  if (const auto c = tree.child(t, {"case"}); c && *c == found.span.begin) ++found.span.begin;
  return found;
}

// "footage of Ann saying": not the footage speaks.
TokenIndex shown_or_self(const Trees& tree, TokenIndex noun, TokenIndex verb) {
  if (!is_recording(lemma(tree, noun))) return noun;
  for (const TokenIndex c : tree.children(noun)) {
    if (c > noun && c < verb && tree.is(c, {"nmod"}) && tree.has_child(c, "case", "of")) return c;
  }
  return noun;
}

// "Ann repeated / gave / voiced the claim that".
std::optional<CueSubject> giver(const Trees& tree, TokenIndex noun) {
  const auto verb = tree.head(noun);
  if (!verb || !tree.is(noun, {"obj"})) return std::nullopt;
  static constexpr std::string_view kGiving[] = {"express", "give",   "have",      "hold",  "issue", "make",
                                                 "offer",   "repeat", "reiterate", "share", "voice"};
  if (std::find(std::begin(kGiving), std::end(kGiving), lemma(tree, *verb)) == std::end(kGiving)) return std::nullopt;
  return find_speaker(tree, *verb);
}

// "grasps what Lee says, quickly answers and leaves": a finite verb without a subject behind a comma is no clause that
// Lee says.
bool goes_on_after_comma(const Trees& tree, TokenIndex verb, TokenIndex clause) {
  const std::string& tag = tree.xpos(clause);
  if (clause < verb || (tag != "VBZ" && tag != "VBD") || tree.child(clause, {"nsubj", "csubj", "expl", "mark"})) {
    return false;
  }
  return verb + 1 < tree.size() && word(tree.doc(), verb + 1) == ",";
}

}  // namespace

bool is_relative_pronoun(const Trees& tree, TokenIndex t) {
  const std::string& tag = tree.xpos(t);
  return tag == "WP" || tag == "WDT" || tree.doc().tags[t].feats.find("PronType=Rel") != std::string::npos;
}

TokenSpan trimmed(const Document& doc, TokenSpan span) {
  const auto loose = [&](TokenIndex t) {
    const std::string_view w = word(doc, t);
    return w == "," || w == "." || w == ";" || w == ":" || w == "-" || w == "--" || w == "\u2013" || w == "\u2014";
  };
  while (!span.empty() && loose(span.begin)) ++span.begin;
  while (!span.empty() && loose(span.end - 1)) --span.end;
  return span;
}

bool is_passive(const Trees& tree, TokenIndex verb) {
  if (tree.child(verb, {"nsubj:pass", "aux:pass"})) return true;
  const bool participle = tree.xpos(verb) == "VBN" || (tree.xpos(verb) == "VBD" && tree.is(verb, {"advcl"}));
  return participle && tree.is(verb, {"advcl", "acl"}) && !tree.child(verb, {"aux", "nsubj", "obj"});
}

std::optional<CueSubject> find_agent(const Trees& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (!tree.is(c, {"obl"}) || !tree.has_child(c, "case", "by")) continue;
    CueSubject found = subject_at(tree, c);
    if (const auto by = tree.child(c, {"case"}); by && *by == found.span.begin) ++found.span.begin;
    return found;
  }
  return std::nullopt;
}

std::optional<TokenSpan> dashes_before(const Trees& tree, TokenIndex verb) {
  constexpr TokenIndex kFar = 40;
  const Document& doc = tree.doc();
  const TokenIndex first = doc.sentences[sentence_of(doc, verb)].begin;
  TokenIndex close = tree.yield(verb).begin;
  if (close > first && !is_dash(word(doc, close))) --close;
  if (close >= verb || close <= first || !is_dash(word(doc, close))) return std::nullopt;
  TokenIndex open = close - 1;
  while (open > first && close - open < kFar && !is_dash(word(doc, open))) --open;
  return is_dash(word(doc, open)) ? std::optional(TokenSpan{open, close + 1}) : std::nullopt;
}

std::optional<CueSubject> find_speaker(const Trees& tree, TokenIndex cue) {
  TokenIndex verb = cue;
  for (int climbed = 0; climbed < 4; ++climbed) {
    if (const auto found = quoted_subject(tree, verb)) return found;
    if (const auto found = own_subject(tree, verb)) return found;
    if (tree.child(verb, {"nsubj:pass", "aux:pass"})) {
      if (verb != cue && !tree.is(cue, {"conj"})) {
        if (const auto subject = tree.child(verb, {"nsubj:pass"})) return subject_at(tree, *subject);
      }
      return verb == cue ? find_agent(tree, verb) : std::nullopt;
    }
    // "a statement saying ...", "people familiar with it say": the noun that the participle modifies.
    if (tree.is(verb, {"acl"}) && tree.xpos(verb) == "VBG" && tree.head(verb)) {
      const TokenIndex noun = *tree.head(verb), who = shown_or_self(tree, noun, verb);
      return who == noun ? subject_at(tree, noun, verb) : without_case(tree, who);
    }
    const auto above = shares_with(tree, verb);
    if (!above || tree.child(*above, {"expl"})) return std::nullopt;  // "there are grounds to believe"
    // "allows us to hope", "asked her to say": whom the verb above moves is the one who does it.
    const auto moved = tree.child(*above, {"obj", "iobj"});
    if (moved && *moved < verb && tree.is(verb, {"xcomp"}) && tree.has_child(verb, "mark", "to") &&
        tree.upos(*above) == "VERB") {
      return subject_at(tree, *moved, verb);
    }
    verb = *above;
  }
  return std::nullopt;
}

std::optional<TokenIndex> find_clause(const Trees& tree, TokenIndex verb) {
  if (const auto clause = tree.child(verb, {"ccomp"})) {
    return goes_on_after_comma(tree, verb, *clause) ? std::nullopt : clause;
  }
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.is(c, {"xcomp"}) && (tree.has_child(c, "mark", "that") || tree.child(c, {"nsubj"}))) return c;
  }
  return std::nullopt;
}

std::optional<CueSubject> find_owner(const Trees& tree, TokenIndex noun) {
  if (const auto owner = tree.child(noun, {"nmod:poss"})) return possessor(tree, *owner);
  if (noun >= 2 && tree.xpos(noun - 1) == "POS" && tree.upos(noun - 2) == "PROPN") {
    return CueSubject{noun - 2, {noun - 2, noun - 1}};  // "[Minister Ann] Lee's claim": the brackets may break the tree
  }
  for (const TokenIndex c : tree.children(noun)) {
    // "the view of Ann" is hers; "allegations of fraud" are nobody's.
    const bool is_person = tree.upos(c) == "PROPN" || tree.upos(c) == "PRON" || is_title(lemma(tree, c));
    const bool by = tree.is(c, {"nmod"}) && ((tree.has_child(c, "case", "of") && is_person) ||
                                             tree.has_child(c, "case", "by") || tree.has_child(c, "case", "from"));
    if (by && c > noun) return without_case(tree, c);
  }
  return giver(tree, noun);
}

std::optional<CueSubject> find_according(const Trees& tree, TokenIndex according) {
  std::optional<TokenIndex> source = tree.head(according);
  if (!tree.is(according, {"case", "fixed", "mark"}) || !source) source = tree.child(according, {"obl", "nmod", "obj"});
  if (!source) return std::nullopt;
  CueSubject who = subject_at(tree, *source);
  who.span.begin = std::max(who.span.begin, according + 2);
  if (who.span.end <= who.span.begin) return std::nullopt;
  return who;
}

}  // namespace hearsay
