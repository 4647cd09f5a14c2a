#include "ingest/speech/describe.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "ingest/speech/quotes.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// The cluster of each mention.
std::vector<std::uint32_t> clusters_of_mentions(const Document& doc) {
  std::vector<std::uint32_t> cluster(doc.mentions.size(), kNone);
  for (std::uint32_t c = 0; c < doc.clusters.size(); ++c) {
    for (const std::uint32_t m : doc.clusters[c].mentions) cluster[m] = c;
  }
  return cluster;
}

/// How well a mention stands for a phrase: the same words, the same head, or the largest inside it.
int fitness(const Mention& mention, TokenSpan phrase, std::optional<TokenIndex> head) {
  if (!phrase.contains(mention.head)) return 0;
  const bool same_head = head && mention.head == *head;
  if (mention.span == phrase) return same_head ? 5 : 4;
  if (same_head) return 3;
  if (mention.span.begin == phrase.begin && phrase.contains(mention.span)) return 2;
  return phrase.contains(mention.span) && !head ? 1 : 0;
}

std::vector<Mention>::const_iterator first_mention_from(const Document& doc, TokenIndex token) {
  return std::lower_bound(doc.mentions.begin(), doc.mentions.end(), token,
                          [](const Mention& m, TokenIndex t) { return m.span.begin < t; });
}

std::optional<std::uint32_t> best_mention(const Document& doc, TokenSpan phrase, std::optional<TokenIndex> head) {
  std::optional<std::uint32_t> best;
  int best_fitness = 0;
  std::uint32_t best_size = 0;
  // A mention may begin a little before the phrase ("the" left out of the source).
  const TokenIndex from = phrase.begin < 8 ? 0 : phrase.begin - 8;
  for (auto m = first_mention_from(doc, from); m != doc.mentions.end() && m->span.begin < phrase.end; ++m) {
    const int fit = fitness(*m, phrase, head);
    if (fit < best_fitness || fit == 0 || (fit == best_fitness && m->span.size() <= best_size)) continue;
    best = static_cast<std::uint32_t>(m - doc.mentions.begin());
    best_fitness = fit;
    best_size = m->span.size();
  }
  return best;
}

// Of a cluster with very many mentions the first tell enough; a bound keeps hostile text linear.
std::span<const std::uint32_t> first_mentions(const Cluster& cluster) {
  constexpr std::size_t kLooks = 64;
  return std::span(cluster.mentions).first(std::min(cluster.mentions.size(), kLooks));
}

bool has_name(const Document& doc, const Cluster& cluster) {
  const auto mentions = first_mentions(cluster);
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](std::uint32_t m) { return doc.mentions[m].kind == MentionKind::name; });
}

/// Nouns that measure, point or fill: nobody speaks about a lot or a way.
bool is_empty_noun(std::string_view lemma) {
  return is_one_of(lemma,
                   {"bit",    "case",   "couple", "course", "day",   "end",      "fact", "hour", "kind",  "lot",
                    "minute", "moment", "month",  "number", "one",   "other",    "part", "past", "place", "point",
                    "reason", "sort",   "thing",  "time",   "today", "tomorrow", "way",  "week", "year",  "yesterday"});
}

bool is_time_or_amount(const Document& doc, TokenIndex t) {
  const auto name = std::lower_bound(doc.names.begin(), doc.names.end(), t,
                                     [](const Name& n, TokenIndex at) { return n.span.end <= at; });
  return name != doc.names.end() && name->span.contains(t) &&
         is_one_of(name->type, {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"});
}

/// "no doubt", "any reason", "what plans": nothing that is there.
bool is_denied_or_asked(const Document& doc, const Mention& mention) {
  return mention.span.begin < mention.head &&
         is_one_of(doc.tags[mention.span.begin].lemma,
                   {"no", "any", "what", "which", "whatever", "every", "each", "another"});
}

/// A thing without a name that takes part in what the content says: "the ceasefire will hold". What stands further from
/// the verb ("in the talks") counts when the article speaks of it elsewhere as well (`is_known`).
bool is_topic(const Document& doc, const Mention& mention, bool is_known) {
  if (mention.kind != MentionKind::nominal || mention.head >= doc.arcs.size()) return false;
  const Tag& tag = doc.tags[mention.head];
  if ((tag.upos != "NOUN" && tag.upos != "PROPN") || is_empty_noun(tag.lemma)) return false;
  const std::string_view relation =
      std::string_view(doc.arcs[mention.head].deprel).substr(0, doc.arcs[mention.head].deprel.find(':'));
  const bool takes_part = is_one_of(relation, {"nsubj", "obj", "iobj", "dislocated"}) ||
                          (is_known && is_one_of(relation, {"obl", "nmod", "conj"}));
  return takes_part && !is_time_or_amount(doc, mention.head) && !is_denied_or_asked(doc, mention);
}

/// Does `mention` speak of a thing of its own, or stand for one as a pronoun?
bool has_topic(const Document& doc, const Cluster& cluster, const Mention& mention) {
  const bool is_known = cluster.mentions.size() > 1;
  if (mention.kind != MentionKind::pronoun) return is_topic(doc, mention, is_known);
  const auto mentions = first_mentions(cluster);
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](std::uint32_t m) { return is_topic(doc, doc.mentions[m], true); });
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

TokenSpan without_marks(const Document& doc, TokenSpan piece) {
  const auto loose = [&](TokenIndex t) {
    const std::string_view w = word(doc, t);
    return is_quotation_mark(w) || w == "," || w == "*" || w == "**" || w == "_";
  };
  const auto opener = [&](TokenIndex t) { return is_quotation_mark(word(doc, t)) || word(doc, t) == "*"; };
  const bool marked = !piece.empty() && is_quotation_mark(word(doc, piece.begin));
  while (piece.size() > 1 && opener(piece.begin)) ++piece.begin;
  while (piece.size() > 1 && loose(piece.end - 1)) {
    // A mark at the end that belongs to a quotation inside stays: said it was a "breakthrough".
    if (!marked && is_quotation_mark(word(doc, piece.end - 1))) {
      bool opened = false;
      for (TokenIndex t = piece.begin; t + 1 < piece.end && !opened; ++t) opened = is_quotation_mark(word(doc, t));
      if (opened) break;
    }
    --piece.end;
  }
  return piece;
}

TokenSpan without_that(const Document& doc, TokenSpan piece) {
  if (piece.size() < 2 || doc.tags.size() <= piece.begin) return piece;
  const std::string_view first = word(doc, piece.begin);
  const bool linking = doc.tags[piece.begin].upos == "SCONJ" || doc.tags[piece.begin].xpos == "IN" ||
                       (piece.begin < doc.arcs.size() && doc.arcs[piece.begin].deprel == "mark");
  if ((first == "that" || first == "That") && linking) ++piece.begin;
  if (piece.size() > 1 && word(doc, piece.begin) == ",") ++piece.begin;
  return piece;
}

}  // namespace

Describer::Describer(const Document& doc) : doc_(doc), cluster_of_(clusters_of_mentions(doc)) {}

std::optional<std::uint32_t> Describer::cluster_for(const std::vector<TokenSpan>& phrase,
                                                    std::optional<TokenIndex> head) const {
  std::vector<TokenSpan> places = phrase;
  const bool inside =
      !head || std::any_of(phrase.begin(), phrase.end(), [&](TokenSpan p) { return p.contains(*head); });
  if (!inside) places.insert(places.begin(), {*head, *head + 1});  // "who" stands for a noun outside the phrase
  for (const TokenSpan piece : places) {
    const auto mention = best_mention(doc_, piece, head && piece.contains(*head) ? head : std::nullopt);
    if (mention && cluster_of_[*mention] != kNone) return cluster_of_[*mention];
  }
  return std::nullopt;
}

// A pronoun that stands for nothing known stays as it is.
std::string Describer::name_for(const std::vector<TokenSpan>& phrase, std::optional<TokenIndex> head) const {
  const auto known = [&](const Cluster& c) {
    const auto mentions = first_mentions(c);
    return !c.canonical.empty() && std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return doc_.mentions[m].kind != MentionKind::pronoun;
    });
  };
  const auto cluster = cluster_for(phrase, head);
  if (cluster && known(doc_.clusters[*cluster])) return doc_.clusters[*cluster].canonical;
  return text_of(doc_, phrase);
}

std::optional<std::uint32_t> Describer::speaker_cluster(const Attribution& attribution) const {
  return cluster_for(attribution.source, attribution.source_head);
}

std::string Describer::speaker_name(const Attribution& attribution) const {
  return name_for(attribution.source, attribution.source_head);
}

std::string Describer::addressee_name(const Attribution& attribution) const {
  return name_for(attribution.addressee, std::nullopt);
}

std::vector<std::uint32_t> Describer::about_clusters(const Attribution& attribution) const {
  const auto speaker = speaker_cluster(attribution);
  std::vector<std::uint32_t> found;
  const auto add = [&](std::uint32_t c) {
    if (c != speaker && !doc_.clusters[c].canonical.empty()) add_once(found, c);
  };
  for (const TokenSpan piece : attribution.content) {
    for (auto m = first_mention_from(doc_, piece.begin); m != doc_.mentions.end() && m->span.begin < piece.end; ++m) {
      const std::uint32_t c = cluster_of_[static_cast<std::size_t>(m - doc_.mentions.begin())];
      if (c == kNone || !piece.contains(m->head)) continue;
      const Cluster& cluster = doc_.clusters[c];
      for (const std::uint32_t member : cluster.members) add(member);
      if (cluster.members.empty() && (has_name(doc_, cluster) || has_topic(doc_, cluster, *m))) add(c);
    }
  }
  return found;
}

std::vector<std::string> Describer::about(const Attribution& attribution) const {
  std::vector<std::string> names;
  for (const std::uint32_t c : attribution.about) {
    const std::string& name = doc_.clusters[c].canonical;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::string phrase_or_none(const Document& doc, const std::optional<TokenSpan>& phrase) {
  return phrase ? std::string(text_of(doc, *phrase)) : std::string();
}

std::string content_text(const Document& doc, const Attribution& attribution) {
  std::vector<TokenSpan> pieces;
  for (const TokenSpan piece : attribution.content) {
    if (piece.empty()) continue;
    pieces.push_back(without_that(doc, without_marks(doc, pieces.empty() ? without_that(doc, piece) : piece)));
  }
  return text_of(doc, pieces);
}

}  // namespace hearsay
