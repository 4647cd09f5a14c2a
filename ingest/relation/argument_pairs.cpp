#include "ingest/relation/argument_pairs.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr TokenIndex reach = 80;
constexpr int most_steps = 12;
constexpr std::size_t most_depth = 4;

// Each list ends in a row for everything else.
constexpr std::string_view relations[] = {
    "acl",           "acl:relcl", "advcl",      "advmod",   "amod",  "appos", "aux",       "case",         "cc",
    "ccomp",         "compound",  "conj",       "cop",      "csubj", "dep",   "det",       "discourse",    "dislocated",
    "expl",          "fixed",     "flat",       "goeswith", "iobj",  "list",  "mark",      "nmod",         "nmod:poss",
    "nmod:unmarked", "nsubj",     "nsubj:pass", "nummod",   "obj",   "obl",   "obl:agent", "obl:unmarked", "orphan",
    "parataxis",     "punct",     "root",       "vocative", "xcomp"};
constexpr std::string_view word_classes[] = {"NOUN", "PROPN", "PRON", "VERB", "ADJ", "ADV",
                                             "NUM",  "SYM",   "DET",  "AUX",  "X"};
constexpr std::string_view verb_tags[] = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"};
constexpr std::string_view prepositions[] = {
    "of",    "in",    "to",   "for",     "on",      "by",   "with",    "at",     "from",    "as",
    "after", "about", "into", "during",  "against", "over", "before",  "since",  "between", "under",
    "until", "while", "that", "because", "if",      "when", "through", "within", "despite", "without"};
constexpr std::string_view complements[] = {"obj",   "iobj",  "obl",    "agent",    "xcomp",
                                            "ccomp", "advcl", "advmod", "predicate"};
constexpr std::uint32_t distances[] = {1, 2, 3, 4, 5, 7, 10, 15, 25};

constexpr std::size_t origins = 6;
constexpr std::size_t as_complement = 1 + origins;

/// The place in a list, or behind it.
std::size_t place(const auto& list, std::string_view word) {
  return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), word) - std::begin(list));
}

// Rows of each kind of sign, in the order in which signs_of() gives them.
constexpr std::size_t relation_rows = std::size(relations) + 1;
constexpr std::array<std::size_t, argument_signs> sizes{
    2 * std::size(distances) + 1,         // how far behind or before the verb
    relation_rows,                        // relation of the word
    relation_rows,                        // of the verb
    (most_depth + 1) * (most_depth + 1),  // steps up from the verb, then down to the word
    relation_rows + 1,                    // relation of the last step up; no step
    relation_rows + 1,                    // of the first step down; no step
    std::size(word_classes) + 3,          // class of the word; relative pronoun, other pronoun of the third person
    2 * (std::size(verb_tags) + 1),       // tag of the verb, passive or not
    as_complement + 2 * (std::size(complements) + 1),  // what the rules make of the word
    3 * 2 * 2,                                         // has the verb a subject, an object; side of the word
    std::size(prepositions) + 2,                       // what marks the word; nothing
    4 * 3,                                             // verbs between the two; commas, brackets and the like
    std::size(prepositions) + 2,                       // what marks the verb; nothing
    relation_rows,                                     // relation of what the word hangs on
    6,                                                 // what the word is a name of
};

/// How many steps from the verb up to the branch that holds both, and from there down to the word.
struct Path {
  std::size_t up = 0, down = 0;
  TokenIndex last_up = 0, first_down = 0;
};

class PairReader {
 public:
  PairReader(const Trees& trees, const std::vector<Clause>& clauses)
      : trees_(trees),
        clauses_(clauses),
        clause_at_(trees.size(), none),
        verbs_before_(trees.size() + 1),
        commas_before_(trees.size() + 1),
        marks_before_(trees.size() + 1) {
    for (std::uint32_t i = 0; i < clauses.size(); ++i) clause_at_[clauses[i].head] = i;
    for (TokenIndex t = 0; t < trees.size(); ++t) {
      const bool comma = trees.form(t) == ",", mark = trees.upos(t) == "PUNCT" && !comma;
      verbs_before_[t + 1] = verbs_before_[t] + (trees.upos(t) == "VERB" ? 1 : 0);
      commas_before_[t + 1] = commas_before_[t] + (comma ? 1 : 0);
      marks_before_[t + 1] = marks_before_[t] + (mark ? 1 : 0);
    }
  }

  std::vector<ArgumentPair> read() {
    std::vector<ArgumentPair> pairs;
    for (const TokenSpan sentence : trees_.doc().sentences) {
      std::vector<TokenIndex> words;
      for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
        if (may_head_argument(t)) words.push_back(t);
      }
      for (TokenIndex verb = sentence.begin; verb < sentence.end; ++verb) {
        if (trees_.upos(verb) != "VERB") continue;
        read_verb(verb, words, pairs);
      }
    }
    return pairs;
  }

 private:
  static constexpr std::uint32_t none = ~0U;

  bool may_head_argument(TokenIndex t) const {
    if (!is_in(word_classes, trees_.upos(t)) || trees_.upos(t) == "AUX") return false;
    return !trees_.is(t, {"det", "case", "mark", "cc", "punct", "aux", "cop", "flat", "fixed", "compound", "goeswith",
                          "amod", "reparandum", "nummod"}) ||
           (trees_.is(t, "amod") && trees_.upos(t) == "VERB");
  }

  void read_verb(TokenIndex verb, const std::vector<TokenIndex>& words, std::vector<ArgumentPair>& pairs) {
    above_.clear();
    above_.push_back(verb);
    while (above_.size() <= most_steps) {
      const auto up = trees_.head(above_.back());
      if (!up) break;
      above_.push_back(*up);
    }
    for (const TokenIndex word : words) {
      if (word == verb || word + reach < verb || word > verb + reach) continue;
      pairs.push_back({verb, word, signs_of(verb, word)});
    }
  }

  std::array<std::uint16_t, argument_signs> signs_of(TokenIndex verb, TokenIndex word) const {
    const Path path = path_to(word);
    const Clause* clause = clause_at_[verb] == none ? nullptr : &clauses_[clause_at_[verb]];
    const std::array<std::size_t, argument_signs> own{
        distance(verb, word),
        relation(word),
        relation(verb),
        path.up * (most_depth + 1) + path.down,
        path.up == 0 ? relation_rows : relation(path.last_up),
        path.down == 0 ? relation_rows : relation(path.first_down),
        word_class(word),
        2 * place(verb_tags, trees_.xpos(verb)) + (clause != nullptr && clause->is_passive ? 1 : 0),
        clause == nullptr ? 0 : standing(*clause, word),
        state(clause, word > verb),
        marker(word),
        3 * std::min<std::size_t>(3, between(verb, word)) + punctuation_between(verb, word),
        marker(verb),
        trees_.head(word) ? relation(*trees_.head(word)) : relation_rows - 1,
        name(word),
    };
    std::array<std::uint16_t, argument_signs> rows{};
    std::size_t first = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
      rows[i] = static_cast<std::uint16_t>(first + own[i]);
      first += sizes[i];
    }
    return rows;
  }

  Path path_to(TokenIndex word) const {
    Path path;
    TokenIndex at = word;
    std::size_t down = 0;
    for (int step = 0; step <= most_steps; ++step) {
      const auto found = std::find(above_.begin(), above_.end(), at);
      if (found != above_.end()) {
        const auto up = static_cast<std::size_t>(found - above_.begin());
        if (up > 0) path.last_up = above_[up - 1];
        path.up = std::min(up, most_depth);
        path.down = std::min(down, most_depth);
        return path;
      }
      const auto head = trees_.head(at);
      if (!head) break;
      path.first_down = at;
      at = *head;
      ++down;
    }
    return {most_depth, most_depth, above_.back(), at};
  }

  static std::size_t distance(TokenIndex verb, TokenIndex word) {
    const std::uint32_t far = word > verb ? word - verb : verb - word;
    const auto bounds = static_cast<std::size_t>(std::upper_bound(std::begin(distances), std::end(distances), far) -
                                                 std::begin(distances));
    return word > verb ? std::size(distances) + bounds : std::size(distances) - bounds;
  }

  std::size_t relation(TokenIndex t) const {
    const std::size_t exact = place(relations, trees_.deprel(t));
    return exact < std::size(relations) ? exact : place(relations, trees_.relation(t));
  }

  std::size_t word_class(TokenIndex word) const {
    if (trees_.upos(word) != "PRON") return place(word_classes, trees_.upos(word));
    if (is_one_of(trees_.form(word), {"who", "whom", "which", "that", "what"})) return std::size(word_classes) + 1;
    return is_one_of(trees_.form(word), {"it", "they", "them", "their", "its"}) ? std::size(word_classes) + 2
                                                                                : place(word_classes, "PRON");
  }

  static std::size_t standing(const Clause& clause, TokenIndex word) {
    for (const Subject& s : clause.subjects) {
      if (s.head == word) return 1 + static_cast<std::size_t>(s.origin);
    }
    for (const Complement& c : clause.complements) {
      if (c.head == word) return as_complement + 2 * place(complements, c.relation) + (c.moved ? 1 : 0);
    }
    return 0;
  }

  static std::size_t state(const Clause* clause, bool behind) {
    if (clause == nullptr) return behind ? 1 : 0;
    const std::size_t subject = clause->subjects.empty()                                ? 0
                                : clause->subjects.front().origin == SubjectOrigin::own ? 1
                                                                                        : 2;
    const bool object = std::any_of(clause->complements.begin(), clause->complements.end(), [](const Complement& c) {
      return c.relation == "obj" || c.relation == "ccomp" || c.relation == "xcomp";
    });
    return 4 * subject + (object ? 2 : 0) + (behind ? 1 : 0);
  }

  std::size_t marker(TokenIndex word) const {
    const std::vector<TokenIndex> markers = markers_of(trees_, word);
    return markers.empty() ? std::size(prepositions) + 1 : place(prepositions, trees_.lemma(markers.front()));
  }

  std::size_t between(TokenIndex a, TokenIndex b) const {
    const TokenIndex first = std::min(a, b), last = std::max(a, b);
    return verbs_before_[last] - verbs_before_[first + 1];
  }

  /// 0 for none, 1 where commas stand between them, 2 for stronger marks.
  std::size_t punctuation_between(TokenIndex a, TokenIndex b) const {
    const TokenIndex first = std::min(a, b), last = std::max(a, b);
    if (marks_before_[last] > marks_before_[first]) return 2;
    return commas_before_[last] > commas_before_[first] ? 1 : 0;
  }

  std::size_t name(TokenIndex word) const {
    const Name* name = trees_.name_at(word);
    if (name == nullptr) return 0;
    if (name->type == "PERSON") return 1;
    if (is_one_of(name->type, {"ORG", "NORP"})) return 2;
    if (is_one_of(name->type, {"GPE", "LOC", "FAC"})) return 3;
    return is_one_of(name->type, {"DATE", "TIME"}) ? 4 : 5;
  }

  const Trees& trees_;
  const std::vector<Clause>& clauses_;
  // Counts of what stands before each token.
  std::vector<std::uint32_t> clause_at_, verbs_before_, commas_before_, marks_before_;
  std::vector<TokenIndex> above_;  // the verb and what it hangs on
};

}  // namespace

std::size_t argument_sign_rows() {
  std::size_t sum = 0;
  for (const std::size_t rows : sizes) sum += rows;
  return sum;
}

std::vector<ArgumentPair> argument_pairs(const Trees& trees, const std::vector<Clause>& clauses) {
  return PairReader(trees, clauses).read();
}

}  // namespace hearsay
