#include "ingest/relation/phrase.hpp"

#include <algorithm>
#include <optional>

#include "ingest/relation/roles.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// Keeps the work linear on hostile input, where phrases nest without end; no phrase of a newspaper is longer.
constexpr std::size_t max_tokens = 300;

bool is_punctuation(const Trees& trees, TokenIndex token) {
  return trees.is(token, "punct") || trees.upos(token) == "PUNCT";
}

bool comma_before(const Trees& trees, TokenIndex first) {
  return first > trees.sentence(first).begin && is_punctuation(trees, first - 1) && trees.form(first - 1) != "-" &&
         trees.form(first - 1) != "\"";
}

TokenIndex leftmost(const Trees& trees, TokenIndex head) {
  TokenIndex first = head;
  for (int depth = 0; depth < 20; ++depth) {
    const auto children = trees.children(first);
    const auto left = std::find_if(children.begin(), children.end(),
                                   [&](TokenIndex c) { return c < first && !is_punctuation(trees, c); });
    if (left == children.end()) break;
    first = *left;
  }
  return first;
}

/// A relative clause behind a comma, a second name or a remark: told beside the phrase, wherever in it they hang.
bool is_loose(const Trees& trees, TokenIndex head, TokenIndex child) {
  if (child < head) return false;
  if (trees.is(child, "acl")) return comma_before(trees, leftmost(trees, child));
  return trees.is(child, {"parataxis", "dislocated"});
}

/// The branch without what is only loosely tied to it.
void add_branch(const Trees& trees, TokenIndex head, std::vector<TokenIndex>& out) {
  std::vector<TokenIndex> open{head};
  while (!open.empty() && out.size() < max_tokens) {
    const TokenIndex token = open.back();
    open.pop_back();
    out.push_back(token);
    for (const TokenIndex c : trees.children(token)) {
      if (!is_loose(trees, token, c)) open.push_back(c);
    }
  }
}

void add_subtree(const Trees& trees, TokenIndex head, std::vector<TokenIndex>& out) {
  std::vector<TokenIndex> open{head};
  while (!open.empty() && out.size() < max_tokens) {
    const TokenIndex token = open.back();
    open.pop_back();
    out.push_back(token);
    for (const TokenIndex c : trees.children(token)) open.push_back(c);
  }
}

enum class Mark : std::uint8_t { none, opens, closes, either };

Mark mark_of(const std::string& form) {
  if (is_one_of(form, {"(", "[", "<", "“", "``"})) return Mark::opens;
  if (is_one_of(form, {")", "]", ">", "”", "''"})) return Mark::closes;
  return form == "\"" ? Mark::either : Mark::none;
}

bool may_open(Mark mark) { return mark == Mark::opens || mark == Mark::either; }
bool may_close(Mark mark) { return mark == Mark::closes || mark == Mark::either; }

/// Where the marks are balanced but for the first or the last token, that one has its partner inside.
std::optional<std::size_t> opener_of_last(const Trees& trees, const std::vector<TokenIndex>& tokens) {
  if (!may_close(mark_of(trees.form(tokens.back())))) return std::nullopt;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Mark mark = mark_of(trees.form(tokens[i]));
    const bool closes = mark == Mark::closes || (mark == Mark::either && !open.empty());
    if (closes && !open.empty()) {
      open.pop_back();
    } else if (may_open(mark)) {
      open.push_back(i);
    }
  }
  return open.empty() ? std::nullopt : std::optional(open.back());
}

bool is_closed_inside(const Trees& trees, const std::vector<TokenIndex>& tokens, std::size_t first) {
  if (!may_open(mark_of(trees.form(tokens[first])))) return false;
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1, tokens.end(),
                     [&](TokenIndex t) { return may_close(mark_of(trees.form(t))); });
}

/// "excluding tax) sales": of a bracket that is not whole, the side without the head goes.
void drop_half_bracket(const Trees& trees, TokenIndex head, std::vector<TokenIndex>& tokens) {
  const auto is_form = [&](std::string_view round, std::string_view angle) {
    return [&, round, angle](TokenIndex t) { return trees.form(t) == round || trees.form(t) == angle; };
  };
  const auto opening = std::find_if(tokens.begin(), tokens.end(), is_form("(", "<"));
  const auto closing = std::find_if(tokens.begin(), tokens.end(), is_form(")", ">"));
  const bool is_whole = (opening == tokens.end()) == (closing == tokens.end());
  if (is_whole) return;
  const auto half = opening == tokens.end() ? closing : opening;
  if (*half < head) {
    tokens.erase(tokens.begin(), half + 1);
  } else {
    tokens.erase(half, tokens.end());
  }
}

/// "the SEC's [...] a minimum share": what stands before the head's own words, with a whole phrase between, is not its.
void drop_detached_front(const Trees& trees, TokenIndex head, std::vector<TokenIndex>& tokens) {
  for (std::size_t i = tokens.size(); i-- > 1;) {
    if (tokens[i] > head) continue;
    bool is_gap = false;
    for (TokenIndex t = tokens[i - 1] + 1; t < tokens[i]; ++t)
      is_gap = is_gap || trees.upos(t) == "VERB" || trees.upos(t) == "CCONJ" ||
               (trees.upos(t) == "ADP" && trees.head(t) != head);
    // "slightly in line": what stands before the preposition is not the noun's.
    for (TokenIndex t = tokens[i - 1] + 1; t < tokens[i]; ++t)
      is_gap = is_gap || (trees.is(t, "case") && trees.head(t) == head && trees.upos(tokens[i - 1]) == "ADV");
    if (!is_gap) continue;
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

/// What the parser leaves at the front of a phrase: "and", the "'s" of the phrase before, "then" of "and then Ohio".
bool is_left_over(const Trees& trees, TokenIndex head, TokenIndex token) {
  return (trees.is(token, "cc") && is_one_of(trees.form(token), {"and", "or"})) || trees.xpos(token) == "POS" ||
         (token != head && token > 0 && trees.is(token, "advmod") && trees.form(token) == "then" &&
          trees.form(token - 1) == "and");
}

void tidy(const Trees& trees, TokenIndex head, std::vector<TokenIndex>& tokens) {
  std::sort(tokens.begin(), tokens.end());
  drop_half_bracket(trees, head, tokens);
  const auto is_edge = [&](TokenIndex t) {
    return is_punctuation(trees, t) && trees.form(t) != "%" && trees.form(t) != "$";
  };
  // A quotation mark or bracket at the edge stays when its partner is inside; a pair around the whole goes.
  const auto trim_front = [&] {
    std::size_t first = 0;
    while (first < tokens.size() && !is_closed_inside(trees, tokens, first) &&
           (is_edge(tokens[first]) || is_left_over(trees, head, tokens[first])))
      ++first;
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(first));
  };
  trim_front();
  while (!tokens.empty() && is_edge(tokens.back())) {
    const auto opener = opener_of_last(trees, tokens);
    if (opener && *opener > 0) break;
    tokens.pop_back();
    if (opener) tokens.erase(tokens.begin());
  }
  trim_front();
}

/// "is just ready", "is now low": adverbs of time and focus are no part of what is predicated.
bool is_beside_the_point(const Trees& trees, TokenIndex adverb) {
  static constexpr std::string_view words[] = {"just", "also", "now", "already", "then", "again", "therefore"};
  return is_no_longer(trees, adverb) || is_in(words, trees.form(adverb));
}

/// "New York on Friday": a place or a person has no time; the verb has.
bool is_time_of_the_clause(const Trees& trees, TokenIndex head, TokenIndex child) {
  const Name* name = trees.name_at(head);
  return trees.is(child, "nmod") && child > head && name != nullptr &&
         is_one_of(name->type, {"GPE", "LOC", "FAC", "PERSON"}) && trees.has_child(child, "case") &&
         is_time_expression(trees, child);
}

/// "open to changing it", "concerned that they left", "glad to be here": the clause right behind the adjective.
bool completes(const Trees& trees, TokenIndex adjective, TokenIndex child) {
  if (child < adjective || leftmost(trees, child) != adjective + 1) return false;
  if (trees.is(child, {"xcomp", "ccomp"})) return true;
  const auto mark = trees.child(child, "mark");
  return trees.is(child, "advcl") && mark &&
         is_one_of(trees.form(*mark), {"to", "of", "about", "at", "in", "for", "from", "on", "with"});
}

bool belongs(const Trees& trees, TokenIndex head, TokenIndex child, const PhraseShape& shape, bool is_predicate) {
  const std::string_view relation = trees.relation(child);
  if (relation == "conj" || relation == "cc") return shape.conjuncts;
  if (relation == "case" || relation == "mark") {
    return shape.adpositions || (relation == "case" && child > head);  // "Putin 's" keeps its mark
  }
  if (relation == "appos") return shape.appositions;
  if (is_time_of_the_clause(trees, head, child)) return false;
  // "a city, with its port,": what follows a comma is said beside the phrase.
  if (relation == "nmod" && child > head && comma_before(trees, leftmost(trees, child))) return shape.loose_clauses;
  if (relation == "parataxis" || relation == "dislocated" || relation == "list") return shape.loose_clauses;
  if (relation == "discourse" || relation == "vocative" || relation == "cop" || relation == "aux" ||
      relation == "expl" || relation == "nsubj" || relation == "csubj" || relation == "orphan") {
    return false;
  }
  if (relation == "acl") {
    if (!shape.clauses) return false;
    return shape.loose_clauses || !comma_before(trees, leftmost(trees, child));
  }
  if (is_predicate && shape.complements && completes(trees, head, child)) return true;
  if (is_predicate && (relation == "advcl" || relation == "obl" || relation == "ccomp" || relation == "xcomp")) {
    return false;
  }
  if (is_predicate && relation == "advmod") {
    if (is_beside_the_point(trees, child)) return false;
    return child + 1 == head || !trees.has_child(head, "cop") || trees.upos(head) == "ADJ";
  }
  return true;
}

bool is_negation(const Trees& trees, TokenIndex token) {
  return trees.is(token, "advmod") && (trees.lemma(token) == "not" || trees.form(token) == "n't");
}

/// "Vladimir" where the name is Vladimir Putin: a person's name is told whole, however the parser hung its words.
void complete_name(const Trees& trees, TokenIndex head, std::vector<TokenIndex>& tokens) {
  const Name* name = trees.name_at(head);
  if (name == nullptr || name->type != "PERSON") return;
  for (TokenIndex t = name->span.begin; t < name->span.end; ++t) tokens.push_back(t);
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

bool is_possessive_mark(const Trees& trees, TokenIndex head, TokenIndex child) {
  return trees.is(child, "case") && child > head;
}

}  // namespace

std::vector<TokenIndex> noun_phrase(const Trees& trees, TokenIndex head, PhraseShape shape) {
  std::vector<TokenIndex> tokens{head};
  const bool is_predicate = trees.has_child(head, "cop") || trees.has_child(head, "nsubj") ||
                            (trees.is(head, "acl") && trees.upos(head) == "ADJ");
  TokenIndex copula = 0;
  if (const auto found = trees.child(head, "cop")) copula = *found;
  for (const TokenIndex c : trees.children(head)) {
    if (tokens.size() >= max_tokens) break;
    if (is_punctuation(trees, c)) {
      tokens.push_back(c);
      continue;
    }
    if (is_negation(trees, c) || is_possessive_mark(trees, head, c)) continue;
    if (is_predicate && c < copula) continue;
    if (!belongs(trees, head, c, shape, is_predicate)) continue;
    if (shape.loose_clauses) {
      add_subtree(trees, c, tokens);
    } else {
      add_branch(trees, c, tokens);
    }
  }
  complete_name(trees, head, tokens);
  // Punctuation that hangs on the head but stands apart from what was kept.
  std::sort(tokens.begin(), tokens.end());
  std::vector<TokenIndex> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool apart =
        is_punctuation(trees, tokens[i]) && trees.head(tokens[i]) == head &&
        ((i > 0 && tokens[i - 1] + 1 != tokens[i]) || (i + 1 < tokens.size() && tokens[i + 1] != tokens[i] + 1));
    if (!apart) kept.push_back(tokens[i]);
  }
  drop_detached_front(trees, head, kept);
  tidy(trees, head, kept);
  if (!shape.adpositions && kept.size() > 1 && kept.front() != head && trees.form(kept.front()) == "of") {
    kept.erase(kept.begin());  // hung inside a name: "of Amsterdam Bank"
  }
  if (kept.empty()) kept.push_back(head);
  return kept;
}

std::vector<TokenIndex> clause_phrase(const Trees& trees, TokenIndex head, bool markers) {
  std::vector<TokenIndex> tokens{head};
  for (const TokenIndex c : trees.children(head)) {
    if (tokens.size() >= max_tokens) break;
    if (!markers && trees.is(c, {"mark", "cc"})) continue;
    if (trees.is(c, "cc") && c < head) continue;
    add_subtree(trees, c, tokens);
  }
  tidy(trees, head, tokens);
  if (tokens.empty()) tokens.push_back(head);
  return tokens;
}

std::vector<TokenSpan> spans_of(const std::vector<TokenIndex>& tokens) {
  std::vector<TokenSpan> spans;
  for (const TokenIndex t : tokens) {
    if (!spans.empty() && spans.back().end == t) {
      ++spans.back().end;
    } else {
      spans.push_back({t, t + 1});
    }
  }
  return spans;
}

std::string words_of(const Document& doc, const std::vector<TokenIndex>& tokens) {
  std::string words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool touches =
        i > 0 && tokens[i - 1] + 1 == tokens[i] && doc.tokens[tokens[i - 1]].end == doc.tokens[tokens[i]].begin;
    if (i > 0 && !touches) words += ' ';
    words += word(doc, tokens[i]);
  }
  return words;
}

bool is_no_longer(const Trees& trees, TokenIndex token) {
  return token > 0 && trees.form(token) == "longer" && trees.form(token - 1) == "no";
}

}  // namespace hearsay
