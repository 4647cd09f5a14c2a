#include "ingest/relation/open_cells.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "ingest/relation/phrase.hpp"
#include "ingest/relation/roles.hpp"

namespace hearsay {
namespace {

using Tokens = std::vector<TokenIndex>;

/// Adverbs that link or grade rather than tell how or when: they stay with the verb or are left out.
bool is_linking_adverb(const std::string& lemma) {
  static constexpr std::string_view words[] = {
      "also",       "even",         "only",     "just",        "however",      "therefore", "thus",      "too",
      "instead",    "rather",       "moreover", "furthermore", "nevertheless", "indeed",    "so",        "then",
      "well",       "first",        "still",    "yet",         "perhaps",      "hence",     "otherwise", "though",
      "especially", "particularly", "about",    "very",        "nonetheless",  "meanwhile", "similarly", "respectively",
      "as"};
  return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
}

}  // namespace

void sort_unique(Tokens& tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

/// The noun with its compounds, without articles and what follows: whom a participle before a noun describes.
Tokens OpenCells::bare_noun(TokenIndex noun) const {
  Tokens words{noun};
  for (const TokenIndex c : trees_.children(noun)) {
    if (!trees_.is(c, {"compound", "flat"})) continue;
    const Tokens part = noun_phrase(trees_, c);
    words.insert(words.end(), part.begin(), part.end());
  }
  sort_unique(words);
  return words;
}

/// The phrase without the clause that describes it: "the man" for "the man who left".
Tokens OpenCells::without(Tokens words, TokenIndex head) const {
  TokenIndex top = head;
  for (int step = 0; step < 8 && !trees_.is(top, {"acl", "amod"}); ++step) {
    const auto up = trees_.head(top);
    if (!up) break;
    top = *up;
  }
  if (!trees_.is(top, {"acl", "amod"})) return words;
  const Tokens inner = trees_.is(top, "amod") ? with_conjunction(head) : clause_phrase(trees_, top, true);
  std::erase_if(words, [&](TokenIndex w) { return std::find(inner.begin(), inner.end(), w) != inner.end(); });
  while (!words.empty() && trees_.upos(words.back()) == "PUNCT") words.pop_back();
  return words;
}

/// The participle with the "and" that ties it to the next word: "a unified and single market".
Tokens OpenCells::with_conjunction(TokenIndex participle) const {
  for (const TokenIndex next : {participle + 1, participle - 1}) {
    if (next < trees_.size() && trees_.is(next, "cc")) return {participle, next};
  }
  return {participle};
}

/// Auxiliaries, negation, linking adverbs, verb and particle in text order.
Tokens OpenCells::verb_group(const Clause& clause) const {
  Tokens group = clause.auxiliaries;
  group.insert(group.end(), clause.negations.begin(), clause.negations.end());
  group.insert(group.end(), clause.particles.begin(), clause.particles.end());
  if (clause.copula) group.push_back(*clause.copula);
  if (!clause.is_copular) group.push_back(clause.head);
  if (is_verbal_predicate(clause)) group.push_back(clause.head);
  if (is_verbal_predicate(clause) && clause.infinitive) group.push_back(*clause.infinitive);
  if (is_adjectival(clause)) {
    const Tokens words = noun_phrase(trees_, clause.head);
    group.insert(group.end(), words.begin(), words.end());
  }
  for (const Complement& c : clause.complements) {
    if (is_inner_adverb(clause, c)) group.push_back(c.head);
  }
  sort_unique(group);
  return group;
}

/// "also said", "has even been seen": a linking adverb among the words of the verb.
bool OpenCells::is_inner_adverb(const Clause& clause, const Complement& c) const {
  if (c.relation != "advmod" || c.head > clause.head || !trees_.children(c.head).empty()) return false;
  if (!is_linking_adverb(trees_.lemma(c.head)) || clause.subjects.empty()) return false;
  return clause.subjects.front().head < c.head;
}

/// "is responsible for X": the adjective is part of the relation.
bool OpenCells::is_adjectival(const Clause& clause) const {
  return clause.is_copular && trees_.upos(clause.head) == "ADJ" &&
         (has_bound_oblique(clause) || is_like_verb(clause.head));
}

/// "increasing", "based": adjectives that are verbs by their form.
bool OpenCells::is_like_verb(TokenIndex adjective) const {
  const std::string& form = trees_.form(adjective);
  return form.size() > 5 && (form.ends_with("ed") || form.ends_with("ing"));
}

/// "The aim is to win the race" tells is to win; the race.
bool OpenCells::is_verbal_predicate(const Clause& clause) const {
  return clause.is_copular && clause.copula && trees_.upos(clause.head) == "VERB";
}

bool OpenCells::has_bound_oblique(const Clause& clause) const {
  return std::any_of(clause.complements.begin(), clause.complements.end(),
                     [&](const Complement& c) { return is_bound_oblique(clause, c); });
}

bool OpenCells::is_bound_oblique(const Clause& clause, const Complement& c) const {
  return c.relation == "obl" && c.head > clause.head && !c.markers.empty() &&
         role_of(trees_, clause.head, c) != Role::time;
}

/// What stands directly behind the verb, one cell for each conjunct.
std::vector<OpenCell> OpenCells::core_cells(const Clause& clause) const {
  if (is_verbal_predicate(clause)) return verbal_cells(clause);
  if (is_adjectival(clause)) {
    for (const Complement& c : clause.complements) {
      if (is_bound_oblique(clause, c)) return cells_of(clause, c);
    }
    return {};
  }
  for (const std::string_view relation : {"obj", "predicate", "ccomp", "xcomp"}) {
    for (const Complement& c : clause.complements) {
      if (c.relation == relation) return cells_of(clause, c);
    }
  }
  for (const Complement& c : clause.complements) {
    const bool behind = c.head > clause.head || c.moved;
    if ((c.relation == "agent" || c.relation == "obl") && behind && !c.markers.empty() &&
        role_of(trees_, clause.head, c) != Role::time) {
      return cells_of(clause, c);
    }
  }
  for (const Complement& c : clause.complements) {
    if (c.relation == "obl" && c.head > clause.head && !c.markers.empty()) return cells_of(clause, c);
  }
  return {};
}

std::vector<OpenCell> OpenCells::verbal_cells(const Clause& clause) const {
  for (const Complement& c : clause.complements) {
    if (c.relation == "obj" || c.relation == "ccomp" || c.relation == "xcomp") return cells_of(clause, c);
  }
  for (const Complement& c : clause.complements) {
    if (is_bound_oblique(clause, c)) return cells_of(clause, c);
  }
  return {};
}

std::vector<OpenCell> OpenCells::cells_of(const Clause& clause, const Complement& c) const {
  const bool is_clause =
      (c.relation == "ccomp" || c.relation == "xcomp" || c.relation == "advcl") && is_clause_head(trees_, c.head);
  if (is_clause) {
    OpenCell cell{{}, clause_phrase(trees_, c.head, c.relation != "ccomp")};
    if (c.relation == "ccomp") cell.preposition = c.markers;
    return {cell};
  }
  if (c.relation == "predicate" && trees_.upos(c.head) == "VERB")
    return {OpenCell{{}, clause_phrase(trees_, c.head, true)}};
  std::vector<OpenCell> cells;
  const Tokens heads = c.relation == "predicate" ? Tokens{c.head} : conjuncts(trees_, c.head);
  for (const TokenIndex h : heads) {
    OpenCell cell{c.markers, noun_phrase(trees_, h)};
    if (c.moved) cell.words = without(cell.words, clause.head);
    if (h != c.head) {
      const Tokens own = markers_of(trees_, h);
      if (!own.empty()) cell.preposition = own;
    }
    if (c.relation == "obj" && !c.moved) part_off(h, cell);
    if (!cell.words.empty()) cells.push_back(std::move(cell));
  }
  return cells;
}

bool OpenCells::is_parted_off(TokenIndex noun, TokenIndex child) const {
  if (!trees_.is(child, "nmod") || child < noun) return false;
  const Tokens markers = markers_of(trees_, child);
  return !markers.empty() && trees_.lemma(markers.front()) != "of";
}

/// Takes the phrases with a preposition other than "of" out of the noun phrase.
void OpenCells::part_off(TokenIndex noun, OpenCell& cell) const {
  for (const TokenIndex c : trees_.children(noun)) {
    if (!is_parted_off(noun, c)) continue;
    const Tokens phrase = clause_phrase(trees_, c, true);
    std::erase_if(cell.words, [&](TokenIndex w) { return std::find(phrase.begin(), phrase.end(), w) != phrase.end(); });
    cell.loose.push_back(phrase);
  }
}

std::vector<OpenCell> OpenCells::other_cells(const Clause& clause, const std::vector<OpenCell>& cores) const {
  std::vector<OpenCell> rest;
  for (const Complement& c : clause.complements) {
    if (trees_.xpos(c.head) == "WRB" || c.relation == "predicate") continue;
    if (c.relation == "advmod" && is_linking_adverb(trees_.lemma(c.head))) continue;
    for (OpenCell& cell : cells_of(clause, c)) {
      const bool used =
          std::any_of(cores.begin(), cores.end(), [&](const OpenCell& core) { return core.words == cell.words; });
      if (used) continue;
      cell.words.insert(cell.words.end(), cell.preposition.begin(), cell.preposition.end());
      sort_unique(cell.words);
      cell.preposition.clear();
      rest.push_back(std::move(cell));
    }
  }
  add_inherited(clause, rest);
  return rest;
}

/// "In May he came and stayed": a time before the first verb holds for the ones that lean on it.
void OpenCells::add_inherited(const Clause& clause, std::vector<OpenCell>& rest) const {
  if (clause.subjects.empty()) return;
  const SubjectOrigin origin = clause.subjects.front().origin;
  const bool leans =
      origin == SubjectOrigin::shared || origin == SubjectOrigin::adjunct || origin == SubjectOrigin::controlled;
  const auto up = trees_.head(clause.head);
  if (!leans || !up) return;
  for (const TokenIndex c : trees_.children(*up)) {
    const bool early = c < clause.head && (c < *up || origin != SubjectOrigin::shared);
    if (!early || !trees_.is(c, {"obl", "advmod"}) || !is_time_expression(trees_, c)) continue;
    rest.push_back({{}, noun_phrase(trees_, c, {.adpositions = true})});
  }
}

}  // namespace hearsay
