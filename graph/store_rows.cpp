#include "graph/store_rows.hpp"

#include <map>
#include <utility>

#include "graph/store_words.hpp"

namespace hearsay {
namespace {

std::int64_t next_row(const Database& database, const char* table) {
  SqlStatement last(database, (std::string("SELECT coalesce(max(id), 0) FROM ") + table).c_str());
  return last.step() ? last.integer(0) + 1 : 1;
}

class ArticleWriter {
 public:
  ArticleWriter(Database& database, const ArticleFacts& facts)
      : database_(database),
        facts_(facts),
        article_(next_row(database, "article")),
        referent_(next_row(database, "referent")),
        attribution_(next_row(database, "attribution")),
        statement_(next_row(database, "statement")),
        evidence_(next_row(database, "evidence")) {}

  std::int64_t run() {
    const ArticleRecord& a = facts_.article;
    SqlStatement(database_, "INSERT INTO article VALUES(?,?,?,?,?,?,?,?,?)")
        .run(article_, a.id, a.name, a.path, a.title, a.publisher, a.date, a.byline, a.url);
    write_referents();
    write_attributions();
    write_statements();
    return article_;
  }

 private:
  Database& database_;
  const ArticleFacts& facts_;
  std::int64_t article_, referent_, attribution_, statement_, evidence_;  ///< the first row of each
  std::map<std::pair<Range, std::string>, std::int64_t> evidence_rows_;

  static std::optional<std::int64_t> row(std::int64_t first, std::optional<std::uint32_t> place) {
    return place ? std::optional(first + *place) : std::nullopt;
  }

  void write_referents() {
    SqlStatement insert(database_, "INSERT INTO referent VALUES(?,?,?,?,?,?,NULL)");
    SqlStatement name(database_, "INSERT INTO referent_name VALUES(?,?,?,?)");
    SqlStatement member(database_, "INSERT INTO referent_member VALUES(?,?,?)");
    std::int64_t place = 0;
    for (const Referent& referent : facts_.referents) {
      const std::int64_t id = referent_ + place;
      insert.run(id, article_, place, referent.kind, referent.name, std::int64_t{referent.unresolved});
      std::int64_t at = 0;
      for (const std::string& text : referent.names) name.run(id, std::int64_t{0}, at++, text);
      at = 0;
      for (const std::string& text : referent.phrases) name.run(id, std::int64_t{1}, at++, text);
      at = 0;
      for (const std::uint32_t m : referent.members) member.run(id, at++, referent_ + m);
      ++place;
    }
  }

  std::int64_t evidence_row(const Place& place) {
    const auto [at, is_new] = evidence_rows_.try_emplace({place.code_points, place.sentence}, evidence_);
    if (is_new) {
      SqlStatement(database_, "INSERT INTO evidence VALUES(?,?,?,?,?,?,?)")
          .run(evidence_++, article_, place.sentence, signed_of(place.code_points.begin),
               signed_of(place.code_points.end), signed_of(place.source_bytes.begin),
               signed_of(place.source_bytes.end));
    }
    return at->second;
  }

  static std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }

  void write_attributions() {
    SqlStatement insert(database_, "INSERT INTO attribution VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    SqlStatement content(database_, "INSERT INTO attribution_content VALUES(?,?,?)");
    SqlStatement about(database_, "INSERT INTO attribution_about VALUES(?,?,?)");
    std::int64_t place = 0;
    for (const AttributionFact& fact : facts_.attributions) {
      const std::int64_t id = attribution_ + place;
      insert.run(id, article_, place, row(referent_, fact.speaker), fact.speaker_text, row(referent_, fact.addressee),
                 fact.addressee_text, fact.cue, fact.cue_lemma, word_of(fact.kind), std::int64_t{fact.negated},
                 fact.said_time, fact.said_place, row(attribution_, fact.parent), static_cast<double>(fact.confidence),
                 evidence_row(fact.place));
      std::int64_t at = 0;
      for (const std::string& piece : fact.content) content.run(id, at++, piece);
      at = 0;
      for (const std::uint32_t topic : fact.about) about.run(id, at++, referent_ + topic);
      ++place;
    }
  }

  void write_statements() {
    SqlStatement insert(database_, "INSERT INTO statement VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,NULL)");
    SqlStatement argument(database_, "INSERT INTO argument VALUES(?,?,?,?,?,?,?)");
    std::int64_t place = 0;
    for (const StatementFact& fact : facts_.statements) {
      const std::int64_t id = statement_ + place;
      insert.run(id, article_, place, referent_ + fact.subject, fact.predicate, std::int64_t{fact.has_object},
                 word_of(fact.polarity), word_of(fact.modality), fact.tense, fact.relation_type, fact.cameo,
                 row(attribution_, fact.attributed_to), static_cast<double>(fact.confidence), evidence_row(fact.place));
      std::int64_t at = 0;
      for (const FactArgument& a : fact.arguments) {
        argument.run(id, at++, word_of(a.role), a.preposition, a.text, row(referent_, a.referent), a.normalized);
      }
      ++place;
    }
  }
};

void insert_entities(Database& database, const KnowledgeGraph& graph) {
  SqlStatement insert(database, "INSERT INTO entity VALUES(?,?,?,?,?)");
  SqlStatement alias(database, "INSERT INTO alias VALUES(?,?,?)");
  for (const Entity& entity : graph.entities()) {
    const std::int64_t id = number(entity.id) + 1;
    insert.run(id, entity.key, entity.kind, entity.name, std::int64_t{entity.named});
    for (const std::string& name : entity.aliases) alias.run(id, std::int64_t{0}, name);
    for (const std::string& words : entity.descriptions) alias.run(id, std::int64_t{1}, words);
  }
  SqlStatement member(database, "INSERT INTO entity_member VALUES(?,?)");
  for (const Entity& entity : graph.entities()) {
    for (const EntityId id : entity.members)
      member.run(std::int64_t{number(entity.id)} + 1, std::int64_t{number(id)} + 1);
  }
}

void insert_claims(Database& database, const KnowledgeGraph& graph) {
  SqlStatement insert(database, "INSERT INTO claim VALUES(?,?,?,?,?,?,?,?)");
  for (const Claim& claim : graph.claims()) {
    std::optional<std::int64_t> object;
    if (claim.object) object = std::int64_t{number(*claim.object)} + 1;
    insert.run(std::int64_t{number(claim.id)} + 1, std::int64_t{number(claim.subject)} + 1, claim.predicate, object,
               claim.object_text, word_of(claim.polarity), word_of(claim.modality),
               static_cast<std::int64_t>(source_count(claim)));
  }
}

}  // namespace

std::int64_t insert_article(Database& database, const ArticleFacts& facts) {
  return ArticleWriter(database, facts).run();
}

void erase_everything(Database& database) {
  for (const char* table :
       {"argument", "statement", "attribution_about", "attribution_content", "attribution", "referent_member",
        "referent_name", "referent", "evidence", "claim", "entity_member", "alias", "entity", "article"}) {
    database.execute((std::string("DELETE FROM ") + table).c_str());
  }
}

void erase_article(Database& database, const std::string& hash) {
  database.execute("UPDATE referent SET entity = NULL WHERE entity IS NOT NULL");
  database.execute("UPDATE statement SET claim = NULL WHERE claim IS NOT NULL");
  for (const char* table : {"claim", "entity_member", "alias", "entity"}) {
    database.execute((std::string("DELETE FROM ") + table).c_str());
  }
  const std::string article = "(SELECT id FROM article WHERE hash = ?)";
  const auto erase = [&](const std::string& from) {
    SqlStatement(database, ("DELETE FROM " + from).c_str()).run(hash);
  };
  const auto children = [&](const std::string& table, const std::string& parent) {
    erase(table + " WHERE " + parent + " IN (SELECT id FROM " + parent + " WHERE article = " + article + ")");
  };
  children("argument", "statement");
  children("attribution_about", "attribution");
  children("attribution_content", "attribution");
  children("referent_member", "referent");
  children("referent_name", "referent");
  for (const char* table : {"statement", "attribution", "referent", "evidence"}) {
    erase(std::string(table) + " WHERE article = " + article);
  }
  erase("article WHERE hash = ?");
}

void insert_resolved(Database& database, const KnowledgeGraph& graph) {
  insert_entities(database, graph);
  insert_claims(database, graph);
  SqlStatement referent(database, "UPDATE referent SET entity = ? WHERE article = ? AND place = ?");
  SqlStatement statement(database, "UPDATE statement SET claim = ? WHERE article = ? AND place = ?");
  for (std::uint32_t a = 0; a < graph.facts().size(); ++a) {
    const ArticleFacts& facts = graph.facts()[a];
    const auto article = static_cast<ArticleId>(a);
    for (std::uint32_t r = 0; r < facts.referents.size(); ++r) {
      const auto entity = graph.entity_of(article, r);
      if (entity) referent.run(std::int64_t{number(*entity)} + 1, std::int64_t{a} + 1, std::int64_t{r});
    }
    for (std::uint32_t s = 0; s < facts.statements.size(); ++s) {
      const auto claim = graph.claim_of(article, s);
      if (claim) statement.run(std::int64_t{number(*claim)} + 1, std::int64_t{a} + 1, std::int64_t{s});
    }
  }
}

}  // namespace hearsay
