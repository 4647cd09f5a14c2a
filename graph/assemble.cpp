#include "graph/assemble.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "graph/mutual.hpp"
#include "graph/name_key.hpp"
#include "graph/resolve.hpp"

namespace hearsay {
namespace {

/// What makes two statements one claim, and the order of claims.
struct ClaimKey {
  EntityId subject{};
  std::string predicate;
  std::optional<EntityId> object;
  std::string object_text;  ///< folded; empty with an entity
  Polarity polarity{};
  Modality modality{};
  std::vector<std::pair<std::string, bool>> speakers;  ///< innermost first; with denial
  friend auto operator<=>(const ClaimKey&, const ClaimKey&) = default;
};

/// "will meet" is "meet"; the tense has its own field.
std::string without_auxiliaries(const std::string& predicate) {
  static const std::set<std::string, std::less<>> auxiliaries = {"will",  "would", "can",    "could", "may",
                                                                 "might", "shall", "should", "must",  "to"};
  std::string folded = fold_name(predicate);
  for (std::size_t space = folded.find(' '); space != std::string::npos; space = folded.find(' ')) {
    if (!auxiliaries.contains(std::string_view(folded).substr(0, space))) break;
    folded.erase(0, space + 1);
  }
  return folded.empty() ? predicate : folded;
}

template <typename T>
void fill(std::optional<T>& gap, const std::optional<T>& value) {
  if (!gap) gap = value;
}

void fill(std::string& gap, const std::string& value) {
  if (gap.empty()) gap = value;
}

class Assembler {
 public:
  explicit Assembler(const std::vector<ArticleFacts>& articles) : articles_(articles) {}

  Assembly run() {
    Resolution resolution = resolve(articles_);
    out_.entities = std::move(resolution.entities);
    out_.entity_of = std::move(resolution.entity_of);
    for (std::uint32_t a = 0; a < articles_.size(); ++a) {
      out_.articles.push_back(articles_[a].article);
      add_attributions(a);
    }
    for (std::uint32_t a = 0; a < articles_.size(); ++a) {
      out_.claim_of.emplace_back(articles_[a].statements.size());
      for (std::uint32_t s = 0; s < articles_[a].statements.size(); ++s) add_statement(a, s);
    }
    number_claims();
    return std::move(out_);
  }

 private:
  struct Draft {
    Claim claim;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> statements;  ///< article, number
  };

  const std::vector<ArticleFacts>& articles_;
  Assembly out_;
  std::map<ClaimKey, Draft> drafts_;

  std::optional<EntityId> entity_at(std::uint32_t article, std::optional<std::uint32_t> referent) const {
    return referent ? out_.entity_of[article][*referent] : std::nullopt;
  }

  std::optional<AttributionId> attribution_at(std::uint32_t article, std::optional<std::uint32_t> attribution) const {
    if (!attribution) return std::nullopt;
    return static_cast<AttributionId>(out_.first_attribution[article] + *attribution);
  }

  std::string name_of(std::optional<EntityId> entity, const std::string& text) const {
    return entity ? out_.entities[number(*entity)].name : text;
  }

  static Evidence evidence_at(std::uint32_t article, const Place& place, float confidence) {
    return {static_cast<ArticleId>(article),
            place.sentence,
            place.code_points,
            place.source_bytes,
            std::nullopt,
            confidence};
  }

  // ----------------------------------------------------------------------------------------------- attributions

  void add_attributions(std::uint32_t article) {
    out_.first_attribution.push_back(static_cast<std::uint32_t>(out_.attributions.size()));
    for (const AttributionFact& fact : articles_[article].attributions) {
      AttributionRecord record = make_record(article, fact);
      record.id = static_cast<AttributionId>(out_.attributions.size());
      out_.attributions.push_back(std::move(record));
    }
  }

  AttributionRecord make_record(std::uint32_t article, const AttributionFact& fact) const {
    AttributionRecord record;
    record.speaker = entity_at(article, fact.speaker);
    record.speaker_name = name_of(record.speaker, fact.speaker_text);
    record.cue = fact.cue;
    record.cue_lemma = fact.cue_lemma;
    record.addressee = entity_at(article, fact.addressee);
    record.addressee_name = name_of(record.addressee, fact.addressee_text);
    record.content = fact.content;
    record.kind = fact.kind;
    record.negated = fact.negated;
    record.time = fact.said_time;
    record.place = fact.said_place;
    std::set<EntityId> about;
    for (const std::uint32_t referent : fact.about) {
      if (const auto entity = entity_at(article, referent); entity && entity != record.speaker) about.insert(*entity);
    }
    record.about.assign(about.begin(), about.end());
    record.parent = attribution_at(article, fact.parent);
    record.evidence = evidence_at(article, fact.place, fact.confidence);
    record.evidence.attributed_to = record.parent;
    return record;
  }

  // ----------------------------------------------------------------------------------------------------- claims

  std::vector<std::pair<std::string, bool>> speakers_of(std::optional<AttributionId> innermost) const {
    std::vector<std::pair<std::string, bool>> speakers;
    for (auto at = innermost; at; at = out_.attributions[number(*at)].parent) {
      const AttributionRecord& said = out_.attributions[number(*at)];
      std::string who = said.speaker ? out_.entities[number(*said.speaker)].key : '?' + std::to_string(number(*at));
      speakers.emplace_back(std::move(who), said.negated);
    }
    return speakers;
  }

  /// "A met B" and "B met with A" are one claim, whichever article is read first.
  void settle_sides(ClaimKey& key) const {
    key.predicate = mutual_form(key.predicate);
    if (out_.entities[number(*key.object)].key < out_.entities[number(key.subject)].key) {
      std::swap(key.subject, *key.object);
    }
  }

  ClaimKey key_of(std::uint32_t article, const StatementFact& fact, EntityId subject) const {
    ClaimKey key;
    key.subject = subject;
    key.predicate = without_auxiliaries(fact.predicate);
    if (fact.has_object) {
      key.object = entity_at(article, fact.arguments.front().referent);
      if (!key.object) key.object_text = fold_name(fact.arguments.front().text);
    }
    if (key.object && is_mutual(key.predicate)) settle_sides(key);
    key.polarity = fact.polarity;
    key.speakers = speakers_of(attribution_at(article, fact.attributed_to));
    // With a speaker at hand, "reported" says nothing more than the chain does.
    const bool plain = fact.modality == Modality::reported && !key.speakers.empty();
    key.modality = plain ? Modality::asserted : fact.modality;
    return key;
  }

  void add_statement(std::uint32_t article, std::uint32_t number_in_article) {
    const StatementFact& fact = articles_[article].statements[number_in_article];
    const auto subject = entity_at(article, fact.subject);
    if (!subject) return;
    const ClaimKey key = key_of(article, fact, *subject);
    const auto [at, is_new] = drafts_.try_emplace(key);
    Claim& claim = at->second.claim;
    if (is_new) start_claim(claim, key, fact, *subject != key.subject);
    fill(claim.tense, fact.tense);
    fill(claim.relation_type, fact.relation_type);
    fill(claim.cameo, fact.cameo);
    claim.confidence = std::max(claim.confidence, fact.confidence);
    add_arguments(claim, article, fact);
    Evidence evidence = evidence_at(article, fact.place, fact.confidence);
    evidence.attributed_to = attribution_at(article, fact.attributed_to);
    if (is_new) claim.attributed_to = evidence.attributed_to;
    claim.evidence.push_back(std::move(evidence));
    at->second.statements.emplace_back(article, number_in_article);
  }

  void start_claim(Claim& claim, const ClaimKey& key, const StatementFact& fact, bool sides_exchanged) const {
    claim.subject = key.subject;
    claim.predicate = key.predicate;
    claim.object = key.object;
    if (fact.has_object) claim.object_text = fact.arguments.front().text;
    if (sides_exchanged) claim.object_text = out_.entities[number(*key.object)].name;
    claim.polarity = key.polarity;
    claim.modality = key.modality;
    claim.confidence = fact.confidence;
  }

  void add_arguments(Claim& claim, std::uint32_t article, const StatementFact& fact) const {
    for (std::size_t i = fact.has_object ? 1 : 0; i < fact.arguments.size(); ++i) {
      const FactArgument& given = fact.arguments[i];
      const auto entity = entity_at(article, given.referent);
      if (given.role == Role::time) fill(claim.time, given.normalized ? given.normalized : std::optional(given.text));
      if (given.role == Role::place) fill(claim.place, std::optional(name_of(entity, given.text)));
      const bool known = std::any_of(claim.arguments.begin(), claim.arguments.end(), [&](const ClaimArgument& a) {
        if (a.role != given.role || a.preposition != given.preposition) return false;
        return entity || a.entity ? a.entity == entity : a.text == given.text;
      });
      if (!known) claim.arguments.push_back({given.role, given.preposition, given.text, entity, given.normalized});
    }
  }

  void number_claims() {
    for (auto& [key, draft] : drafts_) {
      draft.claim.id = static_cast<StatementId>(out_.claims.size());
      for (const auto& [article, statement] : draft.statements) out_.claim_of[article][statement] = draft.claim.id;
      std::stable_sort(draft.claim.evidence.begin(), draft.claim.evidence.end(),
                       [](const Evidence& a, const Evidence& b) {
                         return std::tuple(a.article, a.code_points.begin) < std::tuple(b.article, b.code_points.begin);
                       });
      drop_repeated(draft.claim.evidence);
      out_.claims.push_back(std::move(draft.claim));
    }
  }

  /// One sentence backs a claim once, however often it says so.
  static void drop_repeated(std::vector<Evidence>& evidence) {
    const auto same = [](const Evidence& a, const Evidence& b) {
      return a.article == b.article && a.code_points == b.code_points && a.attributed_to == b.attributed_to;
    };
    evidence.erase(std::unique(evidence.begin(), evidence.end(), same), evidence.end());
  }
};

}  // namespace

Assembly assemble(const std::vector<ArticleFacts>& articles) { return Assembler(articles).run(); }

}  // namespace hearsay
