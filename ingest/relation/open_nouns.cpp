#include "ingest/relation/open_nouns.hpp"

#include <algorithm>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/phrase.hpp"

namespace hearsay {
namespace {

using Tokens = std::vector<TokenIndex>;

class NounReader {
 public:
  explicit NounReader(const Trees& trees) : doc_(trees.doc()), trees_(trees) {}

  std::vector<OpenRelation> read() {
    for (TokenIndex t = 0; t < trees_.size(); ++t) {
      if (trees_.is(t, "appos")) read_apposition(*trees_.head(t), t);
      if (trees_.deprel(t) == "nmod:poss") read_possession(*trees_.head(t), t);
      if (trees_.deprel(t) == "nmod:desc") read_title(*trees_.head(t), t);
      if (trees_.is(t, "case") && trees_.xpos(t) == "VBG") read_participle(t);
      if (trees_.is(t, "amod") && trees_.upos(t) == "ADJ") read_adjective(*trees_.head(t), t);
    }
    return std::move(found_);
  }

 private:
  void read_apposition(TokenIndex noun, TokenIndex apposition) {
    for (const TokenIndex a : conjuncts(trees_, apposition)) {
      if (trees_.upos(a) == "VERB" || trees_.upos(a) == "NUM") continue;
      const bool places = is_place(noun) && is_place(a);
      add_nominal(a, noun_phrase(trees_, noun), places ? "is in" : "is", noun_phrase(trees_, a), 0.65F);
    }
  }

  bool is_place(TokenIndex token) const {
    const Name* name = trees_.name_at(token);
    return name != nullptr && (name->type == "GPE" || name->type == "LOC" || name->type == "FAC");
  }

  /// "President Bush" gives Bush; is; President.
  void read_title(TokenIndex name, TokenIndex title) {
    const Tokens words = noun_phrase(trees_, title);
    Tokens rest = noun_phrase(trees_, name, {.clauses = false});
    std::erase_if(rest, [&](TokenIndex w) { return w <= words.back(); });
    if (trees_.lemma(title).find('.') == std::string::npos) add_nominal(title, rest, "is", words, 0.5F);
  }

  void read_possession(TokenIndex noun, TokenIndex owner) {
    if (trees_.upos(owner) == "PRON") return;
    Tokens words = noun_phrase(trees_, noun);
    const Tokens owners = noun_phrase(trees_, owner);
    std::erase_if(words, [&](TokenIndex w) {
      return w <= owner + 1 || std::find(owners.begin(), owners.end(), w) != owners.end();
    });
    add_nominal(noun, owners, "has", words, 0.4F);
  }

  /// "farm animals, including pigs": a preposition that was a verb.
  void read_participle(TokenIndex preposition) {
    const TokenIndex object = *trees_.head(preposition);
    const auto whole = trees_.head(object);
    if (!whole || !trees_.is(object, {"nmod", "obl"})) return;
    if (trees_.has_child(preposition, "fixed")) {
      if (trees_.form(preposition) == "according" && is_clause_head(trees_, *whole))
        read_source(preposition, object, *whole);
      return;
    }
    Tokens words = noun_phrase(trees_, *whole);
    const Tokens inner = clause_phrase(trees_, object, true);
    std::erase_if(words, [&](TokenIndex w) {
      return std::find(inner.begin(), inner.end(), w) != inner.end() || w >= preposition;
    });
    if (trees_.is(object, "obl")) {
      const auto noun = noun_before(preposition, *whole);
      if (!noun) return;
      words = noun_phrase(trees_, *noun);
      std::erase_if(words, [&](TokenIndex w) { return std::find(inner.begin(), inner.end(), w) != inner.end(); });
    }
    while (!words.empty() && trees_.upos(words.back()) == "PUNCT") words.pop_back();
    for (const TokenIndex o : conjuncts(trees_, object)) {
      add_nominal(preposition, words, words_of(doc_, {preposition}), noun_phrase(trees_, o), 0.45F);
    }
  }

  /// "won three races, including the last": the object before the preposition; else the doer, who was "following"
  /// something.
  std::optional<TokenIndex> noun_before(TokenIndex preposition, TokenIndex verb) const {
    const auto object = trees_.child(verb, "obj");
    if (object && *object < preposition && trees_.form(preposition) == "including") return object;
    return trees_.child(verb, "nsubj");
  }

  /// "hidden models", "associated risks": an adjective made from a verb.
  void read_adjective(TokenIndex noun, TokenIndex adjective) {
    const std::string& form = trees_.form(adjective);
    if (form.size() < 5 || !(form.ends_with("ed") || form.ends_with("ing") || trees_.xpos(adjective) == "VBN")) return;
    Tokens words = noun_phrase(trees_, noun);
    std::erase(words, adjective);
    if (words.empty()) return;
    found_.push_back({trees_.sentence_number(noun), 0.1F, words_of(doc_, words), words_of(doc_, {adjective}), {}});
  }

  /// "According to officials, the loss grew": the clause; According to; officials.
  void read_source(TokenIndex preposition, TokenIndex source, TokenIndex clause) {
    Tokens words = clause_phrase(trees_, clause, false);
    const Tokens inner = clause_phrase(trees_, source, true);
    std::erase_if(words, [&](TokenIndex w) { return std::find(inner.begin(), inner.end(), w) != inner.end(); });
    while (!words.empty() && trees_.upos(words.front()) == "PUNCT") words.erase(words.begin());
    while (!words.empty() && trees_.upos(words.back()) == "PUNCT") words.pop_back();
    Tokens relation{preposition};
    for (const TokenIndex c : trees_.children(preposition)) relation.push_back(c);
    add_nominal(preposition, words, words_of(doc_, relation), noun_phrase(trees_, source), 0.45F);
  }

  void add_nominal(TokenIndex at, const Tokens& arg1, std::string relation, const Tokens& arg2, float confidence) {
    if (arg1.empty() || arg2.empty()) return;
    found_.push_back(
        {trees_.sentence_number(at), confidence, words_of(doc_, arg1), std::move(relation), {words_of(doc_, arg2)}});
  }

  const Document& doc_;
  const Trees& trees_;
  std::vector<OpenRelation> found_;
};

}  // namespace

std::vector<OpenRelation> read_open_nouns(const Trees& trees) { return NounReader(trees).read(); }

}  // namespace hearsay
