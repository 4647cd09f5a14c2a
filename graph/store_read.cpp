#include <algorithm>
#include <limits>
#include <map>

#include "graph/store.hpp"
#include "graph/store_rows.hpp"
#include "graph/store_words.hpp"

namespace hearsay {
namespace {

/// Reads all rows in the order in which they were written; believes nothing that another row contradicts.
class ArticleReaderFromRows {
 public:
  ArticleReaderFromRows(Database& database, const std::filesystem::path& path) : database_(database), path_(path) {}

  std::vector<ArticleFacts> run() {
    read_article_rows();
    read_evidence();
    read_referents();
    read_attributions();
    read_statements();
    for (ArticleFacts& facts : articles_) cut_cycles(facts.attributions);
    return std::move(articles_);
  }

 private:
  /// Where a row of a table went: the article's place, and the place in its vector.
  struct At {
    std::size_t article = 0;
    std::uint32_t place = 0;
  };
  using Rows = std::map<std::int64_t, At>;

  Database& database_;
  const std::filesystem::path& path_;
  std::vector<ArticleFacts> articles_;
  std::map<std::int64_t, std::size_t> article_at_;
  std::map<std::int64_t, std::pair<std::size_t, Place>> evidence_;
  Rows referents_, attributions_, statements_;

  [[noreturn]] void fail(const std::string& what) const {
    throw StoreError(path_.string() + ": is damaged (" + what + "); build it again from the articles");
  }

  template <typename Enum>
  Enum read_enum(const SqlStatement& row, int column) const {
    const auto value = enum_of<Enum>(row.text(column));
    if (!value) fail("unknown word \"" + row.text(column) + '"');
    return *value;
  }

  static std::optional<std::string> optional_text(const SqlStatement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.text(column));
  }

  static std::uint64_t offset(const SqlStatement& row, int column) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(row.integer(column), 0));
  }

  std::size_t article_of(const SqlStatement& row, int column) const {
    const auto at = article_at_.find(row.integer(column));
    if (at == article_at_.end()) fail("a row of an article that is not there");
    return at->second;
  }

  At find(const Rows& rows, const SqlStatement& row, int column, const char* table) const {
    const auto at = rows.find(row.integer(column));
    if (at == rows.end()) fail(std::string("a reference to a missing ") + table);
    return at->second;
  }

  std::optional<std::uint32_t> find(const Rows& rows, const SqlStatement& row, int column, const char* table,
                                    std::size_t article) const {
    if (row.is_null(column)) return std::nullopt;
    const At at = find(rows, row, column, table);
    if (at.article != article) fail(std::string("a reference to another article's ") + table);
    return at.place;
  }

  Place place_at(const SqlStatement& row, int column, std::size_t article) const {
    const auto at = evidence_.find(row.integer(column));
    if (at == evidence_.end() || at->second.first != article) fail("a fact without its sentence");
    return at->second.second;
  }

  void read_article_rows() {
    SqlStatement row(database_,
                     "SELECT id, hash, name, path, title, publisher, date, byline, url FROM article ORDER BY id");
    while (row.step()) {
      article_at_[row.integer(0)] = articles_.size();
      ArticleFacts facts;
      facts.article = {row.text(1),           row.text(2),           row.text(3),           optional_text(row, 4),
                       optional_text(row, 5), optional_text(row, 6), optional_text(row, 7), optional_text(row, 8)};
      articles_.push_back(std::move(facts));
    }
  }

  void read_evidence() {
    SqlStatement row(database_,
                     "SELECT id, article, sentence, code_point_begin, code_point_end, source_begin, source_end "
                     "FROM evidence ORDER BY id");
    while (row.step()) {
      Place place{row.text(2), {offset(row, 3), offset(row, 4)}, {offset(row, 5), offset(row, 6)}};
      evidence_[row.integer(0)] = {article_of(row, 1), std::move(place)};
    }
  }

  template <typename Fact>
  Fact& append(std::vector<Fact>& facts, Rows& rows, std::int64_t id, std::size_t article) {
    rows[id] = {article, static_cast<std::uint32_t>(facts.size())};
    return facts.emplace_back();
  }

  void read_referents() {
    SqlStatement row(database_, "SELECT id, article, kind, name, unresolved FROM referent ORDER BY article, place");
    while (row.step()) {
      const std::size_t article = article_of(row, 1);
      Referent& referent = append(articles_[article].referents, referents_, row.integer(0), article);
      referent.kind = row.text(2);
      referent.name = row.text(3);
      referent.unresolved = row.integer(4) != 0;
    }
    SqlStatement name(database_,
                      "SELECT referent, is_phrase, text FROM referent_name ORDER BY referent, is_phrase, place");
    while (name.step()) {
      const At at = find(referents_, name, 0, "referent");
      Referent& referent = articles_[at.article].referents[at.place];
      (name.integer(1) != 0 ? referent.phrases : referent.names).push_back(name.text(2));
    }
    SqlStatement member(database_, "SELECT referent, member FROM referent_member ORDER BY referent, place");
    while (member.step()) {
      const At at = find(referents_, member, 0, "referent");
      const auto place = find(referents_, member, 1, "referent", at.article);
      if (place) articles_[at.article].referents[at.place].members.push_back(*place);
    }
  }

  void read_attributions() {
    // Parents may stand behind their children, so that they are set when all rows have a place.
    SqlStatement row(database_,
                     "SELECT id, article, speaker, speaker_text, addressee, addressee_text, cue, cue_lemma, kind, "
                     "negated, confidence, evidence, said_time, said_place FROM attribution ORDER BY article, place");
    while (row.step()) {
      const std::size_t article = article_of(row, 1);
      AttributionFact& fact = append(articles_[article].attributions, attributions_, row.integer(0), article);
      fact.speaker = find(referents_, row, 2, "referent", article);
      fact.speaker_text = row.text(3);
      fact.addressee = find(referents_, row, 4, "referent", article);
      fact.addressee_text = row.text(5);
      fact.cue = row.text(6);
      fact.cue_lemma = row.text(7);
      fact.kind = read_enum<SpeechKind>(row, 8);
      fact.negated = row.integer(9) != 0;
      fact.confidence = static_cast<float>(row.real(10));
      fact.place = place_at(row, 11, article);
      fact.said_time = optional_text(row, 12);
      fact.said_place = optional_text(row, 13);
    }
    read_attribution_parts();
  }

  AttributionFact& attribution_at(const SqlStatement& row) {
    const At at = find(attributions_, row, 0, "attribution");
    return articles_[at.article].attributions[at.place];
  }

  void read_attribution_parts() {
    SqlStatement parent(database_, "SELECT id, parent FROM attribution WHERE parent IS NOT NULL ORDER BY id");
    while (parent.step()) {
      const At at = find(attributions_, parent, 0, "attribution");
      attribution_at(parent).parent = find(attributions_, parent, 1, "attribution", at.article);
    }
    SqlStatement content(database_, "SELECT attribution, text FROM attribution_content ORDER BY attribution, place");
    while (content.step()) attribution_at(content).content.push_back(content.text(1));
    SqlStatement about(database_, "SELECT attribution, referent FROM attribution_about ORDER BY attribution, place");
    while (about.step()) {
      const At at = find(attributions_, about, 0, "attribution");
      const auto topic = find(referents_, about, 1, "referent", at.article);
      if (topic) attribution_at(about).about.push_back(*topic);
    }
  }

  void read_statements() {
    SqlStatement row(database_,
                     "SELECT id, article, subject, predicate, has_object, polarity, modality, tense, relation_type, "
                     "cameo, attributed_to, confidence, evidence FROM statement ORDER BY article, place");
    while (row.step()) {
      const std::size_t article = article_of(row, 1);
      StatementFact& fact = append(articles_[article].statements, statements_, row.integer(0), article);
      const auto subject = find(referents_, row, 2, "referent", article);
      if (!subject) fail("a statement without a subject");
      fact.subject = *subject;
      fact.predicate = row.text(3);
      fact.has_object = row.integer(4) != 0;
      fact.polarity = read_enum<Polarity>(row, 5);
      fact.modality = read_enum<Modality>(row, 6);
      fact.tense = row.text(7);
      fact.relation_type = row.text(8);
      fact.cameo = row.text(9);
      fact.attributed_to = find(attributions_, row, 10, "attribution", article);
      fact.confidence = static_cast<float>(row.real(11));
      fact.place = place_at(row, 12, article);
    }
    read_arguments();
  }

  void read_arguments() {
    SqlStatement row(database_,
                     "SELECT statement, role, preposition, text, referent, normalized FROM argument "
                     "ORDER BY statement, place");
    while (row.step()) {
      const At at = find(statements_, row, 0, "statement");
      articles_[at.article].statements[at.place].arguments.push_back({read_enum<Role>(row, 1), row.text(2), row.text(3),
                                                                      find(referents_, row, 4, "referent", at.article),
                                                                      optional_text(row, 5)});
    }
    for (const ArticleFacts& facts : articles_) {
      for (const StatementFact& fact : facts.statements) {
        if (fact.has_object && fact.arguments.empty()) fail("a statement without its object");
      }
    }
  }
};

}  // namespace

std::vector<ArticleFacts> read_articles(Database& database, const std::filesystem::path& path) {
  return ArticleReaderFromRows(database, path).run();
}

}  // namespace hearsay
