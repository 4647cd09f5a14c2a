#pragma once
// What a clause says of its subject: objects, predicates behind "be", infinitives, light verbs, names given.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/relation/statement_builder.hpp"

namespace hearsay {

/// The first complement with this relation, or null.
[[nodiscard]] const Complement* find_complement(const Clause& clause, std::string_view relation);

/// Adds to a builder the statements of one subject and one clause. A look: both must outlive it.
class ObjectReader {
 public:
  using Frame = StatementBuilder::Frame;

  ObjectReader(const Trees& trees, StatementBuilder& builder) : trees_(trees), builder_(builder) {}

  /// What `who` does to `primary`, the complement that the predicate is about; null: "Parliament adjourned".
  void read(Frame& frame, TokenIndex who, const Complement* primary);
  /// "called the meeting a breakthrough": in the caller's eyes it is one.
  void read_naming(Frame& frame, const std::vector<TokenIndex>& named);
  /// The predicate with the adjective that says what its object becomes: "make possible".
  [[nodiscard]] std::string verb_with_result(const Frame& frame) const;

 private:
  bool read_result(Frame& frame, TokenIndex who, const Complement& result);
  std::optional<TokenIndex> noun_behind(TokenIndex verb, TokenIndex adjective) const;
  bool read_raised(Frame& frame, TokenIndex who, const Complement& object);
  std::vector<TokenIndex> object_heads(const Complement& complement) const;
  bool repeats_preposition(const Complement& complement, TokenIndex conjunct) const;
  void read_predicate(Frame& frame, TokenIndex who, const Complement& predicate);
  bool is_second_of_two(TokenIndex noun) const;
  bool is_state(const std::string& preposition, TokenIndex noun) const;
  std::string naming_form(TokenIndex predicate) const;
  bool is_after_comma(TokenIndex predicate, TokenIndex child) const;
  bool is_mere_modal(TokenIndex predicate) const;
  bool read_infinitive(Frame& frame, TokenIndex who, const Complement& complement);
  void read_light(Frame& frame, TokenIndex who, const Complement& primary, TokenIndex object);
  bool is_amount(TokenIndex noun) const;
  void add_light(Frame& frame, TokenIndex who, const std::string& head, TokenIndex noun);
  void read_named_obliques(Frame& frame, TokenIndex who, const Complement& primary);

  const Trees& trees_;
  StatementBuilder& builder_;
};

}  // namespace hearsay
