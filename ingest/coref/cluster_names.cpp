#include "ingest/coref/cluster_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

class ClusterMaker {
 public:
  ClusterMaker(const Document& doc, const std::vector<Mention>& mentions, const std::vector<Traits>& traits,
               const Entities& entities)
      : doc_(doc), mentions_(mentions), traits_(traits), entities_(entities) {}

  std::vector<Cluster> make() {
    std::map<std::uint32_t, std::uint32_t> number;
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      const auto [entry, is_new] = number.try_emplace(entities_.root(m), static_cast<std::uint32_t>(clusters_.size()));
      if (is_new) clusters_.emplace_back();
      clusters_[entry->second].mentions.push_back(m);
      cluster_of_.push_back(entry->second);
    }
    for (Cluster& cluster : clusters_) describe(cluster);
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) add_members(m);
    return std::move(clusters_);
  }

 private:
  void describe(Cluster& cluster) const {
    const std::uint32_t best = *std::min_element(
        cluster.mentions.begin(), cluster.mentions.end(),
        [&](std::uint32_t a, std::uint32_t b) { return quality(a) != quality(b) ? quality(a) > quality(b) : a < b; });
    cluster.canonical = name_of(best);
    cluster.kind = kind_of(cluster, best);
  }

  /// Names before descriptions before what is told of a thing ("was a failure") before pronouns; people by the number
  /// of their names, others by the usual length.
  [[nodiscard]] std::size_t quality(std::uint32_t m) const {
    const Traits& traits = traits_[m];
    if (traits.kind == MentionKind::pronoun) return traits.reflexive ? 0 : 1;
    if (traits.kind == MentionKind::nominal || traits.coordination) {
      const std::size_t size = mentions_[m].span.size();
      if (size > 12 || is_predicate(m)) return size > 12 ? 2 : 3;
      return std::min<std::size_t>(size, 8) + (points_back(m) ? 4 : 20);
    }
    const bool shouted = is_shouted(text_of(doc_, mentions_[m].span));
    return 100 + std::min<std::size_t>(traits.name.size(), 12) * 10 + (traits.name_type.empty() ? 0 : 200) +
           (shouted ? 0 : 1);
  }

  /// "this fabulous meeting", "no such allegations": said of what has a plainer name elsewhere.
  [[nodiscard]] bool points_back(std::uint32_t m) const {
    const TokenSpan span = mentions_[m].span;
    for (TokenIndex t = span.begin; t < std::min(mentions_[m].head, span.begin + 2); ++t)
      if (is_one_of(ascii_lower(word(doc_, t)), {"no", "any", "this", "that", "these", "those", "such", "another"}))
        return true;
    return false;
  }

  [[nodiscard]] std::string name_of(std::uint32_t m) const {
    if (traits_[m].kind == MentionKind::pronoun) return subject_form(m);
    TokenSpan span = mentions_[m].span;
    if (traits_[m].kind == MentionKind::name && !traits_[m].coordination)
      span = name_span(m);
    else if (!traits_[m].coordination)
      span = {core_begin(m), core_end(m)};
    while (span.size() > 1 && is_possessive(word(doc_, span.end - 1))) --span.end;
    if (span.size() > 1 && is_article(word(doc_, span.begin)) && word(doc_, span.begin + 1) != "-") ++span.begin;
    std::string text;
    for (const char c : text_of(doc_, span)) text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    text = without_torn_quotes(std::move(text));
    const std::string& type = traits_[m].name_type;
    const bool is_no_acronym = type == "PERSON" || type == "GPE" || type == "LOC";
    return is_no_acronym && is_shouted(text) ? in_title_case(std::move(text)) : text;
  }

  /// A quotation that begins or ends inside a phrase leaves one of its marks there: `grounds" for the charges`.
  static std::string without_torn_quotes(std::string text) {
    const auto count = [&](std::string_view mark) {
      std::size_t n = 0;
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + mark.size())) ++n;
      return n;
    };
    const auto erase = [&](std::string_view mark) {
      for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
    };
    if (count("\"") % 2 != 0) erase("\"");
    if (count("“") != count("”")) {
      erase("“");
      erase("”");
    }
    return text;
  }

  /// "CONCORD" in a dateline; "USSR" is short enough to be an acronym.
  static bool is_shouted(std::string_view text) {
    std::size_t letters = 0;
    for (const char c : text) {
      if (c >= 'a' && c <= 'z') return false;
      if (c >= 'A' && c <= 'Z') ++letters;
      if (c == '.' || (c >= '0' && c <= '9')) return false;
    }
    return letters > 4;
  }
  static std::string in_title_case(std::string text) {
    bool begins = true;
    for (char& c : text) {
      const bool is_letter = c >= 'A' && c <= 'Z';
      if (is_letter && !begins) c = static_cast<char>(c + ('a' - 'A'));
      begins = !is_letter;
    }
    return text;
  }

  /// "we" for "our", "they" for "them".
  [[nodiscard]] std::string subject_form(std::uint32_t m) const {
    const Traits& traits = traits_[m];
    const std::string form = ascii_lower(word(doc_, mentions_[m].head));
    if (traits.demonstrative) return form;
    if (traits.person == 1) return traits.number == Numbers::plural ? "we" : "I";
    if (traits.person == 2) return "you";
    if (traits.number == Numbers::plural) return "they";
    return traits.gender == Genders::masculine ? "he" : traits.gender == Genders::feminine ? "she" : "it";
  }

  [[nodiscard]] bool is_predicate(std::uint32_t m) const {
    const TokenIndex head = mentions_[m].head;
    for (TokenIndex t = head; t-- > 0 && head - t < 12;)
      if (doc_.arcs[t].head == head && doc_.arcs[t].deprel == "cop") return true;
    return false;
  }

  /// Behind prepositions in a row: "the attacks" for "before, during and after the attacks". Not "at least 20 people".
  [[nodiscard]] TokenIndex core_begin(std::uint32_t m) const {
    const TokenIndex head = mentions_[m].head;
    TokenIndex begin = mentions_[m].span.begin;
    for (TokenIndex t = begin; t < head && is_one_of(doc_.tags[t].upos, {"ADP", "ADV", "CCONJ", "PUNCT"}); ++t)
      if (doc_.tags[t].upos == "ADP" && (doc_.arcs[t].head == head || doc_.arcs[t].deprel == "conj")) begin = t + 1;
    return begin;
  }

  /// The end of a description's core, without a preposition that leads nowhere.
  [[nodiscard]] TokenIndex core_end(std::uint32_t m) const {
    TokenIndex end = clause_or_tail(m);
    while (end > mentions_[m].head + 1 && is_one_of(doc_.tags[end - 1].upos, {"ADP", "DET", "CCONJ", "PUNCT", "SYM"}) &&
           end < mentions_[m].span.end)
      --end;
    return end;
  }

  /// Where the clauses of a description begin: "the banks" for "the banks that failed", "the banks we saved".
  [[nodiscard]] TokenIndex clause_or_tail(std::uint32_t m) const {
    const TokenSpan span = mentions_[m].span;
    const TokenIndex head = mentions_[m].head;
    if (doc_.tags[head].xpos.starts_with('W')) return span.end;  // "what we saw"
    for (TokenIndex t = head + 1; t < span.end; ++t) {
      if (doc_.tags[t].xpos.starts_with('W') || is_break(word(doc_, t))) return t;
      if (starts_clause(t, head) || is_second_tail(t, head)) return t;
    }
    return span.end;
  }

  static bool is_break(std::string_view form) { return is_one_of(form, {",", "(", "<", ";", "--", "—", "–"}); }

  /// The preposition of "in three groups" behind "the first debate of 2016": a second phrase hung on the noun tells
  /// more than its name.
  [[nodiscard]] bool is_second_tail(TokenIndex token, TokenIndex noun) const {
    if (doc_.arcs[token].deprel != "case" || !doc_.arcs[token].head || *doc_.arcs[token].head <= token) return false;
    const TokenIndex tail = *doc_.arcs[token].head;
    if (!is_tail(tail, noun)) return false;
    if (word(doc_, tail).ends_with("self") || word(doc_, tail).ends_with("selves"))
      return true;  // "the crisis in itself"
    for (TokenIndex t = noun + 1; t < token; ++t)
      if (is_tail(t, noun)) return true;
    return false;
  }
  [[nodiscard]] bool is_tail(TokenIndex token, TokenIndex noun) const {
    return doc_.arcs[token].head == noun && doc_.arcs[token].deprel == "nmod";
  }

  /// A word between the noun and the verb of its clause that belongs to that verb, or the verb itself.
  [[nodiscard]] bool starts_clause(TokenIndex token, TokenIndex noun) const {
    TokenIndex at = token;
    for (int depth = 0; depth < 16 && doc_.arcs[at].head; ++depth) {
      if (*doc_.arcs[at].head == noun)
        return doc_.arcs[at].deprel == "acl:relcl" || (at == token && is_loose_participle(at, noun));
      at = *doc_.arcs[at].head;
    }
    return false;
  }

  /// "the meeting called to vote on it", "the man holding the bag"; not "the idea of leaving".
  [[nodiscard]] bool is_loose_participle(TokenIndex verb, TokenIndex noun) const {
    if (doc_.arcs[verb].deprel != "acl" || (doc_.tags[verb].xpos != "VBN" && doc_.tags[verb].xpos != "VBG"))
      return false;
    for (TokenIndex t = noun + 1; t < verb; ++t)
      if (doc_.arcs[t].head == verb) return false;
    return true;
  }

  [[nodiscard]] TokenSpan name_span(std::uint32_t m) const {
    const Mention& mention = mentions_[m];
    const auto after = std::upper_bound(doc_.names.begin(), doc_.names.end(), mention.head,
                                        [](TokenIndex t, const Name& n) { return t < n.span.begin; });
    if (after != doc_.names.begin() && (after - 1)->span.contains(mention.head) && (after - 1)->type != "TITLE")
      return {std::max((after - 1)->span.begin, mention.span.begin), std::min((after - 1)->span.end, mention.span.end)};
    if (after != doc_.names.end() && after->type == "PERSON" && mention.span.contains(after->span)) return after->span;
    TokenSpan span{mention.head, mention.head + 1};
    while (span.begin > mention.span.begin && doc_.tags[span.begin - 1].upos == "PROPN") --span.begin;
    while (span.end < mention.span.end && doc_.tags[span.end].upos == "PROPN") ++span.end;
    return span;
  }

  static bool is_possessive(std::string_view form) {
    return form == "'s" || form == "’s" || form == "'" || form == "’";
  }
  static bool is_article(std::string_view form) {
    return is_one_of(form, {"the", "The", "a", "A", "an", "An", "no", "No", "any", "Any"});
  }

  [[nodiscard]] std::string kind_of(const Cluster& cluster, std::uint32_t best) const {
    const Traits& traits = traits_[best];
    if (traits.coordination) return "Group";
    const std::string& type = traits.name_type;
    if (type == "PERSON") return "Person";
    if (type == "ORG") return "Organization";
    if (type == "GPE" || type == "LOC" || type == "FAC") return "Place";
    if (type == "EVENT") return "Event";
    if (type == "WORK" || type == "LAW") return "Work";
    if (type == "NORP") return "Group";
    const Entities::Entity& entity = entities_.of(best);
    if (entity.kinds == Kinds::person)
      return entity.number == Numbers::plural || traits.head == "people" ? "Group" : "Person";
    if (traits.kind == MentionKind::pronoun) return cluster.mentions.empty() ? "" : kind_of_pronoun(traits);
    if (entity.kinds == Kinds::organization) return "Organization";
    if (entity.kinds == Kinds::place) return "Place";
    return is_event(traits.head) ? "Event" : "Concept";
  }

  static std::string kind_of_pronoun(const Traits& traits) {
    if (traits.kinds == Kinds::person) return "Person";
    return traits.person == 1 ? "Group" : "";
  }

  static bool is_event(std::string_view head) {
    constexpr std::array events{
        "meeting"sv,      "summit"sv,     "talk"sv,        "talks"sv,   "election"sv,   "war"sv,       "attack"sv,
        "conference"sv,   "visit"sv,      "strike"sv,      "protest"sv, "vote"sv,       "trial"sv,     "invasion"sv,
        "conversation"sv, "discussion"sv, "negotiation"sv, "hearing"sv, "ceremony"sv,   "crisis"sv,    "conflict"sv,
        "ceasefire"sv,    "cease-fire"sv, "interview"sv,   "speech"sv,  "raid"sv,       "bombing"sv,   "explosion"sv,
        "earthquake"sv,   "fire"sv,       "crash"sv,       "game"sv,    "tournament"sv, "referendum"sv};
    return is_in(events, head);
  }

  void add_members(std::uint32_t m) {
    Cluster& group = clusters_[cluster_of_[m]];
    if (traits_[m].coordination) {
      for (std::uint32_t inner = m + 1; inner < mentions_.size() && mentions_[inner].span.begin < mentions_[m].span.end;
           ++inner)
        if (is_conjunct(m, inner)) add(group, cluster_of_[inner]);
    } else if (group.members.empty() && is_pair(m)) {
      add_pair(m, group);
    }
  }

  [[nodiscard]] bool is_conjunct(std::uint32_t list, std::uint32_t m) const {
    if (!mentions_[list].span.contains(mentions_[m].span) || cluster_of_[list] == cluster_of_[m]) return false;
    const Arc& arc = doc_.arcs[mentions_[m].head];
    return mentions_[m].head == mentions_[list].head || (arc.deprel == "conj" && arc.head == mentions_[list].head);
  }

  static void add(Cluster& group, std::uint32_t member) {
    if (std::find(group.members.begin(), group.members.end(), member) == group.members.end())
      group.members.push_back(member);
  }

  /// "the two leaders", "both men", "the two presidents"
  [[nodiscard]] bool is_pair(std::uint32_t m) const {
    const Traits& traits = traits_[m];
    if (traits.kind != MentionKind::nominal) return false;
    const bool two = traits.head == "two" || is_in(traits.modifiers, "two") || is_both(m);
    const bool known = traits.definite || is_both(m);
    return two && known && !traits.indefinite && (traits.kinds & (Kinds::person | Kinds::place)) != 0 &&
           traits.kinds != Kinds::time;
  }
  [[nodiscard]] bool is_both(std::uint32_t m) const {
    const std::string_view first = word(doc_, mentions_[m].span.begin);
    return first == "both" || first == "Both";
  }

  /// The two named people last spoken of; the two countries, where the nearest sentence that names two names no third.
  void add_pair(std::uint32_t m, Cluster& group) {
    const bool places = (traits_[m].kinds & Kinds::person) == 0;
    std::vector<std::uint32_t> found;
    std::uint32_t sentence = traits_[m].sentence;
    for (std::uint32_t other = m;
         other-- > 0 && traits_[other].sentence + 4 >= traits_[m].sentence && found.size() < 3;) {
      const std::uint32_t cluster = cluster_of_[other];
      if (found.size() == 2 && traits_[other].sentence != sentence) break;
      sentence = traits_[other].sentence;
      if (traits_[other].kind != MentionKind::name || traits_[other].coordination || is_in(found, cluster)) continue;
      if (places ? is_party(other) : fits_role(m, other)) found.push_back(cluster);
    }
    if (found.size() < 2 || (places && found.size() > 2)) return;
    found.resize(2);
    std::sort(found.begin(), found.end());
    for (const std::uint32_t cluster : found) add(group, cluster);
  }

  [[nodiscard]] bool is_party(std::uint32_t m) const {
    return traits_[m].name_type == "GPE" && !is_capital_city(traits_[m].key) && !is_scene(m);
  }

  /// "in Germany": where something happens, which is not yet who acts. Two in a row may be the two.
  [[nodiscard]] bool is_scene(std::uint32_t m) const {
    const TokenIndex place = mentions_[m].head;
    bool behind = false;
    for (TokenIndex t = place; t-- > 0 && place - t < 4;)
      if (doc_.arcs[t].head == place && doc_.arcs[t].deprel == "case")
        behind = is_one_of(ascii_lower(word(doc_, t)), {"in", "at", "near", "outside", "inside", "across"});
    for (TokenIndex t = place + 1; behind && t < doc_.arcs.size() && t - place < 4; ++t)
      if (doc_.arcs[t].head == place && doc_.arcs[t].deprel == "conj") return false;
    return behind;
  }

  [[nodiscard]] bool fits_role(std::uint32_t m, std::uint32_t person) const {
    if (traits_[person].kinds != Kinds::person) return false;
    const auto& titles = entities_.of(person).titles;
    const std::string& role = traits_[m].head;
    if (role == "two" || role == "man" || role == "woman" || titles.empty()) return true;
    return std::any_of(titles.begin(), titles.end(), [&](const std::string& t) { return is_role_of(role, t); });
  }

  const Document& doc_;
  const std::vector<Mention>& mentions_;
  const std::vector<Traits>& traits_;
  const Entities& entities_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> cluster_of_;
};

}  // namespace

std::vector<Cluster> make_clusters(const Document& doc, const std::vector<Mention>& mentions,
                                   const std::vector<Traits>& traits, const Entities& entities) {
  return ClusterMaker(doc, mentions, traits, entities).make();
}

}  // namespace hearsay
