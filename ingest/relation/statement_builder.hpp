#pragma once
// Puts statements together: phrases, stance, time, speaker, type and confidence.

#include <optional>
#include <string>
#include <vector>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/meaning.hpp"
#include "ingest/relation/nominal.hpp"
#include "ingest/relation/statement.hpp"
#include "ingest/speech/attribution.hpp"

namespace hearsay {

class StatementBuilder {
 public:
  /// What all statements of one clause share.
  struct Frame {
    const Clause& clause;
    Stance stance;
    std::string tense;
    std::string verb;              ///< "meet", "set up", "be seized"
    std::vector<Argument> shared;  ///< times, places, manners
    std::size_t first = 0;         ///< size() before its first statement
  };

  /// A look: `trees` must outlive it. `attributions` decide who says what.
  StatementBuilder(const Trees& trees, const std::vector<Attribution>& attributions);

  /// One statement of a clause; the shared arguments follow `objects`. Good until the next call.
  Statement& add(Frame& frame, TokenIndex who, std::string predicate, std::vector<Argument> objects);
  void add(const NominalFact& fact);
  /// Gives a time its ISO 8601 value.
  void normalize(Argument& argument, const std::string& tense) const;
  /// The innermost attribution whose content holds the token.
  [[nodiscard]] std::optional<std::uint32_t> attribution_at(TokenIndex token) const;
  [[nodiscard]] std::size_t size() const { return found_.size(); }
  /// All of them, by trigger, without those that tell of a thing and itself. Leaves none behind.
  [[nodiscard]] std::vector<Statement> take();

 private:
  bool binds_itself(const Statement& s) const;
  bool take_in_preposition(Statement& s) const;
  void leave_out(const Clause& clause, Argument& argument) const;
  void finish(Statement& s, bool is_state) const;

  const Document& doc_;
  const Trees& trees_;
  std::vector<std::uint32_t> attribution_at_;
  std::vector<std::uint32_t> cluster_of_;  ///< by head of mention
  std::vector<Statement> found_;
};

}  // namespace hearsay
