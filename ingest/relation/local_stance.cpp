#include "ingest/relation/local_stance.hpp"

#include "ingest/relation/phrase.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_negative_word(const Trees& trees, TokenIndex token) {
  return is_one_of(trees.form(token), {"nobody", "nothing", "none", "neither", "nowhere"}) ||
         (is_one_of(trees.form(token), {"one"}) && trees.has_child(token, "det", "no"));
}

std::optional<Modality> modality_of_adverb(const std::string& lemma) {
  if (is_one_of(lemma, {"allegedly", "reportedly", "supposedly", "purportedly"})) return Modality::reported;
  if (is_one_of(lemma, {"perhaps", "maybe", "possibly", "probably", "potentially", "likely", "conceivably"}))
    return Modality::possible;
  return std::nullopt;
}

std::optional<Modality> modality_of_conjunction(const Trees& trees, TokenIndex mark) {
  const std::string& lemma = trees.lemma(mark);
  if (is_one_of(lemma, {"if", "unless", "lest"})) return Modality::hypothetical;
  if (lemma == "whether") return Modality::possible;
  return std::nullopt;
}

/// "knows of no bank", "in no way", "at no time"; not so "left with no money".
bool denies_from_afar(const Trees& trees, TokenIndex oblique) {
  return trees.has_child(oblique, "case", "of") ||
         is_one_of(trees.lemma(oblique), {"time", "way", "circumstance", "case", "point"});
}

/// "no longer", "not", "never"; "not only" denies nothing.
bool is_negating_adverb(const Trees& trees, TokenIndex adverb) {
  if (is_no_longer(trees, adverb)) return true;
  const bool no = is_one_of(trees.lemma(adverb), {"not", "n't", "never", "hardly", "scarcely"}) ||
                  trees.form(adverb) == "n’t" ||
                  (trees.lemma(adverb) == "far" && trees.has_child(adverb, "fixed", "from"));
  return no && !(adverb + 1 < trees.size() && is_one_of(trees.form(adverb + 1), {"only", "just", "merely"}));
}

void look_at_child(const Trees& trees, TokenIndex verb, TokenIndex c, Local& local) {
  if (trees.is(c, "aux")) {
    if (const auto m = modality_of_auxiliary(trees, c); m && !local.modality) local.modality = m;
  } else if (trees.is(c, "advmod")) {
    if (const auto m = modality_of_adverb(trees.lemma(c)); m && !local.modality) local.modality = m;
    if (is_negating_adverb(trees, c)) local.negative = true;
  } else if (trees.is(c, "mark")) {
    if (trees.lemma(c) == "without") local.negative = true;
    if (const auto m = modality_of_conjunction(trees, c); m && !local.modality) local.modality = m;
  } else if (denies(trees, c) &&
             (trees.is(c, {"nsubj", "obj"}) || (trees.is(c, "obl") && denies_from_afar(trees, c)))) {
    local.negative = true;
  } else if (trees.is(c, "parataxis") && is_opinion_verb(trees.lemma(c)) && is_first_person(trees, c)) {
    if (!local.modality) local.modality = Modality::possible;
  } else if (trees.is(c, "cc") && trees.form(c) == "nor" && c < verb) {
    local.negative = true;
  }
}

}  // namespace

std::optional<Modality> modality_of_auxiliary(const Trees& trees, TokenIndex aux) {
  const std::string& lemma = trees.lemma(aux);
  const std::string& form = trees.form(aux);
  if (is_one_of(lemma, {"may", "might", "can", "could", "should", "ought"}) ||
      is_one_of(form, {"could", "should", "might", "ca"})) {
    return Modality::possible;
  }
  if (form == "would" || form == "'d" || form == "’d" || lemma == "would") return Modality::hypothetical;
  if (is_one_of(lemma, {"will", "shall"}) || is_one_of(form, {"will", "'ll", "’ll", "wo", "shall"}))
    return Modality::planned;
  if (lemma == "must") return Modality::ordered;
  return std::nullopt;
}

bool is_first_person(const Trees& trees, TokenIndex verb) {
  const auto subject = trees.child(verb, "nsubj");
  return subject && is_one_of(trees.form(*subject), {"i", "we"});
}

bool is_opinion_verb(const std::string& lemma) {
  return is_one_of(lemma, {"think", "believe", "guess", "suppose", "feel", "reckon"});
}

bool denies(const Trees& trees, TokenIndex participant) {
  if (is_negative_word(trees, participant)) return true;
  for (const TokenIndex c : trees.children(participant)) {
    if (trees.is(c, {"det", "cc"}) && is_one_of(trees.form(c), {"no", "neither"})) return true;
  }
  return false;
}

Local look_at(const Trees& trees, TokenIndex verb) {
  Local local;
  for (const TokenIndex c : trees.children(verb)) look_at_child(trees, verb, c, local);
  return local;
}

}  // namespace hearsay
