#include "ingest/coref/find_mentions.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

class MentionFinder {
 public:
  explicit MentionFinder(const Trees& trees) : trees_(trees), doc_(trees.doc()), edges_(doc_.tokens.size()) {}

  std::vector<Mention> find() {
    find_subtrees();
    for (TokenIndex token = 0; token < doc_.tokens.size(); ++token) {
      if (is_pronoun(token))
        mentions_.push_back({{token, token + 1}, token, MentionKind::pronoun});
      else if (is_nominal(token))
        add_phrase(token);
    }
    std::sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    const auto same = [](const Mention& a, const Mention& b) { return a.span == b.span; };
    mentions_.erase(std::unique(mentions_.begin(), mentions_.end(), same), mentions_.end());
    return std::move(mentions_);
  }

 private:
  /// First and last token below each token, by walking up from every token; the depth bounds the cost.
  void find_subtrees() {
    for (TokenIndex token = 0; token < edges_.size(); ++token) edges_[token] = {token, token + 1};
    for (TokenIndex token = 0; token < edges_.size(); ++token) {
      TokenIndex above = token;
      for (int depth = 0; depth < 64 && doc_.arcs[above].head; ++depth) {
        above = *doc_.arcs[above].head;
        TokenSpan& span = edges_[above];
        if (span.begin <= token && token < span.end) continue;
        span = {std::min(span.begin, token), std::max(span.end, token + 1)};
      }
    }
  }

  [[nodiscard]] bool is_pronoun(TokenIndex token) const {
    if (trees_.upos(token) != "PRON") return false;
    const std::string_view relation = trees_.relation(token);
    if (relation == "expl" || relation == "fixed" || trees_.has_feature(token, "PronType=Rel") ||
        trees_.has_feature(token, "PronType=Int") || trees_.xpos(token).starts_with('W') || trees_.xpos(token) == "EX")
      return false;
    constexpr std::array personal{"i"sv,       "you"sv,     "he"sv,     "she"sv,        "it"sv,       "we"sv,
                                  "they"sv,    "my"sv,      "your"sv,   "his"sv,        "her"sv,      "its"sv,
                                  "our"sv,     "their"sv,   "mine"sv,   "this"sv,       "that"sv,     "myself"sv,
                                  "himself"sv, "herself"sv, "itself"sv, "themselves"sv, "yourself"sv, "ourselves"sv};
    if (is_alternative(token)) return false;
    return is_in(personal, trees_.lemma(token)) || trees_.has_feature(token, "PronType=Prs") ||
           (trees_.has_feature(token, "PronType=Dem") && !has_modifiers(token));
  }

  /// "he or she", "his or her": anybody, no one spoken of before.
  [[nodiscard]] bool is_alternative(TokenIndex token) const {
    const auto joins = [&](TokenIndex second) {
      return trees_.relation(second) == "conj" && trees_.upos(second) == "PRON" && trees_.has_child(second, "cc", "or");
    };
    if (joins(token)) return trees_.upos(*trees_.head(token)) == "PRON";
    const auto second = trees_.child_with(token, "conj");
    return second && joins(*second);
  }

  [[nodiscard]] bool has_modifiers(TokenIndex token) const {
    return std::any_of(trees_.children(token).begin(), trees_.children(token).end(), [&](TokenIndex d) {
      const std::string_view relation = trees_.relation(d);
      return relation == "nmod" || relation == "acl" || relation == "amod";
    });
  }

  [[nodiscard]] bool is_nominal(TokenIndex token) {
    const std::string_view upos = trees_.upos(token), relation = trees_.relation(token);
    if (upos == "ADV") return relation == "advmod" && is_place_adverb(token);
    if (upos == "NUM" && is_reference_mark(token)) return true;
    if (relation == "flat" || relation == "fixed" || relation == "goeswith" || relation == "case" || relation == "cc" ||
        relation == "advmod" || relation == "discourse" || relation == "reparandum" || relation == "mark")
      return false;
    if (trees_.deprel(token) == "nmod:desc" && upos == "PROPN" && trees_.children(token).empty()) return false;
    if (trees_.deprel(token) == "nmod:desc" && titles_person(token)) return false;
    if (relation == "compound" && in_same_name(token)) return false;
    if (upos == "NOUN" || upos == "PROPN") return true;
    const bool argument = relation == "nsubj" || relation == "obj" || relation == "obl" || relation == "nmod" ||
                          relation == "iobj" || relation == "conj" || relation == "appos";
    if (upos == "PRON") return argument && has_modifiers(token);
    // "the two", "107", "the dead": numbers and adjectives as heads of a phrase.
    if (upos == "NUM") return argument && (is_year(token) || trees_.children(token).size() > 0 || relation != "nmod");
    if (upos == "ADJ") return argument && has_determiner(token);
    return false;
  }

  /// "the Russian leader" in "Russian leader Vladimir Putin" is no second one beside him.
  [[nodiscard]] bool titles_person(TokenIndex token) const {
    const Name* name = trees_.name_at(*trees_.head(token));
    return name != nullptr && name->type == "PERSON" && *trees_.head(token) > token;
  }

  /// A part of a longer name is no mention of its own: "Washington" in "the Washington Post".
  [[nodiscard]] bool in_same_name(TokenIndex token) {
    while (part_ < doc_.names.size() && doc_.names[part_].span.end <= token) ++part_;
    const std::optional<TokenIndex> head = doc_.arcs[token].head;
    return part_ < doc_.names.size() && doc_.names[part_].span.contains(token) &&
           doc_.names[part_].span.contains(*head);
  }

  /// "They stayed there." Not "there is": that has another tag.
  [[nodiscard]] bool is_place_adverb(TokenIndex token) const {
    constexpr std::array adverbs{"here"sv, "there"sv, "home"sv, "abroad"sv};
    return trees_.xpos(token) == "RB" && is_in(adverbs, trees_.lemma(token)) && trees_.children(token).empty();
  }

  /// The number in "[12]" stands for the work it points to.
  [[nodiscard]] bool is_reference_mark(TokenIndex token) const {
    return token > 0 && token + 1 < doc_.tokens.size() && word(doc_, token - 1) == "[" && word(doc_, token + 1) == "]";
  }

  [[nodiscard]] bool is_year(TokenIndex token) const { return word(doc_, token).size() == 4; }

  [[nodiscard]] bool has_determiner(TokenIndex token) const {
    return trees_.child_with(token, "det").has_value() || trees_.has_child(token, "nmod:poss");
  }

  /// Whether the dependent `d` of a nominal belongs to its mention.
  [[nodiscard]] bool belongs(TokenIndex head, TokenIndex d) const {
    const std::string_view relation = trees_.relation(d);
    if (relation == "case") return d > head && (trees_.xpos(d) == "POS" || word(doc_, d) == "'s");
    constexpr std::array inside{"det"sv,    "amod"sv, "compound"sv, "flat"sv,
                                "nummod"sv, "acl"sv,  "fixed"sv,    "goeswith"sv};
    if (is_in(inside, relation)) return true;
    const bool predicate = trees_.has_child(head, "cop") || trees_.child_with(head, "nsubj").has_value();
    if (relation == "nmod") return true;
    if (relation == "advmod") return !predicate && d < head && !is_discourse_adverb(d);
    if (relation == "obl" || relation == "advcl" || relation == "ccomp" || relation == "xcomp")
      return !predicate && relation != "advcl";
    if (relation == "dep") return !predicate && d + 1 == head;
    return false;
  }

  [[nodiscard]] bool is_discourse_adverb(TokenIndex token) const {
    constexpr std::array adverbs{"also"sv, "only"sv,    "even"sv,       "just"sv,         "however"sv,
                                 "then"sv, "perhaps"sv, "especially"sv, "particularly"sv, "mainly"sv,
                                 "not"sv,  "instead"sv, "here"sv,       "there"sv};
    return is_in(adverbs, trees_.lemma(token));
  }

  void add_phrase(TokenIndex head) {
    const bool name = is_name_head(head);
    const TokenSpan own = name ? phrase(head) : with_whole_words(phrase(head), head);
    if (!name && (goes_on_at(own.begin) || goes_on_at(own.end))) return;
    mentions_.push_back({own, head, name ? MentionKind::name : MentionKind::nominal});
    add_coordination(head, own);
  }

  /// The head with what belongs to it, as one stretch: it ends before the first gap.
  [[nodiscard]] TokenSpan phrase(TokenIndex head) const {
    TokenSpan span{head, head + 1};
    const auto dependents = trees_.children(head);
    for (auto d = dependents.rbegin(); d != dependents.rend(); ++d)
      if (*d < head && belongs(head, *d)) span.begin = std::min(span.begin, edges_[*d].begin);
    for (const TokenIndex d : dependents) {
      if (d < head) continue;
      const bool punctuation = trees_.upos(d) == "PUNCT";
      if (punctuation) continue;
      if (!belongs(head, d) || is_loose(d)) break;
      span.end = std::max(span.end, edges_[d].end);
    }
    return trimmed(span, head);
  }

  /// Whether a hyphen without spaces joins the words before and behind this place: "cease|-fire", "cease-|fire".
  [[nodiscard]] bool goes_on_at(TokenIndex place) const {
    const auto joined = [&](TokenIndex hyphen) {
      return hyphen > 0 && hyphen + 1 < doc_.tokens.size() && word(doc_, hyphen) == "-" &&
             doc_.tokens[hyphen - 1].end == doc_.tokens[hyphen].begin &&
             doc_.tokens[hyphen].end == doc_.tokens[hyphen + 1].begin;
    };
    return joined(place) || (place > 0 && joined(place - 1));
  }

  /// The other parts of a hyphenated word at the edges, where they depend on the head: "caucus-goers", "forty-three".
  [[nodiscard]] TokenSpan with_whole_words(TokenSpan span, TokenIndex head) const {
    const auto belongs_here = [&](TokenIndex part) { return part != head && trees_.dominates(head, part); };
    while (goes_on_at(span.end) && span.end + 1 < doc_.tokens.size() && belongs_here(span.end + 1)) span.end += 2;
    while (goes_on_at(span.begin) && span.begin > 1 && belongs_here(span.begin - 2)) span.begin -= 2;
    return span;
  }

  /// What follows a comma or stands in brackets ("Norton, formerly of London", "skills (or exposure)") is an addition,
  /// unless it is a relative clause.
  [[nodiscard]] bool is_loose(TokenIndex d) const {
    if (trees_.deprel(d) == "acl:relcl") return false;
    const TokenIndex first = edges_[d].begin;
    if (first == 0) return false;
    const std::string_view before = word(doc_, first - 1), begin = word(doc_, first);
    return before == "," || before == "(" || before == "–" || before == "—" || begin == "," || begin == "(";
  }

  /// Prepositions and punctuation at the edges do not count; brackets and quotes stay in pairs.
  [[nodiscard]] TokenSpan trimmed(TokenSpan span, TokenIndex head) const {
    while (span.end > head + 1 && trees_.upos(span.end - 1) == "PUNCT" && !closes_inside(span)) --span.end;
    while (span.begin < head && (trees_.upos(span.begin) == "PUNCT" || trees_.upos(span.begin) == "CCONJ"))
      ++span.begin;
    return span;
  }

  [[nodiscard]] bool closes_inside(TokenSpan span) const {
    const std::string_view last = word(doc_, span.end - 1);
    const std::string_view opening = last == ")"    ? "("sv
                                     : last == "]"  ? "["sv
                                     : last == "”"  ? "“"sv
                                     : last == "\"" ? "\""sv
                                                    : ""sv;
    if (opening.empty() || span.size() > 100) return false;
    for (TokenIndex t = span.begin; t + 1 < span.end; ++t)
      if (word(doc_, t) == opening) return true;
    return false;
  }

  /// "Morocco and Iran": the conjuncts together.
  void add_coordination(TokenIndex head, TokenSpan own) {
    if (trees_.relation(head) == "conj" || is_alternative(head)) return;
    std::optional<TokenIndex> last;
    for (const TokenIndex d : trees_.children(head))
      if (trees_.deprel(d) == "conj" &&
          (trees_.upos(d) == "NOUN" || trees_.upos(d) == "PROPN" || trees_.upos(d) == "PRON"))
        last = d;
    if (!last) return;
    const TokenSpan all = trimmed({own.begin, std::max(own.end, phrase(*last).end)}, head);
    if (all != own) mentions_.push_back({all, head, MentionKind::nominal});
  }

  /// A title or role that the tree makes the head of the name behind it: "Secretary of State Rex Tillerson",
  /// "his counterpart Vladimir Putin".
  [[nodiscard]] bool bears_name(TokenIndex title) const {
    const auto dependents = trees_.children(title);
    return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex d) {
      return d > title && trees_.deprel(d).starts_with("flat") && trees_.upos(d) == "PROPN";
    });
  }

  [[nodiscard]] bool is_name_head(TokenIndex head) {
    while (name_ < doc_.names.size() && doc_.names[name_].span.end <= head) ++name_;
    if (name_ < doc_.names.size() && doc_.names[name_].span.contains(head)) {
      constexpr std::array amounts{"DATE"sv, "TIME"sv, "MONEY"sv, "PERCENT"sv, "QUANTITY"sv, "ORDINAL"sv, "CARDINAL"sv};
      if (doc_.names[name_].type == "TITLE") return bears_name(head);
      return !is_in(amounts, doc_.names[name_].type);
    }
    // The tagger calls a title a name now and then; "the Russian president" stays a description.
    const char first = word(doc_, head).front();
    return bears_name(head) || (trees_.upos(head) == "PROPN" && !(first >= 'a' && first <= 'z'));
  }

  const Trees& trees_;
  const Document& doc_;
  std::vector<TokenSpan> edges_;
  std::vector<Mention> mentions_;
  std::size_t name_ = 0, part_ = 0;  // where the walks through the names stand
};

}  // namespace

std::vector<Mention> find_mentions(const Trees& trees) { return MentionFinder(trees).find(); }

}  // namespace hearsay
