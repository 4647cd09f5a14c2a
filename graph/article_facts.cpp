#include "graph/article_facts.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/name_key.hpp"
#include "graph/noun_phrase.hpp"
#include "graph/quotation.hpp"

namespace hearsay {
namespace {

constexpr std::uint32_t none = no_cluster;

/// Calls `visit` with every number of a referent that a statement or an attribution holds.
template <typename Visit>
void for_each_reference(ArticleFacts& facts, Visit visit) {
  for (StatementFact& statement : facts.statements) {
    visit(statement.subject);
    for (FactArgument& argument : statement.arguments) {
      if (argument.referent) visit(*argument.referent);
    }
  }
  for (AttributionFact& attribution : facts.attributions) {
    if (attribution.speaker) visit(*attribution.speaker);
    if (attribution.addressee) visit(*attribution.addressee);
    for (std::uint32_t& topic : attribution.about) visit(topic);
  }
}

ArticleRecord record_of(const Article& article) {
  return {article.id,        article.name, article.path,   article.title,
          article.publisher, article.date, article.byline, article.url};
}

/// Code-point numbers of the sentences' first and last bytes, in one pass over the text.
std::vector<Range> sentence_code_points(const Document& doc) {
  std::vector<Range> out;
  out.reserve(doc.sentences.size());
  std::uint64_t count = 0;
  std::uint32_t byte = 0;
  const auto advance = [&](std::uint32_t to) {
    for (; byte < to && byte < doc.text.size(); ++byte) {
      count += (static_cast<unsigned char>(doc.text[byte]) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count;
  };
  for (const TokenSpan sentence : doc.sentences) {
    const ByteSpan bytes = bytes_of(doc, sentence);
    const std::uint64_t begin = advance(bytes.begin);
    out.push_back({begin, advance(bytes.end)});
  }
  return out;
}

class FactExtractor {
 public:
  explicit FactExtractor(const Analysis& analysis)
      : analysis_(analysis),
        doc_(analysis.document),
        code_points_(sentence_code_points(doc_)),
        cluster_of_(clusters_by_head(doc_)),
        list_of_(clusters_by_head(doc_, SharedHead::list)),
        phrase_of_(doc_.tokens.size(), none) {}

  ArticleFacts run() {
    facts_.article = record_of(analysis_.article);
    for (const Cluster& cluster : doc_.clusters) facts_.referents.push_back(referent_of(cluster));
    for (std::size_t c = 0; c < doc_.clusters.size(); ++c) {
      for (const std::uint32_t member : doc_.clusters[c].members) {
        if (member < doc_.clusters.size() && member != c) facts_.referents[c].members.push_back(member);
      }
    }
    for (const Statement& statement : analysis_.statements) facts_.statements.push_back(fact_of(statement));
    for (const Attribution& attribution : analysis_.attributions) facts_.attributions.push_back(fact_of(attribution));
    cut_cycles(facts_.attributions);
    note_plurals();
    group_statements();
    find_topics();
    name_kinds();
    drop_unused();
    return std::move(facts_);
  }

 private:
  const Analysis& analysis_;
  const Document& doc_;
  std::vector<Range> code_points_;
  std::vector<std::uint32_t> cluster_of_;  ///< by head token
  std::vector<std::uint32_t> list_of_;     ///< the same, of a list rather than its first member
  std::vector<std::uint32_t> phrase_of_;   ///< by head token: the referent made for a phrase without a cluster
  std::vector<bool> plural_;               ///< by referent
  std::vector<std::vector<std::size_t>> by_attribution_;  ///< the statements made in each
  ArticleFacts facts_;

  Referent referent_of(const Cluster& cluster) const {
    Referent referent;
    std::set<std::string> names, phrases;
    bool only_pronouns = true;
    bool only_values = true;
    std::string first_phrase;
    for (const std::uint32_t m : cluster.mentions) {
      const Mention& mention = doc_.mentions[m];
      if (mention.kind == MentionKind::pronoun) continue;
      only_pronouns = false;
      const Name* name = mention.kind == MentionKind::name ? name_at(doc_, mention.head) : nullptr;
      only_values = only_values && name != nullptr && is_value(*name);
      if (mention.kind == MentionKind::name) {
        names.insert(tidy_name(text_of(doc_, name != nullptr ? name->span : mention.span)));
        continue;
      }
      std::string phrase = head_phrase(doc_, mention.span, mention.head);
      if (first_phrase.empty() || text_of(doc_, mention.span) == cluster.canonical) first_phrase = phrase;
      phrases.insert(std::move(phrase));
    }
    names.erase("");
    phrases.erase("");
    referent.kind = cluster.kind;
    referent.name = names.empty() ? first_phrase : fullest_name(cluster, names);
    referent.names.assign(names.begin(), names.end());
    referent.phrases.assign(phrases.begin(), phrases.end());
    referent.unresolved = only_pronouns || only_values || referent.name.empty();
    if (referent.unresolved && referent.name.empty()) referent.name = tidy_name(cluster.canonical);
    return referent;
  }

  static std::string fullest_name(const Cluster& cluster, std::set<std::string>& names) {
    const std::string canonical = tidy_name(cluster.canonical);
    const std::string key = fold_name(canonical);
    for (const std::string& name : names) {
      if (fold_name(name) == key) return name;
    }
    // The canonical name may be put together by the article's coreference; it counts when it holds a name of the text.
    for (const std::string& name : names) {
      if (!key.empty() && (" " + key + " ").find(" " + fold_name(name) + " ") != std::string::npos) {
        names.insert(canonical);
        return canonical;
      }
    }
    return *std::max_element(names.begin(), names.end(),
                             [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  }

  /// The referent of the phrase headed by `head`; none for a clause, an adjective, an amount.
  std::optional<std::uint32_t> referent_at(TokenIndex head, TokenSpan phrase) {
    if (head >= doc_.tokens.size()) return std::nullopt;
    if (cluster_of_[head] != none) return cluster_of_[head];
    if (phrase_of_[head] != none) return phrase_of_[head];
    const std::string upos = head < doc_.tags.size() ? doc_.tags[head].upos : "";
    if (upos != "NOUN" && upos != "PROPN" && upos != "PRON") return std::nullopt;
    const Name* name = name_at(doc_, head);
    if (name != nullptr && is_value(*name)) return std::nullopt;
    Referent referent;
    referent.unresolved = upos == "PRON";
    referent.name = name != nullptr ? tidy_name(text_of(doc_, name->span)) : head_phrase(doc_, phrase, head);
    if (name != nullptr) {
      referent.kind = kind_of_name(name->type);
      referent.names = {referent.name};
    } else if (!referent.unresolved) {
      (upos == "PROPN" ? referent.names : referent.phrases) = {referent.name};
    }
    if (referent.name.empty()) return std::nullopt;
    phrase_of_[head] = static_cast<std::uint32_t>(facts_.referents.size());
    facts_.referents.push_back(std::move(referent));
    return phrase_of_[head];
  }

  TokenSpan piece_with(const std::vector<TokenSpan>& spans, TokenIndex head) const {
    for (const TokenSpan span : spans) {
      if (span.contains(head)) return span;
    }
    return {head, head + 1};
  }

  FactArgument fact_of(const Argument& argument) {
    FactArgument fact{argument.role, argument.preposition, text_of(doc_, argument.span), std::nullopt,
                      argument.normalized};
    if (argument.role != Role::time)
      fact.referent = referent_at(argument.head, piece_with(argument.span, argument.head));
    return fact;
  }

  /// The participant that an edge leads to: the object, else whom the subject speaks to, else any other thing.
  static std::size_t object_of(const std::vector<FactArgument>& arguments) {
    const auto place_of = [&](auto&& accept) {
      const auto found = std::find_if(arguments.begin(), arguments.end(), accept);
      return static_cast<std::size_t>(found - arguments.begin());
    };
    std::size_t at = place_of([](const FactArgument& a) { return a.role == Role::object; });
    if (at == arguments.size()) at = place_of([](const FactArgument& a) { return a.role == Role::addressee; });
    if (at == arguments.size()) {
      at = place_of([](const FactArgument& a) {
        return a.referent && a.role != Role::time && a.role != Role::manner && a.role != Role::purpose;
      });
    }
    return at;
  }

  StatementFact fact_of(const Statement& statement) {
    StatementFact fact;
    fact.place = place_of(statement.sentence);
    const auto subject =
        referent_at(statement.subject.head, piece_with(statement.subject.span, statement.subject.head));
    fact.subject = subject ? *subject : clause_referent(statement.subject);
    fact.predicate = statement.predicate;
    for (const Argument& object : statement.objects) fact.arguments.push_back(fact_of(object));
    // "Ann is the mayor": coreference makes the two one; that she is so is told by the words alone.
    if (is_copular(statement))
      for (FactArgument& argument : fact.arguments)
        if (argument.referent == fact.subject) argument.referent.reset();
    if (const std::size_t at = object_of(fact.arguments); at < fact.arguments.size()) {
      fact.has_object = true;
      const auto object = fact.arguments.begin() + static_cast<std::ptrdiff_t>(at);
      std::rotate(fact.arguments.begin(), object, object + 1);
      add_preposition(fact.predicate, fact.arguments.front().preposition);
    }
    fact.polarity = statement.polarity;
    fact.modality = statement.modality;
    fact.tense = statement.tense;
    fact.relation_type = statement.relation_type;
    fact.cameo = statement.cameo;
    if (statement.attributed_to && *statement.attributed_to < analysis_.attributions.size()) {
      fact.attributed_to = statement.attributed_to;
    }
    fact.confidence = statement.confidence;
    return fact;
  }

  static void add_preposition(std::string& predicate, const std::string& preposition) {
    if (preposition.empty() || (" " + predicate).ends_with(" " + preposition)) return;
    predicate += ' ' + preposition;
  }

  std::uint32_t clause_referent(const Argument& subject) {
    Referent referent;
    referent.name = text_of(doc_, subject.span);
    referent.unresolved = true;
    facts_.referents.push_back(std::move(referent));
    return static_cast<std::uint32_t>(facts_.referents.size() - 1);
  }

  Place place_of(std::uint32_t sentence) const {
    if (sentence >= doc_.sentences.size()) return {};
    const ByteSpan bytes = bytes_of(doc_, doc_.sentences[sentence]);
    // The end is asked for by the last byte: what lies behind it may come from elsewhere in the source.
    const std::uint64_t begin = source_offset(analysis_.article, bytes.begin);
    const std::uint64_t end = bytes.empty() ? begin : source_offset(analysis_.article, bytes.end - 1) + 1;
    return {std::string(text_of(doc_, bytes)), code_points_[sentence], {begin, std::max(begin, end)}};
  }

  std::optional<std::uint32_t> speaker_of(const Attribution& attribution) {
    if (attribution.source.empty() && !attribution.source_head) return std::nullopt;
    const TokenIndex head = attribution.source_head.value_or(head_of(doc_, attribution.source.front()));
    return party_at(head, piece_with(attribution.source, head));
  }

  /// Who speaks or is spoken to: all of "Ann and her sister", where a statement takes them one by one.
  std::optional<std::uint32_t> party_at(TokenIndex head, TokenSpan phrase) {
    const std::uint32_t list = head < list_of_.size() ? list_of_[head] : none;
    if (list == none || list == cluster_of_[head]) return referent_at(head, phrase);
    const auto& mentions = doc_.clusters[list].mentions;
    const bool all = std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return doc_.mentions[m].head == head && phrase.contains(doc_.mentions[m].span);
    });
    return all ? list : referent_at(head, phrase);
  }

  AttributionFact fact_of(const Attribution& attribution) {
    AttributionFact fact;
    fact.speaker = speaker_of(attribution);
    fact.speaker_text = text_of(doc_, attribution.source);
    fact.addressee_text = text_of(doc_, attribution.addressee);
    if (!attribution.addressee.empty()) {
      const TokenIndex head = head_of(doc_, attribution.addressee.front());
      fact.addressee = party_at(head, attribution.addressee.front());
    }
    fact.cue = text_of(doc_, attribution.cue);
    fact.cue_lemma = attribution.cue_lemma;
    for (const TokenSpan piece : attribution.content) {
      if (std::string text = unquote(text_of(doc_, piece)); !text.empty()) fact.content.push_back(std::move(text));
    }
    fact.kind = attribution.kind;
    fact.negated = attribution.negated;
    fact.said_time = attribution.normalized_time;
    if (!fact.said_time && attribution.time) fact.said_time = std::string(text_of(doc_, *attribution.time));
    if (attribution.place) fact.said_place = std::string(text_of(doc_, *attribution.place));
    fact.parent = attribution.parent;
    fact.confidence = attribution.confidence;
    const auto& where = !attribution.cue.empty() ? attribution.cue : attribution.content;
    if (!where.empty() && !doc_.sentences.empty()) fact.place = place_of(sentence_of(doc_, where.front().begin));
    return fact;
  }

  /// Whom and what a content speaks of: what the analysis found, which leaves groups to their members, the names in it,
  /// and the other things that take part in its statements.
  void find_topics() {
    const auto heads = mention_heads();
    for (std::size_t a = 0; a < facts_.attributions.size(); ++a) {
      const std::vector<std::uint32_t>& found =
          analysis_.attributions[a].about;  // a cluster's number is its referent's
      std::set<std::uint32_t> about(found.begin(), found.end());
      for (const TokenSpan piece : analysis_.attributions[a].content) {
        auto at = std::lower_bound(heads.begin(), heads.end(), std::pair(piece.begin, 0U));
        for (; at != heads.end() && at->first < piece.end; ++at) {
          if (!facts_.referents[at->second].names.empty()) about.insert(at->second);
        }
      }
      topics_of_statements(a, about);
      if (facts_.attributions[a].speaker) about.erase(*facts_.attributions[a].speaker);
      std::erase_if(about, [&](std::uint32_t r) { return facts_.referents[r].unresolved; });
      facts_.attributions[a].about.assign(about.begin(), about.end());
    }
  }

  void group_statements() {
    by_attribution_.resize(facts_.attributions.size());
    for (std::size_t s = 0; s < facts_.statements.size(); ++s) {
      if (const auto at = facts_.statements[s].attributed_to) by_attribution_[*at].push_back(s);
    }
  }

  std::vector<std::pair<TokenIndex, std::uint32_t>> mention_heads() const {
    std::vector<std::pair<TokenIndex, std::uint32_t>> heads;
    for (std::uint32_t c = 0; c < doc_.clusters.size(); ++c) {
      for (const std::uint32_t m : doc_.clusters[c].mentions) {
        if (m < doc_.mentions.size()) heads.emplace_back(doc_.mentions[m].head, c);
      }
    }
    std::sort(heads.begin(), heads.end());
    return heads;
  }

  void topics_of_statements(std::size_t attribution, std::set<std::uint32_t>& about) const {
    for (const std::size_t s : by_attribution_[attribution]) {
      const StatementFact& fact = facts_.statements[s];
      about.insert(fact.subject);
      if (fact.has_object && fact.arguments.front().referent) about.insert(*fact.arguments.front().referent);
    }
  }

  /// A kind for what has none: those who speak or are spoken to are people, everything else is a concept.
  void name_kinds() {
    std::vector<bool> speaks(facts_.referents.size(), false);
    for (const AttributionFact& attribution : facts_.attributions) {
      if (attribution.speaker) speaks[*attribution.speaker] = true;
      if (attribution.addressee) speaks[*attribution.addressee] = true;
    }
    for (std::size_t r = 0; r < facts_.referents.size(); ++r) {
      Referent& referent = facts_.referents[r];
      if (!referent.kind.empty()) continue;
      referent.kind = !speaks[r] ? "Concept" : plural_[r] ? "Group" : "Person";
    }
  }

  void note_plurals() {
    plural_.assign(facts_.referents.size(), false);
    for (TokenIndex token = 0; token < doc_.tokens.size(); ++token) {
      const std::uint32_t r = cluster_of_[token] != none ? cluster_of_[token] : phrase_of_[token];
      if (r != none && is_plural(doc_, token)) plural_[r] = true;
    }
  }

  /// Common nouns that take part in nothing would only be noise.
  void drop_unused() {
    std::vector<bool> used(facts_.referents.size(), false);
    for_each_reference(facts_, [&](std::uint32_t& r) { used[r] = true; });
    for (std::size_t r = 0; r < used.size(); ++r) {
      used[r] = used[r] || (!facts_.referents[r].names.empty() && !facts_.referents[r].unresolved);
    }
    for (std::size_t r = 0; r < used.size(); ++r) {
      if (!used[r]) continue;
      for (const std::uint32_t member : facts_.referents[r].members) used[member] = true;
    }
    std::vector<std::uint32_t> renumbered(used.size(), none);
    std::vector<Referent> kept;
    for (std::size_t r = 0; r < used.size(); ++r) {
      if (!used[r]) continue;
      renumbered[r] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(facts_.referents[r]));
    }
    facts_.referents = std::move(kept);
    for (Referent& referent : facts_.referents) std::erase_if(referent.members, [&](auto m) { return !used[m]; });
    for (Referent& referent : facts_.referents) {
      for (std::uint32_t& member : referent.members) member = renumbered[member];
    }
    for_each_reference(facts_, [&](std::uint32_t& r) { r = renumbered[r]; });
  }
};

}  // namespace

ArticleFacts extract_facts(const Analysis& analysis) { return FactExtractor(analysis).run(); }

void cut_cycles(std::vector<AttributionFact>& attributions) {
  // Each walk stops where an earlier one has been: linear over all of them.
  std::vector<std::uint32_t> seen(attributions.size(), none);
  for (std::uint32_t start = 0; start < attributions.size(); ++start) {
    for (std::uint32_t at = start; seen[at] == none;) {
      seen[at] = start;
      auto& parent = attributions[at].parent;
      if (parent && (*parent >= attributions.size() || seen[*parent] == start)) parent.reset();
      if (!parent) break;
      at = *parent;
    }
  }
}

}  // namespace hearsay
