#include "ingest/relation/object_reader.hpp"

#include <algorithm>

#include "ingest/relation/noun_classes.hpp"
#include "ingest/relation/phrase.hpp"
#include "ingest/relation/roles.hpp"
#include "ingest/relation/verb_classes.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

/// Prepositions that say whose or what a predicate is, not when or where it is so.
bool binds(const std::string& preposition) {
  return is_one_of(preposition, {"of", "to", "for", "in", "at", "on", "with", "from", "about", "between", "by",
                                 "against", "over", "than", "toward", "towards", "into", "than in", "than on"});
}

bool is_verbal(const Trees& trees, TokenIndex t) { return trees.upos(t) == "VERB" || trees.upos(t) == "AUX"; }

}  // namespace

const Complement* find_complement(const Clause& clause, std::string_view relation) {
  const auto found = std::find_if(clause.complements.begin(), clause.complements.end(),
                                  [&](const Complement& c) { return c.relation == relation; });
  return found == clause.complements.end() ? nullptr : &*found;
}

void ObjectReader::read(Frame& frame, TokenIndex who, const Complement* primary) {
  if (primary == nullptr) {
    builder_.add(frame, who, frame.verb, {});
    return;
  }
  if (primary->relation == "predicate") {
    read_predicate(frame, who, *primary);
    return;
  }
  if (primary->relation == "xcomp" && !frame.clause.is_passive && read_result(frame, who, *primary)) return;
  if (primary->relation == "xcomp" && read_infinitive(frame, who, *primary)) return;
  if (primary->relation == "obj" && read_raised(frame, who, *primary)) return;
  if (const std::string verb = verb_with_result(frame); primary->relation == "obj" && verb != frame.verb) {
    for (const TokenIndex o : object_heads(*primary))
      builder_.add(frame, who, verb, {argument_of(trees_, frame.clause.head, *primary, o)});
    return;
  }
  for (const TokenIndex o : object_heads(*primary)) {
    Argument object = argument_of(trees_, frame.clause.head, *primary, o);
    const std::string preposition = object.preposition;
    if (object.role == Role::time) builder_.normalize(object, frame.tense);
    if (primary->relation == "xcomp" || (primary->relation == "iobj" && object.role == Role::other))
      object.role = Role::object;
    if (primary->relation == "advcl") {  // "succeeded in passing the bill"
      object.preposition = trees_.lemma(primary->markers.front());
      object.role = Role::object;
      builder_.add(frame, who, frame.verb + ' ' + object.preposition, {object});
      continue;
    }
    if (object.role == Role::manner) object.role = Role::object;  // "seen as a hero": the predicate has its "as"
    builder_.add(frame, who, preposition.empty() ? frame.verb : frame.verb + ' ' + preposition, {object});
    read_light(frame, who, *primary, o);
    read_named_obliques(frame, who, *primary);
  }
}

/// "wants the army to leave", "let him go": what is wanted is not the army. A noun that stands elsewhere ("the man she
/// wants to leave") tells nothing alone.
bool ObjectReader::read_raised(Frame& frame, TokenIndex who, const Complement& object) {
  const Complement* clause = find_complement(frame.clause, "xcomp");
  if (clause == nullptr) return false;
  const bool becomes =
      trees_.upos(clause->head) == "NOUN" && trees_.lemma(frame.clause.head) == "make";  // "made it a law"
  if (!is_verbal(trees_, clause->head) && !becomes) return false;
  // "had it built", "ordered the goods penalized"
  const bool is_result = trees_.xpos(clause->head) == "VBN" && !trees_.has_child(clause->head, "aux");
  if (!is_result && !becomes && !raises_object(trees_.lemma(frame.clause.head))) return false;
  if (object.moved || clause->head < object.head) return true;
  Argument whole = argument_of(trees_, frame.clause.head, *clause, clause->head);
  std::vector<TokenIndex> words = noun_phrase(trees_, object.head, {.conjuncts = true});
  for (const TokenIndex w : becomes ? noun_phrase(trees_, clause->head) : clause_phrase(trees_, clause->head, true))
    words.push_back(w);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  whole.span = spans_of(words);
  whole.role = Role::object;
  builder_.add(frame, who, frame.verb, {std::move(whole)});
  return true;
}

/// "make sure that it works", "make clear": without an object.
bool ObjectReader::read_result(Frame& frame, TokenIndex who, const Complement& result) {
  const std::string verb = verb_with_result(frame);
  if (verb == frame.verb) return false;
  std::vector<Argument> content;
  for (const std::string_view relation : {"ccomp", "csubj", "xcomp", "advcl"}) {
    const auto clause = trees_.child_with(result.head, relation);
    if (!clause || *clause < result.head || !content.empty()) continue;
    const Complement c{*clause, "ccomp", markers_of(trees_, *clause), false};
    content = {argument_of(trees_, result.head, c, *clause)};
    if (trees_.has_child(*clause, "mark", "to")) content.front().span = spans_of(clause_phrase(trees_, *clause, true));
  }
  if (content.empty()) {
    if (const auto noun = noun_behind(frame.clause.head, result.head))
      content = {participant(trees_, *noun, Role::object)};
  }
  builder_.add(frame, who, verb, std::move(content));
  return true;
}

/// "made possible the agreement", where the parser does not see that the agreement is the object.
std::optional<TokenIndex> ObjectReader::noun_behind(TokenIndex verb, TokenIndex adjective) const {
  for (const TokenIndex head : {adjective, verb}) {
    for (const TokenIndex c : trees_.children(head)) {
      const bool is_noun = trees_.upos(c) == "NOUN" || trees_.upos(c) == "PROPN";
      if (is_noun && c > adjective && markers_of(trees_, c).empty() && !is_time_expression(trees_, c) &&
          !trees_.is(c, {"conj", "appos", "compound"}))
        return c;
    }
  }
  return std::nullopt;
}

/// "make possible", "find guilty": the adjective says what the object becomes.
std::string ObjectReader::verb_with_result(const Frame& frame) const {
  const Complement* result = find_complement(frame.clause, "xcomp");
  if (result == nullptr) result = find_complement(frame.clause, "ccomp");
  if (result == nullptr || trees_.upos(result->head) != "ADJ" || is_clause_head(trees_, result->head) ||
      !takes_result(trees_.lemma(frame.clause.head)))
    return frame.verb;
  if (is_one_of(trees_.lemma(frame.clause.head), {"make", "render", "deem", "consider"}))
    return frame.verb + ' ' + trees_.form(result->head);
  const auto of_its_own = trees_.children(result->head);  // "keep reserves equal to three payments"
  if (std::any_of(of_its_own.begin(), of_its_own.end(), [&](TokenIndex c) {
        return trees_.is(c, {"obl", "obj", "nsubj"});
      }))
    return frame.verb;
  return frame.verb + ' ' + trees_.form(result->head);
}

std::vector<TokenIndex> ObjectReader::object_heads(const Complement& complement) const {
  if (is_one_of(complement.relation, {"ccomp", "xcomp", "advcl"})) return {complement.head};
  std::vector<TokenIndex> heads = conjuncts(trees_, complement.head);
  std::erase_if(heads, [&](TokenIndex h) {
    if (is_part_of_relative(trees_, h)) return true;
    if (h == complement.head) return false;
    const bool is_contrast =
        trees_.has_child(h, "cc", "not") || trees_.has_child(h, "advmod", "not");  // "a rash, not guns"
    return is_contrast || is_second_of_two(h) || repeats_preposition(complement, h);
  });
  // "killed two men and injured three", with the second verb hung on the men
  if (!is_verbal(trees_, complement.head)) std::erase_if(heads, [&](TokenIndex h) { return is_verbal(trees_, h); });
  return heads;
}

/// "6 dollars came from fees and 2 dollars from fines": the second sum comes from the fines, not the first from the
/// sum.
bool ObjectReader::repeats_preposition(const Complement& complement, TokenIndex conjunct) const {
  const std::string preposition = preposition_of(trees_, complement);
  const auto children = trees_.children(conjunct);
  return !preposition.empty() && preposition != "of" && !trees_.child_with(conjunct, "case") &&
         std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
           return c > conjunct && trees_.is(c, "nmod") && trees_.has_child(c, "case", preposition);
         });
}

/// "is president of Russia": be + the phrase, and "be president of" + whose.
void ObjectReader::read_predicate(Frame& frame, TokenIndex who, const Complement& predicate) {
  const TokenIndex what = predicate.head;
  if (trees_.upos(what) == "VERB" || trees_.xpos(what) == "WP" || trees_.xpos(what) == "WRB" ||
      trees_.xpos(what) == "WDT")
    return;
  if (is_mere_modal(what)) return;
  // "Here are five things": a gesture, not a place.
  const bool points = what < who && is_one_of(trees_.form(what), {"here", "there"});
  if (points || is_second_of_two(what)) return;
  Argument object = argument_of(trees_, what, predicate, what);
  object.role = Role::object;
  if (trees_.upos(what) == "ADJ") object.span = spans_of(noun_phrase(trees_, what, {.complements = true}));
  if (object.preposition == "if" || object.preposition.starts_with("as if") ||
      object.preposition.starts_with("in order"))
    object.preposition.clear();  // conjunctions that the parser hangs on the predicate
  if (object.preposition.empty() && trees_.is(what, "conj") &&
      !trees_.has_child(what, "cop")) {  // "is due to the rains and the cold"
    const TokenIndex first = *trees_.head(what);
    if (trees_.has_child(first, "cop") && trees_.upos(first) == trees_.upos(what)) {
      Complement shared{first, "predicate", markers_of(trees_, first)};
      std::erase_if(shared.markers, [&](TokenIndex m) { return trees_.is(m, "mark"); });
      object.preposition = preposition_of(trees_, shared);
    }
  }
  if (is_time_expression(trees_, what) && !object.preposition.empty()) {
    object.role = Role::time;
    builder_.normalize(object, frame.tense);
  }
  const std::string be = object.preposition.empty() ? "be" : "be " + object.preposition;
  builder_.add(frame, who, be, {object}).relation_type = structural_type(trees_, who, what);
  bool is_first = true;
  for (const TokenIndex c : trees_.children(what)) {
    if (c > what && trees_.is(c, {"acl", "advcl"})) break;  // what follows a clause may belong to it
    const bool bound = trees_.is(c, "nmod") || (trees_.is(c, "obl") && trees_.upos(what) == "ADJ");
    if (!bound || trees_.upos(what) == "PROPN" || trees_.upos(what) == "PRON") continue;
    const Complement of{c, "obl", markers_of(trees_, c), false};
    const bool owned = trees_.deprel(c) == "nmod:poss";
    if (owned && !is_role_noun(trees_.lemma(what)) && !is_kinship_noun(trees_.lemma(what))) continue;
    const std::string preposition = owned ? "of" : preposition_of(trees_, of);
    if (!binds(preposition) || is_time_expression(trees_, c)) continue;
    if (trees_.upos(what) == "NOUN" && is_amount(what)) continue;  // "238 dollars against 60"
    if (!object.preposition.empty() && !is_state(object.preposition, what)) continue;
    if (preposition.starts_with("than") && trees_.upos(what) != "ADJ")
      continue;  // "are bigger problems than in France"
    if (!is_first && c > 0 && is_after_comma(what, c)) continue;
    // "different from the one in real life", with the life hung on "different"
    if (!is_first && is_one_of(preposition, {"in", "at", "on", "over", "by"})) continue;
    is_first = false;
    for (const TokenIndex o : conjuncts(trees_, c)) {
      Argument argument = participant(trees_, o, Role::object);
      argument.preposition = preposition;
      builder_.add(frame, who, be + ' ' + naming_form(what) + ' ' + preposition, {argument}).relation_type =
          structural_type(trees_, who, what);
    }
  }
}

/// "is between 50 and 100": the second number tells nothing alone.
bool ObjectReader::is_second_of_two(TokenIndex noun) const {
  return trees_.is(noun, "conj") && trees_.has_child(*trees_.head(noun), "case", "between");
}

/// "be in favour of", "be under strong pressure from"; not "be for new workers with", "be in the sense of".
bool ObjectReader::is_state(const std::string& preposition, TokenIndex noun) const {
  return is_one_of(preposition, {"in", "under", "at", "on", "out of", "without"}) && trees_.xpos(noun) == "NN" &&
         !trees_.child_with(noun, "det") && !trees_.child_with(noun, "nummod") && !trees_.child_with(noun, "nmod:poss");
}

/// "be president of", "be lower than", "be troubled by"
std::string ObjectReader::naming_form(TokenIndex predicate) const {
  const bool as_written = trees_.upos(predicate) == "ADJ" || trees_.xpos(predicate) == "NNS";
  return as_written ? trees_.form(predicate) : trees_.lemma(predicate);
}

bool ObjectReader::is_after_comma(TokenIndex predicate, TokenIndex child) const {
  for (TokenIndex t = predicate + 1; t < child; ++t) {
    if (trees_.form(t) == ",") return true;
  }
  return false;
}

/// "is likely to rise": told as a possible rise.
bool ObjectReader::is_mere_modal(TokenIndex predicate) const {
  return trees_.has_child(predicate, "xcomp") &&
         is_one_of(trees_.lemma(predicate), {"likely", "unlikely", "able", "unable", "due", "set", "bound", "supposed",
                                             "certain", "entitled", "free"});
}

/// "agree to create a group": the decision is a statement of its own, beside "create" (planned).
bool ObjectReader::read_infinitive(Frame& frame, TokenIndex who, const Complement& complement) {
  const TokenIndex inner = complement.head;
  if (!is_clause_head(trees_, inner)) return false;
  if (trees_.xpos(inner) == "VBN" && !trees_.has_child(inner, "mark", "to")) return true;  // "has ordered imposed"
  if (!is_one_of(trees_.lemma(frame.clause.head),
                 {"agree", "decide", "refuse", "promise", "offer", "threaten", "vow", "pledge", "plan", "want", "try",
                  "decline", "order", "choose", "fail"})) {
    return true;
  }
  if (trees_.has_child(inner, "cop")) {  // "promised to be a good neighbour"
    builder_.add(frame, who, frame.verb + " to be", {participant(trees_, inner, Role::object)});
    return true;
  }
  std::string verb = frame.verb + " to " + trees_.lemma(inner);
  for (const TokenIndex c : trees_.children(inner)) {
    if (trees_.deprel(c) == "compound:prt") verb += ' ' + trees_.lemma(c);
  }
  bool has_object = false;
  for (const TokenIndex c : trees_.children(inner)) {
    if (!trees_.is(c, {"obj", "iobj", "obl"}) || has_object) continue;
    const Complement object{c, trees_.is(c, "obl") ? "obl" : "obj", markers_of(trees_, c), false};
    if (role_of(trees_, inner, object) == Role::time) continue;
    for (const TokenIndex o : conjuncts(trees_, c)) {
      Argument argument = argument_of(trees_, inner, object, o);
      const std::string preposition = argument.preposition;
      builder_.add(frame, who, preposition.empty() ? verb : verb + ' ' + preposition, {argument});
      has_object = true;
    }
  }
  if (!has_object) builder_.add(frame, who, verb, {});
  return true;
}

/// "held talks with", "reached agreements on", "took part in".
void ObjectReader::read_light(Frame& frame, TokenIndex who, const Complement& primary, TokenIndex object) {
  if (primary.relation != "obj" || primary.moved || !is_light_verb(trees_.lemma(frame.clause.head)) ||
      frame.clause.is_passive)
    return;
  if (trees_.upos(object) != "NOUN" || is_amount(object)) return;
  const std::string head =
      frame.verb + ' ' + (trees_.lemma(object) == "talk" ? trees_.form(object) : trees_.lemma(object));
  for (const TokenIndex c : trees_.children(object)) {
    if (trees_.is(c, "nmod") && trees_.deprel(c) != "nmod:poss") add_light(frame, who, head, c);
  }
  for (const Complement& c : frame.clause.complements) {
    if (c.relation != "obl" || c.moved || c.head < object) continue;
    const Role role = role_of(trees_, frame.clause.head, c);
    if (role != Role::time && role != Role::place) add_light(frame, who, head, c.head);
  }
}

/// "imposed 300 million dollars in tariffs"
bool ObjectReader::is_amount(TokenIndex noun) const {
  const Name* name = trees_.name_at(noun);
  return (name != nullptr && is_one_of(name->type, {"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})) ||
         is_one_of(trees_.lemma(noun), {"dlr", "dollar", "pct", "percent", "euro", "pound", "yen", "mln", "million",
                                        "billion", "bln", "tonne", "ton", "barrel", "share", "point"});
}

void ObjectReader::add_light(Frame& frame, TokenIndex who, const std::string& head, TokenIndex noun) {
  const Complement c{noun, "obl", markers_of(trees_, noun), false};
  const std::string preposition = preposition_of(trees_, c);
  if (preposition.empty() || preposition == "of" || is_time_expression(trees_, noun)) return;
  for (const TokenIndex o : conjuncts(trees_, noun)) {
    Argument argument = participant(trees_, o, Role::object);
    argument.preposition = preposition;
    builder_.add(frame, who, head + ' ' + preposition, {argument});
  }
}

/// "discussed whatever with Putin": a person or body behind a preposition is a party of its own.
void ObjectReader::read_named_obliques(Frame& frame, TokenIndex who, const Complement& primary) {
  for (const Complement& c : frame.clause.complements) {
    if (&c == &primary || c.relation != "obl" || is_light_verb(trees_.lemma(frame.clause.head))) continue;
    const std::string preposition = preposition_of(trees_, c);
    if (!is_one_of(preposition, {"with", "to", "against", "from", "for", "on"})) continue;
    for (const TokenIndex o : conjuncts(trees_, c.head)) {
      const Name* name = trees_.name_at(o);
      if (name == nullptr || !is_one_of(name->type, {"PERSON", "ORG", "GPE", "NORP"})) continue;
      Argument argument = participant(trees_, o, Role::object);
      argument.preposition = preposition;
      builder_.add(frame, who, frame.verb + ' ' + preposition, {argument});
    }
  }
}

/// "called the meeting a breakthrough": in the caller's eyes it is one.
void ObjectReader::read_naming(Frame& frame, const std::vector<TokenIndex>& named) {
  const std::string& lemma = trees_.lemma(frame.clause.head);
  if (!is_naming_verb(lemma)) return;
  const Complement* name = find_complement(frame.clause, "xcomp");
  if (name == nullptr) {
    for (const Complement& c : frame.clause.complements) {
      if (c.relation == "obl" && preposition_of(trees_, c) == "as") name = &c;
    }
  }
  if (name == nullptr || is_verbal(trees_, name->head)) return;
  for (const TokenIndex o : named) {
    Statement& s = builder_.add(frame, o, "be", {participant(trees_, name->head, Role::object)});
    s.relation_type.clear();
    s.cameo.clear();
    const bool creates = is_one_of(lemma, {"appoint", "elect", "name", "nominate", "crown"});
    if (!creates && s.modality == Modality::asserted) s.modality = Modality::reported;
    s.relation_type = structural_type(trees_, o, name->head);
    s.confidence *= 0.9F;
  }
}

}  // namespace hearsay
